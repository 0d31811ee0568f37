package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One folder, one case. In {@code input.yaml} lines that begin with {@code #~} follow the line they are about: severity, id,
 * column and message ({@code #~ 错误 A3@32：…}), then the help. They are removed before the input is read.
 * {@code said.en.txt} is all that an English terminal shows, with the exit status. The input is compared with
 * {@code last-year.yaml} and {@code part.yaml}, where they exist. {@code mvn verify -Dcases=rewrite} writes the current
 * diagnostics; then read the diff.
 */
@DisplayName("Each case says what it should")
class CasesTest {
    private static final Path CASES = Workplace.CHECKOUT.resolve("src/test/resources/cases");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("cases"));
    private static final JsonMapper JSON = new JsonMapper();

    /** Bytes as characters, so that files in any encoding can be cases. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    /** The files of a case; all others belong to its input. */
    private static final Set<String> OWN = Set.of("input.yaml", "said.en.txt");

    private static final String MARK = "\n#~ ";
    private static final Pattern EXPECTATION = Pattern.compile(MARK + "[^\\n]*");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onTheVeryLineInChinese(String name, @TempDir Path folder) throws IOException {
        String annotated = annotated(name);
        Workplace place = placeWith(name, plain(annotated), folder);
        String said = annotate(plain(annotated), place.inChinese().nianbao(check(place, "--format", "json")));
        if (REWRITE) {
            Files.write(input(name), said.getBytes(BYTES));
        }
        assertEquals(readable(REWRITE ? annotated(name) : annotated), readable(said));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onAnEnglishTerminal(String name, @TempDir Path folder) throws IOException {
        String said = said(placeWith(name, plain(annotated(name)), folder));
        Path expected = CASES.resolve(name).resolve("said.en.txt");
        if (REWRITE) {
            Files.writeString(expected, said);
        }
        assertEquals(Files.exists(expected) ? Files.readString(expected) : "", said);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("cases")
    void withWindowsLineEndsToo(String name, @TempDir Path folder) throws IOException {
        Path expected = CASES.resolve(name).resolve("said.en.txt");
        Workplace place = placeWith(name, plain(annotated(name)).replace("\n", "\r\n"), folder);
        assertEquals(Files.readString(expected), said(place));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void andWritesDocumentsOnlyIfNoErrorIsFoundAndAllIsFilledIn(String name, @TempDir Path folder) throws IOException {
        Workplace place = placeWith(name, plain(annotated(name)), folder);
        Workplace.Run run = place.nianbao("render", "input.yaml", "--format", "html");
        Workplace.Run check = place.nianbao("check", "input.yaml");
        boolean checked = check.status() == 0 && !check.out().contains(" to-fill-in: ");
        assertAll(
                () -> assertEquals(checked, run.status() == 0, "check and render differ"),
                () -> assertEquals(run.status() == 0, Files.exists(place.at("output/input.html"))),
                () -> assertFalse(run.err().contains("\tat "), "a stack trace"),
                () -> assertTrue(run.status() < 2));
    }

    @Test
    void everyKindOfFindingHasItsCase() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : cases()) {
            all.append(Files.readString(CASES.resolve(name).resolve("said.en.txt")));
        }
        TreeSet<String> told = Pattern.compile("(?m)^(?:[^\\n]*: )?(?:error|warning|hint) ([A-Za-z0-9-]+):")
                .matcher(all)
                .results()
                .map(match -> match.group(1))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        Set<String> known = Ids.ofInputs();
        known.removeAll(told);
        assertEquals(new TreeSet<>(), known, "no case tells of these");
    }

    private static Path input(String name) {
        return CASES.resolve(name).resolve("input.yaml");
    }

    private static String annotated(String name) throws IOException {
        return Files.readString(input(name), BYTES);
    }

    private static String plain(String annotated) {
        return EXPECTATION.matcher(annotated).replaceAll("");
    }

    private static String readable(String bytes) {
        return new String(bytes.getBytes(BYTES), StandardCharsets.UTF_8);
    }

    /** The input with its diagnostics, each below its line; those without a line in this file stand below the first one. */
    private static String annotate(String plain, Workplace.Run run) {
        Map<Integer, List<String>> said = new TreeMap<>();
        for (JsonNode file : JSON.readTree(run.out()).path("files")) {
            for (JsonNode diagnostic : file.path("problems")) {
                int line = diagnostic.has("file") ? 1 : diagnostic.path("line").asInt(1);
                said.computeIfAbsent(line, key -> new ArrayList<>()).add(expectation(diagnostic));
            }
        }
        String[] lines = plain.split("\n", -1);
        for (Map.Entry<Integer, List<String>> line : said.entrySet()) {
            int at = Math.min(line.getKey(), lines.length) - 1;
            String words = MARK + String.join(MARK, line.getValue());
            lines[at] += new String(words.getBytes(StandardCharsets.UTF_8), BYTES);
        }
        return String.join("\n", lines);
    }

    private static String expectation(JsonNode diagnostic) {
        String weight = Map.of("error", "错误", "warning", "提醒", "hint", "提示")
                .get(diagnostic.path("severity").asString());
        String column =
                diagnostic.has("column") ? "@" + diagnostic.path("column").asInt() : "";
        String elsewhere = diagnostic.has("file")
                ? Path.of(diagnostic.path("file").asString()).getFileName() + ":"
                        + diagnostic.path("line").asInt() + " "
                : "";
        return elsewhere + weight + " " + diagnostic.path("id").asString() + column + "："
                + diagnostic.path("message").asString() + MARK + "      → "
                + diagnostic.path("help").asString();
    }

    private static Workplace placeWith(String name, String input, Path folder) throws IOException {
        Files.write(folder.resolve("input.yaml"), input.getBytes(BYTES));
        try (Stream<Path> files = Files.list(CASES.resolve(name))) {
            for (Path file : files.filter(
                            path -> !OWN.contains(path.getFileName().toString()))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return new Workplace(folder);
    }

    private static String[] check(Workplace place, String... options) {
        List<String> words = new ArrayList<>(List.of("check", "input.yaml"));
        if (Files.exists(place.at("last-year.yaml"))) {
            words.addAll(List.of("--last-year", "last-year.yaml"));
        }
        if (Files.exists(place.at("part.yaml"))) {
            words.addAll(List.of("--parts", "part.yaml"));
        }
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    private static String said(Workplace place) {
        Workplace.Run run = place.nianbao(check(place));
        return run.err() + run.out() + "exit " + run.status() + "\n";
    }
}
