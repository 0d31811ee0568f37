package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.published.ProseReadBack;
import org.nianbao.text.PastedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of Chinese, figures, Latin and all punctuation in any neighbourhood, many in one report. A line that {@code check}
 * refuses is left out; all others must be read back from every format as they were typed, but for the marks that the guide
 * names: emphasis and the backslash in front of punctuation.
 */
@DisplayName("What is typed is what is printed")
class GeneratedProseTest {
    /** Lines of a report; fewer than the limit of problems that {@code check --all} lists. */
    private static final int LINES = 200;

    private static final List<String> WORDS = List.of(
            "公开", "条例", "小时", "栏目", "的", "号", "5", "24", "3.5", "2026", "A", "km", "QR", "www.example.gov.cn", " ");

    private static final String PUNCTUATION =
            "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" + "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％＃＆＊＠￥＋－＝＜＞｜＼／＾＿｀｛｝［］．×÷±°§№→";

    /** Several characters that belong together, as marks or in figures. */
    private static final List<String> GROUPS = List.of(
            "2*3*4",
            "**",
            "***",
            "****",
            "——",
            "……",
            "“*”",
            "5*8",
            "138****2046",
            "](",
            "{{",
            "}}",
            "&amp;",
            "<b>",
            "\\n",
            "1)");

    /** A list, a table or a quoted figure, which are printed otherwise. */
    private static final Pattern OTHERWISE =
            Pattern.compile("(?:[-+*]|[0-9]{1,3}\\.)\\s.*|\\|.*|.*\\{\\{.*|.*\\]\\(https?:.*", Pattern.DOTALL);

    private static final Pattern MEANT = Pattern.compile("(?<=[0-9A-Za-z])\\*+(?=[0-9A-Za-z])|(?<![*\\\\])\\*{4,}");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
    private static final JsonMapper JSON = new JsonMapper();

    private Workplace place;

    @Test
    void generatedLinesComeBackFromEveryFormat(@TempDir Path folder) {
        place = new Workplace(folder);
        comeBack(1);
    }

    @Test
    @Tag("slow")
    void twoThousandLinesComeBackFromEveryFormat(@TempDir Path folder) {
        place = new Workplace(folder);
        IntStream.range(2, 12).forEach(this::comeBack);
    }

    private void comeBack(long seed) {
        Map<Integer, String> lines = lines(new Random(seed));
        int all = lines.size();
        lines.keySet().removeAll(refused(lines));
        assertTrue(lines.size() > all / 2, "more than half of the lines can be printed: " + lines.size());
        write(lines);
        Workplace.Run run = place.nianbao("render", "a.yaml");
        assertEquals(0, run.status(), () -> errors(run.err()));
        Map<Integer, String> html = lines(ProseReadBack.html(place.bytes("output/a.html")));
        requireSame(typed(lines), lines(ProseReadBack.markdown(place.bytes("output/a.html"))), "HTML");
        requireSame(html, lines(ProseReadBack.docx(place.bytes("output/a.docx"))), "DOCX");
        requireSame(spaceless(html), spaceless(lines(ProseReadBack.pdf(place.bytes("output/a.pdf")))), "PDF");
        requireAsterisks(lines, html);
    }

    private static String errors(String said) {
        return Pattern.compile("(?m)^.*error.*\\n.*")
                .matcher(said)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
    }

    /** Asterisks between figures or letters, and four and more, are no marks: they are printed, whatever stands beside them. */
    private static void requireAsterisks(Map<Integer, String> typed, Map<Integer, String> printed) {
        typed.forEach((number, line) -> {
            long meant = MEANT.matcher(line)
                    .results()
                    .mapToInt(run -> run.group().length())
                    .sum();
            String text = String.valueOf(printed.get(number));
            assertTrue(text.chars().filter(c -> c == '*').count() >= meant, line + "\n" + text);
        });
    }

    private static Map<Integer, String> lines(Random random) {
        Map<Integer, String> lines = new LinkedHashMap<>();
        while (lines.size() < LINES) {
            StringBuilder line = new StringBuilder();
            for (int i = 4 + random.nextInt(14); i > 0; i--) {
                int kind = random.nextInt(11);
                line.append(
                        kind < 5
                                ? WORDS.get(random.nextInt(WORDS.size()))
                                : kind < 9
                                        ? String.valueOf(PUNCTUATION.charAt(random.nextInt(PUNCTUATION.length())))
                                        : GROUPS.get(random.nextInt(GROUPS.size())));
            }
            String typed = line.toString().strip();
            if (!typed.isEmpty() && !OTHERWISE.matcher(typed).matches()) {
                lines.put(lines.size(), typed);
            }
        }
        return lines;
    }

    /** The numbers of the lines in which {@code check} finds an error. */
    private Set<Integer> refused(Map<Integer, String> lines) {
        write(lines);
        int first = place.read("a.yaml").split("完9999止", -1)[0].split("\n", -1).length + 1;
        Set<Integer> refused = new HashSet<>();
        JsonNode problems = JSON.readTree(place.nianbao("check", "a.yaml", "--format", "json", "--all")
                        .out())
                .path("files")
                .get(0)
                .path("problems");
        for (JsonNode problem : problems) {
            if (problem.path("severity").asString().equals("error")) {
                refused.add((problem.path("line").asInt() - first - 1) / 2);
            }
        }
        assertTrue(lines.keySet().containsAll(refused), "each error names a line of the prose: " + problems);
        return refused;
    }

    /** Writes the lines as paragraphs, each with its number behind it, by which it is found again. */
    private void write(Map<Integer, String> lines) {
        StringBuilder prose = new StringBuilder("完9999止\n\n");
        lines.forEach((number, line) -> prose.append(line).append(mark(number)).append("\n\n"));
        place.write(
                "a.yaml",
                SmallReport.of("某县档案局", 2021).overall(prose.toString()).toString());
    }

    private static String mark(int number) {
        return String.format("完%04d止", number);
    }

    /** What stands between the marks of lines. */
    private static Map<Integer, String> lines(String text) {
        Map<Integer, String> lines = new LinkedHashMap<>();
        Matcher mark = Pattern.compile("完\\s*(\\d\\s*\\d\\s*\\d\\s*\\d)\\s*止").matcher(text);
        int end = 0;
        while (mark.find()) {
            int number = Integer.parseInt(spaceless(mark.group(1)));
            lines.put(number, collapsed(text.substring(end, mark.start())));
            end = mark.end();
        }
        lines.remove(9999);
        return lines;
    }

    /** What should be printed, without the blanks of a paper, with the asterisks of emphasis. */
    private static Map<Integer, String> typed(Map<Integer, String> lines) {
        Map<Integer, String> typed = new LinkedHashMap<>(lines);
        typed.replaceAll(
                (number, line) -> collapsed(ESCAPE.matcher(PastedText.of(line).text())
                        .replaceAll(match -> Matcher.quoteReplacement(match.group(1)))));
        return typed;
    }

    private static void requireSame(Map<Integer, String> expected, Map<Integer, String> printed, String format) {
        List<String> different = new ArrayList<>();
        expected.forEach((number, line) -> {
            if (!line.equals(printed.get(number))) {
                different.add(line + "\n    " + printed.get(number));
            }
        });
        assertEquals("", String.join("\n", different), format);
    }

    private static Map<Integer, String> spaceless(Map<Integer, String> lines) {
        Map<Integer, String> spaceless = new LinkedHashMap<>(lines);
        spaceless.replaceAll((number, line) -> spaceless(line));
        return spaceless;
    }

    private static String collapsed(String text) {
        return text.replaceAll("[ \\t\\r\\n]+", " ").strip();
    }

    private static String spaceless(String text) {
        return text.replaceAll("\\s+", "");
    }
}
