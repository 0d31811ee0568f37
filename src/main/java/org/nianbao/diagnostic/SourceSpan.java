package org.nianbao.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a line of a source.
 *
 * @param line from 1
 * @param column in code points, from 1
 * @param length in code points; 0 for a point
 */
public record SourceSpan(Source source, int line, int column, int length) {

    /** Its text. */
    public String words() {
        String text = source.line(line);
        int codePoints = text.codePointCount(0, text.length());
        int from = Math.min(column - 1, codePoints);
        int to = Math.min(from + length, codePoints);
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    /** The change of these words to others; none if the span is not exactly these words. */
    public List<TextEdit> edit(String typed, String meant) {
        if (!words().equals(typed)) {
            return List.of();
        }
        int start = start();
        return List.of(new TextEdit(start, start + typed.length(), meant));
    }

    /** The UTF-16 offset of its first character. */
    public int start() {
        String text = source.line(line);
        return source.lineStart(line)
                + text.offsetByCodePoints(0, Math.min(column - 1, text.codePointCount(0, text.length())));
    }

    /** The UTF-16 offset behind its last character. */
    public int end() {
        return start() + words().length();
    }

    /** Its place in the document that its source was read out of; empty if that is a text file. */
    public Optional<Message> origin() {
        return source.origin(start());
    }

    /** Its place in words, with the name of its source unless that is {@code file}. */
    public Message place(String file) {
        Message in = origin().orElseGet(() -> Message.of("at-line", line, column));
        return source.name().equals(file) ? in : Message.of("at-place-of", source.name(), in);
    }

    /** What begins a diagnostic: {@link #toString}, or the place in a document in words. */
    public String lead(Locale locale) {
        return origin().map(in -> Message.of("at-place-of", source.name(), in).in(locale))
                .orElseGet(this::toString);
    }

    /** {@code file:line:column}, which editors and terminals turn into a link. */
    @Override
    public String toString() {
        return Message.seen(source.name()) + ":" + line + ":" + column;
    }
}
