package org.nianbao.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.SourceSpans;

/**
 * Finds Markdown that has no effect and would be printed: unpaired marks and incomplete tables. Marks that may be meant as
 * they are, such as 2*3 or *号, are ignored.
 */
final class UnpairedMarks {
    /** Maximum number of marks in a line; more would take the parser too long. */
    private static final int MOST = 500;

    /** Maximum number of marks in a section; a long table has a thousand. */
    private static final int MOST_IN_ALL = 10_000;

    private static final int MOST_LINES = 5_000;

    /** Cells of a delimiter row that help shows. */
    private static final int SHOWN = 12;

    private static final Pattern MARK = Pattern.compile("[*_\\[\\]|{]");

    /** Two asterisks beside a word, with a part of it; not between Latin letters or digits. */
    private static final Pattern LEFT = Pattern.compile("(?<![*\\w])\\*\\*(?![*\\s])[^*]{1,8}"
            + "|[^*\\s][^*]{0,7}(?<![\\w\\s])\\*\\*(?!\\*)|[^*]{0,7}\\w\\*\\*(?![*\\w])");

    private static final Pattern RULE = Pattern.compile("\\s*:?-+:?\\s*");
    private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");

    private final List<String> lines;
    private final SourceSpans.Search search;
    private final Diagnostics diagnostics;

    UnpairedMarks(String prose, SourceSpans.Search search, Diagnostics diagnostics) {
        this.lines = prose.lines().map(Narrative::withoutLeadingSpace).toList();
        this.search = search;
        this.diagnostics = diagnostics;
    }

    /** Reports marks and tables without effect; false if the section has more marks or lines than can be parsed. */
    boolean check() {
        if (hasTooMany()) {
            return false;
        }
        int columns = 0;
        int drawn = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("|")) {
                boolean first = i == 0 || !lines.get(i - 1).startsWith("|");
                columns = first ? head(line, i + 1 < lines.size() ? lines.get(i + 1) : "") : row(line, columns);
                drawn += columns; // the parser adds the cells that a row lacks
                if (drawn > MOST_IN_ALL) {
                    refuse("too-many-marks", line);
                    return false;
                }
            } else if (line.contains("**") && line.indexOf('\\') < 0) {
                bold(line);
            }
        }
        return true;
    }

    /** Reports the first line that is too much. */
    private boolean hasTooMany() {
        long all = 0;
        for (int i = 0; i < lines.size(); i++) {
            long marks = MARK.matcher(lines.get(i)).results().limit(MOST + 1L).count();
            all += marks;
            if (marks > MOST || all > MOST_IN_ALL || i == MOST_LINES) {
                refuse(marks > MOST || all > MOST_IN_ALL ? "too-many-marks" : "too-many-lines", lines.get(i));
                return true;
            }
        }
        return false;
    }

    /** Number of cells in the header row of a table; 0 if it is not one. */
    private int head(String head, String below) {
        List<String> cells = cells(head);
        List<String> rule = cells(below);
        boolean ruled = below.startsWith("|")
                && rule.stream().allMatch(cell -> RULE.matcher(cell).matches());
        if (!ruled && (below.startsWith("|") || cells.size() > 1)) {
            warn("table-without-rule", search.next(head), "|" + "---|".repeat(Math.min(cells.size(), SHOWN)));
        } else if (ruled && rule.size() != cells.size()) {
            warn("table-row", search.next(below), rule.size(), cells.size());
        }
        return ruled && rule.size() >= cells.size() ? cells.size() : 0;
    }

    private int row(String line, int columns) {
        List<String> cells = cells(line);
        boolean rule = cells.stream().allMatch(cell -> RULE.matcher(cell).matches());
        if (columns > 0 && cells.size() != columns && !rule) {
            warn("table-row", search.next(line), cells.size(), columns);
        }
        return columns;
    }

    private static List<String> cells(String row) {
        return PIPE.splitAsStream(row.strip().replaceFirst("^\\|", "")).toList();
    }

    /** Finds ** that is still there after parsing. */
    private void bold(String line) {
        List<String> left = new ArrayList<>();
        collect(Narrative.parse(line), left);
        if (!left.isEmpty()) {
            warn(left.size() == 1 ? "open-mark" : "idle-mark", search.next(left.get(0)));
        }
    }

    private static void collect(Node node, List<String> left) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text text) {
                LEFT.matcher(text.getLiteral())
                        .results()
                        .map(MatchResult::group)
                        .forEach(left::add);
                halves(text, left);
            }
            collect(child, left);
        }
    }

    /** Finds ** closed by a single *, or the other way round. */
    private static void halves(Text text, List<String> left) {
        String words = text.getLiteral();
        if (words.endsWith("*") && text.getNext() instanceof Emphasis) {
            left.add("**" + Inlines.text(Inlines.children(text.getNext())));
        } else if (words.startsWith("*") && text.getPrevious() instanceof Emphasis) {
            left.add(Inlines.text(Inlines.children(text.getPrevious())) + "**");
        }
    }

    private void refuse(String id, String line) {
        diagnostics.add(Diagnostic.error(id, search.next(line), MOST, MOST_IN_ALL));
    }

    private void warn(String id, SourceSpan span, Object... arguments) {
        diagnostics.add(Diagnostic.warning(id, span, arguments));
    }
}
