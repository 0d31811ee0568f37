package org.nianbao.schema;

import org.nianbao.form.CellType;

/**
 * Regular expressions for values. They mean the same in JavaScript, which editors use, and in Java, whose {@code \s} does not
 * include the ideographic space.
 */
final class Patterns {
    /** Text that is not blank and does not begin with a full-width bar. */
    static final String PROSE = "^(?!｜)[\\s\\S]*[^\\s\\u3000]";

    /** One line that is not blank. */
    static final String ONE_LINE = "^\\s*[^\\s\\u3000].*\\s*$";

    /** Four digits. */
    static final String YEAR = whole("[12][0-9]{3}");

    /** A date in digits with hyphens, full stops or slashes, or in Chinese. */
    static final String DATE = date();

    /** Rows of a table with their labels. */
    static final String ROWS = "^[^{}｛｝]*\\s[^{}｛｝]*[0-9][^{}｛｝]*$";

    private Patterns() {}

    /** A figure, perhaps with a note in brackets. */
    static String figure(CellType type) {
        return "^(?:" + type.pattern() + ")(?:\\s*[（(].*[^0-9件条次个项元万亿%\\s].*[）)])?$";
    }

    /** A row with the given number of figures, perhaps with its label and heads. */
    static String row(long figures) {
        String words = "[^\\s\\u3000,，、{}｛｝:：]*";
        return "^(?:" + words + "[\\s\\u3000,，、]+){" + (figures - 1) + "}[^{}｛｝:：]*$";
    }

    /** The pattern with optional blanks around it. */
    private static String whole(String pattern) {
        return "^\\s*(?:" + pattern + ")\\s*$";
    }

    private static String date() {
        String month = "(?:0?[1-9]|1[0-2])";
        String day = "(?:0?[1-9]|[12][0-9]|3[01])";
        String chinese = "[一二三四五六七八九十]{1,3}";
        return whole("[0-9]{4}(?:-" + month + "-" + day + "|\\." + month + "\\." + day + "|/" + month + "/" + day
                + "|\\s*年\\s*" + month + "\\s*月\\s*" + day + "\\s*[日号])"
                + "|[〇零○一二三四五六七八九]{4}年" + chinese + "月" + chinese + "日");
    }
}
