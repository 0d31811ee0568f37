package org.nianbao.page;

/**
 * The width of text before its font is known: a Chinese character is one em wide, a Latin capital three quarters of one, a
 * digit or another letter half of one.
 */
public final class EstimatedWidth {
    private static final int FIRST_FULL = 0x2E80;
    private static final String FULL_MARKS = "—…“”‘’·";

    private EstimatedWidth() {}

    /** In full-width characters. */
    public static double of(String text) {
        return text.codePoints()
                .mapToDouble(c -> isFull(c) ? 1 : c >= 'A' && c <= 'Z' ? 0.75 : 0.5)
                .sum();
    }

    /** Whether a character is full-width. */
    static boolean isFull(int character) {
        return character >= FIRST_FULL || FULL_MARKS.indexOf(character) >= 0;
    }
}
