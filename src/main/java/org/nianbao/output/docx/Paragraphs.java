package org.nianbao.output.docx;

import java.util.List;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;

/** Writes paragraphs (ECMA-376 Part 1, 17.3.1) and the runs in them (17.3.2). For one document and one thread. */
final class Paragraphs {
    private final XmlWriter out;
    private final Page page;
    private final Relations relations;
    private final Measures measures;
    private int drawings;

    Paragraphs(XmlWriter out, Page page, Relations relations, Measures measures) {
        this.out = out;
        this.page = page;
        this.relations = relations;
        this.measures = measures;
    }

    /** Writes a paragraph; its pictures get no wider than {@code width} twips. */
    void write(ParagraphFormat look, List<InlineContent.Inline> pieces, int width) {
        out.open("w:p");
        writeLook(look, pieces.stream().anyMatch(InlineContent.Image.class::isInstance));
        for (InlineContent.Inline piece : pieces) {
            if (piece instanceof InlineContent.TextInline words) {
                writeWords(words, look);
            } else if (piece instanceof InlineContent.Image image) {
                writePicture(image, width);
            } else {
                out.open("w:r").empty("w:br").close();
            }
        }
        out.close();
    }

    /** Writes a paragraph one point high, where the format wants a paragraph and the page has none. */
    void writeSpacer() {
        out.open("w:p").open("w:pPr");
        out.empty("w:pStyle", "w:val", StyleIds.NORMAL);
        out.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "20", "w:lineRule", "exact");
        out.open("w:rPr").empty("w:sz", "w:val", "2").close();
        out.close().close();
    }

    private void writeLook(ParagraphFormat look, boolean pictures) {
        out.open("w:pPr");
        out.empty("w:pStyle", "w:val", look.style());
        if (look.keepNext()) {
            out.empty("w:keepNext");
        }
        if (look.list() != 0) {
            out.open("w:numPr");
            out.empty("w:ilvl", "w:val", Integer.toString(look.level()));
            out.empty("w:numId", "w:val", Integer.toString(look.list()));
            out.close();
        }
        writeSpacing(look, pictures);
        if (look.left() != 0) {
            out.empty("w:ind", "w:left", Integer.toString(look.left()));
        }
        if (!look.align().isEmpty()) {
            out.empty("w:jc", "w:val", look.align());
        }
        out.close();
    }

    private void writeSpacing(ParagraphFormat look, boolean pictures) {
        if (look.before() == 0 && look.after() == 0 && !pictures) {
            return;
        }
        out.empty("w:spacing");
        if (look.before() != 0) {
            out.with("w:before", look.before());
        }
        if (look.after() != 0) {
            out.with("w:after", look.after());
        }
        if (pictures) { // an exact line pitch would clip them
            out.with("w:line", 240, "w:lineRule", "auto");
        }
    }

    private void writeWords(InlineContent.TextInline words, ParagraphFormat look) {
        String relation = relations.link(words.manner().href());
        if (relation.isEmpty()) {
            writeRun(words.text(), words.manner(), words.manner().style(), look);
        } else {
            out.open("w:hyperlink", "r:id", relation, "w:history", "1");
            writeRun(words.text(), words.manner(), StyleIds.LINK, look);
            out.close();
        }
    }

    private void writeRun(String text, InlineContent.Manner manner, String style, ParagraphFormat look) {
        out.open("w:r").open("w:rPr");
        if (!style.isEmpty()) {
            out.empty("w:rStyle", "w:val", style);
        } else if (manner.italic()) {
            out.empty("w:rStyle", "w:val", StyleIds.EMPHASIS);
        }
        if (text.codePoints().anyMatch(c -> c > 0x7f)) { // “ ” … — are Chinese here, and so as wide as a character
            out.empty("w:rFonts", "w:hint", "eastAsia");
        }
        if (manner.bold()) {
            out.empty("w:b").empty("w:bCs");
        }
        if (manner.italic()) {
            out.empty("w:i").empty("w:iCs");
        }
        if (manner.struck()) {
            out.empty("w:strike");
        }
        if (look.narrowed() < 100) {
            out.empty("w:w", "w:val", Integer.toString(look.narrowed()));
        }
        if (manner.underlined()) {
            out.empty("w:u", "w:val", "single");
        }
        out.close();
        out.open("w:t", "xml:space", "preserve").text(text).close();
        out.close();
    }

    private void writePicture(InlineContent.Image image, int width) {
        Picture picture = page.pictures().get(image.img().getAttribute("src"));
        if (picture == null) {
            throw new IllegalArgumentException(image.img().getAttribute("src")); // the page proves its pictures
        }
        drawings++;
        InlinePicture.fitting(picture, width, measures.textHeight())
                .write(out, drawings, image.img().getAttribute("alt"), relations);
    }
}
