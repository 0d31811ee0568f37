package org.nianbao.schema;

/**
 * Regular expressions for what people write. They mean the same to JavaScript, with which editors read them, and to Java;
 * so the ideographic space, which Java's {@code \s} leaves out, is named.
 */
final class Patterns {
    /** Anything but blanks, and no full-width bar at its beginning. */
    static final String PROSE = "^(?!｜)[\\s\\S]*[^\\s\\u3000]";

    /** Something on one line. */
    static final String ONE_LINE = "^\\s*[^\\s\\u3000].*\\s*$";

    /** Four digits. */
    static final String YEAR = whole("[12][0-9]{3}");

    /** A day with dashes or in Chinese. */
    static final String DATE = date();

    private Patterns() {}

    /** All of a text, give or take blanks around it. */
    private static String whole(String pattern) {
        return "^\\s*(?:" + pattern + ")\\s*$";
    }

    private static String date() {
        String month = "(?:0?[1-9]|1[0-2])";
        String day = "(?:0?[1-9]|[12][0-9]|3[01])";
        return whole("[0-9]{4}(?:-" + month + "-" + day + "|年" + month + "月" + day + "日)");
    }
}
