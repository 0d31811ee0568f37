package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("nianbao import gets back from a document what its input says")
class ImportTest {
    /** The binary format of Word; LibreOffice made it of {@code inputs/county/danganju-2025.yaml}. */
    static final Path OLDER_WORD = Workplace.CHECKOUT.resolve("src/test/resources/org/nianbao/word/danganju-2025.doc");

    private static final String WRITTEN = "html,docx,pdf,ofd";

    @TempDir
    private static Path folder;

    private static Workplace place;

    /** All in one run, since opening fonts and forms takes as long as rendering a report. */
    @BeforeAll
    static void render() throws IOException {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        List<String> words = new ArrayList<>(List.of("render", "--format", WRITTEN, "--draft", "--output", "output"));
        words.addAll(inputs());
        assertEquals(0, place.nianbao(words.toArray(String[]::new)).status());
    }

    static List<String> inputs() throws IOException {
        try (Stream<Path> inputs = Files.walk(Workplace.CHECKOUT.resolve("inputs"))) {
            return inputs.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.endsWith("units.yaml"))
                    .map(path -> Workplace.CHECKOUT.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    static Stream<Arguments> documents() throws IOException {
        return inputs().stream()
                .flatMap(name ->
                        Stream.of("html", "docx", "pdf", "ofd", "xlsx").map(format -> Arguments.of(name, format)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    @DisplayName("Every figure, fact and paragraph of an input")
    void everyInput(String input, String format) throws IOException {
        String base = input.replaceFirst(".*/", "").replace(".yaml", "");
        if (format.equals("xlsx")) {
            Files.write(place.at("output/" + base + ".xlsx"), Workbooks.of(place.read("output/" + base + ".html")));
        }
        compare(input, "output/" + base + "." + format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.doc", "a.wps", "A.DOC", "a.docx"})
    @DisplayName("The binary format of Word, whatever its file is called")
    void olderWord(String name) throws IOException {
        Files.write(place.at(name), Files.readAllBytes(OLDER_WORD));
        compare("inputs/county/danganju-2025.yaml", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "html"})
    @DisplayName("A Word document or a web page that was saved as .doc")
    void renamed(String format) throws IOException {
        String name = "renamed-" + format + ".doc";
        Files.write(place.at(name), place.bytes("output/yima-2023." + format));
        compare("inputs/yima-2023.yaml", name);
    }

    private void compare(String input, String document) {
        String back = document.replaceAll("[/.]", "-") + ".yaml";
        Workplace.Run run = place.nianbao("import", document, "--into", back);
        assertEquals(0, run.status(), () -> run.err().replaceAll("(?s).*Bug: .{0,1}", "Bug: "));
        assertEquals(List.of(), ReportWords.of(place.at(input)).differences(ReportWords.of(place.at(back))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "docx", "pdf", "ofd"})
    @DisplayName("Notes in cells and below tables, prose above them, annexes")
    void wordsAroundTables(String format) throws IOException {
        place.write(
                "inputs/a.yaml",
                SmallReport.of("清河县档案局", 2024)
                        .facts("成文日期: 2025-01-20")
                        .with("主动公开政府信息情况", """

                                  正文: 本年度开展了一次文件清理，结果已在网站公布。
                                  行政规范性文件: {本年制发件数: 22（其中修订16件）, 本年废止件数: {数: 55, 注: 含自然失效29件}}
                                  注: 规范性文件以县政府名义制发的为限。""")
                        .with("政府信息公开行政复议、行政诉讼情况", """

                                  行政复议: {结果维持: 2}
                                  注: [数量含上年度结转数量。, 另有1件撤回。]
                                附表:
                                  - 标题: 各乡镇公开信息数量统计表
                                    表: |
                                      | 乡镇 | 公开数量 |
                                      |---|---|
                                      | 城关镇 | 120 |
                                      | 合计 | 120 |""")
                        .toString());
        place.nianbao("render", "inputs/a.yaml", "--format", format, "--draft", "--output", "output");
        everyInput("inputs/a.yaml", format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "docx", "pdf", "ofd"})
    @DisplayName("Lists in the text stay lists, as deep as they are nested")
    void lists(String format) {
        String list = """
                - 第一项是公开目录；
                - 第二项是公开指南。
                  - 纸质版放在大厅。
                  - 电子版
                - 第三项""";
        place.write(
                "inputs/b.yaml",
                SmallReport.of("清河县档案局", 2024)
                        .overall("公开渠道如下。\n\n" + list + "\n\n1. 受理\n2. 答复")
                        .toString());
        place.nianbao("render", "inputs/b.yaml", "--format", format, "--draft", "--output", "output");
        place.nianbao("import", "output/b." + format, "--into", "lists.yaml");
        String text = place.read("lists.yaml");
        place.delete("lists.yaml");
        assertTrue(text.contains(list.indent(2) + "\n  1.受理\n  2.答复\n"), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    @DisplayName("Lists of bullets and of numbers, one in the other, come back from every format as they were")
    void nestedLists(int seed) {
        Random random = new Random(seed);
        StringBuilder list = new StringBuilder();
        nest(list, "", 0, random);
        place.write(
                "inputs/n.yaml",
                SmallReport.of("清河县档案局", 2024)
                        .overall("公开渠道如下。\n\n" + list + "\n各渠道均有专人负责。")
                        .toString());
        place.nianbao("render", "inputs/n.yaml", "--format", WRITTEN, "--draft", "--output", "output");
        for (String format : WRITTEN.split(",")) {
            place.nianbao("import", "output/n." + format, "--into", "nested.yaml");
            String text = place.read("nested.yaml");
            place.delete("nested.yaml");
            int from = text.indexOf("公开渠道如下。");
            assertEquals(
                    "公开渠道如下。\n\n" + list.toString().indent(2) + "\n  各渠道均有专人负责。",
                    text.substring(from, text.indexOf("\n\n#", from)),
                    seed + format);
        }
    }

    /** Items of one to three levels, each one line or several, with and without full stops. */
    private static void nest(StringBuilder list, String indent, int depth, Random random) {
        boolean numbered = random.nextBoolean();
        int items = 2 + random.nextInt(2);
        for (int i = 1; i <= items; i++) {
            String marker = numbered ? i + ". " : "- ";
            String words = "政策解读由起草的科室负责，发布前送办公室审核" + "，每月汇总一次并在网站首页公布结果".repeat(random.nextInt(4));
            list.append(indent)
                    .append(marker)
                    .append(words)
                    .append(random.nextBoolean() ? "。" : "")
                    .append('\n');
            if (depth < 2 && (i == 1 || random.nextInt(3) == 0)) {
                nest(list, indent + " ".repeat(marker.length()), depth + 1, random);
            }
        }
    }

    /** A wrong total in one row or another. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    @DisplayName("Sums that are wrong in the document stand ready to be confirmed, each by its line")
    void wrongSums(int seed) {
        Matcher rows = Pattern.compile("\\{自然人: [^}]*").matcher(place.read("inputs/county/jiaoyuju-2025.yaml"));
        List<MatchResult> all = rows.results().toList();
        MatchResult row = all.get(seed % all.size());
        StringBuilder wrong = new StringBuilder(place.read("inputs/county/jiaoyuju-2025.yaml"));
        wrong.insert(row.end(), ", 总计: " + (77 + seed));
        place.write("wrong" + seed + ".yaml", wrong.toString());
        place.nianbao("render", "wrong" + seed + ".yaml", "--draft", "--format", "docx");
        String document = "output/wrong" + seed + ".docx";
        place.nianbao("import", document, "--into", "found" + seed + ".yaml");
        String found = place.read("found" + seed + ".yaml");
        String uncommented = found.replace("# 核对说明:", "核对说明:").replace("#   - {核对", "  - {核对");
        place.write("found" + seed + ".yaml", uncommented);
        assertTrue(
                place.nianbao("check", "found" + seed + ".yaml").out().contains("error wrong-value"),
                "reasons are asked for");
        place.write("found" + seed + ".yaml", uncommented.replace("说明: }", "说明: 已核实，公布时如此}"));
        String said = place.nianbao("check", "found" + seed + ".yaml").out();
        assertFalse(said.contains(": error "), said);
    }
}
