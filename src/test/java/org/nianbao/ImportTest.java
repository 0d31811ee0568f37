package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.report.Report;

@DisplayName("nianbao import gets back from a document what its input says")
class ImportTest {
    private static final Pattern QUOTE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

    /** The binary format of Word; LibreOffice made it of {@code inputs/county/danganju-2025.yaml}. */
    static final Path OLDER_WORD = Workplace.CHECKOUT.resolve("src/test/resources/org/nianbao/word/danganju-2025.doc");

    private static final String WRITTEN = "html,docx,pdf";

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
                .flatMap(name -> Stream.of("html", "docx", "pdf", "xlsx").map(format -> Arguments.of(name, format)));
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
        Map<String, String> found = words(back);
        List<String> different = words(input).entrySet().stream()
                .filter(word -> !word.getValue().equals(found.get(word.getKey())))
                .map(word -> word.getKey() + ": " + difference(word.getValue(), found.getOrDefault(word.getKey(), "")))
                .toList();
        assertEquals(List.of(), different);
    }

    /** Two texts from where they differ. */
    private static String difference(String text, String other) {
        String same = StringUtils.getCommonPrefix(text, other);
        int from = Math.max(0, same.length() - 10);
        return StringUtils.abbreviate(text.substring(from), 60) + " / "
                + StringUtils.abbreviate(other.substring(from), 60);
    }

    /** Figures, facts and prose of an input by path, without the marks of Markdown. */
    private Map<String, String> words(String input) {
        Report report = InputReader.read(place.at(input), input, Workplace.FORMS)
                .filled()
                .orElseThrow()
                .report();
        Map<String, String> words = new LinkedHashMap<>();
        report.form().facts().forEach(fact -> report.fact(fact.key()).ifPresent(said -> words.put(fact.key(), said)));
        for (FormCell cell : report.form().cells().all()) {
            words.put(cell.path().dotted(), report.cell(cell.path()).text());
        }
        for (Section section : report.form().sections()) {
            if (section instanceof Section.ProseSection) {
                words.put(section.key(), plain(report.prose(section.key()), report));
            }
        }
        report.words().notes().forEach((path, note) -> words.put(path + " 注", note));
        report.words().prose().forEach((path, text) -> words.put(path, plain(text, report)));
        report.words().below().forEach((section, notes) -> words.put(section + " 注", notes.toString()));
        report.words().annexes().forEach(annex -> words.put(annex.path() + " 标题", annex.title()));
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "docx", "pdf"})
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

    private static String plain(String prose, Report report) {
        return QUOTE.matcher(prose)
                .replaceAll(quote ->
                        Matcher.quoteReplacement(report.quoted(quote.group(1)).orElse(quote.group())))
                .replaceAll("!\\[[^]]*]\\([^)]*\\)", "")
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("\\*\\*", "")
                .replaceAll("[ \\t]+", "")
                .replaceAll(":?-{3,}:?", "---")
                .replaceAll("\n+", "\n")
                .strip();
    }
}
