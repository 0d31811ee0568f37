package org.nianbao.diagnostic;

/**
 * A text in a file, as its reader understands it.
 *
 * @param source the file
 * @param text without the file's quotation marks, escapes and indentation
 * @param start UTF-16 offset of its first character
 * @param end UTF-16 offset behind its last character
 */
public record TypedText(Source source, String text, int start, int end) {
    /** The span of the first such words in it; if they are written with escapes, of the whole text. */
    public SourceSpan placeOf(String words) {
        return source.find(words, start, end);
    }
}
