package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that nobody writes in good faith. The time is no measure, it only ends what hangs. */
@DisplayName("A hostile file is refused or read, in few words and without a trace")
class HostileTest {
    /** In processor seconds. */
    private static final int LONGEST = 60;

    /** In characters. */
    private static final int FEW_WORDS = 200_000;

    private static final String HEAD = "报告: 政府信息公开工作年度报告\n年度: 2021\n机关: 某县档案局\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("aliases that multiply", bomb(), "error anchor:"),
                Arguments.of("a value of 10 MB", HEAD + "总体情况: " + "a".repeat(10_000_000), "error too-long:"),
                Arguments.of("a line of 200 KB", HEAD + "总体情况: " + "a".repeat(200_000), "error long-line:"),
                Arguments.of("10,000 lists in lists", HEAD + "总体情况: " + "[".repeat(10_000), "error too-deep:"),
                Arguments.of("4,000 maps in maps", HEAD + "总体情况: " + "{a: ".repeat(4_000), "error too-deep:"),
                Arguments.of("9,000 dashes", HEAD + "总体情况:\n  " + "- ".repeat(9_000), "error too-deep:"),
                Arguments.of("600 keys below keys", keysBelowKeys(), "error too-deep:"),
                Arguments.of("9,000 question marks", "? ".repeat(9_000), "error too-deep:"),
                Arguments.of("a class of Java", "a: !!javax.script.ScriptEngineManager [x]", "error tag:"),
                Arguments.of("an object of Python", "a: !!python/object/apply:os.system [ls]", "error tag:"),
                Arguments.of("a tag in full", "a: !<tag:yaml.org,2002:java.lang.Runtime> x", "error tag:"),
                Arguments.of("zero bytes", "\0".repeat(200_000), "error control-character:"),
                Arguments.of("20,000 keys", HEAD + lines("k", ": 1", 20_000), "error too-many-values:"),
                Arguments.of("9,000 unknown keys", HEAD + lines("键😀", ": 1", 9_000), "error unknown-key:"),
                Arguments.of("9,000 times a key", HEAD + "a: 1\n".repeat(9_000), "error duplicate-key:"),
                Arguments.of("a key of 100 KB", HEAD + "a".repeat(100_000) + ": 1", "error long-line:"),
                Arguments.of("long keys", HEAD + lines("键".repeat(900), ": 1", 90), "error unknown-key:"),
                Arguments.of("15,000 wrong colons", HEAD + lines("k", "：1", 15_000), "error full-width-colon:"),
                Arguments.of("quotes not closed", prose("{{\n  ".repeat(50_000)), "error too-many-"),
                Arguments.of("4,000 quotes not closed", prose("{{\n  ".repeat(4_000)), "error open-quote:"),
                Arguments.of("4,000 unknown quotes", prose("{{a.b}}\n  ".repeat(4_000)), "error unknown-quote:"),
                Arguments.of("asterisks", prose("*".repeat(19_000)), "error too-many-marks:"),
                Arguments.of("brackets", prose("[".repeat(19_000)), "error too-many-marks:"),
                Arguments.of("half of the brackets", prose("[".repeat(499)), ""),
                Arguments.of("emphasis in emphasis", prose("*a **a ".repeat(160) + "** *".repeat(5)), ""),
                Arguments.of("quotations in quotations", prose("> ".repeat(9_000)), ""),
                Arguments.of("9,000 lists on a line", prose("- ".repeat(9_000) + "a"), ""),
                Arguments.of("400 lists in lists", prose(stairs()), ""),
                Arguments.of("60,000 lines", prose("a\n  ".repeat(60_000)), "error too-many-lines:"),
                Arguments.of("cells", prose("|a".repeat(9_000)), "error too-many-marks:"),
                Arguments.of(
                        "cells that are left out",
                        prose("|a".repeat(240) + "\n  " + "|-".repeat(240) + "\n" + "  |a\n".repeat(4_000)),
                        "error too-many-marks:"),
                Arguments.of("characters without a glyph", prose(rareCharacters()), "error no-glyph:"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void saysSo(String name, String text, String said) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), text);
        String told = told();
        assertTrue(told.contains(said), () -> told.substring(0, Math.min(told.length(), 2000)));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        byte[] bytes = "文".repeat(60_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i += 30) {
            bytes[i] = (byte) 0xFF;
        }
        Files.write(folder.resolve("a.yaml"), bytes);
        assertTrue(told().contains("error bad-byte:"));
    }

    @Test
    void ofManyDiagnosticsAHundredAreToldAndAllAreCounted() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), prose("文。") + lines("k", ": 1", 500));
        String told = told();
        assertEquals(100, told.split("error unknown-key:", -1).length - 1);
        assertTrue(
                told.contains("error more: … more problems in this file: 402\n"), told.substring(told.length() - 500));
        assertTrue(told.endsWith("a.yaml: not rendered, errors: 500\n"));
    }

    private String told() {
        Workplace.Run run = ProcessorTime.within(
                LONGEST, () -> new Workplace(folder).nianbao("render", "a.yaml", "--format", "html"));
        assertTrue(run.status() <= 1, run.err().substring(0, Math.min(run.err().length(), 2000)));
        assertFalse(run.err().contains("\tat "), "a stack trace");
        assertTrue(
                run.err().length() < FEW_WORDS, "too many words: " + run.err().length());
        return run.err();
    }

    private static String prose(String prose) {
        return HEAD
                + "总体情况: |\n  "
                + prose
                + "\n主动公开政府信息情况: {行政许可: 1}\n收到和处理政府信息公开申请情况: {}\n政府信息公开行政复议、行政诉讼情况: {}\n"
                + "存在的主要问题及改进情况: 无。\n其他需要报告的事项: 无。\n";
    }

    private static String bomb() {
        return "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range('b', 'k')
                        .mapToObj(c -> "%c: &%c [%s]\n".formatted(c, c, ("*" + (char) (c - 1) + ", ").repeat(9)))
                        .collect(Collectors.joining());
    }

    private static String keysBelowKeys() {
        return IntStream.range(0, 600).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
    }

    private static String stairs() {
        return IntStream.range(1, 400)
                .mapToObj(i -> "  ".repeat(i) + "- a\n")
                .collect(Collectors.joining("", "- a\n", ""));
    }

    private static String lines(String start, String end, int count) {
        return IntStream.range(0, count).mapToObj(i -> start + i + end + "\n").collect(Collectors.joining());
    }

    private static String rareCharacters() {
        return IntStream.range(0, 40)
                .mapToObj(i -> IntStream.range(0, 1000)
                        .mapToObj(j -> Character.toString(0x20000 + 1000 * i + j))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n  "));
    }
}
