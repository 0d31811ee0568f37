package org.nianbao.check.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.Workplace;

/** The level that an agency's name has, as the deadline (D3) and the rows for higher levels (D2) use it. */
class LevelTest {
    private static final Pattern DEADLINE = Pattern.compile("deadline for (\\S+)");

    @ParameterizedTest
    @CsvSource({
        "江右省人民政府办公厅, 省级",
        "江右省人民政府, 省级",
        "江右省政府办公厅, 省级",
        "岭南壮族自治区人民政府办公厅, 省级",
        "重庆市人民政府办公厅, 省级",
        "上海市人民政府, 省级",
        "安澜市人民政府办公厅, 市级",
        "安澜市政府办公厅, 市级",
        "河曲藏族自治州人民政府办公厅, 市级",
        "河曲藏族自治州人民政府, 市级",
        "河曲藏族自治州人民政府办公室, 市级",
        "白山地区行政公署办公室, 市级",
        "安澜县人民政府办公室, 县级",
        "安澜县政府办公室, 县级",
        "北京市东河区人民政府, 县级",
        "天津市滨水区人民政府办公室, 县级",
        "安澜县青石镇人民政府, 乡镇",
        "安澜市人民政府, any",
        "安澜市人民政府办公室, any",
        "国务院办公厅, any",
        "江右省教育厅, 部门",
        "江右省公安厅, 部门",
        "安澜市财政局, 部门",
        "安澜市发展和改革委员会, 部门",
    })
    void ofName(String agency, String level, @TempDir Path folder) throws IOException {
        for (int year : new int[] {2020, 2025}) {
            String rows = year == 2020 ? "本年新制作数量: 2" : "本年制发件数: 2";
            Workplace place = new Workplace(folder);
            place.write("a.yaml", """
                    报告: 政府信息公开工作年度报告
                    年度: %d
                    机关: %s
                    成文日期: %d-06-01
                    总体情况: 本年度按照规定公开政府信息，依法办理公开申请，各项工作平稳有序，数据见以下各表。
                    主动公开政府信息情况:
                      规章: {%s}
                    收到和处理政府信息公开申请情况: {}
                    政府信息公开行政复议、行政诉讼情况: {}
                    存在的主要问题及改进情况: 部分栏目更新不够及时，下一步明确专人负责，逐月检查。
                    其他需要报告的事项: 本年度未收取信息处理费。
                    """.formatted(year, agency, year + 1, rows));
            String said = place.nianbao("check", "a.yaml").out();
            Matcher deadline = DEADLINE.matcher(said);
            assertEquals(level, deadline.find() ? deadline.group(1) : "none", said);
            boolean makesRules = level.equals("any") || level.equals("省级") || level.equals("市级");
            assertEquals(!makesRules, said.contains("warning D2"), said);
        }
    }
}
