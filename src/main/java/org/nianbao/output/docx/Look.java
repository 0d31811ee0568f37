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
record Look(
        String style,
        boolean keepNext,
        int list,
        int level,
        int left,
        String align,
        int before,
        int after,
        int narrowed) {
    static Look of(String style) {
        return new Look(style, false, 0, 0, 0, "", 0, 0, 100);
    }

    Look keepingNext(boolean keep) {
        return new Look(style, keep, list, level, left, align, before, after, narrowed);
    }

    Look aligned(String side) {
        return new Look(style, keepNext, list, level, left, side, before, after, narrowed);
    }

    Look item(int number, int depth) {
        return new Look(style, keepNext, number, depth, 0, align, before, after, narrowed);
    }

    Look indented(int twips) {
        return new Look(style, keepNext, 0, 0, twips, align, before, after, narrowed);
    }

    Look styled(String other) {
        return new Look(other, keepNext, list, level, left, align, before, after, narrowed);
    }

    Look spacedBefore(int twips) {
        return new Look(style, keepNext, list, level, left, align, twips, after, narrowed);
    }

    Look spacedAfter(int twips) {
        return new Look(style, keepNext, list, level, left, align, before, twips, narrowed);
    }

    Look narrowedTo(int percent) {
        return new Look(style, keepNext, list, level, left, align, before, after, percent);
    }
}
