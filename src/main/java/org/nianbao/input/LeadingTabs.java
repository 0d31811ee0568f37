package org.nianbao.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tabs between a key and its value, as a row copied from a workbook has one, which YAML refuses. */
final class LeadingTabs {
    /** A lone one: a second one would mean that the first cell is empty. */
    private static final Pattern LONE = Pattern.compile("(?s) *[^\\s#:\"'{}\\[\\]|>]{1,60}: {0,4}\t(?=\\S).*");

    private static final Pattern OPENS_PROSE = Pattern.compile(" *.{1,100}:\\s*[|>][-+0-9]*\\s*");

    private LeadingTabs() {}

    /** The same text with a space for each such tab, outside of literal and folded blocks. */
    static String replaced(String text) {
        if (!text.contains("\t")) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text);
        int prose = Integer.MAX_VALUE;
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            int next = text.indexOf('\n', start);
            end = next < 0 ? text.length() : next;
            String line = text.substring(start, end);
            int indent = line.length() - line.stripLeading().length();
            if (line.isBlank() || indent > prose) {
                continue;
            }
            prose = OPENS_PROSE.matcher(line).matches() ? indent : Integer.MAX_VALUE;
            Matcher lone = LONE.matcher(line);
            if (lone.matches()) {
                replaced.setCharAt(start + line.indexOf('\t'), ' ');
            }
        }
        return replaced.toString();
    }
}
