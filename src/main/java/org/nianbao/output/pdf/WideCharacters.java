package org.nianbao.output.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.page.AutoSpace;

/**
 * The characters of a document behind which the space of {@link AutoSpace} is added. In the text that is laid out, a Korean
 * syllable that the document lacks stands for each as its code (the renderer does not count private characters when it
 * justifies a line), and {@link EmbeddedFont} draws the character's glyph with a wider advance. So there is no gap between the
 * glyphs, in which readers of PDF would find a space when text is copied.
 */
final class WideCharacters {
    private static final char FIRST = '\uAC00';
    private static final char LAST = '\uD7A3';

    private final String text;
    private final Map<Integer, Character> codes = new HashMap<>();
    private final List<Integer> characters = new ArrayList<>();

    /** @param text of the document, which is not to be mistaken for codes */
    WideCharacters(String text) {
        this.text = text;
    }

    /** The code for a character; the character itself if all codes are taken. */
    int widened(int character) {
        Character code = codes.get(character);
        while (code == null && characters.size() <= LAST - FIRST) {
            char next = (char) (FIRST + characters.size());
            boolean taken = text.indexOf(next) >= 0;
            characters.add(taken ? (int) next : character);
            code = taken ? null : next;
        }
        if (code == null) {
            return character;
        }
        codes.put(character, code);
        return code;
    }

    /** Whether a code stands for a wide character. */
    boolean isWide(int code) {
        return character(code) != code;
    }

    /** The character that a code stands for; any other character stands for itself. */
    int character(int code) {
        return code < FIRST || code >= FIRST + characters.size() ? code : characters.get(code - FIRST);
    }
}
