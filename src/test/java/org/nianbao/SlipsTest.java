package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slips of the keyboard at random places of real reports. */
@DisplayName("A slip gets its line, its cause and a text that is accepted")
class SlipsTest {
    private static final int RUNS = Integer.getInteger("slips.runs", 200);
    private static final long SEED = Long.getLong("slips.seed", 22);

    /** The part of the slips that must be mended by what the message proposes. */
    private static final double MENDED = 0.95;

    private static final String FIGURE = "(?m)^( +)([\\p{IsHan}]+): (\\d+)$";
    private static final String PAIRS = "(?m)^( +[\\p{IsHan}]+): \\{(.*\\d)\\}$";
    private static final String MANY = "(?m)^( +[\\p{IsHan}]+): \\{([^,\\n]+, .*\\d)\\}$";
    private static final String PROSE = "(?m)^(\\p{IsHan}+): \\|$";

    /** What is typed instead of a place of an input. */
    private record Slip(String name, Pattern place, Function<MatchResult, String> typed) {
        static Slip of(String name, String place, Function<MatchResult, String> typed) {
            return new Slip(name, Pattern.compile(place), typed);
        }

        static Slip of(String name, String place, String typed) {
            Pattern groups = Pattern.compile("\\$(\\d)");
            return of(
                    name,
                    place,
                    match -> groups.matcher(typed)
                            .replaceAll(
                                    group -> Matcher.quoteReplacement(match.group(Integer.parseInt(group.group(1))))));
        }
    }

    private static final List<Slip> SLIPS = List.of(
            Slip.of("full-width colon of a row", FIGURE, "$1$2：$3"),
            Slip.of("full-width colon before braces", PAIRS, "$1：{$2}"),
            Slip.of("unit behind a figure", FIGURE, "$1$2: $3件"),
            Slip.of("full-width comma behind a figure", FIGURE, "$1$2: $3，"),
            Slip.of("square brackets round a row", PAIRS, "$1: [$2]"),
            Slip.of("round brackets round a row", PAIRS, "$1: ($2)"),
            Slip.of("row at the left edge", FIGURE, "$2: $3"),
            Slip.of(
                    "full-width digits in a row",
                    FIGURE,
                    match -> match.group(1) + match.group(2) + ": " + wide(match.group(3))),
            Slip.of("brace of a row not closed", PAIRS, "$1: {$2"),
            Slip.of("braces of a row doubled", PAIRS, "$1: {{$2}}"),
            Slip.of("full-width bar", PROSE, "$1: ｜"),
            Slip.of("year with its unit", "(?m)^年度: (\\d+)$", "年度: $1年"),
            // the kinds from here on are named nowhere else
            Slip.of("semicolon behind a figure", FIGURE, "$1$2: $3；"),
            Slip.of("full stop behind a figure", FIGURE, "$1$2: $3。"),
            Slip.of("half-width comma behind a figure", FIGURE, "$1$2: $3,"),
            Slip.of("equals sign for a colon", FIGURE, "$1$2=$3"),
            Slip.of("semicolon for a colon", FIGURE, "$1$2; $3"),
            Slip.of("two colons", FIGURE, "$1$2:: $3"),
            Slip.of("colon of a ratio", FIGURE, "$1$2∶$3"),
            Slip.of("bullet before a row", FIGURE, "$1• $2: $3"),
            Slip.of("dash before a row", FIGURE, "$1- $2: $3"),
            Slip.of("number before a row", FIGURE, "$11. $2: $3"),
            Slip.of("unit in the name of a row", FIGURE, "$1$2（件）: $3"),
            Slip.of("curly quotes round a row's name", FIGURE, "$1“$2”: $3"),
            Slip.of("blank in a row's name", "(?m)^( +\\p{IsHan}{2})(\\p{IsHan}+): (\\d+)$", "$1 $2: $3"),
            Slip.of(
                    "character of a row's name left out",
                    "(?m)^( +\\p{IsHan}{2})\\p{IsHan}(\\p{IsHan}+): (\\d+)$",
                    "$1$2: $3"),
            Slip.of(
                    "characters of a row's name swapped",
                    "(?m)^( +\\p{IsHan})(\\p{IsHan})(\\p{IsHan})(\\p{IsHan}*): (\\d+)$",
                    "$1$3$2$4: $5"),
            Slip.of("tab before a row", FIGURE, "\t$2: $3"),
            Slip.of("letter O for a zero", "(?m)^( +\\p{IsHan}+: \\d*)0$", "$1O"),
            Slip.of("circled digit", "(?m)^( +\\p{IsHan}+: )[1-9]$", "$1③"),
            Slip.of("decimals of a count", "(?m)^(  行政(?:许可|处罚|强制): )(\\d+)$", "$1$2.00"),
            Slip.of("blank of a web page", FIGURE, "$1$2:&nbsp;$3"),
            Slip.of("line break of a web page", FIGURE, "$1$2: $3<br>"),
            Slip.of(
                    "semicolon between figures",
                    MANY,
                    match -> match.group(1) + ": {" + match.group(2).replaceFirst(", ", "；") + "}"),
            Slip.of(
                    "enumeration comma between figures",
                    MANY,
                    match -> match.group(1) + ": {" + match.group(2).replaceFirst(", ", "、") + "}"),
            Slip.of(
                    "full stop between figures",
                    MANY,
                    match -> match.group(1) + ": {" + match.group(2).replaceFirst(", ", ". ") + "}"),
            Slip.of(
                    "equals signs between braces",
                    PAIRS,
                    match -> match.group(1) + ": {" + match.group(2).replace(": ", "=") + "}"),
            Slip.of(
                    "units between braces",
                    PAIRS,
                    match -> match.group(1) + ": {" + match.group(2).replaceAll("(\\d+)", "$1件") + "}"),
            Slip.of("comma behind braces", PAIRS, "$1: {$2},"),
            Slip.of("no colon before braces", PAIRS, "$1 {$2}"),
            Slip.of("full stop behind the agency", "(?m)^机关: (.+)$", "机关: $1。"),
            Slip.of("full-width colon before prose", PROSE, "$1：|"),
            Slip.of("slash for a bar", PROSE, "$1: /"),
            Slip.of("letter for a bar", PROSE, "$1: l"),
            Slip.of("no colon before a bar", PROSE, "$1 |"));

    /** A slip in a report: its line, and all the file. */
    private record Typed(Slip slip, int line, String clean, String text) {}

    @Test
    void sixtyTimes(@TempDir Path folder) throws IOException {
        check(folder, 60);
    }

    @Test
    @Tag("slow")
    void manyTimes(@TempDir Path folder) throws IOException {
        check(folder, RUNS);
    }

    private static void check(Path folder, int runs) throws IOException {
        Map<String, Typed> all = typed(runs);
        Workplace place = new Workplace(folder).inChinese();
        Map<String, List<JsonNode>> said = said(place, "in", texts(all, Typed::text));
        Map<String, String> mended = new LinkedHashMap<>();
        all.forEach((name, typed) -> {
            List<String> texts = proposed(typed, said.getOrDefault(name, List.of()));
            for (int i = 0; i < texts.size(); i++) {
                mended.put(name.replace(".yaml", "-" + i + ".yaml"), texts.get(i));
            }
        });
        Map<String, List<JsonNode>> left = said(place, "mended", mended);
        Map<String, List<JsonNode>> before = said(place, "clean", texts(all, Typed::clean));
        Map<String, String> failed = new TreeMap<>();
        all.forEach((name, typed) -> {
            Set<String> known = errors(typed, before.getOrDefault(name, List.of()));
            boolean accepted = mended.keySet().stream()
                    .filter(file -> file.startsWith(name.replace(".yaml", "-")))
                    .anyMatch(file -> known.containsAll(errors(typed, left.getOrDefault(file, List.of()))));
            if (!accepted) {
                failed.put(
                        name,
                        typed.slip().name() + " at " + typed.line() + ": " + line(typed.text(), typed.line())
                                + said.getOrDefault(name, List.of()).stream()
                                        .limit(3)
                                        .map(SlipsTest::words)
                                        .toList());
            }
        });
        String list = String.join("\n", failed.values());
        assertAll(
                () -> assertTrue(SLIPS.size() >= 14),
                () -> assertTrue(
                        failed.size() <= all.size() * (1 - MENDED), failed.size() + " of " + all.size() + "\n" + list));
    }

    /** Each slip in turn, each at a random place of a report that has one. */
    private static Map<String, Typed> typed(int runs) throws IOException {
        List<String> reports = reports();
        Random random = new Random(SEED);
        Map<String, Typed> all = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            Slip slip = SLIPS.get(i % SLIPS.size());
            List<MatchResult> places = List.of();
            String clean = "";
            while (places.isEmpty()) {
                clean = reports.get(random.nextInt(reports.size()));
                places = slip.place().matcher(clean).results().toList();
            }
            MatchResult match = places.get(random.nextInt(places.size()));
            String text = clean.substring(0, match.start()) + slip.typed().apply(match) + clean.substring(match.end());
            int line = (int) clean.substring(0, match.start()).lines().count() + 1;
            all.put(String.format("%03d.yaml", i), new Typed(slip, line, clean, text));
        }
        return all;
    }

    private static List<String> reports() throws IOException {
        List<String> reports = new ArrayList<>();
        for (String folder : List.of("inputs", "inputs/county")) {
            try (Stream<Path> files = Files.list(Workplace.CHECKOUT.resolve(folder))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\d\\.yaml"))
                        .sorted()
                        .toList()) {
                    reports.add(Files.readString(file));
                }
            }
        }
        return reports;
    }

    private static Map<String, String> texts(Map<String, Typed> all, Function<Typed, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        all.forEach((name, typed) -> texts.put(name, text.apply(typed)));
        return texts;
    }

    private static Map<String, List<JsonNode>> said(Workplace place, String folder, Map<String, String> texts) {
        texts.forEach((name, text) -> place.write(folder + "/" + name, text));
        Map<String, List<JsonNode>> said = new LinkedHashMap<>();
        for (JsonNode file : new JsonMapper()
                .readTree(place.nianbao("check", folder, "--format", "json").out())
                .path("files")) {
            String name = Path.of(file.path("file").asString()).getFileName().toString();
            said.put(name, file.path("problems").valueStream().toList());
        }
        return said;
    }

    /** What the findings at the slip's line propose: their fixes or, without one, their words in place of what is marked. */
    private static List<String> proposed(Typed typed, List<JsonNode> problems) {
        List<JsonNode> here = problems.stream()
                .filter(problem -> problem.path("line").asInt() == typed.line())
                .filter(problem -> !problem.path("severity").asString().equals("hint"))
                .toList();
        List<JsonNode> changes = here.stream()
                .flatMap(problem -> problem.path("fix").valueStream())
                .toList();
        return changes.isEmpty()
                ? here.stream()
                        .limit(1)
                        .flatMap(problem -> written(typed, problem))
                        .toList()
                : List.of(fixed(typed.text(), changes));
    }

    private static Stream<String> written(Typed typed, JsonNode problem) {
        return Pattern.compile("请写 (.+)|“([^”]+)”")
                .matcher(problem.path("help").asString())
                .results()
                .flatMap(match -> {
                    String words = match.group(1) == null ? match.group(2) : match.group(1);
                    String line = line(typed.text(), typed.line());
                    int column = problem.path("column").asInt() - 1;
                    String marked = line.substring(0, column)
                            + words
                            + line.substring(column + problem.path("length").asInt());
                    String whole = line.replaceFirst("\\S.*", Matcher.quoteReplacement(words));
                    return Stream.of(marked, whole).map(mended -> withLine(typed.text(), typed.line(), mended));
                });
    }

    /** From the last change to the first, so that the places of the others stay. */
    private static String fixed(String text, List<JsonNode> changes) {
        StringBuilder mended = new StringBuilder(text);
        for (int i = changes.size() - 1; i >= 0; i--) {
            JsonNode change = changes.get(i);
            mended.replace(
                    offset(
                            text,
                            change.path("line").asInt(),
                            change.path("column").asInt()),
                    offset(
                            text,
                            change.path("endLine").asInt(),
                            change.path("endColumn").asInt()),
                    change.path("text").asString());
        }
        return mended.toString();
    }

    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, column - 1);
    }

    private static String withLine(String text, int line, String words) {
        int start = offset(text, line, 1);
        return text.substring(0, start) + words + text.substring(text.indexOf('\n', start));
    }

    private static String line(String text, int line) {
        return text.lines().skip(line - 1).findFirst().orElseThrow();
    }

    private static String wide(String digits) {
        return digits.chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .reduce("", String::concat);
    }

    /** The ids of the errors at the slip's line. */
    private static Set<String> errors(Typed typed, List<JsonNode> problems) {
        return problems.stream()
                .filter(problem -> problem.path("severity").asString().equals("error"))
                .filter(problem -> problem.path("line").asInt() == typed.line())
                .map(problem -> problem.path("id").asString())
                .collect(Collectors.toSet());
    }

    private static String words(JsonNode problem) {
        return "\n    " + problem.path("line").asInt() + " "
                + problem.path("id").asString() + ": " + problem.path("message").asString() + " → "
                + problem.path("help").asString() + " " + problem.path("fix");
    }
}
