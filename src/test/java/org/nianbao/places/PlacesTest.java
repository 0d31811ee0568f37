package org.nianbao.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;

@DisplayName("Every character of a PDF stands in its cell, its column and the text block, and on no other")
class PlacesTest {
    private static final String WORDS = "全年公开信息工作动态政策解读机构职能人事任免，。、；";
    private static final String CODE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.-?&=_%";

    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
    }

    @Test
    void inTheReportsOfInputs() throws IOException {
        place.copyFromCheckout("inputs");
        check("inputs");
    }

    @Test
    void withFiguresOfEveryLengthLongWordsAndLocalRows() throws IOException {
        generate(IntStream.rangeClosed(1, 12));
        check("inputs");
    }

    @Test
    void anAddressIsBrokenButCopiedAsItWasTyped() throws IOException {
        String address =
                "https://mp.weixin.qq.com/s?__biz=MzA4NTU2NzQ3MA==&mid=2650123456&idx=1&sn=" + "0f1e2d3c".repeat(9);
        String code = "A1b2C3d4".repeat(8);
        place.copyFromCheckout("inputs");
        place.edit(
                "inputs/houma-2021.yaml",
                "本年度没有其他需要报告的事项。",
                "详见（" + address + "），点击可看。" + "\n\n  | 单位 | 编码 |\n  |---|---|\n  | 某局 | " + code + " |");
        place.nianbao("render", "inputs/houma-2021.yaml", "--draft", "--format", "html,pdf,docx");
        String pdf = PaperPage.of(place.bytes("output/houma-2021.pdf")).stream()
                .flatMap(page -> page.lines().stream())
                .map(PaperPage::text)
                .collect(Collectors.joining())
                .replace("某局", ""); // stands beside a line of the code
        String html = Jsoup.parse(place.read("output/houma-2021.html")).text();
        for (String word : List.of(address, code)) {
            assertTrue(pdf.contains(word), pdf);
            assertTrue(html.contains(word), html);
        }
        assertEquals(List.of(), PlaceCheck.faults(place.bytes("output/houma-2021.pdf")));
    }

    @Test
    @Tag("slow")
    void inFourHundredGeneratedReports() throws IOException {
        generate(IntStream.rangeClosed(13, 412));
        check("inputs");
    }

    @Test
    @Tag("slow")
    void inTheCasesThatAreRendered() throws IOException {
        place.copyFromCheckout("src/test/resources/cases", "cases");
        List<String> inputs = new ArrayList<>();
        try (Stream<Path> cases = Files.list(place.at("cases"))) {
            for (Path folder : cases.sorted().toList()) {
                Path input = folder.resolve(folder.getFileName() + ".yaml");
                inputs.add(Files.move(folder.resolve("input.yaml"), input).toString());
            }
        }
        check(inputs.toArray(String[]::new));
    }

    private void generate(IntStream seeds) {
        seeds.forEach(seed -> {
            Random random = new Random(seed);
            int rows = seed % 4 == 0 ? random.nextInt(60) : seed % 8;
            place.write("inputs/rows" + seed + ".form.yaml", localRows(rows, random));
            place.write("inputs/report" + seed + ".yaml", report(seed, random));
        });
    }

    private void check(String... inputs) throws IOException {
        Workplace.Run run =
                place.nianbao(Stream.concat(Stream.of("render", "--format", "pdf", "--draft"), Stream.of(inputs))
                        .toArray(String[]::new));
        List<String> faults = new ArrayList<>();
        List<Path> pdfs;
        try (Stream<Path> files = Files.list(place.at("output"))) {
            pdfs = files.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
        assertFalse(pdfs.isEmpty(), run.err());
        for (Path pdf : pdfs) {
            PlaceCheck.faults(Files.readAllBytes(pdf)).forEach(fault -> faults.add(pdf.getFileName() + " p. " + fault));
        }
        assertEquals("", String.join("\n", faults.subList(0, Math.min(20, faults.size()))));
    }

    private static String localRows(int rows, Random random) {
        StringBuilder form = new StringBuilder("""
                name: 政府信息公开工作年度报告
                edition: 2021
                sections:
                  收到和处理政府信息公开申请情况:
                    table:
                      rows:
                        本年度办理结果:
                          rows:
                            不予公开:
                              rows:
                """);
        for (int i = 1; i <= rows; i++) {
            String after = i == 1 ? "属于行政查询事项" : "地方" + (i - 1);
            String label = (i + 8) + "." + words(random, 4 + random.nextInt(50)).replaceAll("[，。、；]", "的");
            form.append("                地方%d: {label: \"%s\", after: %s}\n".formatted(i, label, after));
        }
        return rows == 0 ? form.toString().replaceAll("(?s)sections:.*", "sections: {}\n") : form.toString();
    }

    private static String report(int seed, Random random) {
        int digits = seed % 13;
        return """
                报告: 政府信息公开工作年度报告
                年度: 2025
                机关: 某县%s局
                成文日期: 2026-01-20
                %s总体情况: |
                  %s%s%s。

                  %s：

                %s
                主动公开政府信息情况:
                  规章: {本年制发件数: %s, 现行有效件数: %s}
                收到和处理政府信息公开申请情况:
                  本年新收: {自然人: %s, 商业企业: %s, 其他: %s}
                政府信息公开行政复议、行政诉讼情况:
                  行政复议: {结果维持: %s, 结果纠正: %s, 其他结果: %s}
                存在的主要问题及改进情况: %s
                其他需要报告的事项: %s
                """.formatted(
                        words(random, 2).replaceAll("[，。、；]", "的"),
                        "扩展: rows" + seed + ".form.yaml\n",
                        words(random, random.nextInt(900)),
                        code(random, 20 + random.nextInt(200)),
                        words(random, 40),
                        code(random, 1 + random.nextInt(30)),
                        table(random),
                        figure(random, digits + 8),
                        figure(random, digits),
                        figure(random, digits),
                        figure(random, 2),
                        figure(random, 1 + random.nextInt(8)),
                        figure(random, digits),
                        figure(random, 1),
                        figure(random, 1 + random.nextInt(8)),
                        words(random, 40 + random.nextInt(300)),
                        words(random, 40));
    }

    /** A table in the text, with words and figures of any length in up to twelve columns. */
    private static String table(Random random) {
        int columns = 1 + random.nextInt(12);
        return IntStream.range(0, 5)
                .mapToObj(row -> row == 1
                        ? "  |" + "---|".repeat(columns)
                        : IntStream.range(0, columns)
                                .mapToObj(column -> switch (random.nextInt(4)) {
                                    case 0 -> figure(random, 1 + random.nextInt(9));
                                    case 1 -> code(random, 1 + random.nextInt(30));
                                    default ->
                                        words(random, 1 + random.nextInt(12)).replaceAll("[，。、；]", "的");
                                })
                                .collect(Collectors.joining("|", "  |", "|")))
                .collect(Collectors.joining("\n"));
    }

    private static String words(Random random, int count) {
        return "全年" + pick(WORDS, random, count) + "工作";
    }

    private static String code(Random random, int count) {
        return "x" + pick(CODE, random, count).replace("__", "_") + "y";
    }

    private static String figure(Random random, int digits) {
        return digits == 0 ? "0" : (1 + random.nextInt(9)) + pick("0123456789", random, digits - 1);
    }

    private static String pick(String from, Random random, int count) {
        return random.ints(count, 0, from.length())
                .mapToObj(i -> from.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
