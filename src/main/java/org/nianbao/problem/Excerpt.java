package org.nianbao.problem;

/** The source line of a place with a caret under the value, cut to the width of a terminal. */
final class Excerpt {
    /** In columns of a terminal, of which a Chinese character takes two. */
    private static final int WIDTH = 96;

    private static final String ELLIPSIS = "…";

    /** First and last code points of what East Asian terminals draw wide (UAX #11: W and F). */
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

    private Excerpt() {}

    static String of(Place place, Ink ink) {
        int[] line = place.source().line(place.line()).codePoints().toArray();
        int at = Math.min(place.column() - 1, line.length);
        int from = at;
        for (int width = 0; from > 0 && width + cells(line[from - 1]) <= WIDTH / 2; from--) {
            width += cells(line[from - 1]);
        }
        int to = from;
        for (int width = 0; to < line.length && width + cells(line[to]) <= WIDTH; to++) {
            width += cells(line[to]);
        }
        String number = String.format("%5d", place.line());
        String shown = new String(line, from, to - from).replace('\t', ' ').stripTrailing();
        String lead = from > 0 ? ELLIPSIS : "";
        int indent = lead.length() + width(line, from, at);
        int carets = Math.max(1, width(line, at, Math.min(at + Math.max(1, place.length()), to)));
        String text = lead + shown + (to < line.length ? ELLIPSIS : "");
        return (number + " | " + text).stripTrailing() + "\n" + " ".repeat(number.length()) + " | " + " ".repeat(indent)
                + ink.on(Ink.Part.CARET, "^".repeat(carets)) + "\n";
    }

    private static int width(int[] line, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += cells(line[i]);
        }
        return width;
    }

    private static int cells(int codePoint) {
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
