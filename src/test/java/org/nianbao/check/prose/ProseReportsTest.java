package org.nianbao.check.prose;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.Workplace;

/**
 * Whole reports with faults of all kinds and without: how many faults are found, and how many findings are right. A finding in
 * a paragraph with a fault is right, one in any other is wrong. Warnings and hints count.
 */
@DisplayName("Of reports that nobody has tuned the rules to, most faults are found, and hardly anything else")
class ProseReportsTest {
    private static final Path REPORTS = Workplace.CHECKOUT.resolve("src/test/resources/prose-reports");

    private static final Pattern TOLD =
            Pattern.compile("(?m)^r/([0-9]+)\\.yaml:([0-9]+):[0-9:]+ (?:hint|warning|error) ");

    private static final Map<Character, String> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put('引', "引言");
        SECTIONS.put('一', "总体情况");
        SECTIONS.put('五', "存在的主要问题及改进情况");
        SECTIONS.put('六', "其他需要报告的事项");
    }

    private static final Map<Character, String> ELSE =
            Map.of('一', "全年平稳。", '五', "存在培训不足的问题，下一步改进。", '六', "本年度未收取信息处理费。");

    /** A paragraph, with a letter for each of its faults. */
    private record Told(String faults, char section, String words) {
        static Told of(String line) {
            int gap = line.indexOf("  ");
            String words = line.substring(gap + 2);
            boolean placed = words.startsWith("@");
            return new Told(
                    line.substring(0, gap).replace("-", ""),
                    placed ? words.charAt(1) : '一',
                    placed ? words.substring(2).strip() : words);
        }
    }

    /** Faults and those found, by kind; findings, and those in paragraphs without a fault. */
    private static final class Tally {
        private final Map<Character, int[]> kinds = new TreeMap<>();
        private int right;
        private final List<String> wrong = new ArrayList<>();

        void count(Told paragraph, int findings) {
            if (paragraph.faults().isEmpty()) {
                for (int i = 0; i < findings; i++) {
                    wrong.add(paragraph.words());
                }
                return;
            }
            right += findings;
            for (int i = 0; i < paragraph.faults().length(); i++) {
                int[] kind = kinds.computeIfAbsent(paragraph.faults().charAt(i), letter -> new int[2]);
                kind[0]++;
                kind[1] += i < findings ? 1 : 0;
            }
        }

        double found(String letters) {
            int all = 0;
            int found = 0;
            for (Map.Entry<Character, int[]> kind : kinds.entrySet()) {
                if (letters.indexOf(kind.getKey()) >= 0) {
                    all += kind.getValue()[0];
                    found += kind.getValue()[1];
                }
            }
            return (double) found / all;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            kinds.forEach((letter, counts) -> text.append(letter + " " + counts[1] + "/" + counts[0] + " "));
            return text + "right " + right + " wrong " + wrong;
        }
    }

    /** Each sentence is a report of its own, so that nothing around it helps. */
    @Test
    void inManyWordings(@TempDir Path folder) throws IOException {
        Map<Character, List<List<Told>>> bySet = new TreeMap<>();
        char set = ' ';
        for (String line : Files.readAllLines(REPORTS.resolve("wordings.txt"))) {
            if (line.startsWith("===")) {
                set = Character.toLowerCase(line.charAt(4));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                bySet.computeIfAbsent(set, key -> new ArrayList<>()).add(List.of(Told.of(line)));
            }
        }
        List<Executable> each = new ArrayList<>();
        for (Map.Entry<Character, List<List<Told>>> one : bySet.entrySet()) {
            Workplace place = new Workplace(folder.resolve("" + one.getKey()));
            counts(String.valueOf(one.getKey()), one.getValue(), place)
                    .forEach((told, findings) ->
                            each.add(() -> assertEquals(!told.faults().isEmpty(), findings > 0, told.words())));
        }
        assertTrue(each.size() > 500, String.valueOf(each.size()));
        assertAll(each);
    }

    /** The counts are those of prose-checks.md. */
    @ParameterizedTest
    @CsvSource({"reports.txt, 112, 0.80", "kept-reports.txt, 62, 0.80", "other-reports.txt, 114, 0.75"})
    void areFound(String file, int faults, double listsAndShares, @TempDir Path folder) throws IOException {
        Map<Character, List<List<Told>>> bySet = new TreeMap<>();
        char set = ' ';
        for (String line : Files.readAllLines(REPORTS.resolve(file))) {
            if (line.startsWith("===")) {
                set = Character.toLowerCase(line.charAt(4));
                bySet.computeIfAbsent(set, key -> new ArrayList<>()).add(new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<List<Told>> reports = bySet.get(set);
                reports.get(reports.size() - 1).add(Told.of(line));
            }
        }
        Tally tally = new Tally();
        for (Map.Entry<Character, List<List<Told>>> one : bySet.entrySet()) {
            check(
                    String.valueOf(one.getKey()),
                    one.getValue(),
                    new Workplace(folder.resolve("" + one.getKey())),
                    tally);
        }
        assertAll(
                () -> assertEquals(
                        faults,
                        tally.kinds.values().stream().mapToInt(kind -> kind[0]).sum()),
                () -> assertTrue(tally.right >= 0.97 * (tally.right + tally.wrong.size()), tally.toString()),
                () -> assertTrue(tally.found("clpgyw") >= 0.75, tally.toString()),
                () -> assertTrue(tally.found("cg") >= 0.85, tally.toString()),
                () -> assertTrue(tally.found("l") >= 0.80, tally.toString()),
                () -> assertTrue(tally.found("lp") >= listsAndShares, tally.toString()));
    }

    private static void check(String set, List<List<Told>> reports, Workplace place, Tally tally) throws IOException {
        counts(set, reports, place).forEach(tally::count);
    }

    /** The number of findings of each paragraph. */
    private static Map<Told, Integer> counts(String set, List<List<Told>> reports, Workplace place) throws IOException {
        place.write("last.yaml", Files.readString(REPORTS.resolve(set + "-last.yaml")));
        String figures = Files.readString(REPORTS.resolve(set + ".yaml"));
        Map<String, Told> lines = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            place.write("r/" + i + ".yaml", report(figures, i, reports.get(i), lines));
        }
        Workplace.Run run = place.nianbao("check", "--last-year", "last.yaml", "r");
        Map<String, Integer> findings = new HashMap<>();
        TOLD.matcher(run.out() + run.err())
                .results()
                .map((MatchResult told) -> told.group(1) + ":" + told.group(2))
                .forEach(line -> findings.merge(line, 1, Integer::sum));
        Map<Told, Integer> counts = new LinkedHashMap<>();
        lines.forEach((line, told) -> counts.merge(told, findings.getOrDefault(line, 0), Integer::sum));
        return counts;
    }

    private static String report(String figures, int number, List<Told> paragraphs, Map<String, Told> lines) {
        List<String> text = new ArrayList<>(figures.lines().toList());
        SECTIONS.forEach((mark, key) -> {
            List<Told> own =
                    paragraphs.stream().filter(one -> one.section() == mark).toList();
            if (!own.isEmpty() || ELSE.containsKey(mark)) {
                text.add(key + ": |");
                for (Told told : own) {
                    text.add("  " + told.words());
                    lines.put(number + ":" + text.size(), told);
                    text.add("");
                }
                if (own.isEmpty()) {
                    text.add("  " + ELSE.get(mark));
                }
            }
        });
        return String.join("\n", text) + "\n";
    }
}
