package org.nianbao.foreign.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;

@DisplayName("Rules and text of a PDF, however they are drawn")
class PdfDrawingsTest {
    /** Of a table with two rows and two columns: from x to x at y, and from y to y at x. */
    private static final List<int[]> RULES = List.of(
            new int[] {100, 700, 300, 700},
            new int[] {100, 670, 300, 670},
            new int[] {100, 640, 300, 640},
            new int[] {100, 700, 100, 640},
            new int[] {200, 700, 200, 640},
            new int[] {300, 700, 300, 640});

    @ParameterizedTest
    @ValueSource(strings = {"lines", "dashes", "rectangles", "one filled path"})
    void aTable(String drawn) throws IOException, UnreadableDocument {
        StringBuilder content = new StringBuilder(
                "BT /F 10 Tf 110 680 Td (A) Tj 100 0 Td (B) Tj -100 -30 Td (12) Tj 100 0 Td" + " (345) Tj ET\n");
        RULES.forEach(rule -> content.append(rule(drawn, rule)));
        TableGrid table = (TableGrid) read(content + "f\n").get(0);
        List<String> texts =
                table.cells().stream().map(TableGrid.ForeignCell::text).toList();
        assertEquals(List.of("A", "B", "12", "345"), texts);
    }

    private static String rule(String drawn, int[] rule) {
        int across = rule[2] - rule[0];
        int down = rule[3] - rule[1];
        StringBuilder path = new StringBuilder();
        switch (drawn) {
            case "lines" -> path.append("%d %d m %d %d l S%n".formatted(rule[0], rule[1], rule[2], rule[3]));
            case "dashes" -> {
                for (int at = 0; at < Math.abs(across + down); at += 5) {
                    int x = rule[0] + (across == 0 ? 0 : at);
                    int y = rule[1] - (down == 0 ? 0 : at);
                    path.append(
                            "%d %d m %d %d l S%n".formatted(x, y, x + (across == 0 ? 0 : 3), y - (down == 0 ? 0 : 3)));
                }
            }
            default -> {
                String end = drawn.equals("rectangles") ? "f" : "";
                double width = across == 0 ? 0.5 : across;
                double height = down == 0 ? 0.5 : down;
                path.append("%d %d %.1f %.1f re %s%n".formatted(rule[0], rule[1], width, height, end));
            }
        }
        return path.toString();
    }

    @Test
    void textThatReplacesThatOfTheGlyphs() throws IOException, UnreadableDocument {
        String text = "/Span << /ActualText <FEFF5E745EA662A5544A> >> BDC BT /F 10 Tf 110 680 Td (ab) Tj ET EMC\n";
        assertEquals("年度报告", ((DocumentPart.TextPart) read(text).get(0)).text());
    }

    @Test
    void aWatermarkAcrossThePageIsLeftOut() throws IOException, UnreadableDocument {
        String text = "BT /F 10 Tf 110 680 Td (text) Tj ET BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 600 Tm (DRAFT) Tj ET\n";
        List<DocumentPart> parts = read(text);
        assertEquals(1, parts.size(), parts.toString().toLowerCase(Locale.ROOT));
    }

    @Test
    void headsAndFeetOfPagesAreLeftOut() throws IOException, UnreadableDocument {
        String page = "BT /F 10 Tf 110 750 Td (Annual report) Tj 0 -150 Td (%s) Tj 0 -580 Td (Page %d of 3) Tj ET%n";
        List<DocumentPart> parts =
                read(page.formatted("One.", 1), page.formatted("Two.", 2), page.formatted("Three.", 3));
        List<String> texts = parts.stream()
                .map(part -> ((DocumentPart.TextPart) part).text())
                .toList();
        assertEquals("One. Two. Three.", String.join(" ", texts));
    }

    private static List<DocumentPart> read(String... contents) throws IOException, UnreadableDocument {
        try (PDDocument document = new PDDocument()) {
            for (String content : contents) {
                addPage(document, content);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return PdfDocument.read(out.toByteArray()).passages();
        }
    }

    private static void addPage(PDDocument document, String content) throws IOException {
        PDPage page = new PDPage();
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        page.setResources(resources);
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        document.addPage(page);
    }
}
