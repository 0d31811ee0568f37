package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;

@DisplayName("A workbook of new --excel that was filled in says what its input would")
class FilledWorkbookTest {
    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void open() {
        place = new Workplace(folder);
    }

    static Stream<String> inputs() throws IOException {
        return ImportTest.inputs().stream();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @DisplayName("Every figure, blank, fact and line of an input")
    void everyInput(String input) throws IOException {
        place.copyFromCheckout("inputs");
        compare(input);
    }

    @Test
    @DisplayName("A workbook that nobody filled in asks for all figures, and doubts none")
    void empty() {
        place.nianbao("new", "--excel", "--agency", "清河县档案局", "--year", "2025", "--output", "a.xlsx");
        Workplace.Run run = place.nianbao("check", "a.xlsx", "--all", "--format", "json");
        assertTrue(run.out().contains("表四!"), run.out());
        assertTrue(
                Pattern.compile("\"id\" ?: ?\"([^\"]*)\"")
                        .matcher(run.out())
                        .results()
                        .allMatch(id -> id.group(1).equals("to-fill-in")),
                run.out());
        assertEquals(1, place.nianbao("render", "a.xlsx").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[申请人]",
                "[{图: 申请人, 位置: 总体情况}, 办理结果]",
                "[办理结果, {图: 历年申请, 往年: {2022: 3, 2023: ~}}]",
                "[{图: 历年申请, 位置: 存在的主要问题及改进情况, 往年: {2021: 0, 2023: 12}}]",
            })
    @DisplayName("Charts and kept words go to the workbook and come back; what it cannot hold is named")
    void chartsAndMore(String charts) {
        place.write(
                "a.yaml",
                SmallReport.of("清河县档案局", 2024)
                        .facts("图表: " + charts + "\n照录: [于里, 后勤科]")
                        .with("附表", "\n  - 标题: 各科室统计表\n    表: |\n      | 科室 | 件 |\n      |---|---|\n      | 甲 | 1 |")
                        .toString());
        String[] from = {"new", "--from", "a.yaml", "--year", "2024", "--output"};
        Workplace.Run run = place.nianbao(with(from, "b.xlsx", "--excel"));
        assertTrue(run.err().contains("附表“各科室统计表”"), run.err());
        place.nianbao(with(from, "b.yaml"));
        place.nianbao("import", "b.xlsx", "--into", "c.yaml");
        assertEquals(chosen(place.read("b.yaml")), chosen(place.read("c.yaml")));
    }

    @Test
    @DisplayName("A chart that the form does not have is in doubt, with its cell")
    void unknownChart() throws IOException {
        place.write(
                "a.yaml",
                SmallReport.of("清河县档案局", 2024).facts("图表: [申请人, 办理结果]").toString());
        place.nianbao("new", "--from", "a.yaml", "--year", "2024", "--excel", "--output", "b.xlsx");
        try (FileSystem zip = FileSystems.newFileSystem(place.at("b.xlsx"))) {
            Path strings = zip.getPath("xl/sharedStrings.xml");
            Files.writeString(strings, Files.readString(strings).replace("申请人；办理结果", "申请入；办理结果：多"));
        }
        Workplace.Run run = place.nianbao("import", "b.xlsx");
        assertTrue(run.err().contains("申请入 (") && run.err().contains("办理结果：多 ("), run.err());
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    private static List<String> chosen(String yaml) {
        return yaml.lines()
                .filter(line -> line.startsWith("照录:") || line.startsWith("  - {图: "))
                .toList();
    }

    @Test
    @DisplayName("aggregate --excel writes one for each unit, with last year's report where there is one")
    void units() throws IOException {
        place.copyFromCheckout("inputs");
        String[] words = {"aggregate", "inputs/county/2024", "--units", "inputs/county/units.yaml", "--excel", "2025"};
        Workplace.Run run = place.nianbao(words);
        assertEquals("2025: workbooks written: 5\n", run.out() + run.err());
        String office = "2025/安澜县档案局-2025.xlsx";
        byte[] before = place.bytes(office);
        Workplace.Run again = place.nianbao(words);
        assertEquals(1, again.status());
        assertTrue(again.err().contains(office + " already exists"), again.err());
        assertArrayEquals(before, place.bytes(office));
        place.nianbao("import", office, "--into", "back.yaml");
        Report last = FilledWorkbooks.report(place, "inputs/county/2024/danganju-2024.yaml");
        Report report = FilledWorkbooks.report(place, "back.yaml");
        String section = "收到和处理政府信息公开申请情况.";
        assertEquals(last.cell(section + "结转下年度继续办理.自然人"), report.cell(section + "上年结转.自然人"));
        assertEquals(2, place.nianbao("aggregate", "--excel", "2026").status());
        assertEquals(2, place.nianbao("aggregate", "--into", "a.yaml").status());
    }

    @Test
    @DisplayName("A county adds up workbooks like inputs; findings name the cell")
    void collected() throws IOException {
        place.copyFromCheckout("inputs");
        Files.createDirectory(place.at("sent"));
        for (String input : ImportTest.inputs()) {
            if (input.startsWith("inputs/county/") && !input.contains("2024")) {
                String name = input.replaceAll(".*/|\\.yaml", "");
                Files.write(place.at("sent/" + name + ".xlsx"), FilledWorkbooks.of(place, input));
            }
        }
        List<String> sums = Stream.of("inputs/county", "sent")
                .map(folder -> place.nianbao(
                        "aggregate",
                        folder,
                        "--units",
                        "inputs/county/units.yaml",
                        "--into",
                        folder + "/sum.yaml",
                        "--cell",
                        "all"))
                .map(Workplace.Run::out)
                .map(out -> out.replace("inputs/county/sum.yaml", "sent/sum.yaml"))
                .toList();
        assertEquals(sums.get(0), sums.get(1));
        place.edit("inputs/county/danganju-2025.yaml", "自然人: 5", "自然人: 7");
        Files.write(place.at("sent/wrong.xlsx"), FilledWorkbooks.of(place, "inputs/county/danganju-2025.yaml"));
        String said = place.nianbao("check", "sent/wrong.xlsx").out();
        assertTrue(
                Pattern.compile("sent/wrong.xlsx, 表三!D[0-9]+: error A1")
                        .matcher(said)
                        .find(),
                said);
    }

    @Test
    @Tag("slow")
    @DisplayName("Every case that is read, of every form and edition, with local rows and notes")
    void everyCase() throws IOException {
        List<String> differ = new ArrayList<>();
        for (String name : Cases.names()) {
            Cases.placeOf(name, Files.createDirectory(place.at(name)));
            String input = name + "/input.yaml";
            Reading reading = InputReader.read(place.at(input), input, Workplace.FORMS);
            if (!reading.hasErrors() && reading.filled().isPresent()) {
                try {
                    compare(input);
                } catch (AssertionError | RuntimeException e) {
                    differ.add(name + ": " + e);
                }
            }
        }
        assertEquals("", String.join("\n", differ));
    }

    /** Writes the workbook of an input, imports it, and compares all that both say. */
    private void compare(String input) throws IOException {
        String workbook = input.replace(".yaml", ".xlsx");
        String back = input.replace(".yaml", "-back.yaml");
        Files.write(place.at(workbook), FilledWorkbooks.of(place, input));
        assertArrayEquals(FilledWorkbooks.of(place, input), place.bytes(workbook), "same bytes");
        Workplace.Run run = place.nianbao("import", workbook, "--into", back);
        assertEquals(0, run.status(), run.err());
        Map<String, String> found = words(back);
        assertEquals(
                List.of(),
                words(input).entrySet().stream()
                        .filter(word -> !word.getValue().equals(found.get(word.getKey())))
                        .map(word -> word.getKey() + ": " + word.getValue() + " / " + found.get(word.getKey()))
                        .toList());
    }

    private Map<String, String> words(String input) {
        Reading.Filled filled = FilledWorkbooks.read(place, input);
        Report report = filled.report();
        Map<String, String> words = FilledWorkbooks.words(report);
        words.put("文字", filled.script().written());
        words.put("扩展", filled.localRows().orElse(""));
        report.words().notes().forEach((path, note) -> words.put(path + " 注", note));
        report.form().tables().forEach(table -> {
            words.put(table.key() + " 正文", report.prose(table.key() + ".正文").strip());
            words.put(table.key() + " 注", String.join("\n", report.words().below(table.key())));
        });
        return words;
    }
}
