package org.nianbao.output.docx;

/**
 * How a paragraph differs from others of its style (ECMA-376 Part 1, 17.3.1.26).
 *
 * @param style the style's id
 * @param keepNext whether it stays on one page with what follows
 * @param list the number of the list whose item begins here, or 0
 * @param level how deep that list is nested, from 0
 * @param left indent from the margin in twips, for later paragraphs of a list's item, or 0
 * @param align {@code left}, {@code right} or {@code center}; empty leaves it to the style
 * @param before space above in twips; 0 leaves it to the style
 * @param after space below in twips; 0 leaves it to the style
 * @param narrowed how wide its letters are, in per cent of their own width
 */
record ParagraphFormat(
        String style,
        boolean keepNext,
        int list,
        int level,
        int left,
        String align,
        int before,
        int after,
        int narrowed) {
    static ParagraphFormat of(String style) {
        return new ParagraphFormat(style, false, 0, 0, 0, "", 0, 0, 100);
    }

    ParagraphFormat keepingNext(boolean keep) {
        return new ParagraphFormat(style, keep, list, level, left, align, before, after, narrowed);
    }

    ParagraphFormat aligned(String side) {
        return new ParagraphFormat(style, keepNext, list, level, left, side, before, after, narrowed);
    }

    ParagraphFormat item(int number, int depth) {
        return new ParagraphFormat(style, keepNext, number, depth, 0, align, before, after, narrowed);
    }

    ParagraphFormat indented(int twips) {
        return new ParagraphFormat(style, keepNext, 0, 0, twips, align, before, after, narrowed);
    }

    ParagraphFormat styled(String other) {
        return new ParagraphFormat(other, keepNext, list, level, left, align, before, after, narrowed);
    }

    ParagraphFormat spacedBefore(int twips) {
        return new ParagraphFormat(style, keepNext, list, level, left, align, twips, after, narrowed);
    }

    ParagraphFormat spacedAfter(int twips) {
        return new ParagraphFormat(style, keepNext, list, level, left, align, before, twips, narrowed);
    }

    ParagraphFormat narrowedTo(int percent) {
        return new ParagraphFormat(style, keepNext, list, level, left, align, before, after, percent);
    }
}
