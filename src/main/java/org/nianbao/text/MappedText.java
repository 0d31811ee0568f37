package org.nianbao.text;

import java.util.ArrayList;
import java.util.List;

/** A part of prose as a reader sees it, with the place of every character in the typed prose. Offsets are UTF-16. */
public final class MappedText {
    private static final String STOPS = "。！？!?";
    private static final String CLOSING = "”’」』）)";

    private final String words;
    private final int[] origins;

    /** @param origins offset of each character in the typed prose, and of the end; may be longer */
    MappedText(String words, int[] origins) {
        this.words = words;
        this.origins = origins;
    }

    /** A sentence, from its first character to behind its full stop. */
    public record Span(int from, int to) {}

    public String words() {
        return words;
    }

    /** The offset of a character in the typed prose. */
    public int origin(int offset) {
        return origins[offset];
    }

    /** The same with other words, of which each character stands for the one at its place. */
    public MappedText in(String other) {
        if (other.length() != words.length()) {
            throw new IllegalArgumentException("other places: " + other);
        }
        return new MappedText(other, origins);
    }

    public MappedText part(int from, int to) {
        int[] part = new int[to - from + 1];
        System.arraycopy(origins, from, part, 0, part.length);
        return new MappedText(words.substring(from, to), part);
    }

    /** The sentences with their full stops, without blank ones. */
    public List<MappedText> sentences() {
        return spans().stream().map(span -> part(span.from(), span.to())).toList();
    }

    /** The places of the sentences, without blank ones. */
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        while (from < words.length()) {
            int to = from;
            while (to < words.length() && STOPS.indexOf(words.charAt(to)) < 0) {
                to++;
            }
            while (to < words.length() && STOPS.indexOf(words.charAt(to)) >= 0) {
                to++;
            }
            while (to < words.length() && CLOSING.indexOf(words.charAt(to)) >= 0) {
                to++;
            }
            if (!words.substring(from, to).isBlank()) {
                spans.add(new Span(from, to));
            }
            from = to;
        }
        return spans;
    }
}
