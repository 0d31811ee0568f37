package org.nianbao.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of typed prose without the blanks around it.
 *
 * @param start UTF-16 offset of its first word in the prose
 * @param end offset behind its last word
 * @param indent number of blanks in front, full-width ones count as two
 */
record PastedLine(String words, int start, int end, int indent) {
    /** A list, a table, a picture, a heading of Markdown, or a number in front of a heading or an item. */
    private static final Pattern BEGINS = Pattern.compile("[-+*#>|•·●■◆]\\s?.*|[!！]\\s?[\\[［【].*"
            + "|(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|第?[一二三四五六七八九十]{1,3}[、.．章节条]|[0-9]{1,2}(?:[、．)）]|\\.(?![0-9]))).*"
            + "|[①-⑳⒈-⒛⑴-⒇].*");

    static List<PastedLine> of(String typed) {
        List<PastedLine> lines = new ArrayList<>();
        int from = 0;
        while (from <= typed.length()) {
            int feed = typed.indexOf('\n', from);
            int to = feed < 0 ? typed.length() : feed;
            int start = from;
            int indent = 0;
            while (start < to && isSpace(typed.charAt(start))) {
                indent += typed.charAt(start) == '\u3000' ? 2 : 1;
                start++;
            }
            int end = to;
            while (end > start && isSpace(typed.charAt(end - 1))) {
                end--;
            }
            lines.add(new PastedLine(typed.substring(start, end), start, end, indent));
            from = to + 1;
        }
        return lines;
    }

    private static boolean isSpace(char c) {
        return c == '\u3000' || PastedText.isBlank(c) || Character.isWhitespace(c);
    }

    boolean isBlank() {
        return words.isEmpty();
    }

    /** Whether its blanks are a part of an address. */
    boolean hasLink() {
        return words.matches(".*[\\]］】]\\s?[(（].*");
    }

    boolean isTable() {
        return words.startsWith("|");
    }

    /** Whether no sentence of the line above can go on in it. */
    boolean begins() {
        return isBlank() || BEGINS.matcher(words).matches();
    }

    /** In ems: a half-width character is half of one, a blank a quarter. */
    double width() {
        return words.chars()
                .mapToDouble(c -> c == ' ' ? 0.25 : c < 0x80 ? 0.5 : 1)
                .sum();
    }

    char first() {
        return words.charAt(0);
    }

    char last() {
        return words.charAt(words.length() - 1);
    }
}
