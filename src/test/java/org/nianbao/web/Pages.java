package org.nianbao.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.nianbao.EveryKind;
import org.nianbao.Workplace;

/** HTML of every kind that the program writes. */
final class Pages {
    private static final String PUBLISHED = "src/test/resources/org/nianbao/published/2019/";

    /** Prose with all that prose may hold. */
    private static final String EVERYTHING =
            """
            报告: 政府信息公开工作年度报告
            年度: 2021
            机关: 某县 <局> & "科"
            成文日期: 2022-01-27
            图表: [申请人, {图: 办理结果, 位置: 总体情况}, {图: 历年申请, 往年: {2018: 7, 2020: ~}}]
            引言: |
              根据[《条例》](https://www.gov.cn/a?b=1&c=2)编制，一个没有空格的长地址是https://www.example.gov.cn/%1$s。
            总体情况: |
              （一）主动公开
              1. 政策解读。全年公开**重要**信息*若干*条 < 一百 & 多。
              （1）栏目
              更新及时。

              - 甲
              - 乙

              3. 丙
              4. 丁

              | 平台 | 一季度 | 二季度 | 三季度 | 四季度 | 全年合计 | 比上年增加 | 占比 | 备注 |
              |---|---|---|---|---|---|---|---|---|
              | 门户网站信息公开专栏 | 1000000 | 2000000 | 3000000 | 4000000 | 10000000 | 123456 | 12.5%% | 没有 |

              ![访问量](图/甲.png "图1 访问量")

              ![标志](图/乙.svg)
            主动公开政府信息情况:
              行政规范性文件: {本年制发件数: ~}
            收到和处理政府信息公开申请情况:
              本年新收: {自然人: 2, 商业企业: 1}
              本年度办理结果: {予以公开: {自然人: 1}, 无法提供: {没有现成信息需要另行制作: {自然人: 1, 商业企业: 1}}}
            政府信息公开行政复议、行政诉讼情况: {}
            存在的主要问题及改进情况: 没有。
            其他需要报告的事项: 未收取信息处理费。
            附表:
              - 标题: 各单位办理情况
                表: |
                  | 单位 |%2$s
                  |---|%3$s
                  | 某县自然资源局 |%4$s
                  | 某乡人民政府 |%4$s
            """.formatted("a".repeat(60), " 新收件数 |".repeat(12), "---|".repeat(12), " 1234 |".repeat(12));

    private Pages() {}

    /** Writes them below a folder, and gives them in order. */
    static List<Path> in(Path folder) throws IOException {
        Workplace place = new Workplace(folder).inChinese();
        place.copyFromCheckout("inputs");
        for (String name : List.of("county-2019.yaml", "local-rows-2020.yaml", "湖北.form.yaml")) {
            Files.copy(Workplace.CHECKOUT.resolve(PUBLISHED + name), place.at("inputs/" + name));
        }
        place.write(
                "inputs/website.yaml",
                Files.readString(Workplace.CHECKOUT.resolve("src/test/resources/cases/website/input.yaml"))
                        .replace("年度: 2021\n", "年度: 2021\n图表: [办件构成]\n"));
        place.write("inputs/everything.yaml", EVERYTHING);
        for (int digits = 5; digits <= 12; digits++) {
            place.write("figures/digits%d.yaml".formatted(digits), large("8".repeat(digits)));
        }
        place.write("inputs/图/乙.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>
                """);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        Files.write(place.at("inputs/图/甲.png"), png.toByteArray());

        EveryKind.write(place, "kinds");
        run(place, "render", "inputs", "kinds", "figures", "--format", "html", "--data");
        run(place, "render", "inputs/everything.yaml", "--format", "html", "--output", "output/draft", "--draft");
        place.copyFromCheckout("templates");
        place.edit(
                "templates/information-disclosure/2021/form.yaml", "small: true", "small: true\n      landscape: true");
        run(place, "render", "kinds", "--templates", "templates", "--format", "html", "--output", "output/landscape");
        place.nianbao(
                "aggregate",
                "inputs/houma-2021.yaml",
                "inputs/hengfeng-2021.yaml",
                "--agency",
                "某省人民政府",
                "--year",
                "2021",
                "--into",
                "sum.yaml",
                "--sums",
                "output/sums.html");
        run(place, "compare", "inputs/yima-2023.yaml", "inputs/houma-2021.yaml", "--output", "output/two.html");
        run(place, "compare", "inputs", "--output", "output/many.html", "--lang", "en");
        try (Stream<Path> cases = Files.walk(Workplace.CHECKOUT.resolve("src/test/resources/cases"))) {
            List<Path> all =
                    cases.filter(file -> file.endsWith("input.yaml")).sorted().toList();
            Files.createDirectories(place.at("案例"));
            for (int i = 0; i < all.size(); i += 20) { // axe would take minutes for a list of all
                Files.copy(all.get(i), place.at("案例/%d.yaml".formatted(i)));
            }
        }
        place.nianbao("check", "案例", "--format", "html", "--output", "output/check.html");
        run(place, "check", "inputs", "--format", "html", "--output", "output/check-en.html", "--lang", "en");
        place.write("inputs/everything-again.yaml", EVERYTHING);
        place.write("inputs/wrong.yaml", EVERYTHING.replace("某县 <局>", "某乡").replace("自然人: 2,", "自然人: 2, 总计: 9,"));
        place.write("inputs/broken.yaml", "报告: [");
        place.write("units.yaml", """
                汇总机关: 某县 & 某市
                单位:
                  本级: [侯马市人民政府办公室, 某县档案局]
                  "<部门>&乡镇": [某县 <局> & "科", 某乡 & "科", 横峰县人民政府办公室, 某乡人民政府]
                """);
        run(place, "overview", "inputs", "--units", "units.yaml", "--output", "output/overview.html");
        run(
                place,
                "overview",
                "inputs",
                "--last-year",
                "inputs",
                "--output",
                "output/own/overview.html",
                "--lang",
                "en");
        try (Stream<Path> files = Files.walk(place.at("output"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** A report of one large figure, in a table with labels and in one without. */
    private static String large(String figure) {
        return """
                报告: 政府信息公开工作年度报告
                年度: 2025
                机关: 某省%1$s局
                成文日期: 2026-01-20
                总体情况: 本年度按照规定公开政府信息，依法办理公开申请，各项工作平稳有序。
                主动公开政府信息情况: {}
                收到和处理政府信息公开申请情况:
                  本年新收: {自然人: %2$s, 其他: %2$s}
                  本年度办理结果: {予以公开: {自然人: %2$s, 其他: %2$s}}
                政府信息公开行政复议、行政诉讼情况:
                  行政复议: {结果维持: %2$s}
                  行政诉讼: {复议后起诉: {其他结果: %2$s}}
                存在的主要问题及改进情况: 部分栏目更新不够及时，下一步明确专人负责，逐月检查。
                其他需要报告的事项: 本年度未收取信息处理费。
                """.formatted("甲".repeat(figure.length()), figure);
    }

    private static void run(Workplace place, String... arguments) {
        Workplace.Run run = place.nianbao(arguments);
        assertTrue(run.status() < 2 && !run.err().contains("错误"), run.err());
    }
}
