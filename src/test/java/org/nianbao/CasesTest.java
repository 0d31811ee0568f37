package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder, one case: {@code input.yaml} and what the program says of it, in Chinese and in English, with the exit
 * status. {@code mvn verify -Dcases=rewrite} writes what it says now; then the diff is read.
 */
@DisplayName("Each case says what it should")
class CasesTest {
    private static final Path CASES = Workplace.CHECKOUT.resolve("src/test/resources/cases");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("cases"));

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inChineseAndEnglish(String name, @TempDir Path folder) throws IOException {
        byte[] input = Files.readAllBytes(CASES.resolve(name).resolve("input.yaml"));
        Workplace english = placeWith(folder, input);
        Workplace chinese = english.inChinese();
        expect(name, "said.zh.txt", said(chinese));
        expect(name, "said.en.txt", said(english));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withWindowsLineEndsToo(String name, @TempDir Path folder) throws IOException {
        byte[] input = Files.readAllBytes(CASES.resolve(name).resolve("input.yaml"));
        String text = new String(input, StandardCharsets.ISO_8859_1).replace("\n", "\r\n");
        Workplace place = placeWith(folder, text.getBytes(StandardCharsets.ISO_8859_1));
        if (!REWRITE) {
            expect(name, "said.en.txt", said(place));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void andWritesDocumentsOnlyIfNothingIsWrong(String name, @TempDir Path folder) throws IOException {
        Workplace place =
                placeWith(folder, Files.readAllBytes(CASES.resolve(name).resolve("input.yaml")));
        Workplace.Run run = place.nianbao("render", "input.yaml", "--format", "html");
        assertAll(
                () -> assertEquals(run.status() == 0, Files.exists(place.at("output/input.html"))),
                () -> assertEquals(
                        run.status() == 1,
                        run.err().contains(": error ") || run.err().startsWith("error ")),
                () -> assertFalse(run.err().contains("\tat "), "a stack trace"),
                () -> assertTrue(run.status() < 2));
    }

    private static Workplace placeWith(Path folder, byte[] input) throws IOException {
        Files.write(folder.resolve("input.yaml"), input);
        return new Workplace(folder);
    }

    private static String said(Workplace place) {
        Workplace.Run run = place.nianbao("render", "input.yaml", "--format", "html,docx");
        return run.err() + run.out() + "exit " + run.status() + "\n";
    }

    private static void expect(String name, String file, String said) {
        Path path = CASES.resolve(name).resolve(file);
        try {
            if (REWRITE) {
                Files.writeString(path, said);
            }
            assertEquals(Files.exists(path) ? Files.readString(path) : "", said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
