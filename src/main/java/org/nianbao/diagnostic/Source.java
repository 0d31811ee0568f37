package org.nianbao.diagnostic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A text that a person wrote, kept so that a problem can show the line it is in. Immutable. */
public final class Source {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    /** The UTF-16 offsets of all characters that take two units, so that counting characters needs no reading. */
    private final int[] pairs;

    /** Where each character stands first; made when it is asked for, because so many may have no glyph. */
    private final Map<Integer, Integer> firsts = new HashMap<>();

    /**
     * Keeps a text.
     *
     * @param name how the person named the file, for example {@code inputs/a.yaml}
     * @param text all of it; lines end in LF, CRLF or CR
     */
    public Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = IntStream.rangeClosed(0, text.length())
                .filter(at -> at == 0 || endsLine(at - 1))
                .toArray();
        this.pairs = IntStream.range(0, text.length())
                .filter(at -> Character.isHighSurrogate(text.charAt(at)))
                .toArray();
    }

    private boolean endsLine(int at) {
        char c = text.charAt(at);
        return c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
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
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The UTF-16 offset of a line's first character, or of the text's end; lines count from 1. */
    public int lineStart(int number) {
        return number > lineStarts.length ? text.length() : lineStarts[number - 1];
    }

    /** The number of the line that an offset is in, from 1. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The UTF-16 offset of the character number {@code codePoints}, counted from 0; at most the text's length. */
    public int offset(int codePoints) {
        int low = 0;
        int high = pairs.length;
        while (low < high) { // how many characters of two units stand before it
            int middle = (low + high) >>> 1;
            if (pairs[middle] - middle < codePoints) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.min(codePoints + low, text.length());
    }

    private int characters(int start, int end) {
        return end - start - (pairsBefore(end) - pairsBefore(start));
    }

    private int pairsBefore(int offset) {
        int found = Arrays.binarySearch(pairs, offset);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * The place of a stretch of text; where it runs over a line's end, of its part on the first line.
     *
     * @param start UTF-16 offset of its first character
     * @param end UTF-16 offset behind its last one
     */
    public SourceSpan between(int start, int end) {
        int from = Math.min(start, text.length());
        int line = lineAt(from);
        int lineEnd = lineStart(line) + line(line).length();
        int to = Math.max(from, Math.min(end, lineEnd));
        return new SourceSpan(this, line, characters(lineStart(line), from) + 1, characters(from, to));
    }

    /** The place of the first {@code words} between two offsets, or of the whole stretch if they are not there. */
    public SourceSpan find(String words, int start, int end) {
        int at = first(words) < start ? text.indexOf(words, start) : first(words);
        return at < 0 || at >= end ? between(start, end) : between(at, at + words.length());
    }

    /** Where the first such character of the whole text is, or -1 for words of more than one. */
    private int first(String words) {
        if (words.isEmpty() || words.length() > Character.charCount(words.codePointAt(0))) {
            return -1;
        }
        synchronized (firsts) {
            for (int at = firsts.isEmpty() ? 0 : text.length(); at < text.length(); ) {
                firsts.putIfAbsent(text.codePointAt(at), at);
                at += Character.charCount(text.codePointAt(at));
            }
            return firsts.getOrDefault(words.codePointAt(0), -1);
        }
    }

    /** The file as a whole. */
    public SourceSpan top() {
        return new SourceSpan(this, 1, 1, 0);
    }
}
