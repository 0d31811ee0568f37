package org.nianbao.output.docx;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Elements;
import org.nianbao.page.FigureSize;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.typography.Typography;

/** Writes paragraphs (ECMA-376 Part 1, 17.3.1) and their runs (17.3.2) for one document. Not thread-safe. */
final class Paragraphs {
    private static final int TWIPS_PER_POINT = 20;

    private final XmlWriter out;
    private final Page page;
    private final Relations relations;
    private int drawings;

    /** The end of the properties of the last paragraph. */
    private int properties;

    Paragraphs(XmlWriter out, Page page, Relations relations) {
        this.out = out;
        this.page = page;
        this.relations = relations;
    }

    /** Writes a paragraph; pictures are scaled down to {@code width} twips and to the height of a page. */
    void write(ParagraphFormat format, List<InlineContent.Inline> pieces, int width, Typography typography) {
        out.open("w:p");
        writeFormat(format, pieces);
        for (InlineContent.Inline piece : pieces) {
            if (piece instanceof InlineContent.TextInline text) {
                writeText(text, format.figure());
            } else if (piece instanceof InlineContent.Image image) {
                writePicture(image, width, typography);
            } else if (piece instanceof InlineContent.Break) {
                out.open("w:r").empty("w:br").close();
            }
        }
        out.close();
    }

    void writeEmpty(ParagraphFormat format) {
        out.open("w:p");
        writeFormat(format, List.of());
        out.close();
    }

    /** Writes an empty paragraph, one point high, where the file format requires a paragraph and the page has none. */
    void writeSpacer() {
        out.open("w:p").open("w:pPr");
        out.empty("w:pStyle", "w:val", StyleIds.NORMAL);
        out.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "20", "w:lineRule", "exact");
        out.open("w:rPr").empty("w:sz", "w:val", "2").close();
        properties = out.length();
        out.close().close();
    }

    /** Ends a section with the last paragraph. */
    void endSection(XmlWriter section) {
        out.insert(properties, section);
    }

    private void writeFormat(ParagraphFormat format, List<InlineContent.Inline> pieces) {
        out.open("w:pPr");
        out.empty("w:pStyle", "w:val", format.style());
        if (format.keepNext()) {
            out.empty("w:keepNext");
        }
        if (format.newPage()) {
            out.empty("w:pageBreakBefore");
        }
        if (format.list() != 0) {
            out.open("w:numPr");
            out.empty("w:ilvl", "w:val", format.level());
            out.empty("w:numId", "w:val", format.list());
            out.close();
        }
        if (pieces.stream().anyMatch(InlineContent.WordBreak.class::isInstance)) {
            out.empty("w:wordWrap", "w:val", "0"); // lines may break within words (17.3.1.45)
        }
        writeSpacing(format, pieces.stream().anyMatch(InlineContent.Image.class::isInstance));
        if (format.left() != 0) {
            out.empty("w:ind", "w:left", format.left());
        }
        if (!format.align().isEmpty()) {
            out.empty("w:jc", "w:val", format.align());
        }
        properties = out.length();
        out.close();
    }

    private void writeSpacing(ParagraphFormat format, boolean pictures) {
        if (format.before() == 0 && format.after() == 0 && !pictures) {
            return;
        }
        out.empty("w:spacing");
        if (format.before() != 0) {
            out.with("w:before", format.before());
        }
        if (format.after() != 0) {
            out.with("w:after", format.after());
        }
        if (pictures) { // an exact line pitch would clip them
            out.with("w:line", 240, "w:lineRule", "auto");
        }
    }

    private void writeText(InlineContent.TextInline text, @Nullable FigureSize figure) {
        String relation = relations.link(text.format().href());
        if (relation.isEmpty()) {
            writeRun(text, text.format().style(), figure);
        } else {
            out.open("w:hyperlink", "r:id", relation, "w:history", "1");
            writeRun(text, StyleIds.LINK, figure);
            out.close();
        }
    }

    private void writeRun(InlineContent.TextInline run, String style, @Nullable FigureSize figure) {
        Set<String> marks = run.format().marks();
        out.open("w:r").open("w:rPr");
        if (!style.isEmpty()) {
            out.empty("w:rStyle", "w:val", style);
        } else if (marks.contains("em")) {
            out.empty("w:rStyle", "w:val", StyleIds.EMPHASIS);
        }
        if (run.text().codePoints().anyMatch(c -> c > 0x7f)) { // makes “ ” … — full-width
            out.empty("w:rFonts", "w:hint", "eastAsia");
        }
        if (marks.contains("strong")) {
            out.empty("w:b").empty("w:bCs");
        }
        if (marks.contains("em")) {
            out.empty("w:i").empty("w:iCs");
        }
        if (marks.contains("del")) {
            out.empty("w:strike");
        }
        if (figure != null) {
            out.empty("w:w", "w:val", figure.percent());
            out.empty("w:sz", "w:val", figure.halfPoints()).empty("w:szCs", "w:val", figure.halfPoints());
        }
        if (marks.contains("ins")) {
            out.empty("w:u", "w:val", "single");
        }
        out.close();
        out.open("w:t", "xml:space", "preserve").text(run.text()).close();
        out.close();
    }

    private void writePicture(InlineContent.Image image, int width, Typography typography) {
        Picture picture = Objects.requireNonNull(page.pictures().get(image.img().getAttribute("src")));
        drawings++;
        int height = (int) (typography.pictureHeight(Elements.figureCaption(image.img())) * TWIPS_PER_POINT);
        out.raw(InlinePicture.fitting(picture, width, height)
                .run(drawings, image.img().getAttribute("alt"), relations));
    }
}
