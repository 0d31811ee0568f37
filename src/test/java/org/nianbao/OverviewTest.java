package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The overview tells the office that collects reports how far it has come")
class OverviewTest {
    private static final String UNITS = """
            汇总机关: 太和县人民政府
            单位:
              部门:
                - 太和县教育局
                - {名称: 太和县文化和旅游局, 又名: 太和县文化局}
                - 太和县水利局
              乡镇街道:
                - 城关镇人民政府
                - 河西乡人民政府
            """;

    private Workplace place;

    @BeforeEach
    void anEmptyFolder(@TempDir Path folder) {
        place = new Workplace(folder).inChinese();
        place.write("units.yaml", UNITS);
    }

    /** A report in which nothing is wrong. */
    private static String report(String agency, int year, int received, int inForce) {
        return SmallReport.of(agency, year)
                .with("成文日期", (year + 1) + "-01-20")
                .overall("""
                        （一）主动公开。全年公开信息126条。
                        （二）依申请公开。健全受理、审查、答复、送达制度，依法办理申请。
                        （三）政府信息管理。文件及时清理。
                        （四）平台建设。网站栏目更新及时。
                        （五）监督保障。组织一次培训。
                        """)
                .disclosed("行政规范性文件: {现行有效件数: " + inForce + "}")
                .granted("{自然人: " + received + "}")
                .toString();
    }

    private void delivered(String file, String agency, int year, int received, int inForce) {
        place.write("inputs/" + file, report(agency, year, received, inForce));
    }

    private Document overview(String... more) {
        List<String> arguments = new ArrayList<>(List.of("overview", "inputs"));
        arguments.addAll(List.of(more));
        Workplace.Run run = place.nianbao(arguments.toArray(String[]::new));
        assertEquals("", run.err());
        assertEquals(0, run.status());
        Document page = Jsoup.parse(place.read("output/overview.html"));
        assertEquals(page.select("h1").text() + " → output/overview.html\n", run.out());
        return page;
    }

    /** The rows of the table of units by name, each with its cells by the words above them. */
    private static Map<String, Map<String, String>> units(Document page) {
        Map<String, Map<String, String>> units = new LinkedHashMap<>();
        for (Element row : page.select("#units tbody tr:not(.found)")) {
            units.put(row.child(0).ownText(), cells(row, page.select("#units thead th")));
        }
        return units;
    }

    private static Map<String, Map<String, String>> totals(Document page) {
        Map<String, Map<String, String>> totals = new LinkedHashMap<>();
        page.select(".totals tbody tr, .totals tfoot tr")
                .forEach(row -> totals.put(row.child(0).text(), cells(row, page.select(".totals thead th"))));
        return totals;
    }

    private static Map<String, String> cells(Element row, Elements heads) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 1; i < heads.size(); i++) {
            cells.put(heads.get(i).ownText(), row.child(i).text());
        }
        return cells;
    }

    private static String cell(Map<String, Map<String, String>> table, String row, String column) {
        assertTrue(table.containsKey(row), row + " in " + table.keySet());
        assertTrue(
                table.get(row).containsKey(column),
                column + " in " + table.get(row).keySet());
        return table.get(row).get(column);
    }

    private static String section(Document page, String heading) {
        return page.select("section").stream()
                .filter(section -> section.select("h2").text().equals(heading))
                .map(Element::text)
                .collect(Collectors.joining())
                .replaceFirst(heading + " ", "");
    }

    @Test
    void theFirstLinesCountAndNameTheUnits() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        delivered("b.yaml", "太和县水利局", 2025, 2, 5);
        place.edit("inputs/b.yaml", "予以公开: {自然人: 2}", "予以公开: {自然人: 2, 总计: 5}");
        delivered("c.yaml", "城关镇人民政府", 2025, 0, 0);
        Document page = overview("--units", "units.yaml");
        assertEquals("应报5家，已报3家，未报2家，1家有错误", page.select("h1").text());
        assertEquals("部门 1 太和县文化和旅游局 乡镇街道 1 河西乡人民政府", section(page, "未报"));
        assertEquals("太和县水利局", section(page, "有错误"));
        Map<String, Map<String, String>> units = units(page);
        assertEquals(List.of("太和县教育局", "太和县文化和旅游局", "太和县水利局", "城关镇人民政府", "河西乡人民政府"), List.copyOf(units.keySet()));
        assertEquals("没有问题", cell(units, "太和县教育局", "情况"));
        assertEquals("未报", cell(units, "太和县文化和旅游局", "情况"));
        assertEquals("有错误", cell(units, "太和县水利局", "情况"));
        assertEquals("部门", cell(units, "太和县水利局", "分组"));
        assertTrue(page.select("#u3 .found").text().contains("错误 A3"));
        for (Element link : page.select("a[href^=#]")) {
            assertEquals(1, page.select(link.attr("href")).size());
            assertTrue(page.select(link.attr("href")).text().startsWith(link.text()));
        }
    }

    @Test
    void itSpeaksEnglishToo() {
        place = new Workplace(place.folder());
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        Document page = overview("--units", "units.yaml");
        assertEquals("5 due, 1 delivered, 4 missing", page.select("h1").text());
        assertEquals("clean", cell(units(page), "太和县教育局", "State"));
    }

    @Test
    void whatIsFoundInEachFileIsWhatCheckFinds() {
        place.copyFromCheckout("inputs");
        place.edit("inputs/houma-2021.yaml", "现行有效件数: 0", "现行有效件: 0");
        place.edit("inputs/yanshi-2021.yaml", "本年新收: {", "本年新收: {科研机构: 1,5, ");
        delivered("now.yaml", "太和县水利局", 2021, 2, 5);
        place.write("last/a.yaml", report("太和县水利局", 2020, 2, 9).replace("行政规范性文件: {现行有效件数: 9}", "规范性文件: {}"));
        Map<String, String> checked = new LinkedHashMap<>();
        new JsonMapper()
                .readTree(place.nianbao("check", "inputs", "--format", "json", "--last-year", "last")
                        .out())
                .path("files")
                .forEach(file -> checked.put(
                        file.path("file").asString(),
                        file.path("errors").asInt() + " "
                                + file.path("warnings").asInt()));
        checked.remove("inputs/yima-2023.yaml"); // of another year
        Map<String, String> shown = new LinkedHashMap<>();
        Document page = overview("--last-year", "last", "--year", "2021");
        for (Element row : page.select("#units tbody tr:not(.found)")) {
            Map<String, String> cells = cells(row, page.select("#units thead th"));
            shown.put(row.select("th small").text(), cells.get("错误") + " " + cells.get("提醒"));
        }
        assertEquals(checked, shown);
        assertTrue(shown.values().stream().anyMatch(counts -> !counts.startsWith("0")), "some have errors");
    }

    @Test
    void keyFiguresAreThoseOfTheInputsAndAreAddedUpByGroup() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        delivered("b.yaml", "太和县水利局", 2025, 20, 5);
        delivered("c.yaml", "城关镇人民政府", 2025, 100, 11);
        place.edit("inputs/c.yaml", "现行有效件数: 11", "现行有效件数: ~");
        Document page = overview("--units", "units.yaml");
        Map<String, Map<String, String>> units = units(page);
        assertEquals("3", cell(units, "太和县教育局", "新收申请"));
        assertEquals("20", cell(units, "太和县水利局", "办理结果"));
        assertEquals("5", cell(units, "太和县水利局", "现行有效规范性文件"));
        assertEquals("—", cell(units, "城关镇人民政府", "现行有效规范性文件"));
        assertEquals("—", cell(units, "河西乡人民政府", "新收申请"));
        Map<String, Map<String, String>> totals = totals(page);
        assertEquals("23", cell(totals, "部门", "新收申请"));
        assertEquals("100", cell(totals, "乡镇街道", "新收申请"));
        assertEquals("123", cell(totals, "合计", "新收申请"));
        assertEquals("12 2 份之和", cell(totals, "合计", "现行有效规范性文件"));
        assertEquals(
                List.of("3", "2", "1"),
                List.of(cell(totals, "部门", "应报"), cell(totals, "部门", "已报"), cell(totals, "部门", "未报")));
        assertEquals(
                List.of("城关镇人民政府 100", "太和县水利局 20", "太和县教育局 3"),
                page.select(".chart tbody tr").eachText());
    }

    @Test
    void whoDeliveredTwiceIsInNoSumUntilItIsKnownWhichCounts() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        delivered("b.yaml", "太和县文化和旅游局", 2025, 20, 5);
        delivered("b-old.yaml", "太和县 文化局", 2025, 21, 5);
        Document page = overview("--units", "units.yaml");
        assertEquals("应报5家，已报2家，未报3家，1家重复报送", page.select("h1").text());
        Map<String, Map<String, String>> units = units(page);
        assertEquals("报了 2 份", cell(units, "太和县文化和旅游局", "情况"));
        assertEquals("—", cell(units, "太和县文化和旅游局", "新收申请"));
        assertEquals("20", cell(units, "inputs/b.yaml", "新收申请"));
        assertEquals("21", cell(units, "inputs/b-old.yaml", "新收申请"));
        assertEquals("3 1 份之和", cell(totals(page), "合计", "新收申请"));
        delivered("b-old.yaml", "太和县文化局", 2025, 20, 5);
        Document agreed = overview("--units", "units.yaml");
        assertEquals("20", cell(units(agreed), "太和县文化和旅游局", "新收申请"));
        assertEquals("23", cell(totals(agreed), "合计", "新收申请"));
    }

    @Test
    void aReportAboutAnotherYearIsNotTheOneThatIsDue() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        delivered("b.yaml", "太和县水利局", 2025, 3, 7);
        delivered("c.yaml", "城关镇人民政府", 2024, 3, 7);
        Document page = overview("--units", "units.yaml");
        assertEquals("应报5家，已报2家，已交待改1家，未报2家，1个文件未计入", page.select("h1").text());
        assertEquals("已交，待改", cell(units(page), "城关镇人民政府", "情况"));
        assertTrue(section(page, "未计入的文件").contains("inputs/c.yaml 城关镇人民政府 是2024年度的（第 2 行第 5 列）"));
        Document asked = overview("--units", "units.yaml", "--year", "2024");
        assertEquals("应报5家，已报1家，已交待改2家，未报2家，2个文件未计入", asked.select("h1").text());
        assertTrue(asked.title().contains("2024年政府信息公开工作年度报告"));
    }

    @Test
    void filesThatCountForNobodyAreToldWithTheReason() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        delivered("b.yaml", "太和县水力局", 2025, 3, 7);
        delivered("c.yaml", "太和县人民政府", 2025, 3, 7);
        place.edit("inputs/c.yaml", "年度: 2025", "年度: 2025\n范围: 汇总");
        delivered("d.yaml", "城关镇人民政府", 2025, 3, 7);
        place.edit("inputs/d.yaml", "年度: 2025", "年度: 2025\n范围: 汇总");
        place.write("inputs/e.yaml", "报告: [");
        place.write("inputs/f.yaml", "报告: 政府网站工作年度报表\n年度: 2025\n填报单位: 太和县教育局\n网站情况: {}\n");
        Document page = overview("--units", "units.yaml");
        assertEquals("应报5家，已报1家，已交待改1家，未报3家，5个文件未计入", page.select("h1").text());
        List<String> told = page.select(".strays tbody tr").eachText();
        assertTrue(told.get(0).contains("名单中没有这个机关，是否为“太和县水利局”"), told.get(0));
        assertTrue(told.get(1).contains("是本级的汇总报告"), told.get(1));
        assertTrue(told.get(2).contains("范围不符"), told.get(2));
        assertTrue(told.get(3).startsWith("inputs/e.yaml — 读不出是哪个机关、哪一年度的报告 错误 1 处"), told.get(3));
        assertTrue(told.get(4).contains("是另一种报表：政府网站工作年度报表"), told.get(4));
    }

    @Test
    void theAggregateOfALowerGovernmentCountsWhereTheListWantsIt() {
        place.edit("units.yaml", "- 城关镇人民政府", "- {名称: 城关镇人民政府, 范围: 汇总}");
        delivered("a.yaml", "城关镇人民政府", 2025, 3, 7);
        delivered("b.yaml", "城关镇人民政府", 2025, 5, 9);
        place.edit("inputs/b.yaml", "年度: 2025", "年度: 2025\n范围: 汇总");
        Document page = overview("--units", "units.yaml");
        assertEquals("5", cell(units(page), "城关镇人民政府（汇总）", "新收申请"));
        assertTrue(section(page, "未计入的文件").startsWith("文件 机关 原因 inputs/a.yaml 城关镇人民政府 范围不符"));
    }

    @Test
    @DisplayName("A unit that delivered what cannot count is not missing: the list says why and where")
    void whoDeliveredIsNotMissing() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        place.edit("inputs/a.yaml", "年度: 2025", "年度：2025");
        delivered("b.yaml", "文化和旅游局", 2025, 3, 7);
        place.write("inputs/太和县水利局.yaml", "");
        delivered("d.yaml", "城关镇人民政府", 2024, 3, 7);
        delivered("e.yaml", "河西乡人民政府", 2025, 3, 7);
        Document page = overview("--units", "units.yaml", "--year", "2025");
        assertEquals("应报5家，已报1家，已交待改4家，未报0家，4个文件未计入", page.select("h1").text());
        assertTrue(page.select("#u1 .why").text().startsWith("inputs/a.yaml：读不出来：第 2 行第 3 列 冒号"));
        assertEquals(
                "inputs/b.yaml：机关写作“文化和旅游局”（第 3 行第 5 列），名单中是“太和县文化和旅游局”",
                page.select("#u2 .why").text());
        assertTrue(page.select("#u3 .why").text().startsWith("inputs/太和县水利局.yaml：读不出来"));
        assertEquals(
                "inputs/d.yaml：是2024年度的（第 2 行第 5 列）", page.select("#u4 .why").text());
        assertEquals("4", page.select("label[for=show-to-correct] b").text());
    }

    @Test
    @DisplayName("Each unit with something to do gets a text that can be sent; who is done gets none")
    void reminders() throws Exception {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        delivered("b.yaml", "太和县水利局", 2025, 2, 5);
        place.edit("inputs/b.yaml", "予以公开: {自然人: 2}", "予以公开: {自然人: 2, 总计: 5}");
        delivered("c.yaml", "城关镇人民政府", 2024, 3, 7);
        Workplace.Run run =
                place.nianbao("overview", "inputs", "--units", "units.yaml", "--year", "2025", "--reminders", "催");
        assertEquals("催：写好 4 份催办文字", run.out().lines().findFirst().orElse(""), run.err());
        try (Stream<Path> files = Files.list(place.at("催"))) {
            assertEquals(
                    List.of("城关镇人民政府.txt", "太和县文化和旅游局.txt", "太和县水利局.txt", "河西乡人民政府.txt"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertTrue(place.read("催/河西乡人民政府.txt").contains("尚未收到你单位的2025年政府信息公开工作年度报告"));
        assertTrue(place.read("催/城关镇人民政府.txt").contains("这是2024年度的报告（第 2 行第 5 列），现在收的是2025年度的。"));
        String wrong = place.read("催/太和县水利局.txt");
        assertTrue(wrong.contains("总计写的是 5") && wrong.contains("办法：请更正数字"), wrong);
    }

    @Test
    @DisplayName("new --units writes an input or a workbook for each unit, with what last year's report has for it")
    void allBlankInputs() throws Exception {
        place.write("last/a.yaml", report("太和县教育局", 2024, 3, 7));
        Workplace.Run run = place.nianbao("new", "--units", "units.yaml", "--from", "last", "--output", "新");
        assertEquals("新：写好 5 份待填的文件\n", run.out(), run.err());
        assertTrue(place.read("新/太和县教育局-2025.yaml").contains("\n年度: 2025\n"));
        assertTrue(place.read("新/河西乡人民政府-2025.yaml").contains("机关: 河西乡人民政府"));
        assertEquals(
                0,
                place.nianbao("new", "--units", "units.yaml", "--year", "2025", "--excel", "--output", "簿")
                        .status());
        assertTrue(Files.exists(place.at("簿/太和县水利局-2025.xlsx")));
        assertEquals(
                2,
                place.nianbao("new", "--units", "units.yaml", "--agency", "甲").status());
    }

    @Test
    void withoutAListEverybodyWhoDeliveredIsShown() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        delivered("b.yaml", "太和县水利局", 2025, 4, 7);
        delivered("c.yaml", "城关镇人民政府", 2019, 3, 7);
        Document page = overview();
        assertEquals("已报2家，1个文件未计入", page.select("h1").text());
        assertEquals(List.of("太和县教育局", "太和县水利局"), List.copyOf(units(page).keySet()));
        assertEquals("7", cell(totals(page), "合计", "新收申请"));
        assertEquals("", section(page, "未报"));
    }

    @Test
    void anEditionThatIsNotForTheYearIsMarked() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        place.edit("inputs/a.yaml", "年度: 2025", "年度: 2025\n版式: 2019");
        place.edit("inputs/a.yaml", "行政规范性文件: {现行有效件数: 7}", "规范性文件: {对外公开总数量: 7}");
        Document page = overview();
        assertTrue(cell(units(page), "太和县教育局", "情况").endsWith("版式 2019"));
        assertEquals("7", cell(units(page), "太和县教育局", "对外公开规范性文件"));
    }

    @Test
    void lastYearsFiguresAndTheChangeStandBelow() {
        delivered("a.yaml", "太和县教育局", 2025, 30, 7);
        delivered("b.yaml", "太和县水利局", 2025, 4, 7);
        delivered("c.yaml", "城关镇人民政府", 2025, 8, 9);
        place.write("last/a.yaml", report("太和县教育局", 2024, 12, 7));
        place.write("last/b.yaml", report("太和县水利局", 2024, 9, 8));
        Document page = overview("--units", "units.yaml", "--last-year", "last");
        Map<String, Map<String, String>> units = units(page);
        assertEquals("30 12 +18", cell(units, "太和县教育局", "新收申请"));
        assertEquals("7 7 ±0", cell(units, "太和县教育局", "现行有效规范性文件"));
        assertEquals("4 9 −5", cell(units, "太和县水利局", "新收申请"));
        assertEquals("8", cell(units, "城关镇人民政府", "新收申请"));
        assertEquals("34 21 +13", cell(totals(page), "部门", "新收申请"));
        assertEquals("42 21 +13", cell(totals(page), "合计", "新收申请"));
    }

    @Test
    void itLeadsToTheDocumentsThatAreThereAndToNoOthers() {
        delivered("a b#c.yaml", "太和县教育局", 2025, 3, 7);
        delivered("b.yaml", "太和县水利局", 2025, 3, 7);
        place.nianbao("render", "inputs/a b#c.yaml", "--format", "html");
        place.write("output/b.pdf", "");
        Elements links = overview().select(".documents a");
        assertEquals(List.of("HTML", "PDF"), links.eachText());
        assertEquals(List.of("a%20b%23c.html", "b.pdf"), links.eachAttr("href"));

        assertEquals(
                0,
                place.nianbao("overview", "inputs", "--documents", "output", "--output", "pages/甲/o.html")
                        .status());
        Elements others = Jsoup.parse(place.read("pages/甲/o.html")).select(".documents a");
        assertEquals(List.of("../../output/a%20b%23c.html", "../../output/b.pdf"), others.eachAttr("href"));
        for (String link : others.eachAttr("href")) {
            assertTrue(Files.exists(Path.of(place.at("pages/甲/o.html").toUri().resolve(link))));
        }
    }

    @Test
    void namesAreWordsAndNothingElse() throws Exception {
        String script = "<script>alert(1)</script>";
        String attribute = "甲\"onload=\"alert(1)";
        delivered("a&<b>.yaml", "'" + script + "'", 2025, 3, 7);
        delivered("javascript:alert(1).yaml", "'" + attribute + "'", 2025, 3, 7);
        place.write("output/javascript:alert(1).html", "");
        place.write(
                "units.yaml",
                "汇总机关: '</title>" + script + "'\n单位:\n  '" + "<b>组</b>" + "': ['" + script + "', '" + attribute + "', '"
                        + "${1+1}" + "']\n");
        Document page = overview("--units", "units.yaml");
        assertEquals(
                List.of(script, attribute, "${1+1}"), List.copyOf(units(page).keySet()));
        assertEquals("<b>组</b>", cell(units(page), script, "分组"));
        assertTrue(page.text().contains("inputs/a&<b>.yaml"));
        assertEquals(1, page.select("script").size());
        assertEquals(
                "javascript%3Aalert%281%29.html", page.select(".documents a").attr("href"));
        page.getAllElements()
                .forEach(element -> element.attributes()
                        .forEach(attributeOf -> assertFalse(attributeOf.getKey().startsWith("on"), element.tagName())));
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(page.select("script").get(0).data().getBytes(StandardCharsets.UTF_8));
        assertTrue(page.select("meta[http-equiv=Content-Security-Policy]")
                .attr("content")
                .contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "'; "));
    }

    @Test
    void aListThatIsWrongStopsIt() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        place.edit("units.yaml", "- 太和县水利局", "- 太和县教育局");
        Workplace.Run run = place.nianbao("overview", "inputs", "--units", "units.yaml");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("units.yaml:6:"), run.err());
        assertFalse(Files.exists(place.at("output/overview.html")));
    }

    @Test
    void itNeverTakesThePlaceOfAnInput() {
        delivered("a.yaml", "太和县教育局", 2025, 3, 7);
        assertEquals(
                2,
                place.nianbao("overview", "inputs", "--output", "inputs/a.yaml").status());
    }

    @Test
    void aThousandUnitsTakeLessThanTwoMegabytes() throws Exception {
        StringBuilder units = new StringBuilder("汇总机关: 某省人民政府\n单位:\n");
        for (int i = 0; i < 1000; i++) {
            units.append(i % 50 == 0 ? "  第" + i / 50 + "市:\n" : "");
            String name = "第" + i + "市人力资源和社会保障局";
            units.append("    - ").append(name).append('\n');
            if (i % 8 != 0) {
                String report = report(name, 2025, i, i % 90);
                place.write(
                        "inputs/" + i + ".yaml",
                        i % 9 == 0 ? report.replace("予以公开: {自然人: " + i, "予以公开: {自然人: 1") : report);
            }
        }
        place.write("units.yaml", units.toString());
        Document page = overview("--units", "units.yaml");
        assertTrue(
                page.select("h1").text().startsWith("应报1000家，已报875家，未报125家，98家有错误"),
                page.select("h1").text());
        assertEquals(1000, page.select("#units tbody").size());
        assertTrue(Files.size(place.at("output/overview.html")) < 2_000_000);
    }
}
