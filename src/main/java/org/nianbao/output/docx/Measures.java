package org.nianbao.output.docx;

import java.util.Map;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.Paper;
import org.nianbao.typography.Typography.Style;
import org.nianbao.typography.Typography.TextRole;

/** Measures derived from the typography, in twips (1/20 pt). */
record Measures(Typography typography) {
    /** From the text block to the dashes around the page number (GB/T 9704-2012, 7.5). */
    private static final Length NUMBER_BELOW_TEXT = Length.of("7mm");

    /** The size of the page, its margins and its grid of characters, by placeholder. */
    Map<String, Object> page() {
        Paper paper = typography.paper();
        Style body = typography.style(TextRole.BODY);
        return Map.of(
                "paper.width", paper.width().twips(),
                "paper.height", paper.height().twips(),
                "paper.top", paper.top().twips(),
                "paper.right", paper.right().twips(),
                "paper.bottom", paper.bottom().twips(),
                "paper.left", paper.left().twips(),
                "paper.header", header(),
                "paper.footer", footer(),
                "grid.line", bodyLine(),
                "grid.character", gridSpace(body));
    }

    /**
     * What the grid adds to the size of a character, in 4096ths of a point (ECMA-376 Part 1, 17.6.5). Its columns fill the
     * text width: LibreOffice makes lines as wide as they are, and then a character less would fit.
     */
    private int gridSpace(Style body) {
        double pitch = typography.textWidth() / Math.floor(typography.charactersOn(TextRole.BODY));
        return (int) Math.floor((pitch - body.size().points().doubleValue()) * 4096);
    }

    /** The width of the text block. */
    int textWidth() {
        Paper paper = typography.paper();
        return paper.width().twips() - paper.left().twips() - paper.right().twips();
    }

    /** From line to line of body text. */
    int bodyLine() {
        Style body = typography.style(TextRole.BODY);
        return body.pitch().orElse(body.size()).twips();
    }

    /** The width of a number of characters of body text. */
    int bodyCharacters(double characters) {
        return (int) Math.round(
                characters * typography.style(TextRole.BODY).advance().twips());
    }

    /**
     * From the edge of the paper to the bottom of the footer. The dashes are at half the line height, which is about
     * 1.3 times the font size unless the typography sets it.
     */
    int footer() {
        Style number = typography.style(TextRole.PAGE_NUMBER);
        int line = number.pitch().map(Length::twips).orElse(number.size().twips() * 13 / 10);
        return typography.paper().bottom().twips() - NUMBER_BELOW_TEXT.twips() - line / 2;
    }

    /** From the edge of the paper to the top of the header; only drafts have one. */
    int header() {
        return typography.paper().top().twips() / 2;
    }
}
