package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A report in Word, PDF, HTML or Excel is checked, compared and added up like an input")
class DocumentsAsInputsTest {
    private static final String UNITS = "inputs/county/units.yaml";

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void ownFolder() {
        place = new Workplace(folder).inChinese();
        place.copyFromCheckout("inputs/county");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "html", "xlsx"})
    @DisplayName("check finds in a document what it finds in its input, and names the cell")
    void sameFindings(String format) throws IOException {
        place.edit("inputs/county/danganju-2025.yaml", "自然人: 5", "自然人: 7");
        place.edit("inputs/county/danganju-2025.yaml", "其中**政策解读**8条", "其中**政策解读**8条、通知200条");
        place.edit("inputs/county/jiaoyuju-2025.yaml", "2026年将提前", "2024年将提前");
        for (String unit : List.of("danganju", "jiaoyuju", "linhezhen")) {
            String input = "inputs/county/" + unit + "-2025.yaml";
            assertEquals(findings(input), findings(document(input, format)), unit);
        }
        String wrong = place.nianbao("check", "output/linhezhen-2025." + format).out();
        String cell = format.equals("xlsx") ? "年报!E[0-9]+" : "表[0-9]+第[0-9]+行第5列";
        assertTrue(Pattern.compile(cell + ": 错误 A4").matcher(wrong).find(), wrong);
        assertTrue(wrong.lines().noneMatch(line -> line.contains("核对说明")), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "html", "xlsx"})
    @DisplayName("aggregate, overview and compare get from documents what they get from inputs")
    void sameCollection(String format) throws IOException {
        String good = "inputs/county/linhezhen-2025.yaml";
        place.edit(good, "总计: 2", "总计: 1");
        for (String unit : List.of("danganju", "jiaoyuju", "linhezhen", "xianfuban", "ziranziyuanju")) {
            document("inputs/county/" + unit + "-2025.yaml", format);
        }
        List<String> documents = List.of(
                "output/danganju-2025." + format,
                "output/jiaoyuju-2025." + format,
                "output/linhezhen-2025." + format,
                "output/xianfuban-2025." + format,
                "output/ziranziyuanju-2025." + format);
        assertEquals(collected(List.of("inputs/county")), collected(documents));
        assertEquals(
                place.nianbao("compare", "inputs/county/2024/danganju-2024.yaml", "inputs/county/danganju-2025.yaml")
                        .out()
                        .replace("inputs/county/danganju-2025.yaml", "B"),
                place.nianbao("compare", "inputs/county/2024/danganju-2024.yaml", documents.get(0))
                        .out()
                        .replace(documents.get(0), "B"));
    }

    /** The sums of reports, and what an overview says of them. */
    private List<String> collected(List<String> reports) {
        List<String> sums = new ArrayList<>(List.of("aggregate", "--units", UNITS, "--into", "sums.yaml"));
        sums.addAll(reports);
        place.nianbao(sums.toArray(String[]::new));
        List<String> overview = new ArrayList<>(List.of("overview", "--units", UNITS, "--output", "overview.html"));
        overview.addAll(reports);
        String said = place.nianbao(overview.toArray(String[]::new)).out();
        String written = place.read("sums.yaml");
        place.delete("sums.yaml");
        return List.of(written, said);
    }

    @Test
    @DisplayName("A folder means its inputs, and the documents that have no input beside them")
    void folders() throws IOException {
        for (String unit : List.of("danganju", "jiaoyuju")) {
            Files.move(
                    place.at(document("inputs/county/" + unit + "-2025.yaml", "docx")),
                    place.at("inputs/county/" + unit + "-2025.docx"));
        }
        place.delete("inputs/county/jiaoyuju-2025.yaml");
        place.write("inputs/county/坏.pdf", "no PDF");
        place.write("inputs/county/说明.html", "<p>打开方式</p>");
        Workplace.Run run = place.nianbao("check", "inputs/county", "--format", "json");
        List<String> files = Pattern.compile("(?m)^\\{\"file\":\"inputs/county/(.*?)\"")
                .matcher(run.out())
                .results()
                .map(file -> file.group(1))
                .toList();
        assertEquals(
                List.of(
                        "danganju-2025.yaml",
                        "jiaoyuju-2025.docx",
                        "linhezhen-2025.yaml",
                        "xianfuban-2025.yaml",
                        "ziranziyuanju-2025.yaml",
                        "坏.pdf"),
                files);
        assertTrue(run.out().contains("import-damaged"), run.out());
        assertTrue(place.nianbao("render", "inputs/county").out().lines().noneMatch(line -> line.contains("docx →")));
    }

    @Test
    @DisplayName("check --fix leaves a document as it is; render makes all formats of one")
    void fixAndRender() throws IOException {
        place.nianbao("render", "inputs/county/danganju-2025.yaml", "--format", "html");
        String html = "output/danganju-2025.html";
        byte[] before = place.bytes(html);
        Workplace.Run run = place.nianbao("check", "--fix", html);
        assertTrue(run.out().contains("mend-document"), run.out() + run.err());
        assertArrayEquals(before, place.bytes(html));
        assertEquals(0, place.nianbao("render", html, "--output", "again").status());
        assertEquals(plain(html), plain("again/danganju-2025.html"));
    }

    /** Rule, severity and subject of each finding. */
    private List<String> findings(String file) {
        String json = place.nianbao("check", file, "--last-year", "inputs/county/2024", "--format", "json")
                .out();
        return Pattern.compile("\"severity\":\"(.*?)\",\"id\":\"(.*?)\".*?\"message\":\"(.*?)\"")
                .matcher(json)
                .results()
                .map(finding -> finding.group(1) + " " + finding.group(2) + " " + finding.group(3))
                .toList();
    }

    /** The document of an input, with its errors. */
    private String document(String input, String format) throws IOException {
        boolean excel = format.equals("xlsx");
        place.nianbao("render", input, "--format", excel ? "html" : format, "--draft");
        String base = "output/" + input.replaceFirst(".*/(.*)[.]yaml", "$1.");
        if (excel) {
            Files.write(place.at(base + "xlsx"), Workbooks.of(place.read(base + "html")));
        }
        return base + format;
    }

    /** The body of a page without emphasis. */
    private String plain(String html) {
        return place.read(html).replaceAll("(?s)<head>.*</head>|</?strong>", "");
    }
}
