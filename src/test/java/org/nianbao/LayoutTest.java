package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.published.ProseReadBack;

@DisplayName("Lines, title and signature are where GB/T 9704 has them")
class LayoutTest {
    private static final double MM = 72 / 25.4;
    private static final int LINES = 22;
    private static final double EM = 15.7;
    private static final double PITCH = 28.95;
    private static final double TOP = 37 * MM;
    private static final double BOTTOM = (297 - 35) * MM;
    private static final double RIGHT = (210 - 26) * MM;
    private static final double TOLERANCE = 1;
    private static final String LONG = "内蒙古自治区锡林郭勒盟西乌珠穆沁旗巴拉嘎尔高勒镇人民政府";
    private static final long SEED = 20;

    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
    }

    /**
     * A line of a page.
     *
     * @param y of its baseline below the page's top, in points
     * @param left of its first character, in points
     * @param right end of its last character, in points
     * @param gaps from each character to the next one, in points, without the width that the first has in its font
     */
    private record PageLine(double y, double left, double right, List<Double> gaps, String text) {}

    @Test
    void aPageOfProseHas22LinesWhereverItsParagraphsEnd() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 4; i++) {
            place.write(
                    "a.yaml",
                    SmallReport.of("柳河县档案局", 2023).overall(prose(random)).toString());
            for (List<PageLine> page : pages(1).subList(1, 4)) {
                assertEquals(LINES, page.size(), () -> "seed " + SEED + ": " + page);
            }
        }
    }

    @Test
    void withWidowControlNoPageStartsOrEndsWithASingleLine() throws IOException {
        place.copyFromCheckout("templates");
        place.edit("templates/typography.yaml", "widow-control: false", "widow-control: true");
        Random random = new Random(SEED);
        place.write(
                "a.yaml", SmallReport.of("柳河县档案局", 2023).overall(prose(random)).toString());
        List<List<PageLine>> pages = pages(1, "--templates", "templates");
        for (int i = 1; i < 4; i++) {
            List<PageLine> page = pages.get(i);
            PageLine last = page.get(page.size() - 1);
            boolean single = indented(last) && !last.text().endsWith("。");
            boolean alone = !indented(page.get(0))
                    && indented(page.get(1))
                    && page.get(0).text().endsWith("。");
            assertTrue(!single && !alone, page.toString());
        }
    }

    @Test
    void withoutSealTheNameEndsTwoCharactersFromTheRightAndTheDateBeginsTwoAfterIt() throws IOException {
        for (String name : List.of("柳河县人民政府办公室", "青川县生态环境和自然资源管理局", "云集市城区社会福利事业管理局")) {
            List<PageLine> end = signature(name, "");
            assertEquals(RIGHT - 2 * EM, end.get(0).right(), TOLERANCE, name);
            assertEquals(end.get(0).left() + 2 * EM, end.get(1).left(), TOLERANCE, name);
        }
        List<PageLine> shortName = signature("水利局", "");
        assertEquals(RIGHT - 2 * EM, shortName.get(1).right(), EM / 4, "the longer date");
        assertEquals(shortName.get(0).left() + 2 * EM, shortName.get(1).left(), TOLERANCE);
    }

    @Test
    void withSealTheDateEndsFourCharactersFromTheRightBelowTheMiddleOfTheName() throws IOException {
        for (String name : List.of("水利局", "柳河县人民政府办公室", "云集市城区社会福利事业管理局", LONG)) {
            List<PageLine> end = signature(name, "印章: 有");
            PageLine date = end.get(end.size() - 1);
            double middle = end.stream().mapToDouble(PageLine::left).min().orElse(0) / 2
                    + end.stream()
                                    .limit(end.size() - 1)
                                    .mapToDouble(PageLine::right)
                                    .max()
                                    .orElse(0)
                            / 2;
            assertTrue(date.right() <= RIGHT - 4 * EM + EM / 4, name);
            if (name.length() < 15) {
                assertEquals(RIGHT - 4 * EM, date.right(), EM / 4, name);
                PageLine line = end.get(0);
                assertEquals((line.left() + line.right()) / 2, (date.left() + date.right()) / 2, EM / 4, name);
            }
            assertTrue(middle > 0 && end.stream().allMatch(line -> line.right() < RIGHT + 1), end.toString());
        }
    }

    @Test
    void spaceIsKeptFreeForTheSeal() throws IOException {
        for (int lines = 1; lines < 12; lines++) {
            String prose = "工作平稳有序。\n\n".repeat(lines);
            place.write(
                    "a.yaml",
                    signed("柳河县人民政府办公室", "印章: 有").prose("其他需要报告的事项", prose).toString());
            List<List<PageLine>> pages = pages(1);
            List<PageLine> last = pages.get(pages.size() - 1);
            int size = last.size();
            assertTrue(size > 2, "the seal is not alone on its page");
            assertEquals(3 * PITCH, last.get(size - 2).y() - last.get(size - 3).y(), 2, "two lines above");
            assertTrue(BOTTOM - last.get(size - 1).y() > PITCH, "one line below");
        }
    }

    @Test
    void aLongNameIsOneBlock() throws IOException {
        List<PageLine> end = signature(LONG, "");
        assertEquals(3, end.size(), end.toString());
        assertEquals(end.get(0).left(), end.get(1).left(), 0.1);
        assertEquals(RIGHT - 2 * EM, Math.max(end.get(0).right(), end.get(1).right()), TOLERANCE);
        assertEquals(LONG, end.get(0).text() + end.get(1).text());
    }

    @Test
    void aLongTitleHasBalancedLinesThatEndWhereAWordDoes() throws IOException {
        Map<String, List<String>> expected = Map.of(
                "呼和浩特市新城区人民政府政务服务管理局",
                List.of("呼和浩特市新城区人民政府政务服务管理局"),
                "青川市市场监督管理局和云集区城市管理行政执法局",
                List.of("青川市市场监督管理局和", "云集区城市管理行政执法局"),
                LONG,
                List.of("内蒙古自治区锡林郭勒盟", "西乌珠穆沁旗巴拉嘎尔高勒镇人民政府"));
        expected.forEach((name, lines) -> assertEquals(lines, title(name)));
    }

    private List<String> title(String name) {
        try {
            place.write("a.yaml", SmallReport.of(name, 2023).toString());
            List<PageLine> page = pages(1).get(0);
            assertEquals(TOP + 2 * PITCH + 35 - 10, page.get(0).y(), 4, "two blank lines above");
            int year = 0;
            while (!page.get(year).text().startsWith("2023")) {
                year++;
            }
            return page.subList(0, year).stream().map(PageLine::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SmallReport signed(String name, String facts) {
        return SmallReport.of(name, 2023).facts("成文日期: 2024-01-20\n" + facts);
    }

    /** The lines of the name and that of the date. */
    private List<PageLine> signature(String name, String facts) throws IOException {
        place.write("a.yaml", signed(name, facts).toString());
        List<List<PageLine>> pages = pages(1);
        List<PageLine> last = pages.get(pages.size() - 1);
        int from = last.size() - 1;
        while (!last.get(from - 1).text().endsWith("。")) {
            from--;
        }
        return last.subList(from, last.size());
    }

    @Test
    void aQuarterEmIsBetweenChineseAndDigitsButNotAtTheEdgesOfALine() throws IOException {
        String prose = IntStream.range(0, 60)
                .mapToObj(i -> "公".repeat(i % 7 + 1) + (i + 10))
                .collect(Collectors.joining());
        place.write(
                "a.yaml", SmallReport.of("柳河县档案局", 2023).overall(prose + "。").toString());
        List<PageLine> lines = pages(1).get(0).stream()
                .filter(line -> line.text().matches("[公0-9]{20,}"))
                .toList();
        assertTrue(lines.size() > 5, lines.toString());
        for (PageLine line : lines) {
            assertEquals(RIGHT, line.right(), 1.5, line.text());
            assertTrue(line.left() < 28 * MM + 1 || indented(line), line.text());
            for (int i = 1; i < line.text().length(); i++) {
                boolean border =
                        (line.text().charAt(i - 1) == '公') != (line.text().charAt(i) == '公');
                assertEquals(border ? EM / 4 : 0, line.gaps().get(i - 1), EM / 9, line.text() + " at " + i);
            }
        }
        place.copyFromCheckout("templates");
        place.edit("templates/typography.yaml", "autospace: true", "autospace: false");
        List<Double> gaps = pages(1, "--templates", "templates").get(0).stream()
                .filter(line -> line.text().matches("[公0-9]{20,}"))
                .flatMap(line -> line.gaps().stream())
                .toList();
        assertTrue(gaps.stream().allMatch(gap -> gap < EM / 9), gaps.toString());
    }

    @Test
    void theSpaceBetweenChineseAndDigitsIsNotCopied() throws IOException, InterruptedException {
        String typed = "收到申请9件，8件按期答复。全年公开信息1200条，其中“两微一端”380条，App 24期，同比增长3.5%。𠮷5件。";
        place.write("a.yaml", SmallReport.of("某县档案局", 2023).overall(typed).toString());
        assertEquals(0, place.nianbao("render", "a.yaml", "--format", "pdf").status());
        requireCopied(typed, ProseReadBack.pdf(place.bytes("output/a.pdf")));
        Process poppler;
        try {
            poppler = new ProcessBuilder("pdftotext", place.at("output/a.pdf").toString(), "-").start();
        } catch (IOException e) {
            return; // is not installed
        }
        requireCopied(typed, new String(poppler.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, poppler.waitFor());
    }

    private static void requireCopied(String typed, String text) {
        String copied = text.replace("\n", "");
        assertTrue(copied.contains(typed), copied);
    }

    private static boolean indented(PageLine line) {
        return line.left() > 28 * MM + 16;
    }

    /** Paragraphs of one to nine lines that fill five pages. */
    private static String prose(Random random) {
        return IntStream.range(0, 24)
                .mapToObj(i -> words(random, 5 + random.nextInt(250)) + "。")
                .collect(Collectors.joining("\n\n"));
    }

    private static String words(Random random, int length) {
        String characters = "公开信息依法办理及时准确群众服务工作推进完善机制落实责任加强管理规范程序";
        return random.ints(length, 0, characters.length())
                .mapToObj(i -> characters.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** The lines of each page of {@code a.yaml} without the last few lines, such as the page number. */
    private List<List<PageLine>> pages(int without, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("render", "a.yaml", "--format", "pdf"));
        arguments.addAll(List.of(more));
        Workplace.Run run = place.nianbao(arguments.toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        List<List<PageLine>> pages = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/a.pdf"))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                List<PageLine> lines = lines(pdf, page);
                pages.add(lines.subList(0, lines.size() - without));
            }
        }
        return pages;
    }

    private static List<PageLine> lines(PDDocument pdf, int page) throws IOException {
        Map<Integer, List<TextPosition>> byHeight = new TreeMap<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                int y = Math.round(position.getYDirAdj());
                byHeight.computeIfAbsent(y, unused -> new ArrayList<>()).add(position);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(pdf);
        return byHeight.values().stream().map(LayoutTest::line).toList();
    }

    private static PageLine line(List<TextPosition> glyphs) {
        glyphs.sort(Comparator.comparing(TextPosition::getXDirAdj));
        TextPosition last = glyphs.get(glyphs.size() - 1);
        return new PageLine(
                glyphs.get(0).getYDirAdj(),
                glyphs.get(0).getXDirAdj(),
                end(last),
                IntStream.range(1, glyphs.size())
                        .mapToObj(i -> glyphs.get(i).getXDirAdj() - plainEnd(glyphs.get(i - 1)))
                        .toList(),
                glyphs.stream().map(TextPosition::getUnicode).collect(Collectors.joining()));
    }

    /** The end of an ideograph or a digit without the space that may be added to it. */
    private static double plainEnd(TextPosition glyph) {
        return glyph.getXDirAdj() + (glyph.getUnicode().matches("[0-9]") ? EM / 2 : EM);
    }

    private static double end(TextPosition glyph) {
        return glyph.getXDirAdj() + glyph.getWidthDirAdj();
    }
}
