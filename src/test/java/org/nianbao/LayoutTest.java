package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

@DisplayName("Lines, title and signature are where GB/T 9704 has them")
class LayoutTest {
    private static final double MM = 72 / 25.4;
    private static final int LINES = 22;
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
     */
    private record PageLine(double y, double left, double right, String text) {}

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
                last.getXDirAdj() + last.getWidthDirAdj(),
                glyphs.stream().map(TextPosition::getUnicode).collect(Collectors.joining()));
    }
}
