package org.nianbao.page;

/** The width of text before its font is known: a Chinese character is one em wide, a digit or a Latin letter half an em. */
public final class EstimatedWidth {
    private static final int FIRST_FULL = 0x2E80;
    private static final String FULL_MARKS = "—…“”‘’·";

    private EstimatedWidth() {}

    /** In full-width characters. */
    public static double of(String text) {
        return text.codePoints().mapToDouble(c -> isFull(c) ? 1 : 0.5).sum();
    }

    /** Whether a character is full-width. */
    static boolean isFull(int character) {
        return character >= FIRST_FULL || FULL_MARKS.indexOf(character) >= 0;
    }
}
