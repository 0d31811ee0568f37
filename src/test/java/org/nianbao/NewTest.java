package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.Cell;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("nianbao new writes an input to fill in")
class NewTest {
    private static final String RECEIVED = "收到和处理政府信息公开申请情况.";
    private static final String IN_FORCE = "主动公开政府信息情况.行政规范性文件.现行有效件数";

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void inputs() {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
    }

    @Test
    @DisplayName("Annexes of last year are a comment: titles, heads and files, without the rows")
    void annexesAreASkeleton() {
        place.write("股室.csv", "股室,件数\n办公室,3\n");
        place.write("a.yaml", SmallReport.of("某县档案局", 2024) + """
                附表:
                  - 标题: 公开渠道统计表
                    表: |
                      | 渠道 | 条数 |
                      | --- | --- |
                      | 门户网站 | 1200 |
                  - {标题: 各股室办理情况, 文件: 股室.csv}
                """);
        Workplace.Run run = place.nianbao("new", "--from", "a.yaml", "--output", "b.yaml");
        String text = place.read("b.yaml");
        String skeleton = text.substring(text.indexOf("# 附表:"));
        assertEquals(0, run.status(), run.err());
        assertEquals("""
                # 附表:
                #   - {标题: 公开渠道统计表, 表: "| 渠道 | 条数 |\\n| --- | --- |\\n"}
                #   - {标题: 各股室办理情况, 文件: 股室.csv}
                """, skeleton);
        place.write("c.yaml", text.replace(skeleton, skeleton.replaceAll("(?m)^# ", "")));
        String said = place.nianbao("check", "c.yaml").err();
        assertFalse(said.contains("error"), said);
    }

    @Test
    @DisplayName("A blank input has every row with its label, and nothing is wrong with it but that it is blank")
    void blank() {
        Workplace.Run run = place.nianbao("new", "--agency", "某县档案局", "--year", "2025");
        String text = place.read("inputs/某县档案局-2025.yaml");
        assertAll(
                () -> assertEquals(0, run.status(), run.err()),
                () -> assertEquals("", run.err()),
                () -> assertEquals(
                        "inputs/某县档案局-2025.yaml: written; fill in what is missing, then run: "
                                + "nianbao check inputs/某县档案局-2025.yaml\n",
                        run.out()),
                () -> assertTrue(text.contains("\n机关: 某县档案局\n"), text),
                () -> assertTrue(text.contains("\n# 三、收到和处理政府信息公开申请情况\n"), text),
                () -> assertTrue(text.contains("\n    不予公开:  # （三）不予公开\n"), text),
                () -> assertTrue(text.contains("\n      重复申请: {自然人: , 商业企业: , "), text),
                () -> assertTrue(text.contains("  # 2.重复申请\n"), text),
                () -> assertTrue(text.contains("\n  行政事业性收费:  # 本年收费金额（单位：万元）\n"), text),
                () -> assertEquals(Set.of("to-fill-in"), found("inputs/某县档案局-2025.yaml")));
        everyLabelIsIn(text, read("inputs/某县档案局-2025.yaml"));
    }

    @ParameterizedTest
    @DisplayName("Every form in every edition can be begun")
    @CsvSource({"政府信息公开工作年度报告, 2019", "政府信息公开工作年度报告, 2023", "政府网站工作年度报表, 2024"})
    void everyForm(String form, String year) {
        place.nianbao("new", "--agency", "某县人民政府", "--year", year, "--form", form, "--output", "a.yaml");
        assertEquals(Set.of("to-fill-in"), found("a.yaml"));
        everyLabelIsIn(place.read("a.yaml"), read("a.yaml"));
    }

    @Test
    @DisplayName("What is still to be filled in goes out as a draft only; filled in, it is a report")
    void unfinished() {
        place.nianbao("new", "--agency", "某县档案局", "--year", "2025", "--output", "a.yaml");
        Workplace.Run run = place.nianbao("render", "a.yaml", "--format", "html");
        assertEquals(1, run.status());
        assertTrue(
                run.err().endsWith("a.yaml: not rendered, places to fill in: 38; use --draft for a preview\n"),
                run.err());
        assertFalse(Files.exists(place.at("output/a.html")));
        assertEquals(
                0,
                place.nianbao("render", "a.yaml", "--format", "html", "--draft").status());

        String filled = place.read("a.yaml")
                .replaceAll("(?m): (?=[,}]|\\s*#)", ": 0 ")
                .replaceAll("(?m):  (?=# 本年)", ": 0  ")
                .replace("成文日期: 0  #", "成文日期: 2026-01-20  #")
                .replace("本年度办理结果: 0 ", "本年度办理结果: ")
                .replaceAll("(不予公开|无法提供|不予处理|其他处理): 0 ", "$1: ")
                .replace("引言: |\n", "引言: |\n  本报告依照《中华人民共和国政府信息公开条例》编制。\n")
                .replace("\n总体情况: |\n", "\n总体情况: |\n  本局依照条例公开政府信息，健全制度，明确责任，全年工作平稳有序，群众满意。\n")
                .replace("存在的主要问题及改进情况: |\n", "存在的主要问题及改进情况: |\n  更新不够及时，将明确专人负责。\n")
                .replace("\n其他需要报告的事项: |\n", "\n其他需要报告的事项: |\n  本年度未收取信息处理费。\n");
        place.write("a.yaml", filled);
        Workplace.Run rendered = place.nianbao("render", "a.yaml", "--format", "html");
        assertEquals(0, rendered.status(), rendered.err() + filled);
        assertEquals("", rendered.err());
    }

    @ParameterizedTest
    @DisplayName("From last year's report: the agency, what was carried forward, the prose to look at; the years agree")
    @ValueSource(strings = {"hegang-2021", "hengfeng-2021", "houma-2021", "yanshi-2021", "yima-2023"})
    void theNextYear(String name) {
        String file = "inputs/" + name + ".yaml";
        Report last = read(file);
        int year = Integer.parseInt(name.replaceFirst(".*-", "")) + 1;
        String now = "inputs/" + name.replaceFirst("\\d+$", String.valueOf(year)) + ".yaml";
        Workplace.Run run = place.nianbao("new", "--from", file);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().endsWith("nianbao check " + now + " --last-year " + file + "\n"), run.out());
        Report next = read(now);
        assertAll(
                () -> assertEquals(Set.of("to-fill-in"), found(now, "--last-year", file)),
                () -> assertEquals(last.fact("机关"), next.fact("机关")),
                () -> assertEquals(Optional.of(String.valueOf(year)), next.fact("年度")),
                () -> assertEquals(Optional.empty(), next.signed()),
                () -> assertEquals(cell(last, "结转下年度继续办理.自然人"), cell(next, "上年结转.自然人")),
                () -> assertEquals(cell(last, "结转下年度继续办理.总计"), cell(next, "上年结转.总计")),
                () -> assertEquals(last.cell(IN_FORCE), next.cell(IN_FORCE)),
                () -> assertEquals(Cell.BLANK, cell(next, "本年新收.自然人")),
                () -> assertEquals("", next.prose("总体情况").strip()));
        String text = place.read(now);
        assertTrue(text.contains("  # 现行有效件数是去年的，请按今年情况改\n"), text);
        last.prose("总体情况").lines().forEach(line -> assertTrue(text.contains("\n# 去年原文：" + line.strip() + "\n"), line));
    }

    @Test
    @DisplayName("Last year's prose is a comment; indented by accident, it stops the report")
    void lastYearsProse() {
        place.nianbao("new", "--from", "inputs/yima-2023.yaml", "--output", "a.yaml");
        String text = place.read("a.yaml");
        String comments = text.lines()
                .filter(line -> line.startsWith("# 去年原文：信息处理费"))
                .findFirst()
                .orElseThrow();
        place.write("a.yaml", text.replace(comments + "\n其他需要报告的事项: |\n", "其他需要报告的事项: |\n  " + comments + "\n"));
        Workplace.Run run = place.inChinese().nianbao("check", "a.yaml");
        assertEquals(1, run.status());
        assertTrue(run.out().contains("错误 earlier-prose: “其他需要报告的事项”里还有以前报告的原文"), run.out());
        assertTrue(place.nianbao("check", "a.yaml").out().contains("error earlier-prose: "));
    }

    @ParameterizedTest
    @DisplayName("From a report of the same year everything is taken over, digit by digit and word by word")
    @ValueSource(strings = {"hegang-2021", "hengfeng-2021", "houma-2021", "yanshi-2021", "yima-2023"})
    void aCopy(String name) {
        String file = "inputs/" + name + ".yaml";
        place.nianbao("new", "--from", file, "--year", name.replaceFirst(".*-", ""), "--output", "a.yaml");
        new SameReport(place, Workplace.FORMS).compare(file, "a.yaml");
        assertEquals(tally(file), tally("a.yaml"));
        assertEquals(0, place.nianbao("render", "a.yaml", "--format", "html").status());
    }

    @ParameterizedTest
    @DisplayName("So are notes, the text above a table, and annexes, with the rows that are in a file")
    @ValueSource(strings = {"notes-in-cells-and-around-tables", "annexes-typed-and-in-a-file"})
    void aCopyOfWords(String name, @TempDir Path other) throws IOException {
        Workplace there = Cases.placeOf(name, other);
        String year = there.read("input.yaml").replaceAll("(?s).*\n年度: (\\d+).*", "$1");
        assertEquals(
                0,
                there.nianbao("new", "--from", "input.yaml", "--year", year, "--output", "a.yaml")
                        .status());
        new SameReport(there, Workplace.FORMS).compare("input.yaml", "a.yaml");
    }

    @ParameterizedTest
    @DisplayName("An agency may be called anything that stands on a line")
    @ValueSource(
            strings = {
                "某局: 办公室",
                "某局 #1",
                "- 某局",
                "\"某局\"",
                "'某局'",
                "20250101",
                "~",
                "null",
                "{某局}",
                "[某局], 乙",
                "*某局",
                "&某局",
                "!某局",
                "%某局",
                "@某局",
                "| 某局",
                "> 某局",
                "? 某局",
                "某局\\",
                "某:局",
                "某局:",
                "：某局，",
                "𠮷野局 (甲/乙)"
            })
    void anyName(String agency) {
        Workplace.Run run = place.nianbao("new", "--agency", agency, "--year", "2025", "--output", "a.yaml");
        assertEquals(0, run.status(), run.err());
        assertEquals(Optional.of(agency), read("a.yaml").fact("机关"), place.read("a.yaml"));
        place.nianbao("new", "--from", "a.yaml", "--output", "b.yaml");
        assertEquals(Optional.of(agency), read("b.yaml").fact("机关"));
    }

    @Test
    @DisplayName("Charts come along; last year becomes one of the years before")
    void charts() {
        String before = place.read("inputs/yima-2023.yaml");
        place.write(
                "inputs/yima-2023.yaml",
                before + "图表:\n  - 办理结果\n  - {图: 历年申请, 位置: 总体情况, 往年: {2013: 9, 2014: 7, 2022: ~}}\n");
        place.nianbao("new", "--from", "inputs/yima-2023.yaml");
        assertTrue(place.read("inputs/yima-2024.yaml").endsWith("""

                                图表:
                                  - {图: 办理结果, 位置: 收到和处理政府信息公开申请情况}
                                  - {图: 历年申请, 位置: 总体情况, 往年: {2014: 7, 2022: ~, 2023: 1}}
                                """), () -> place.read("inputs/yima-2024.yaml"));
        assertEquals(Set.of("to-fill-in"), found("inputs/yima-2024.yaml", "--last-year", "inputs"));
        place.nianbao("new", "--from", "inputs/yima-2023.yaml", "--year", "2023", "--output", "copy.yaml");
        assertTrue(place.read("copy.yaml").contains("往年: {2013: 9, 2014: 7, 2022: ~}}"), place.read("copy.yaml"));
    }

    @Test
    @DisplayName("Nothing is ever written over")
    void neverOver() {
        place.nianbao("new", "--from", "inputs/yima-2023.yaml");
        place.write("inputs/yima-2024.yaml", "半年的心血");
        Workplace.Run run = place.inChinese().nianbao("new", "--from", "inputs/yima-2023.yaml");
        assertEquals(1, run.status());
        assertEquals("错误 output-exists: inputs/yima-2024.yaml 已经有了，没有改动它\n    办法：请用 --output 另取一个文件名\n", run.err());
        assertEquals("", run.out());
        assertEquals("半年的心血", place.read("inputs/yima-2024.yaml"));
        assertEquals(
                1,
                place.nianbao("new", "--from", "inputs/yima-2023.yaml", "--year", "2023")
                        .status());
    }

    @Test
    @DisplayName("What is wrong with the earlier report is told, and nothing is written")
    void wrongBefore() {
        place.edit("inputs/yima-2023.yaml", "自然人: 1", "自然人: 一件");
        Workplace.Run run = place.nianbao("new", "--from", "inputs/yima-2023.yaml");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("inputs/yima-2023.yaml:22:15: error A5: "), run.err());
        assertFalse(Files.exists(place.at("inputs/yima-2024.yaml")));
        assertEquals(1, place.nianbao("new", "--from", "nosuch.yaml").status());
    }

    @Test
    @DisplayName("From years ago no figures are taken over, and that is said")
    void yearsAgo() {
        Workplace.Run run = place.nianbao("new", "--from", "inputs/hegang-2021.yaml", "--year", "2024");
        assertEquals(0, run.status());
        assertTrue(
                run.err().startsWith("inputs/hegang-2021.yaml:5:5: warning years-apart: this report is about 2021, "),
                run.err());
        Report now = read("inputs/hegang-2024.yaml");
        assertEquals(Cell.BLANK, cell(now, "上年结转.自然人"));
        assertTrue(place.read("inputs/hegang-2024.yaml").contains("\n# 2021年原文：（一）细化任务分工"));
        assertEquals(Set.of("to-fill-in"), found("inputs/hegang-2024.yaml"));
    }

    @ParameterizedTest
    @DisplayName("A wrong command is told in the language of the person")
    @CsvSource(delimiter = '|', textBlock = """
            new | without --from, both --agency and --year are required | 不写 --from 时，要写 --agency 和 --year
            new --agency 甲 --year 25 | invalid value of option --year: “25” | 选项 --year 不能写“25”
            new --agency 甲 --year 明年 | invalid value of option --year: “明年” | 选项 --year 不能写“明年”
            new --agency 甲 --year 2012 | no edition of the form is for 2012; choose one with --edition: 2019, 2021 | 2012年没有适用的格式；请用 --edition 选一版：2019, 2021
            new --agency 甲 --year 2025 --edition 2020 | unknown edition 2020; known: 2019, 2021 | 没有2020年版，只有：2019, 2021
            new --agency 甲 --year 2025 --form 年报 | unknown form “年报”; known: 政府信息公开工作年度报告, 政府网站工作年度报表 | 没有表格“年报”，只有：政府信息公开工作年度报告, 政府网站工作年度报表
            new --from inputs/yima-2023.yaml --form 政府网站工作年度报表 | the earlier report is not a “政府网站工作年度报表” | 给出的报告不是“政府网站工作年度报表”""")
    void wrongUse(String typed, String english, String chinese) {
        assertEquals(2, place.nianbao(typed.split(" ")).status());
        assertTrue(
                place.nianbao(typed.split(" ")).err().startsWith(english),
                () -> place.nianbao(typed.split(" ")).err());
        assertTrue(
                place.inChinese()
                        .nianbao(typed.split(" "))
                        .err()
                        .replaceFirst("^命令有误：", "")
                        .startsWith(chinese),
                chinese);
    }

    @Test
    @DisplayName("An agency's name on two lines is wrong use")
    void twoLines() {
        Workplace.Run run = place.nianbao("new", "--agency", "甲\n乙", "--year", "2025");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("--agency takes one line of text"), run.err());
    }

    private Set<String> found(String file, String... options) {
        List<String> words = new ArrayList<>(List.of("check", file, "--format", "json"));
        words.addAll(List.of(options));
        Workplace.Run run = place.nianbao(words.toArray(String[]::new));
        assertEquals(0, run.status(), run.out());
        Set<String> ids = new TreeSet<>();
        for (JsonNode diagnostic :
                new JsonMapper().readTree(run.out()).path("files").path(0).path("problems")) {
            ids.add(diagnostic.path("id").asString());
        }
        return ids;
    }

    private String tally(String file) {
        return place.nianbao("check", file).out().replaceFirst("(?s).*\n(?=1 file)", "");
    }

    private Report read(String file) {
        return InputReader.read(place.at(file), file, Workplace.FORMS)
                .filled()
                .orElseThrow()
                .report();
    }

    private static Cell cell(Report report, String path) {
        return report.cell(RECEIVED + path);
    }

    /** Each row's label, and each column's that is no row of its own. */
    private static void everyLabelIsIn(String text, Report report) {
        for (Section.TableSection section : report.form().tables()) {
            assertTrue(text.contains("# " + section.heading().orElse(section.key())));
            for (Block block : section.table().blocks()) {
                for (Axis.Leaf row : block.rows().leaves()) {
                    for (Label label : row.labels()) {
                        assertTrue(text.contains(label.text().replace("\n", "")), label.text());
                    }
                }
                for (Axis.Leaf column : block.columns().leaves()) {
                    column.labels().stream()
                            .filter(label -> !label.spanner() && label.total().isEmpty())
                            .forEach(label ->
                                    assertTrue(text.contains(label.text().replace("\n", "")), label.text()));
                }
            }
        }
    }
}
