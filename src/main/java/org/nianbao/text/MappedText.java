package org.nianbao.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of prose as a reader has it, in which every character knows where it was typed. Immutable.
 *
 * <p>Offsets are in UTF-16 units from 0.
 */
public final class MappedText {
    private static final String STOPS = "。！？!?";
    private static final String CLOSING = "”’」』）)";

    private final String words;
    private final int[] origins;

    /**
     * A text.
     *
     * @param origins where each character was typed, and at last where the text ends; may be longer than that
     */
    MappedText(String words, int[] origins) {
        this.words = words;
        this.origins = origins;
    }

    /**
     * A sentence of a text.
     *
     * @param from its first character
     * @param to behind its full stop
     */
    public record Span(int from, int to) {}

    /** What a reader reads. */
    public String words() {
        return words;
    }

    /** Where in the typed prose a character begins; of the character behind the last one, where the last one ends. */
    public int origin(int offset) {
        return origins[offset];
    }

    /** A part of it. */
    public MappedText part(int from, int to) {
        int[] part = new int[to - from + 1];
        System.arraycopy(origins, from, part, 0, part.length);
        return new MappedText(words.substring(from, to), part);
    }

    /** Its sentences in order, each with its full stop; blank ones are left out. */
    public List<MappedText> sentences() {
        return spans().stream().map(span -> part(span.from(), span.to())).toList();
    }

    /** Where its sentences are, in order; blank ones are left out. */
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
            if (!isBlank(from, to)) {
                spans.add(new Span(from, to));
            }
            from = to;
        }
        return spans;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(words.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
