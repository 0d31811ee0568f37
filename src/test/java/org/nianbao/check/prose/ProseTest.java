package org.nianbao.check.prose;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.ProcessorTime;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;
import org.nianbao.chinese.Traditional;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.CorrectionsReader;

/**
 * Sentences as reports have them, each with what it is warned of. The files in {@code prose} hold them, {@code figures.yaml}
 * the tables they are held against.
 */
@DisplayName("Each sentence is warned of what it should be, and of nothing else")
class ProseTest {
    private static final Path SENTENCES = Workplace.CHECKOUT.resolve("src/test/resources/prose");

    /** Hints are left out: the reports here are short. */
    private static final Pattern TOLD = Pattern.compile("(?m)^s/([0-9]+)\\.yaml:[0-9:]+ (?:warning|error) ([^ :]+):");

    private static final Map<Character, String> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put('引', "引言");
        SECTIONS.put('一', "总体情况");
        SECTIONS.put('五', "存在的主要问题及改进情况");
        SECTIONS.put('六', "其他需要报告的事项");
    }

    private static final Map<Character, String> ELSE =
            Map.of('一', "全年平稳。", '五', "存在培训不足的问题，下一步改进。", '六', "本年度未收取信息处理费。");

    private record Sentence(String ids, char section, String words) {
        static Sentence of(String line) {
            int gap = line.indexOf("  ");
            String words = line.substring(gap + 2);
            boolean placed = words.startsWith("@");
            return new Sentence(
                    line.substring(0, gap),
                    placed ? words.charAt(1) : '一',
                    placed ? words.substring(2).strip() : words);
        }

        String report(String figures) {
            StringBuilder report = new StringBuilder(figures);
            SECTIONS.forEach((mark, key) -> {
                String text = mark == section ? words : ELSE.getOrDefault(mark, "");
                if (!text.isEmpty()) {
                    report.append(key)
                            .append(": |\n  ")
                            .append(text.replace("⏎", "\n  "))
                            .append("\n");
                }
            });
            return report.toString();
        }
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(SENTENCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Sentence> sentences(String file) throws IOException {
        return Files.readAllLines(SENTENCES.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Sentence::of)
                .toList();
    }

    /** Sentences about growth are checked with last year's report. */
    @ParameterizedTest
    @MethodSource("files")
    void inReports(String file, @TempDir Path folder) throws IOException {
        told(file, sentences(file), folder);
    }

    /** Each character of a report in Traditional is looked at as the one in Simplified. */
    @ParameterizedTest
    @MethodSource("files")
    void inTraditional(String file, @TempDir Path folder) throws IOException {
        Traditional traditional = Traditional.of(
                CorrectionsReader.read(Workplace.CHECKOUT.resolve("templates/traditional.yaml"), new Diagnostics())
                        .orElseThrow());
        List<Sentence> sentences = sentences(file).stream()
                .filter(one -> !one.words().contains("{{"))
                .map(one -> new Sentence(one.ids(), one.section(), traditional.of(one.words(), Map.of())))
                .toList();
        told(file, sentences, folder);
    }

    private static void told(String file, List<Sentence> sentences, Path folder) throws IOException {
        String figures = Files.readString(SENTENCES.resolve("figures.yaml"));
        Workplace place = new Workplace(folder);
        for (int i = 0; i < sentences.size(); i++) {
            place.write("s/" + i + ".yaml", sentences.get(i).report(figures));
        }
        place.write("last.yaml", Files.readString(SENTENCES.resolve("last-figures.yaml")));
        Workplace.Run run = file.contains("growth")
                ? place.nianbao("check", "--last-year", "last.yaml", "s")
                : place.nianbao("check", "s");
        Map<Integer, List<String>> told = new TreeMap<>();
        TOLD.matcher(run.out() + run.err())
                .results()
                .forEach(line -> told.computeIfAbsent(Integer.valueOf(line.group(1)), number -> new ArrayList<>())
                        .add(line.group(2)));
        List<Executable> each = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            String ids = told.getOrDefault(i, List.of("-")).stream().sorted().collect(Collectors.joining(" "));
            each.add(() -> assertEquals(sentence.ids(), ids, sentence.words()));
        }
        assertTrue(sentences.size() > 10, file);
        assertAll(each);
    }

    @Test
    void namingTheSentenceAndTheCell(@TempDir Path folder) throws IOException {
        String figures = Files.readString(SENTENCES.resolve("figures.yaml"));
        String said = checked(
                new Workplace(folder).inChinese(), new Sentence("", '一', "收到政府信息公开申请36件，上年结转5件。").report(figures));
        assertTrue(said.contains("“收到政府信息公开申请36件，上年结转5件。”：文字写的是 5，表中 上年结转.总计 = 4"), said);
        assertTrue(said.contains("原文: \"上年结转5件\""), said);
    }

    @ParameterizedTest
    @CsvSource({"增长12.5%, false", "增长15%, true", "下降12.5%, true", "有所增加, false", "有所减少, true"})
    void againstTheYearsOfAChart(String change, boolean found, @TempDir Path folder) throws IOException {
        String figures = Files.readString(SENTENCES.resolve("figures.yaml"));
        String said = checked(
                new Workplace(folder),
                new Sentence("", '一', "收到政府信息公开申请36件，同比" + change + "。").report(figures)
                        + "图表:\n  - {图: 历年申请, 往年: {2021: 20, 2022: 32}}\n");
        assertEquals(found, said.contains("warning C14"), said);
    }

    @ParameterizedTest
    @CsvSource({"2019, false", "2020, true", "2021, true", "2025, true"})
    void askingForTheFeesSinceThereIsARule(int year, boolean asked, @TempDir Path folder) throws IOException {
        SmallReport report = SmallReport.of("某县教育局", year).with("其他需要报告的事项", "无其他需要报告的事项。");
        String said = checked(new Workplace(folder), report.toString());
        assertEquals(asked, said.contains("warning E5"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "某县人民政府, 汇总, 全县共收到政府信息公开申请17件。, true",
        "某县人民政府, 汇总, 全县共收到政府信息公开申请36件。, false",
        "某县人民政府, 汇总, 2023年全县共受理政府信息公开申请63件。, true",
        "某县人民政府, 汇总, 全市共收到政府信息公开申请17件。, false",
        "某县人民政府, 本机关, 全县共收到政府信息公开申请17件。, false",
        "安澜市和顺区人民政府, 汇总, 全区共收到政府信息公开申请17件。, true",
        "安澜市和顺区人民政府, 汇总, 全市共收到政府信息公开申请17件。, false",
        "某市人民政府办公厅, 汇总, 全市新收政府信息公开申请8件。, true",
        "某市人民政府办公厅, 汇总, 全市市直部门收到政府信息公开申请8件。, false",
    })
    void ofAnAreaInItsOwnAggregate(String agency, String scope, String words, boolean found, @TempDir Path folder)
            throws IOException {
        String figures = Files.readString(SENTENCES.resolve("figures.yaml"))
                .replace("机关: 某县教育局", "机关: " + agency + "\n范围: " + scope);
        String said = checked(new Workplace(folder), new Sentence("", '一', words).report(figures));
        assertEquals(found, said.contains("warning C1"), said);
    }

    /** What is said of a report. */
    private static String checked(Workplace place, String report) {
        place.write("a.yaml", report);
        return place.nianbao("check", "a.yaml").out();
    }

    /** What people would hardly write, in a single paragraph. Time is linear in it, so it takes a fraction of this. */
    @ParameterizedTest
    @CsvSource({
        "'全年公开信息，', 90000",
        "'1', 100000",
        "'（', 50000",
        "'一是', 50000",
        "'一是推进；', 50000",
        "'政府信息公开申请', 80000",
        "'收到政府信息公开申请', 50000",
        "'收到政府信息公开申请35件，', 30000",
        "'共3条，其中', 60000",
        "'信息3件，其中甲1件、', 30000",
        "'3件，占5%，', 40000",
        "'一', 100000",
        "'1,', 60000",
        "'[', 100000",
        "'[x](', 60000",
        "'*', 200000",
        "'〇', 60000",
        "'X', 60000",
        "'…', 60000",
        "'2022年', 50000",
        "'a@', 60000",
        "'《', 60000",
        "'全文包括总体情况、', 20000",
        "'收到政府信息公开申请35件，比上年增加3件。', 12000",
        "'由3件增加到5件，', 25000",
        "'申请35件，其中自然人3件，占5%；', 15000",
        "'3件、', 80000",
    })
    void inTimeHoweverLongTheyAre(String words, int times, @TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        String figures = Files.readString(SENTENCES.resolve("figures.yaml"));
        place.write("a.yaml", new Sentence("", '一', "甲" + words.repeat(times)).report(figures));
        Workplace.Run run = ProcessorTime.within(30, () -> place.nianbao("check", "a.yaml"));
        List<String> bugs = Pattern.compile("Bug:|\tat ")
                .matcher(run.out() + run.err())
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(List.of(), bugs, run.err());
    }
}
