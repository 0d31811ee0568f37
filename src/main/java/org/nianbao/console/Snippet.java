package org.nianbao.console;

import org.nianbao.diagnostic.SourceSpan;

/**
 * The part of a source line around a span, cut to a width. Its three texts are as typed.
 *
 * @param cutBefore whether the line starts earlier
 * @param before the span
 * @param marked the text of the span: at least one character, unless the line ends before it
 * @param after the span
 * @param cutAfter whether the line ends later
 */
public record Snippet(boolean cutBefore, String before, String marked, String after, boolean cutAfter) {
    /** First and last code points of wide characters (UAX #11: W and F). */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    /**
     * Cuts a line: at most half of the width is before the span.
     *
     * @param width in columns of a terminal; a Chinese character takes two
     */
    public static Snippet around(SourceSpan span, int width) {
        int[] line = span.source().line(span.line()).codePoints().toArray();
        int at = Math.min(span.column() - 1, line.length);
        int from = at;
        for (int taken = 0; from > 0 && taken + columns(line[from - 1]) <= width / 2; from--) {
            taken += columns(line[from - 1]);
        }
        int to = from;
        for (int taken = 0; to < line.length && taken + columns(line[to]) <= width; to++) {
            taken += columns(line[to]);
        }
        int end = Math.min(at + Math.max(1, span.length()), to);
        return new Snippet(
                from > 0,
                new String(line, from, at - from),
                new String(line, at, end - at),
                new String(line, end, to - end),
                to < line.length);
    }

    /** Width of a text, in columns of a terminal. */
    public static int columns(String text) {
        return text.codePoints().map(Snippet::columns).sum();
    }

    private static int columns(int codePoint) {
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
