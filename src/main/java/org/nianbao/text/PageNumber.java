package org.nianbao.text;

import java.util.regex.Pattern;

/** The number of a page, as papers and word processors print it: {@code — 3 —}, 第 3 页 共 7 页, {@code 3/7}. */
public final class PageNumber {
    private static final Pattern NUMBER = Pattern.compile(
            "[-—–－]{1,3}\\s*[0-9]{1,4}\\s*[-—–－]{1,3}|第\\s*[0-9]{1,4}\\s*页(?:[\\s，,/]*共\\s*[0-9]{1,4}\\s*页)?|[0-9]{1,3}\\s*/\\s*[0-9]{1,3}");

    private PageNumber() {}

    /** Whether a line holds nothing else. */
    public static boolean isAll(String line) {
        return NUMBER.matcher(line.strip()).matches();
    }
}
