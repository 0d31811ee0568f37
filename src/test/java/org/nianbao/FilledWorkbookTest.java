package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
