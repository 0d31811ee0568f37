package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.input.InputReader;
import org.nianbao.report.Report;

@DisplayName("nianbao aggregate adds the reports of units up")
class AggregateTest {
    private static final String UNITS = """
            汇总机关: 某县人民政府
            单位:
              本级: 某县人民政府办公室
              部门:
                - 某县档案局
                - {名称: 某县文化和旅游局, 又名: 某县旅游局}
              乡镇街道:
                - {名称: 城关镇人民政府, 范围: 汇总}
            """;

    private static final String RECEIVED = "收到和处理政府信息公开申请情况.本年新收.";
    private static final String PERMITS = "主动公开政府信息情况.行政许可";
    private static final String FEES = "主动公开政府信息情况.行政事业性收费";

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void four() {
        place = new Workplace(folder);
        unit("office", "某县人民政府办公室", 100, "0", 3);
        unit("archive", "某县档案局", 35, "6133.0438", 2);
        unit("tourism", "某县文化和旅游局", 0, "0.50", 1);
        unit("town", "城关镇人民政府", 7, "12.4562", 4);
        place.edit("units/town.yaml", "总体情况", "范围: 汇总\n总体情况");
        place.write("units/units.yaml", UNITS);
    }

    private static String report(String agency, int permits, String fees, int cases) {
        return SmallReport.of(agency, 2021)
                .disclosed("行政许可: " + permits, "行政事业性收费: " + fees)
                .granted("{自然人: " + cases + "}")
                .toString();
    }

    private void unit(String file, String agency, int permits, String fees, int cases) {
        place.write("units/" + file + ".yaml", report(agency, permits, fees, cases));
    }

    private Workplace.Run aggregate(String... more) {
        return place.inChinese()
                .nianbao(Stream.concat(Stream.of("aggregate", "units", "--into", "county.yaml"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Workplace.Run withUnits(String... more) {
        return aggregate(Stream.concat(Stream.of("--units", "units/units.yaml"), Stream.of(more))
                .toArray(String[]::new));
    }

    private Report read(String file) {
        return InputReader.read(place.at(file), file, Workplace.FORMS)
                .filled()
                .orElseThrow()
                .report();
    }

    private String cell(String path) {
        return read("county.yaml").cell(path).text();
    }

    @Test
    @DisplayName(
            "Every cell is the sum over the units; the prose is left to be written; the file says which units are in")
    void sums() {
        Workplace.Run run = withUnits();
        String text = place.read("county.yaml");
        assertAll(
                () -> assertEquals("", run.err()),
                () -> assertEquals("county.yaml：由 4 份报告汇总写成；把文字写完，再运行：nianbao check county.yaml\n", run.out()),
                () -> assertEquals(0, run.status()),
                () -> assertEquals("142", cell(PERMITS)),
                () -> assertEquals("6146", cell(FEES)),
                () -> assertEquals("10", cell(RECEIVED + "自然人")),
                () -> assertEquals("10", cell(RECEIVED + "总计")),
                () -> assertTrue(text.contains("\n机关: 某县人民政府\n"), text),
                () -> assertTrue(text.contains("\n范围: 汇总\n"), text),
                () -> assertTrue(text.contains("\n# 汇总：计入 部门 2 个：某县档案局、某县文化和旅游局\n"), text),
                () -> assertTrue(text.contains("\n总体情况: |\n"), text),
                () -> assertTrue(place.nianbao("check", "county.yaml").out().contains("to-fill-in: “总体情况”")));
    }

    @Test
    @DisplayName("Figures with notes are added up without them, and the cells are named")
    void notesAreNotCarried() {
        String clean = withUnits().err();
        place.delete("county.yaml");
        place.edit("units/archive.yaml", "行政许可: 35", "行政许可: {数: 35, 注: 其中延续16件}");
        Workplace.Run run = withUnits();
        String text = place.read("county.yaml");
        assertAll(
                () -> assertEquals("", clean),
                () -> assertTrue(run.err().contains("某县档案局"), run.err()),
                () -> assertTrue(run.err().contains("part-notes") && run.err().contains(PERMITS), run.err()),
                () -> assertEquals(0, run.status()),
                () -> assertEquals("142", cell(PERMITS)),
                () -> assertFalse(text.contains("其中延续"), text));
    }

    @Test
    @DisplayName("Where a sum comes from is told by group, then by unit")
    void provenance() {
        assertEquals("""
                收到和处理政府信息公开申请情况.本年新收.总计: 10 = 本级 3 + 部门 3 + 乡镇街道 4
                    本级 3 = 某县人民政府办公室 3
                    部门 3 = 某县档案局 2 + 某县文化和旅游局 1
                    乡镇街道 4 = 城关镇人民政府 4
                """, withUnits("--cell", "本年新收.总计").out().replaceFirst("county.yaml：.*\n", ""));
        String all = withUnits("--cell", "all").out();
        assertTrue(all.startsWith(PERMITS + ": 142 = 本级 100 + 部门 35 + 乡镇街道 7\n"), all);
        assertTrue(all.contains(FEES + ": 6146 = 部门 6133.5438 + 乡镇街道 12.4562\n"), all);
        assertFalse(all.contains("行政处罚"), all);
        Workplace.Run wrong = withUnits("--cell", "本年新受.总计");
        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("没有叫“本年新受.总计”的合计：是不是“本年新收.总计”"), wrong.err());
    }

    @Test
    @DisplayName("All that is missing or does not count is told by name, and the others are added up")
    void allIsTold() {
        place.delete("units/office.yaml");
        unit("tourism-old", "某县旅游局", 9, "0", 1); // another name of the same unit
        unit("finance", "某县财政局", 1000, "0", 1);
        unit("town-own", "城关镇人民政府", 2000, "0", 1);
        unit("county-2020", "某县人民政府", 3000, "0", 1);
        place.edit("units/county-2020.yaml", "总体情况", "范围: 汇总\n总体情况");
        place.write("units/gbk.yaml", "");
        Workplace.Run run = withUnits();
        assertEquals(1, run.status());
        for (String told : List.of(
                "错误 part-missing: 本级：没有报送的有 1 个：某县人民政府办公室",
                "错误 part-twice: 某县文化和旅游局 没有计入：它有几份报告，数字不同：" + "units/tourism-old.yaml（某县旅游局）、units/tourism.yaml",
                "错误 part-unknown: units/finance.yaml 没有计入：单位表里没有“某县财政局”",
                "提醒 part-scope-own: units/town-own.yaml 是 城关镇人民政府 本机关的报告",
                "提示 part-itself: units/county-2020.yaml 就是要汇总的报告本身，不计入",
                "错误 part-of-whom: units/gbk.yaml 没有计入：读不出是哪个单位的，错误 1 处；第一处：第 1 行第 1 列，文件是空的")) {
            assertTrue(run.err().contains(told), told + "\n" + run.err());
        }
        assertEquals("42", cell(PERMITS));
        assertTrue(place.read("county.yaml").contains("\n# 汇总：没有报送 本级 1 个：某县人民政府办公室\n"));
        assertTrue(place.read("county.yaml").contains("\n# 汇总：没有计入 3 个："));
    }

    @Test
    @DisplayName("Reports of another year or edition, with errors, or unfinished do not count; accepted errors do")
    void faulty() {
        place.edit("units/office.yaml", "年度: 2021", "年度: 2022");
        place.edit("units/archive.yaml", "年度: 2021", "年度: 2021\n版式: 2019");
        place.edit("units/archive.yaml", "  行政许可: 35\n  行政事业性收费: 6133.0438\n", "  行政许可: {处理决定数量: 35}\n");
        place.edit("units/tourism.yaml", "本年新收: {自然人: 1}", "本年新收: {自然人: 2}");
        place.edit("units/town.yaml", "行政许可: 7", "行政许可:");
        Workplace.Run run = withUnits();
        assertEquals(1, run.status());
        for (String told : List.of(
                "part-year: units/office.yaml 没有计入：某县人民政府办公室 的这份报告是 2022 年的，不是 2021 年",
                "part-edition: units/archive.yaml 没有计入：它填的是“政府信息公开工作年度报告 2019”",
                "nianbao new --from units/archive.yaml --year 2021 --output 新文件",
                "part-wrong: units/tourism.yaml 没有计入：某县文化和旅游局 的报告有错误",
                "part-draft: units/town.yaml 没有计入：城关镇人民政府 的报告还没有写完，没有填的有 1 处",
                "nothing-to-add: 没有汇总：没有一份报告可以计入")) {
            assertTrue(run.err().contains(told), told + "\n" + run.err());
        }
        assertFalse(Files.exists(place.at("county.yaml")));

        String accepted = """
                核对说明:
                  - {核对: A1, 位置: 收到和处理政府信息公开申请情况.自然人, 说明: 原表如此。}
                  - {核对: A1, 位置: 收到和处理政府信息公开申请情况.总计, 说明: 原表如此。}
                """;
        place.write("units/tourism.yaml", place.read("units/tourism.yaml") + accepted);
        Workplace.Run counted = withUnits();
        assertTrue(counted.err().contains("提示 part-accepted: units/tourism.yaml：某县文化和旅游局 的报告有 2 处错误"), counted.err());
        assertEquals("2", cell(RECEIVED + "自然人"));
    }

    @Test
    @DisplayName("A unit whose report cannot be read to its end has delivered: it is not told to be missing as well")
    void unreadable() {
        place.edit("units/archive.yaml", "年度: 2021", "年度: 去年");
        Workplace.Run run = withUnits();
        assertTrue(run.err().contains("part-unread: units/archive.yaml 没有计入：某县档案局 已交，待改，错误"), run.err());
        assertFalse(run.err().contains("part-missing"), run.err());
    }

    @Test
    @DisplayName(
            "Without a list of units a body’s own report does not count beside the sum that it is in, nor do two reports")
    void withoutUnits() {
        unit("town-own", "城关镇人民政府", 2000, "0", 1);
        unit("archive-again", "某县档案局", 35, "6133.04380", 2);
        Workplace.Run run = aggregate("--agency", "某县人民政府");
        assertTrue(
                run.err().contains("part-within: units/town-own.yaml 没有计入：城关镇人民政府 本机关的报告已经包括在它汇总的 units/town.yaml 里"));
        assertTrue(run.err().contains("part-twice: 某县档案局 有几份报告，数字相同，只计一次"), run.err());
        assertEquals("142", cell(PERMITS));
        assertEquals(2, place.nianbao("aggregate", "units", "--into", "b.yaml").status());
    }

    @Test
    @DisplayName("A sum over a blank is not known: it is left to be filled in, and whose it is is told")
    void blank() {
        place.edit("units/archive.yaml", "行政许可: 35", "行政许可: ~");
        Workplace.Run run = withUnits("--cell", "行政许可");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("part-blank: units/archive.yaml：某县档案局 的报告有 1 格空着，这些格的合计不知道：" + PERMITS));
        assertTrue(run.out().startsWith(PERMITS + ": 不知道（空着的：某县档案局） = 本级 100 + 乡镇街道 7\n"), run.out());
        assertTrue(place.read("county.yaml").contains("\n  行政许可:  # 本年处理决定数量\n"));
        place.edit("county.yaml", "行政许可:  #", "行政许可: 107  # 档案局没有这一项。");
        assertTrue(withUnits().out().contains("数字没有变化"));
        assertEquals("107", cell(PERMITS));
    }

    @Test
    @DisplayName("Run again, it renews figures where they stand; prose, comments and the rest stay byte by byte")
    void renewed() {
        place.delete("units/town.yaml");
        withUnits();
        String written = place.read("county.yaml")
                .replace("总体情况: |\n", "总体情况: |\n  全县收到申请{{收到和处理政府信息公开申请情况.本年新收.总计}}件，均按期答复。\n")
                .replace("行政许可: 135  # 本年处理决定数量", "行政许可:   \"135\"   # 审批局核过");
        place.write("county.yaml", "\uFEFF" + written.replace("\n", "\r\n"));
        assertTrue(withUnits().out().endsWith("county.yaml：3 份报告；数字没有变化\n"));
        assertEquals("\uFEFF" + written.replace("\n", "\r\n"), place.read("county.yaml"));

        unit("town", "城关镇人民政府", 7, "0", 4);
        place.edit("units/town.yaml", "总体情况", "范围: 汇总\n总体情况");
        Workplace.Run run = withUnits();
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().startsWith(PERMITS + ": 135 → 142\n" + RECEIVED + "自然人: 6 → 10\n"), run.out());
        List<String> before =
                written.lines().filter(line -> !line.startsWith("# 汇总：")).toList();
        List<String> after = place.read("county.yaml")
                .replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.startsWith("# 汇总："))
                .toList();
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                changed.add(after.get(i).strip().replaceFirst("自然人: 10, 商.*", "自然人: 10…"));
            }
        }
        assertEquals(List.of("行政许可:   142   # 审批局核过", "本年新收: {自然人: 10…", "予以公开: {自然人: 10…"), changed);
        assertEquals(before.size(), after.size());
        assertTrue(place.read("county.yaml").startsWith("\uFEFF"));
        assertFalse(place.read("county.yaml").contains("没有报送"));
        assertFalse(place.read("county.yaml").replace("\r\n", "").contains("\n"));
    }

    @ParameterizedTest
    @DisplayName("A figure that was left out is put into its row, or into its table")
    @ValueSource(
            strings = {
                "  行政许可: 1\n",
                "  {}\n",
                "\n",
                "  {行政强制: 0}\n",
                "  # 各项数字\n  行政强制: 0 # 没有\n  行政规范性文件:\n    本年制发件数: 0\n",
                "  行政许可: {}\n"
            })
    void leftOut(String table) {
        place.edit("units/archive.yaml", "  行政许可: 35", "  行政规范性文件: {本年制发件数: 1, 现行有效件数: 2}\n  行政许可: 35");
        place.write(
                "county.yaml",
                report("某县人民政府", 0, "0", 0)
                        .replace("总体情况:", "范围: 汇总\n总体情况:")
                        .replace("  行政许可: 0\n  行政事业性收费: 0\n", table)
                        .replace("情况:\n  {", "情况: {")
                        .replace("  本年新收: {自然人: 0}\n", ""));
        String before = place.read("county.yaml");
        Workplace.Run run = withUnits();
        if (table.contains("行政许可: {}")) {
            assertEquals(1, run.status());
            assertTrue(run.err().contains("not-renewable"), run.err());
            assertEquals(before, place.read("county.yaml"));
            return;
        }
        assertEquals(0, run.status(), run.err());
        assertAll(
                () -> assertEquals("142", cell(PERMITS)),
                () -> assertEquals("6146", cell(FEES)),
                () -> assertEquals("2", cell("主动公开政府信息情况.行政规范性文件.现行有效件数")),
                () -> assertEquals("10", cell(RECEIVED + "总计")));
        before.lines()
                .filter(line -> line.contains("#") || !line.startsWith(" "))
                .forEach(
                        line -> assertTrue(place.read("county.yaml").contains(line.replaceFirst(" *\\{.*", "")), line));
        assertTrue(withUnits().out().contains("数字没有变化"));
    }

    @Test
    @DisplayName("A total that the units’ totals come to otherwise is written, for the sum is theirs")
    void totals() {
        String accepted = """
                核对说明:
                  - {核对: A3, 位置: 收到和处理政府信息公开申请情况.本年新收.总计, 说明: 原表如此。}
                  - {核对: A1, 位置: 收到和处理政府信息公开申请情况.总计, 说明: 原表如此。}
                """;
        place.edit("units/archive.yaml", "本年新收: {自然人: 2}", "本年新收: {自然人: 2, 总计: 3}");
        place.write("units/archive.yaml", place.read("units/archive.yaml") + accepted);
        Workplace.Run run = withUnits();
        assertEquals(0, run.status(), run.err());
        assertEquals("11", cell(RECEIVED + "总计"));
        assertTrue(place.read("county.yaml").contains("其他: 0, 总计: 11}"));
    }

    @Test
    @DisplayName("A report that is not the sum of these units is never written over")
    void neverWrittenOver() {
        String own = report("某县人民政府", 1, "1", 1);
        place.write("county.yaml", own);
        Workplace.Run run = withUnits();
        assertEquals(1, run.status());
        assertTrue(run.err().contains("into-no-sum: county.yaml 是 某县人民政府 2021 年的报告，但不是汇总的，没有改动"), run.err());
        place.write("county.yaml", own.replace("总体情况:", "范围: 汇总\n总体情况:"));
        assertTrue(withUnits("--year", "2022").err().contains("into-another"));
        assertTrue(withUnits("--agency", "某市人民政府").err().contains("into-another"));
        place.write("county.yaml", "报告: [");
        assertEquals(1, withUnits().status());
        assertEquals("报告: [", place.read("county.yaml"));
        assertEquals(2, withUnits("--sums", "county.yaml").status());
        assertEquals(2, withUnits("--sums", "units/town.yaml").status());
    }

    @Test
    @DisplayName("Changes with signs and money with its unit are added up exactly")
    void edition2019() {
        List<String> changes = List.of("-3", "+1", "0");
        List<String> money = List.of("251000元", "160.5964万元", "0");
        for (int i = 0; i < 3; i++) {
            place.write(
                    "old/" + i + ".yaml",
                    SmallReport.of("某县第" + i + "局", 2020)
                            .disclosed(
                                    "行政许可: {上一年项目数量: 10, 本年增减: " + changes.get(i) + ", 处理决定数量: 3}",
                                    "政府集中采购: {采购项目数量: 1, 采购总金额: " + money.get(i) + "}")
                            .toString());
        }
        Workplace.Run run = place.nianbao("aggregate", "old", "--into", "county.yaml", "--agency", "某县人民政府");
        assertEquals("", run.err());
        assertEquals("-2", cell("主动公开政府信息情况.行政许可.本年增减"));
        assertEquals("1856964元", cell("主动公开政府信息情况.政府集中采购.采购总金额"));
    }

    @ParameterizedTest
    @DisplayName("Towns to county to city gives the same as the sum over all leaves")
    @ValueSource(longs = {1, 2, 3})
    void acrossLevels(long seed) {
        Random random = new Random(seed);
        for (int county = 0; county < 1 + random.nextInt(4); county++) {
            for (int town = 0; town < 1 + random.nextInt(4); town++) {
                String name = "第" + county + "县第" + town + "镇人民政府";
                String leaves = "towns" + county + "-" + town;
                for (int leaf = 0; leaf < 1 + random.nextInt(5); leaf++) {
                    String text = leaf(name + "第" + leaf + "站", random);
                    place.write(leaves + "/" + leaf + ".yaml", text);
                    place.write("leaves/" + county + "-" + town + "-" + leaf + ".yaml", text);
                }
                sum(leaves, "county" + county + "/" + town + ".yaml", name);
            }
            sum("county" + county, "city/" + county + ".yaml", "第" + county + "县人民政府");
        }
        sum("city", "by-levels.yaml", "某市人民政府");
        sum("leaves", "at-once.yaml", "某市人民政府");
        Report byLevels = read("by-levels.yaml");
        Report atOnce = read("at-once.yaml");
        atOnce.quotable().stream()
                .filter(atOnce::has)
                .forEach(path -> assertEquals(
                        atOnce.cell(path).text(), byLevels.cell(path).text(), path));
        Workplace.Run check = place.nianbao("check", "by-levels.yaml", "--parts", "leaves");
        assertEquals(0, check.status(), check.out());
    }

    /** Adds a folder up, and writes the prose, so that the sum can be a part. */
    private void sum(String from, String into, String agency) {
        Workplace.Run run = place.nianbao("aggregate", from, "--into", into, "--agency", agency);
        assertEquals(0, run.status(), run.err());
        place.write(
                into,
                place.read(into)
                        .replaceAll("(?m)^成文日期:.*\n|^引言: \\|\n", "")
                        .replaceAll("(?m)^(\\S+): \\|$", "$1: 本年度按照规定公开政府信息，未收取信息处理费，依法办理公开申请，各项工作平稳有序。"));
    }

    /** A report whose figures hold together. */
    private static String leaf(String agency, Random random) {
        List<String> columns = List.of("自然人", "商业企业", "其他");
        Map<String, StringBuilder> rows = new LinkedHashMap<>();
        for (String row : List.of("本年新收", "上年结转", "予以公开", "部分公开", "结转下年度继续办理")) {
            rows.put(row, new StringBuilder());
        }
        for (String column : columns) {
            int open = random.nextInt(20);
            int partly = random.nextInt(5);
            int next = random.nextInt(3);
            int last = random.nextInt(open + partly + next + 1);
            List<Integer> figures = List.of(open + partly + next - last, last, open, partly, next);
            List<StringBuilder> lines = List.copyOf(rows.values());
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).append(column).append(": ").append(figures.get(i)).append(", ");
            }
        }
        String fees = random.nextInt(1000) + "." + (100 + random.nextInt(900));
        return report(agency, random.nextInt(5000), fees, 0)
                .replace(
                        "  本年新收: {自然人: 0}\n  本年度办理结果:\n    予以公开: {自然人: 0}\n",
                        Stream.of("  本年新收", "  上年结转", "  结转下年度继续办理", "  本年度办理结果:\n    予以公开", "    部分公开")
                                .map(key -> key + ": {" + rows.get(key.replaceAll("(?s).*\\s", "")) + "}\n")
                                .collect(Collectors.joining()));
    }

    @Test
    @DisplayName("check --parts tells which units are missing, and what the sum says otherwise")
    void heldAgainstItsParts() {
        withUnits();
        place.edit("county.yaml", "行政许可: 142", "行政许可: 140");
        place.edit("county.yaml", "本年新收: {自然人: 10", "本年新收: {自然人: 11");
        place.delete("units/tourism.yaml");
        Workplace.Run run =
                place.inChinese().nianbao("check", "county.yaml", "--parts", "units", "--units", "units/units.yaml");
        assertEquals(1, run.status());
        for (String told : List.of(
                "错误 part-missing: 部门：没有报送的有 1 个：某县文化和旅游局",
                "错误 A7: 行政许可：3 份报告之和是 142，这里写的是 140，差 2；最大的是 某县人民政府办公室 100、某县档案局 35、城关镇人民政府 7",
                "错误 A7: 本年新收.自然人：3 份报告之和是 9，这里写的是 11，差 2；最大的是 城关镇人民政府 4")) {
            assertTrue(run.out().contains(told), told + "\n" + run.out());
        }
        assertFalse(run.out().contains("本年新收.总计：3 份"), run.out()); // it follows from what is told
        assertEquals(
                2,
                place.nianbao("check", "county.yaml", "--units", "units/units.yaml")
                        .status());
    }

    @Test
    @DisplayName("A page opens each sum into its groups and units, without a script")
    void page() {
        Workplace.Run run = withUnits("--sums", "sums.html");
        assertEquals(0, run.status(), run.err());
        Document page = Jsoup.parse(place.read("sums.html"));
        Element sum = page.select("td").stream()
                .filter(cell -> cell.select("> details > summary").text().equals("142"))
                .findFirst()
                .orElseThrow();
        assertAll(
                () -> assertEquals("142", sum.select("> details > summary").text()),
                () -> assertEquals(
                        List.of("本级 100", "部门 35", "乡镇街道 7"),
                        sum.select(".made summary").eachText()),
                () -> assertEquals(
                        List.of("某县人民政府办公室 100", "某县档案局 35", "城关镇人民政府 7"),
                        sum.select("dl div").eachText()),
                () -> assertEquals(3, page.select(".sheet table").size()),
                () -> assertEquals(0, page.select("script, [src], link").size()),
                () -> assertTrue(page.select("table.list").text().contains("行政许可 142 100 35 7")));
        byte[] first = place.bytes("sums.html");
        withUnits("--sums", "sums.html");
        assertArrayEquals(first, place.bytes("sums.html"));
    }

    @Test
    @DisplayName("Of very many units the page names the largest, and sums up the rest")
    void manyUnits() {
        for (int i = 0; i < 300; i++) {
            place.write("many/" + i + ".yaml", report("某省第" + i + "站", i + 1, "0", 0));
        }
        Workplace.Run run = place.nianbao(
                "aggregate", "many", "--into", "a.yaml", "--agency", "某省", "--sums", "a.html", "--cell", PERMITS);
        assertEquals("", run.err());
        assertTrue(run.out().contains(": 45150 = 某省第299站 300 + "), run.out());
        assertTrue(run.out().contains(" + other units (200) 20100\n"), run.out());
        Document page = Jsoup.parse(place.read("a.html"));
        assertEquals(
                "100 other units 5050", page.select("td .made dl div").last().text());
        assertTrue(place.bytes("a.html").length < 100_000);
        assertTrue(place.read("a.yaml").getBytes(StandardCharsets.UTF_8).length < 40_000);
    }

    @Test
    @DisplayName("Rows that a province adds are added up too, if all units have them")
    void localRows() {
        place.write("units/湖北.form.yaml", SmallForm.disclosed("{其他主动公开文件: {after: 行政规范性文件}}"));
        for (String unit : List.of("office", "archive", "tourism")) {
            place.edit("units/" + unit + ".yaml", "机关:", "扩展: 湖北.form.yaml\n机关:");
            place.edit("units/" + unit + ".yaml", "  行政许可", "  其他主动公开文件: {现行有效件数: 5}\n  行政许可");
        }
        Workplace.Run elsewhere = withUnits();
        assertTrue(elsewhere.err().contains("rows-not-beside"), elsewhere.err());
        Workplace.Run run = place.inChinese()
                .nianbao("aggregate", "units", "--into", "units/county.yaml", "--units", "units/units.yaml");
        assertTrue(
                run.err()
                        .contains(
                                "part-edition: units/town.yaml 没有计入：它填的是“政府信息公开工作年度报告 2021”，不是“政府信息公开工作年度报告 2021 湖北.form.yaml”"),
                run.err());
        assertEquals(
                "15",
                read("units/county.yaml").cell("主动公开政府信息情况.其他主动公开文件.现行有效件数").text());
    }
}
