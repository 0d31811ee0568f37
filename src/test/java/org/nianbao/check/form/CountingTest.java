package org.nianbao.check.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.Workplace;

/** Cases of 部分公开 counted again: the results are too many by the figure of one row of 不予公开, and of no other row. */
class CountingTest {
    @ParameterizedTest
    @CsvSource({
        // received, 予以公开, 部分公开, 国家秘密, 第三方, 不掌握, 重复申请: whether D1 suggests it
        "7, 1, 6, 0, 1, 0, 0, true",
        "8, 2, 6, 0, 1, 0, 0, true",
        "20, 9, 6, 2, 0, 5, 0, true",
        "40, 30, 6, 0, 4, 3, 1, true",
        "17, 9, 6, 0, 0, 2, 2, false",
        "15, 9, 6, 0, 0, 2, 0, false",
        "15, 9, 6, 0, 0, 0, 2, false",
        "17, 9, 6, 2, 2, 0, 0, false",
        "17, 9, 6, 2, 0, 2, 0, true",
        "15, 9, 6, 7, 0, 0, 0, false",
        "18, 9, 6, 2, 0, 2, 0, false",
    })
    void again(
            int received,
            int open,
            int partly,
            int secret,
            int rights,
            int unknown,
            int repeated,
            boolean named,
            @TempDir Path folder)
            throws IOException {
        Workplace place = new Workplace(folder);
        place.write("a.yaml", """
                报告: 政府信息公开工作年度报告
                年度: 2025
                机关: 某县档案局
                总体情况: 本年度按照规定公开政府信息，依法办理公开申请，各项工作平稳有序，数据见以下各表。
                主动公开政府信息情况: {}
                收到和处理政府信息公开申请情况:
                  本年新收: {自然人: %d}
                  本年度办理结果:
                    予以公开: {自然人: %d}
                    部分公开: {自然人: %d}
                    不予公开: {属于国家秘密: {自然人: %d}, 保护第三方合法权益: {自然人: %d}}
                    无法提供: {本机关不掌握相关政府信息: {自然人: %d}}
                    不予处理: {重复申请: {自然人: %d}}
                政府信息公开行政复议、行政诉讼情况: {}
                存在的主要问题及改进情况: 部分栏目更新不够及时，下一步明确专人负责，逐月检查。
                其他需要报告的事项: 本年度未收取信息处理费。
                """.formatted(received, open, partly, secret, rights, unknown, repeated));
        String said = place.nianbao("check", "a.yaml").out();
        assertEquals(named, said.contains("hint D1"), said);
    }
}
