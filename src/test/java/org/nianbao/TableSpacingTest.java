package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
        "No space is between Chinese and digits in tables, with their notes, and in all other text it is: PDF and DOCX alike")
class TableSpacingTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9]");

    /** A space of less than this part of an em is none. */
    private static final double NONE = 0.12;

    @Test
    void inEveryKindOfTableAndNote(@TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        EveryKind.write(place, "kinds");
        Workplace.Run run = place.nianbao("render", "kinds", "--format", "pdf,docx");
        assertEquals(0, run.status(), run.err());
        for (String name : EveryKind.NAMES) {
            List<String> spaced = pdf(place.bytes("output/" + name + ".pdf"));
            for (String border : List.of("订1", "托B", "请1", "第1", "含A")) {
                assertTrue(!spaced.contains(border), () -> name + ": " + border + " in a table: " + spaced);
            }
            for (String border : List.of("以2", "第3", "天5")) {
                assertTrue(spaced.contains(border), () -> name + ": " + border + " around tables: " + spaced);
            }
            docx(place.bytes("output/" + name + ".docx"));
        }
    }

    /** The neighbours on a line, one of them Chinese and one of them not, that have space between them. */
    private static List<String> pdf(byte[] bytes) throws IOException {
        List<String> spaced = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            new PDFTextStripper() {
                private Optional<TextPosition> last = Optional.empty();

                @Override
                protected void processTextPosition(TextPosition glyph) {
                    last.filter(before -> Math.abs(before.getYDirAdj() - glyph.getYDirAdj()) < 1)
                            .filter(before -> isBorder(before.getUnicode(), glyph.getUnicode()))
                            .filter(before -> glyph.getXDirAdj() - end(before) > NONE * glyph.getFontSizeInPt())
                            .ifPresent(before -> spaced.add(before.getUnicode() + glyph.getUnicode()));
                    last = Optional.of(glyph);
                }
            }.getText(document);
        }
        return spaced;
    }

    /** The end of a character without space behind it. */
    private static double end(TextPosition glyph) {
        double em = glyph.getFontSizeInPt();
        return glyph.getXDirAdj()
                + (CHINESE.matcher(glyph.getUnicode()).matches() ? em : Math.min(em / 2, glyph.getWidthDirAdj()));
    }

    private static boolean isBorder(String one, String other) {
        return (CHINESE.matcher(one).matches() && LATIN.matcher(other).matches())
                || (LATIN.matcher(one).matches() && CHINESE.matcher(other).matches());
    }

    private static void docx(byte[] bytes) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                assertTrue(isSpaced(paragraph, document), paragraph.getText());
            }
            for (XWPFTable table : document.getTables()) {
                for (XWPFTableRow row : table.getRows()) {
                    for (XWPFTableCell cell : row.getTableCells()) {
                        for (XWPFParagraph paragraph : cell.getParagraphs()) {
                            assertTrue(!isSpaced(paragraph, document), paragraph.getText());
                        }
                    }
                }
            }
        }
    }

    /** Whether the style of a paragraph, or that on which it is based, adds the space. */
    private static boolean isSpaced(XWPFParagraph paragraph, XWPFDocument document) {
        String style = paragraph.getStyle();
        while (true) {
            XWPFStyle found = document.getStyles().getStyle(style);
            var properties = found.getCTStyle().getPPr();
            if (properties != null && properties.isSetAutoSpaceDN()) {
                assertEquals(
                        properties.getAutoSpaceDE().getVal(),
                        properties.getAutoSpaceDN().getVal());
                return !List.of("false", "0")
                        .contains(properties.getAutoSpaceDN().xgetVal().getStringValue());
            }
            style = found.getBasisStyleID();
        }
    }
}
