package org.nianbao.markdown;

import java.util.List;
import java.util.regex.Pattern;

/** A row of a table in Markdown, as it is typed. */
final class TableRow {
    private static final Pattern RULE = Pattern.compile("\\s*:?-+:?\\s*");
    private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");

    private TableRow() {}

    static boolean isRow(String line) {
        return line.startsWith("|");
    }

    /** Whether a row is the delimiter row below a head. */
    static boolean isRule(String line) {
        return isRow(line)
                && cells(line).stream().allMatch(cell -> RULE.matcher(cell).matches());
    }

    static List<String> cells(String row) {
        return PIPE.splitAsStream(row.strip().replaceFirst("^\\|", "")).toList();
    }
}
