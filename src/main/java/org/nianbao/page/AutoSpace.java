package org.nianbao.page;

/**
 * Where Chinese meets Latin letters or digits, a quarter of an em is added, as Word's {@code autoSpaceDE} and
 * {@code autoSpaceDN} do it. It is no part of the text.
 */
public final class AutoSpace {
    /** The added space in ems. */
    public static final double WIDTH = 0.25;

    private static final int FIRST_FULL = 0x2E80;

    private AutoSpace() {}

    /** Whether space is added between two characters. */
    public static boolean isBetween(int before, int after) {
        return (isChinese(before) && isWestern(after)) || (isWestern(before) && isChinese(after));
    }

    /** The number of places in a text where space is added. */
    public static long count(String text) {
        int[] characters = text.codePoints().toArray();
        long count = 0;
        for (int i = 1; i < characters.length; i++) {
            count += isBetween(characters[i - 1], characters[i]) ? 1 : 0;
        }
        return count;
    }

    private static boolean isChinese(int character) {
        return Character.isIdeographic(character);
    }

    private static boolean isWestern(int character) {
        return character < FIRST_FULL && Character.isLetterOrDigit(character);
    }
}
