package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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
    private static final Path CASES = Cases.FOLDER;
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("cases"));
    private static final JsonMapper JSON = new JsonMapper();

    /** Bytes as characters, so that files in any encoding can be cases. */
    private static final Charset BYTES = Cases.BYTES;

    private static final String MARK = Cases.MARK;

    /** All cases, each in a file of its name: one run checks them all, since opening the forms takes most of the time. */
    @TempDir
    private static Path folder;

    private static Workplace all;

    /** The diagnostics of each case, without other reports. */
    private static final Map<String, JsonNode> CHECKED = new HashMap<>();

    @BeforeAll
    static void checkAndRenderAll() throws IOException {
        all = new Workplace(folder);
        List<String> files = new ArrayList<>();
        for (String name : cases()) {
            Path place = Files.createDirectory(all.at(name));
            Cases.placeWith(name, Cases.plain(Cases.annotated(name)), place); // which some inputs refer to
            Files.copy(place.resolve("input.yaml"), place.resolve(name + ".yaml"));
            files.add(name + "/" + name + ".yaml");
        }
        Workplace.Run check = all.inChinese().nianbao(with(files, "check", "--format", "json"));
        Iterator<String> names = cases().iterator();
        for (JsonNode file : JSON.readTree(check.out()).path("files")) {
            CHECKED.put(names.next(), file.path("problems"));
        }
        assertFalse(names.hasNext());
        Workplace.Run render = all.nianbao(with(files, "render", "--format", "html"));
        assertEquals(1, render.status());
        assertFalse(render.err().contains("\tat "), "a stack trace");
    }

    private static String[] with(List<String> files, String... words) {
        return Stream.concat(Stream.of(words), files.stream()).toArray(String[]::new);
    }

    static List<String> cases() {
        return Cases.names();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onTheVeryLineInChinese(String name) throws IOException {
        String annotated = Cases.annotated(name);
        String said =
                annotate(Cases.plain(annotated), problems(name)).replace(name + "/" + name + ".yaml", "input.yaml");
        if (REWRITE) {
            Files.write(Cases.input(name), said.getBytes(BYTES));
        }
        assertEquals(readable(REWRITE ? Cases.annotated(name) : annotated), readable(said));
    }

    private static JsonNode problems(String name) {
        Workplace place = new Workplace(all.at(name));
        if (Files.exists(place.at("last-year.yaml")) || Files.exists(place.at("part.yaml"))) {
            Workplace.Run run = check(place.inChinese(), name + ".yaml", "--format", "json");
            return JSON.readTree(run.out()).path("files").path(0).path("problems");
        }
        return CHECKED.get(name);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onAnEnglishTerminal(String name, @TempDir Path folder) throws IOException {
        String said = said(Cases.placeWith(name, Cases.plain(Cases.annotated(name)), folder));
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
        String input = Cases.plain(Cases.annotated(name)).replace("\n", "\r\n");
        assertEquals(Files.readString(expected), said(Cases.placeWith(name, input, folder)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void andIsRenderedOnlyIfNoErrorIsFoundAndAllIsFilledIn(String name) {
        boolean passed = CHECKED.get(name)
                .valueStream()
                .noneMatch(problem -> problem.path("severity").asString().equals("error")
                        || problem.path("id").asString().equals("to-fill-in"));
        assertEquals(passed, Files.exists(all.at("output/" + name + ".html")), "check and render differ");
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

    private static String readable(String bytes) {
        return new String(bytes.getBytes(BYTES), StandardCharsets.UTF_8);
    }

    /** The input with its diagnostics, each below its line; those without a line in this file stand below the first one. */
    private static String annotate(String plain, JsonNode problems) {
        Map<Integer, List<String>> said = new TreeMap<>();
        for (JsonNode diagnostic : problems) {
            int line = diagnostic.has("file") ? 1 : diagnostic.path("line").asInt(1);
            said.computeIfAbsent(line, key -> new ArrayList<>()).add(expectation(diagnostic));
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

    private static Workplace.Run check(Workplace place, String input, String... options) {
        List<String> words = new ArrayList<>(List.of("check", input));
        if (Files.exists(place.at("last-year.yaml"))) {
            words.addAll(List.of("--last-year", "last-year.yaml"));
        }
        if (Files.exists(place.at("part.yaml"))) {
            words.addAll(List.of("--parts", "part.yaml"));
        }
        words.addAll(List.of(options));
        return place.nianbao(words.toArray(String[]::new));
    }

    private static String said(Workplace place) {
        Workplace.Run run = check(place, "input.yaml");
        return run.err() + run.out() + "exit " + run.status() + "\n";
    }
}
