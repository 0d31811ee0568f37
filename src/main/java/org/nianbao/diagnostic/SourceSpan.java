package org.nianbao.diagnostic;

import java.util.List;

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
        int start = source.lineStart(line) + source.line(line).offsetByCodePoints(0, column - 1);
        return List.of(new TextEdit(start, start + typed.length(), meant));
    }

    /** Its line and column in words, with the name of its source unless that is {@code file}. */
    public Message place(String file) {
        return source.name().equals(file)
                ? Message.of("at-line", line, column)
                : Message.of("at-line-of", source.name(), line, column);
    }

    /** {@code file:line:column}, which editors and terminals turn into a link. */
    @Override
    public String toString() {
        return Message.seen(source.name()) + ":" + line + ":" + column;
    }
}
