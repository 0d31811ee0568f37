package org.nianbao.problem;

import java.util.Arrays;

/** A text that a person wrote, kept so that a problem can show the line it is in. Immutable. */
public final class Source {
    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final boolean onlyBasicPlane;

    /**
     * Keeps a text.
     *
     * @param name how the person named the file, for example {@code inputs/a.yaml}
     * @param text all of it; lines end in LF or CRLF
     */
    public Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.onlyBasicPlane = text.codePointCount(0, text.length()) == text.length();
        int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        for (int line = 1, at = 0; line < starts.length; line++) {
            at = text.indexOf('\n', at) + 1;
            starts[line] = at;
        }
        this.lineStarts = starts;
    }

    /** How the person named the file. */
    public String name() {
        return name;
    }

    /** All of the text. */
    public String text() {
        return text;
    }

    /**
     * A line without its line break.
     *
     * @param number from 1; past the end gives the empty line
     */
    public String line(int number) {
        if (number > lineStarts.length) {
            return "";
        }
        int end = number < lineStarts.length ? lineStarts[number] - 1 : text.length();
        String line = text.substring(lineStarts[number - 1], end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The UTF-16 offset of the character number {@code codePoints}, counted from 0; at most the text's length. */
    public int offset(int codePoints) {
        if (onlyBasicPlane) {
            return Math.min(codePoints, text.length());
        }
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    /**
     * The place of a stretch of text; where it runs over a line's end, of its part on the first line.
     *
     * @param start UTF-16 offset of its first character
     * @param end UTF-16 offset behind its last one
     */
    public Place between(int start, int end) {
        int from = Math.min(start, text.length());
        int found = Arrays.binarySearch(lineStarts, from);
        int line = found >= 0 ? found : -found - 2;
        int column = text.codePointCount(lineStarts[line], from) + 1;
        int lineEnd = lineStarts[line] + line(line + 1).length();
        int to = Math.max(from, Math.min(end, lineEnd));
        return new Place(this, line + 1, column, text.codePointCount(from, to));
    }

    /** The place of the first {@code words} between two offsets, or of the whole stretch if they are not there. */
    public Place find(String words, int start, int end) {
        int at = text.indexOf(words, start);
        return at < 0 || at >= end ? between(start, end) : between(at, at + words.length());
    }

    /** The file as a whole. */
    public Place top() {
        return new Place(this, 1, 1, 0);
    }
}
