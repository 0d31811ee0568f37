package org.nianbao.foreign;

import java.util.regex.Pattern;

/** Text without the white space that word processors and browsers add. */
public final class PlainText {
    private static final String CHINESE =
            "[\\p{IsHan}\\p{InCJK_Symbols_and_Punctuation}\\p{InHalfwidth_and_Fullwidth_Forms}“”‘’…—]";

    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");

    /** A blank beside a Chinese character or mark: typists put it around digits, or it is a justified line's. */
    private static final Pattern BESIDE_CHINESE = Pattern.compile("(?<=" + CHINESE + ") | (?=" + CHINESE + ")");

    private PlainText() {}

    /** One line: white space is one blank, and none beside Chinese characters. */
    public static String of(String text) {
        String line = WHITE.matcher(text).replaceAll(" ").strip();
        return BESIDE_CHINESE.matcher(line).replaceAll("");
    }

    /** No white space at all, for labels and figures. */
    public static String withoutSpaces(String text) {
        return WHITE.matcher(text).replaceAll("");
    }
}
