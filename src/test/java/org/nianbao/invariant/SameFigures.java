package org.nianbao.invariant;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlObject;
import org.nianbao.invariant.PaperPage.Glyph;

/** The figures of tables have one size, and are condensed by one share, in PDF and DOCX. */
final class SameFigures implements Invariant {
    private static final String DIGITS = "[0-9]+";
    private static final String NAMES =
            "declare namespace w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'; ";

    /** The width of a digit of Times New Roman, and the height of a {@link Glyph}, in ems. */
    private static final double DIGIT = 0.5;

    private static final double HEIGHT = 0.7;

    @Override
    public List<String> faults(RenderedReport report) {
        List<String> faults = new ArrayList<>();
        List<Figure> missing = docx(report.bytes("docx"));
        for (Figure figure : pdf(report.bytes("pdf"))) {
            Optional<Figure> same =
                    missing.stream().filter(other -> other.isAlike(figure)).findFirst();
            if (same.isEmpty()) {
                faults.add("only the PDF has " + figure);
            }
            same.ifPresent(missing::remove);
        }
        missing.forEach(figure -> faults.add("only the DOCX has " + figure));
        return faults;
    }

    /**
     * A figure as it is drawn.
     *
     * @param size in points
     * @param percent the width of its characters
     */
    private record Figure(String text, double size, double percent) {
        boolean isAlike(Figure other) {
            return text.equals(other.text)
                    && Math.abs(size - other.size) < 0.1
                    && Math.abs(percent - other.percent) < 1;
        }
    }

    private static List<Figure> pdf(byte[] bytes) {
        List<Figure> figures = new ArrayList<>();
        for (PaperPage page : PaperPage.of(bytes)) {
            for (List<Glyph> line : page.lines()) {
                for (List<Glyph> cell : Places.cells(line, page)) {
                    String text = PaperPage.text(cell);
                    if (text.matches(DIGITS)) {
                        double size = cell.get(0).box().getHeight() / HEIGHT;
                        double width = cell.get(0).box().getWidth() / DIGIT;
                        figures.add(new Figure(text, size, 100 * width / size));
                    }
                }
            }
        }
        return figures;
    }

    private static List<Figure> docx(byte[] bytes) {
        List<Figure> figures = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            for (XWPFTable table : document.getTables()) {
                for (XWPFTableRow row : table.getRows()) {
                    row.getTableCells().stream()
                            .filter(cell -> cell.getText().strip().matches(DIGITS))
                            .forEach(cell -> figures.add(figure(
                                    cell.getText().strip(), cell.getParagraphs().get(0), document)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures;
    }

    private static Figure figure(String text, XWPFParagraph paragraph, XWPFDocument document) {
        XmlObject style = document.getStyles().getStyle(paragraph.getStyle()).getCTStyle();
        int halfPoints = value(paragraph.getCTP(), "$this//w:r/w:rPr/w:sz/@w:val")
                .or(() -> value(style, "$this/w:rPr/w:sz/@w:val"))
                .orElseThrow();
        int percent = value(paragraph.getCTP(), "$this//w:r/w:rPr/w:w/@w:val").orElse(100);
        return new Figure(text, halfPoints / 2.0, percent);
    }

    private static Optional<Integer> value(XmlObject of, String path) {
        XmlObject[] found = of.selectPath(NAMES + path);
        return found.length == 0
                ? Optional.empty()
                : Optional.of(Integer.valueOf(found[0].newCursor().getTextValue()));
    }
}
