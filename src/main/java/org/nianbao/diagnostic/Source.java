package org.nianbao.diagnostic;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A text file, or the text that was read out of a document, kept to show the lines of diagnostics. Immutable; thread-safe. */
public final class Source {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    /** The UTF-16 offsets of all surrogate pairs, to count characters fast. */
    private final int[] pairs;

    private final Optional<NavigableMap<Integer, Message>> origins;

    /**
     * @param name of the file as typed, for example {@code inputs/a.yaml}
     * @param text with lines that end in LF, CRLF or CR
     */
    public Source(String name, String text) {
        this(name, text, Optional.empty());
    }

    private Source(String name, String text, Optional<NavigableMap<Integer, Message>> origins) {
        this.name = name;
        this.origins = origins;
        this.text = text;
        IntStream.Builder starts = IntStream.builder().add(0);
        IntStream.Builder high = IntStream.builder();
        char[] units = text.toCharArray(); // most programs end before String.charAt is compiled
        for (int at = 0; at < units.length; at++) {
            char c = units[at];
            if (c == '\n' || (c == '\r' && (at + 1 == units.length || units[at + 1] != '\n'))) {
                starts.add(at + 1);
            } else if (Character.isHighSurrogate(c)) {
                high.add(at);
            }
        }
        this.lineStarts = starts.build().toArray();
        this.pairs = high.build().toArray();
    }

    /**
     * A text that was read out of a document. It has no lines that a reader of the document knows.
     *
     * @param origins the place of each part in the document, by the UTF-16 offset where the part begins
     */
    public static Source ofDocument(String name, String text, Map<Integer, ? extends Message> origins) {
        return new Source(name, text, Optional.of(new TreeMap<>(origins)));
    }

    /** The name of the file, as typed. */
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** A line, from 1, without its line break; those after the last one are empty. */
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

    /** The UTF-16 offset of a line (from 1), or of the text's end. */
    public int lineStart(int number) {
        return number > lineStarts.length ? text.length() : lineStarts[number - 1];
    }

    /** The line of a UTF-16 offset, from 1. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** A place between two characters: the line and the column, in code points, of the one behind it; both from 1. */
    public record Position(int line, int column) {}

    /** The position of a UTF-16 offset. */
    public Position position(int offset) {
        int line = lineAt(offset);
        return new Position(line, characters(lineStart(line), offset) + 1);
    }

    /** The UTF-16 offset of a code point (from 0); at most the text's length. */
    public int offset(int codePoints) {
        int low = 0;
        int high = pairs.length;
        while (low < high) { // the number of pairs before it
            int middle = (low + high) >>> 1;
            if (pairs[middle] - middle < codePoints) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.min(codePoints + low, text.length());
    }

    /** The code points before a UTF-16 offset. */
    public int codePoints(int offset) {
        return offset - pairsBefore(offset);
    }

    /** The place in the document of what is at a UTF-16 offset; empty for a text file. */
    Optional<Message> origin(int offset) {
        return origins.map(places -> Optional.ofNullable(places.floorEntry(offset))
                .map(Map.Entry::getValue)
                .orElseGet(() -> Message.of("place-top")));
    }

    private int characters(int start, int end) {
        return end - start - (pairsBefore(end) - pairsBefore(start));
    }

    private int pairsBefore(int offset) {
        int found = Arrays.binarySearch(pairs, offset);
        return found >= 0 ? found : -found - 1;
    }

    /** The span between two UTF-16 offsets, cut at the end of the first line. */
    public SourceSpan between(int start, int end) {
        int from = Math.min(start, text.length());
        int line = lineAt(from);
        int lineEnd = lineStart(line) + line(line).length();
        int to = Math.max(from, Math.min(end, lineEnd));
        return new SourceSpan(this, line, characters(lineStart(line), from) + 1, characters(from, to));
    }

    /** The span of the first {@code words} between two offsets; if there are none, of all between them. */
    public SourceSpan find(String words, int start, int end) {
        int at = text.indexOf(words, start);
        return at < 0 || at >= end ? between(start, end) : between(at, at + words.length());
    }

    /** The start of the file. */
    public SourceSpan top() {
        return new SourceSpan(this, 1, 1, 0);
    }
}
