package org.nianbao.output.docx;

import org.jspecify.annotations.Nullable;
import org.nianbao.page.FigureSize;
import org.nianbao.typography.Typography.TextRole;

/**
 * The properties of a paragraph besides those of its style (ECMA-376 Part 1, 17.3.1.26).
 *
 * @param style id of the style
 * @param keepNext whether it is kept on one page with the next paragraph
 * @param newPage whether a page begins with it
 * @param list number of the list if the paragraph starts a list item, else 0
 * @param level nesting level of that list, from 0
 * @param left indent in twips of further paragraphs of a list item, else 0
 * @param align {@code left}, {@code right}, {@code center}, or empty to keep that of the style
 * @param before space above in twips, or 0 for that of the style
 * @param after space below in twips, or 0 for that of the style
 * @param figure size of a figure, or null for that of the style
 */
record ParagraphFormat(
        String style,
        boolean keepNext,
        boolean newPage,
        int list,
        int level,
        int left,
        String align,
        int before,
        int after,
        @Nullable FigureSize figure) {
    static ParagraphFormat of(String style) {
        return new ParagraphFormat(style, false, false, 0, 0, 0, "", 0, 0, null);
    }

    static ParagraphFormat of(TextRole role) {
        return of(StyleIds.of(role));
    }

    ParagraphFormat keepingNext(boolean keep) {
        return new ParagraphFormat(style, keep, newPage, list, level, left, align, before, after, figure);
    }

    ParagraphFormat onNewPage() {
        return new ParagraphFormat(style, keepNext, true, list, level, left, align, before, after, figure);
    }

    ParagraphFormat aligned(String side) {
        return new ParagraphFormat(style, keepNext, newPage, list, level, left, side, before, after, figure);
    }

    ParagraphFormat item(int number, int depth) {
        return new ParagraphFormat(style, keepNext, newPage, number, depth, 0, align, before, after, figure);
    }

    ParagraphFormat indented(int twips) {
        return new ParagraphFormat(style, keepNext, newPage, 0, 0, twips, align, before, after, figure);
    }

    ParagraphFormat styled(String other) {
        return new ParagraphFormat(other, keepNext, newPage, list, level, left, align, before, after, figure);
    }

    ParagraphFormat spacedBefore(int twips) {
        return new ParagraphFormat(style, keepNext, newPage, list, level, left, align, twips, after, figure);
    }

    ParagraphFormat spacedAfter(int twips) {
        return new ParagraphFormat(style, keepNext, newPage, list, level, left, align, before, twips, figure);
    }

    ParagraphFormat sized(FigureSize size) {
        return new ParagraphFormat(style, keepNext, newPage, list, level, left, align, before, after, size);
    }
}
