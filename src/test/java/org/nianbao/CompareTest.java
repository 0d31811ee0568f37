package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.published.ReadBack;

@DisplayName("nianbao compare tells what differs between reports")
class CompareTest {
    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void openPlace() {
        place = new Workplace(folder).inChinese();
    }

    /** A report whose tables hold what is given, and whose 总体情况 does. */
    private String report(String agency, int year, String disclosed, String prose) {
        String name = agency + "-" + year + ".yaml";
        place.write(
                name,
                SmallReport.of(agency, year)
                        .with("总体情况", "|\n  " + prose)
                        .with("主动公开政府信息情况", "{" + disclosed + "}")
                        .with("存在的主要问题及改进情况", "~")
                        .with("其他需要报告的事项", "~")
                        .toString());
        return name;
    }

    private String twoYears(String before, String now) {
        Workplace.Run run = place.nianbao(
                "compare",
                report("档案局", 2021, before, "同一句话，每年都这样写在报告里。"),
                report("档案局", 2022, now, "同一句话，每年都这样写在报告里。"));
        assertEquals(0, run.status(), run.err());
        return run.out();
    }

    private String prose(String before, String now) {
        Workplace.Run run = place.nianbao("compare", report("档案局", 2021, "", before), report("档案局", 2022, "", now));
        assertEquals(0, run.status(), run.err());
        return run.out().substring(run.out().indexOf("文字（"));
    }

    @Test
    void growthThatTheReportsDoNotShow() {
        String said = place.nianbao(
                        "compare",
                        report("档案局", 2021, "行政处罚: 50", "作出行政处罚决定50件。"),
                        report("档案局", 2022, "行政处罚: 60", "作出行政处罚决定60件，比上年增长25%。"))
                .err();
        assertTrue(said.contains("C14"), said);
        assertTrue(said.contains("去年是 50，今年是 60，变化应为 +10（+20.00%）"), said);
    }

    @Test
    void figuresThatStandOutAmongThreeYears() {
        String kept = "行政许可: 31, 行政处罚: 12, 行政强制: 4, 行政事业性收费: 5";
        String[] years = {
            report("档案局", 2021, "行政许可: 30", "工作平稳。"),
            report("档案局", 2022, kept, "工作平稳。"),
            report("档案局", 2023, kept, "工作平稳。"),
            report("档案局", 2024, "行政许可: 310", "工作平稳。")
        };
        String said =
                place.nianbao("compare", years[0], years[1], years[2], years[3]).err();
        assertTrue(said.contains("档案局-2023.yaml:6:13: 提示 same-figures"), said);
        assertTrue(said.contains("行政许可：310，上一年是 31，相差十倍以上"), said);
        String two = place.nianbao("compare", years[2], years[3]).err();
        assertFalse(two.contains("outlier"), two);
    }

    @Test
    void anotherNameAndAnotherEdition() {
        place.write("a.yaml", SmallReport.of("某县档案馆", 2020).toString());
        place.write("b.yaml", SmallReport.of("某县档案局", 2021).facts("又名: [某县档案馆]").toString());
        String said = place.nianbao("compare", "a.yaml", "b.yaml").err();
        assertTrue(said.contains("机关上一年的名称是“某县档案馆”，今年是“某县档案局”"), said);
        assertTrue(said.contains("2020 年和 2021 年的报告用的是不同版本的格式"), said);
    }

    @Test
    @DisplayName("Two years of one agency: changed cells in columns, changed sentences, nothing else")
    void twoYearsOfOneAgency() {
        String before = report("档案局", 2021, "行政许可: 4, 行政处罚: 7", "2021年收到申请3件，都在法定期限内答复了申请人。办公室每周检查一次各个栏目的更新情况。");
        String now = report("档案局", 2022, "行政许可: 5, 行政处罚: 7", "2022年收到申请12件，都在法定期限内答复了申请人。办公室每周检查一次各个栏目的更新情况。");
        Workplace.Run run = place.nianbao("compare", now, before);
        assertEquals("""
                [1] 2021 档案局 (档案局-2021.yaml)
                [2] 2022 档案局 (档案局-2022.yaml)

                表格共 200 格，有变化的 1 格：
                                      2021  2022  增减    幅度
                二、主动公开政府信息情况
                  行政许可
                    本年处理决定数量     4     5    +1  +25.0%

                文字（2021 → 2022）：
                一、总体情况：照旧 1 句，改写 1 句；重复率 100%（2 句中 2 句）
                  改写：［2021→2022］年收到申请［3→12］件，都在法定期限内答复了申请人。
                """, run.out());
        assertAll(() -> assertEquals(0, run.status()), () -> assertEquals("", run.err()));
    }

    @Test
    @DisplayName("A per cent is of the earlier figure, half rounded up; from zero there is none; a blank is not zero")
    void percentages() {
        String text = twoYears("""
                规章: {本年制发件数: 0, 本年废止件数: 3, 现行有效件数: 16},
                行政规范性文件: {本年制发件数: 16, 本年废止件数: ~, 现行有效件数: 1000},
                行政许可: 3, 行政处罚: 7, 行政强制: ~, 行政事业性收费: 6133.0438""".replace("\n", " "), """
                规章: {本年制发件数: 5, 本年废止件数: 0, 现行有效件数: 17},
                行政规范性文件: {本年制发件数: 15, 本年废止件数: 0, 现行有效件数: 1001},
                行政许可: 4, 行政处罚: 7, 行政强制: ~, 行政事业性收费: 7545""".replace("\n", " "));
        assertEquals(
                List.of(
                        "本年制发件数 0 5 +5 —",
                        "本年废止件数 3 0 -3 -100.0%",
                        "现行有效件数 16 17 +1 +6.3%",
                        "本年制发件数 16 15 -1 -6.3%",
                        "本年废止件数 ~ 0 — —",
                        "现行有效件数 1000 1001 +1 +0.1%",
                        "本年处理决定数量 3 4 +1 +33.3%",
                        "本年收费金额（单位：万元） 6133.0438 7545 +1411.9562 +23.0%"),
                text.lines()
                        .filter(line -> line.startsWith("    "))
                        .skip(1)
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .toList());
    }

    @Test
    @DisplayName("Digits are compared by value: 7.0 is 7")
    void sameValue() {
        assertTrue(twoYears("行政事业性收费: 7.0", "行政事业性收费: 7").contains("表格共 200 格，有变化的 0 格"));
    }

    @Test
    @DisplayName("A sentence may be new, dropped, rewritten or moved")
    void sentences() {
        assertEquals(
                """
                文字（2021 → 2022）：
                一、总体情况：照旧 1 句，改写 1 句，移动 1 句，新增 1 句，删去 1 句；重复率 50%（4 句中 2 句）
                  移动：丙科负责受理群众当面提交的申请。
                  删去：丁馆的旧设备已经全部报废处理完毕。
                  新增：新来的同事参加了省里组织的业务培训。
                  改写：乙科每［月→季度］把信息公开的［情况→进展］向局务会［汇→通］报一次。
                """,
                prose(
                        "甲科负责网站栏目的日常更新和维护。丁馆的旧设备已经全部报废处理完毕。" + "乙科每月把信息公开的情况向局务会汇报一次。丙科负责受理群众当面提交的申请。",
                        "丙科负责受理群众当面提交的申请。甲科负责网站栏目的日常更新和维护。" + "新来的同事参加了省里组织的业务培训。乙科每季度把信息公开的进展向局务会通报一次。"));
    }

    @Test
    @DisplayName("Of a long sentence the terminal shows what stands beside the change")
    void longSentence() {
        String before = "一二三四五六七八九十".repeat(3) + "甲一二三四五六七八九十一二三四五六七八九十。";
        assertTrue(prose(before, before.replace("甲", "乙"))
                .contains("  改写：一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十［甲→乙］一二三四五六七八九十一二三四五六七八九十。\n"));
        assertTrue(prose("一二三四五六七八九十" + before, "一二三四五六七八九十" + before.replace("甲", "乙"))
                .contains("  改写：一二三四五六七八九十一二…九十一二三四五六七八九十［甲→乙］"));
    }

    @Test
    @DisplayName("The repetition rate is the one that check tells of")
    void repetitionAsInCheck() {
        String before = report("档案局", 2021, "", "第一句话讲的是主动公开。第二句话讲的是依申请公开8件。第三句话讲的是平台建设。短句。");
        String now = report("档案局", 2022, "", "第一句话讲的是主动公开。第二句话讲的是依申请公开12件。今年新写的一句话放在这里。短句。");
        assertTrue(place.nianbao("compare", before, now).out().contains("重复率 67%（3 句中 2 句），偏高"));
        assertTrue(place.nianbao("check", now, "--last-year", before)
                .out()
                .contains("提醒 B3: “总体情况”：3 句中有 2 句与去年相同，占 67%"));
    }

    @Test
    @DisplayName("Three years: differences from the first to the last; the prose of each against the one before")
    void threeYears() {
        for (int year = 2023; year >= 2021; year--) {
            report("档案局", year, "行政许可: " + (year - 2020) * 10, year + "年的工作都按照年初的计划完成了。");
        }
        Workplace.Run run = place.nianbao("compare", ".");
        assertTrue(run.out().contains("    本年处理决定数量    10    20    30   +20  +200.0%\n"), run.out());
        assertTrue(run.out().contains("文字（2021 → 2022）：\n"), run.out());
        assertTrue(run.out().contains("文字（2022 → 2023）：\n"), run.out());
        assertFalse(run.out().contains("文字（2021 → 2023）：\n"), run.out());
    }

    @Test
    @DisplayName(
            "The document of three years shows the charts of years that the form offers; a year between is left open")
    void trends() {
        for (int year : new int[] {2020, 2021, 2023}) {
            String name = report("档案局", year, "", "一句话。");
            place.edit(name, "收到和处理政府信息公开申请情况: {}", "收到和处理政府信息公开申请情况: {本年新收: {自然人: " + (year - 2018) + "}}");
        }
        assertEquals(0, place.nianbao("compare", ".", "--output", "trend.html").status());
        Element picture = Jsoup.parse(place.read("trend.html")).selectFirst("figure img");
        assertEquals(
                List.of("2020 2", "2021 3", "2022 无数据", "2023 5"),
                picture.closest("figure").select("table.unseen tbody tr").eachText());
        place.nianbao("compare", "档案局-2020.yaml", "档案局-2021.yaml", "--output", "two.html");
        assertTrue(Jsoup.parse(place.read("two.html")).select("figure").isEmpty());
    }

    @Test
    @DisplayName("Many agencies: their figures side by side, no differences, and who has copied from whom")
    void manyAgencies() {
        report("甲局", 2022, "行政许可: 1", "第一句话讲的是主动公开。第二句话讲的是依申请公开。第三句话讲的是平台建设。");
        report("乙局", 2022, "行政许可: 2", "第一句话讲的是主动公开。第二句话讲的是依申请公开。第三句话讲的是监督保障。");
        report("丙局", 2022, "行政许可: 3", "本局没有照抄任何一个单位。所有的句子都是自己写出来的。连一句相同的话都找不到。");
        Workplace.Run run = place.nianbao("compare", ".");
        assertEquals("""
                [1] 2022 丙局 (./丙局-2022.yaml)
                [2] 2022 乙局 (./乙局-2022.yaml)
                [3] 2022 甲局 (./甲局-2022.yaml)

                表格共 200 格，有变化的 1 格：
                                      [1]  [2]  [3]
                二、主动公开政府信息情况
                  行政许可
                    本年处理决定数量    3    2    1

                相同的句子偏多：
                  一、总体情况：乙局与甲局相同 67%（3 句中 2 句）
                """, run.out());
    }

    @Test
    @DisplayName("The document says the same in HTML, PDF and DOCX")
    void documents() throws IOException {
        String before = report("档案局", 2021, "行政许可: 4", "2021年收到申请3件。旧的一句话今年不再写进报告。");
        String now = report("档案局", 2022, "行政许可: 3, 行政强制: 2", "2022年收到申请12件。");
        for (String format : List.of("html", "pdf", "docx")) {
            Workplace.Run run = place.nianbao("compare", before, now, "--format", format);
            assertEquals("比较了 2 份报告 → output/compare-档案局-2021-档案局-2022." + format + "\n", run.out(), run.err());
        }
        String name = "output/compare-档案局-2021-档案局-2022.";
        Document html = Jsoup.parse(place.read(name + "html"));
        List<String> rows = html.select("tbody tr").stream().map(Element::text).toList();
        assertEquals(List.of("行政许可 本年处理决定数量 4 3 −1 −25.0%", "行政强制 本年处理决定数量 0 2 +2 —"), rows);
        assertEquals(
                List.of("改写：［2021→2022］年收到申请［3→12］件。", "删去：旧的一句话今年不再写进报告。"),
                html.select("p:has(strong)").eachText());
        assertEquals(List.of("2021", "3"), html.select("del").eachText());
        assertEquals(List.of("2022", "12"), html.select("ins").eachText());

        Document docx =
                Jsoup.parse(ReadBack.part(place.bytes(name + "docx"), "word/document.xml"), "", Parser.xmlParser());
        assertEquals(
                rows,
                docx.select("w|tr").stream()
                        .skip(1)
                        .map(row ->
                                row.select("w|tc").stream().map(Element::text).collect(Collectors.joining(" ")))
                        .toList());
        assertEquals(List.of("2021", "3"), docx.select("w|r:has(w|strike)").eachText());
        assertEquals(List.of("2022", "12"), docx.select("w|r:has(w|u)").eachText());

        try (PDDocument pdf = Loader.loadPDF(place.bytes(name + "pdf"))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String words = stripper.getText(pdf).replaceAll("\\s", "");
            assertTrue(words.contains("行政许可本年处理决定数量43−1−25.0%"), words);
            assertTrue(words.contains("改写：［2021→2022］年收到申请［3→12］件。"), words);
        }
    }

    @Test
    @DisplayName("The page speaks English too")
    void inEnglish() {
        String before = report("档案局", 2021, "行政许可: 4", "2021年收到申请3件。");
        String now = report("档案局", 2022, "行政许可: 3", "2022年收到申请3件。");
        Workplace.Run run = place.nianbao("compare", before, now, "--lang", "en", "--output", "what.html");
        assertEquals("reports compared: 2 → what.html\n", run.out(), run.err());
        Document html = Jsoup.parse(place.read("what.html"));
        assertEquals("en", html.select("html").attr("lang"));
        assertTrue(html.text().contains("Of 200 cells, 1 differ"), html.text());
        assertTrue(html.text().contains("Changed: ［2021→2022］年收到申请3件。"), html.text());
    }

    @Test
    @DisplayName("More reports than a page is wide stand in several tables")
    void manyColumns() {
        IntStream.range(0, 10).forEach(i -> report("单位" + i, 2022, "行政许可: " + i, "各写各的，没有什么可以比较的。"));
        assertEquals(0, place.nianbao("compare", ".", "--output", "many.html").status());
        List<Width> widths = Jsoup.parse(place.read("many.html")).select("table").stream()
                .map(table -> new Width(
                        table.select("thead th").size(),
                        table.select("tbody td").size()))
                .toList();
        assertEquals(List.of(new Width(8, 7), new Width(4, 3)), widths);
    }

    private record Width(int head, int figures) {}

    @Test
    @DisplayName("A file that cannot be read is told, and the others are compared all the same")
    void oneBadFile() {
        String a = report("甲局", 2021, "行政许可: 1", "一句话。");
        String b = report("甲局", 2022, "行政许可: 2", "一句话。");
        String bad = report("甲局", 2023, "行政许可: 三", "一句话。");
        Workplace.Run run = place.nianbao("compare", a, b, bad, "nowhere");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(run.err().contains("甲局-2023.yaml:6:20: 错误 A5: "), run.err()),
                () -> assertTrue(run.err().contains("no-input"), run.err()),
                () -> assertTrue(run.out().contains("有变化的 1 格"), run.out()));
        Workplace.Run alone = place.nianbao("compare", a, bad, "--format", "html");
        assertAll(
                () -> assertEquals(1, alone.status()),
                () -> assertTrue(alone.err().contains("错误 nothing-to-compare: 没有比较：能读懂的报告只有 1 份"), alone.err()),
                () -> assertFalse(Files.exists(place.at("output"))));
    }

    @Test
    @DisplayName("One report, an unknown format and an input as output are wrong use")
    void wrongUse() {
        String a = report("甲局", 2021, "", "一句话。");
        String b = report("甲局", 2022, "", "一句话。");
        String before = place.read(b);
        assertAll(
                () -> assertEquals(2, place.nianbao("compare", a).status()),
                () -> assertTrue(place.nianbao("compare", a, a).err().contains("至少要有两份报告才能比较，现在是 1 份\n")),
                () -> assertTrue(place.nianbao("compare", a, b, "--format", "odt")
                        .err()
                        .contains("没有“odt”这种格式，可以写：text, html, pdf, docx, ofd")),
                () -> assertEquals(
                        2, place.nianbao("compare", a, b, "--output", "./" + b).status()),
                () -> assertEquals(before, place.read(b)));
    }

    @Test
    @DisplayName("Only reports of one form are compared")
    void otherForm() {
        place.copyFromCheckout("templates");
        String form = place.read("templates/information-disclosure/2021/form.yaml");
        place.write("templates/other/form.yaml", form.replace("name: 政府信息公开工作年度报告", "name: 别的年度报告"));
        String a = report("甲局", 2021, "", "一句话。");
        String b = report("甲局", 2022, "", "一句话。");
        String c = report("甲局", 2023, "", "一句话。");
        place.edit(c, "报告: 政府信息公开工作年度报告", "报告: 别的年度报告");
        Workplace.Run run = place.nianbao("compare", a, b, c, "--templates", "templates");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(run.err().startsWith("错误 not-of-this-form: 甲局-2023.yaml 填的是另一种报告“别的年度报告”"), run.err()),
                () -> assertTrue(run.out().startsWith("[1] 2021"), run.out()));
    }

    @Test
    @DisplayName("Of two editions those cells are compared that both have, under whichever name; the others are listed")
    void otherEdition() {
        String a = report("甲局", 2020, "规范性文件: {本年新制作数量: 9}, 行政许可: {处理决定数量: 1}", "一句话。");
        String b = report("甲局", 2021, "行政规范性文件: {本年制发件数: 2}, 行政许可: {本年处理决定数量: 3}", "一句话。");
        Workplace.Run run = place.nianbao("compare", a, b);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("""
                                      2020  2021  增减     幅度
                二、主动公开政府信息情况
                  行政许可
                    本年处理决定数量     1     3    +2  +200.0%

                只有部分报告的格式才有的项目：
                  二、主动公开政府信息情况 › 规章 › 本年制发件数、本年废止件数、现行有效件数 (2021)
                """), run.out());
        assertTrue(run.out().contains("  二、主动公开政府信息情况 › 政府集中采购 (2020)\n"), run.out());
        assertTrue(run.out().contains("  三、收到和处理政府信息公开申请情况 › 三、本年度办理结果 › （六）其他处理 (2020)\n"), run.out());
    }

    @Test
    @DisplayName("Money is compared in 元, changes with their signs")
    void moneyAndChanges() {
        String a = report("甲局", 2019, "行政许可: {本年增减: -3}, 政府集中采购: {采购总金额: 251000元}", "一句话。");
        String b = report("甲局", 2020, "行政许可: {本年增减: 2}, 政府集中采购: {采购总金额: 160.5964万元}", "一句话。");
        String text = place.nianbao("compare", a, b).out();
        assertTrue(text.contains("    本年增/减         -3             2          +5  +166.7%\n"), text);
        assertTrue(text.contains("    采购总金额  251000元  160.5964万元  +1354964元  +539.8%\n"), text);
    }

    @Test
    @DisplayName("Words are shown side by side, without a difference; a form without prose has none compared")
    void words() {
        for (int year = 2021; year <= 2022; year++) {
            place.write("网站" + year + ".yaml", """
                    报告: 政府网站工作年度报表
                    年度: %d
                    填报单位: 甲局
                    网站情况:
                      网站名称: 甲局网站
                      首页网址: www.example.gov.cn
                      主办单位: 甲局
                      网站类型: %s
                    """.formatted(year, year == 2021 ? "部门网站" : "专项网站"));
        }
        Workplace.Run run = place.nianbao("compare", ".");
        assertTrue(run.out().contains("""
                                  2021      2022  增减  幅度
                网站情况
                    网站类型  部门网站  专项网站     —     —
                """), run.out() + run.err());
        assertFalse(run.out().contains("文字"), run.out());
    }

    @Test
    @DisplayName("The same inputs give the same bytes, in whichever order they are named")
    void sameBytes() {
        String a = report("甲局", 2021, "行政许可: 1", "一句话。");
        String b = report("甲局", 2022, "行政许可: 2", "两句话。");
        for (String format : List.of("html", "pdf", "docx")) {
            place.nianbao("compare", a, b, "--format", format, "--output", "first");
            place.nianbao("compare", b, a, "--format", format, "--output", "second");
            assertArrayEquals(place.bytes("first"), place.bytes("second"), format);
        }
    }

    @Test
    @DisplayName("Tens of thousands of sentences in another order take a moment")
    void hostile() {
        List<String> sentences = IntStream.range(0, 12_000)
                .mapToObj(i -> "句" + Integer.toString(i, 36).replaceAll("[0-9]", "数") + i % 7 + "。")
                .collect(Collectors.toList());
        String before = lines(sentences);
        Collections.reverse(sentences);
        String now = lines(sentences);
        ProcessorTime.within(30, () -> prose(before, now));
    }

    private static String lines(List<String> sentences) {
        return IntStream.range(0, sentences.size())
                .mapToObj(i -> sentences.get(i) + (i % 100 == 99 ? "\n  " : ""))
                .collect(Collectors.joining())
                .strip();
    }
}
