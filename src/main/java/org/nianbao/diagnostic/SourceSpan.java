package org.nianbao.diagnostic;

/**
 * Where in a text something stands.
 *
 * @param source the text
 * @param line from 1
 * @param column in characters (code points), from 1
 * @param length in characters; 0 where only the point is known
 */
public record SourceSpan(Source source, int line, int column, int length) {

    /** The text that stands there; empty where only the point is known. */
    public String words() {
        String text = source.line(line);
        int codePoints = text.codePointCount(0, text.length());
        int from = Math.min(column - 1, codePoints);
        int to = Math.min(from + length, codePoints);
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    /** {@code file:line:column}, as editors and terminals make it a link. */
    @Override
    public String toString() {
        return Message.seen(source.name()) + ":" + line + ":" + column;
    }
}
