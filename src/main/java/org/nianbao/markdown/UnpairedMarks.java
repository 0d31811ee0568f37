package org.nianbao.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.text.AsteriskPair;

/**
 * Finds asterisks and tables that have no effect and would be printed. Asterisks that may be meant as they are, such as 2*3
 * or *号, are ignored.
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

    /** Two asterisks beside a word, with a part of it; not between Latin letters or digits, or in a list (*、**). */
    private static final Pattern LEFT = Pattern.compile("(?<![*\\w])\\*\\*(?![*\\s、，。；：）”])[^*]{1,8}"
            + "|(?<![*\\s\\w])\\*\\* +[^*\\s]"
            + "|[^*\\s][^*]{0,7}(?<![\\w\\s、（“])\\*\\*(?!\\*)|[^*]{0,7}\\w\\*\\*(?![*\\w])");

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
            } else if (line.indexOf('*') >= 0) {
                asterisks(line);
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
        List<String> cells = TableRow.cells(head);
        List<String> rule = TableRow.cells(below);
        boolean ruled = TableRow.isRule(below);
        if (!ruled && (below.startsWith("|") || cells.size() > 1)) {
            warn("table-without-rule", search.next(head), "|" + "---|".repeat(Math.min(cells.size(), SHOWN)));
        } else if (ruled && rule.size() != cells.size()) {
            warn("table-row", search.next(below), rule.size(), cells.size());
        }
        return ruled && rule.size() >= cells.size() ? cells.size() : 0;
    }

    private int row(String line, int columns) {
        int cells = TableRow.cells(line).size();
        if (columns > 0 && cells != columns && !TableRow.isRule(line)) {
            warn("table-row", search.next(line), cells, columns);
        }
        return columns;
    }

    /** Finds ** that marks nothing, and single asterisks around words that look like emphasis. */
    private void asterisks(String line) {
        List<AsteriskPair.AsteriskRun> runs = new ArrayList<>(AsteriskPair.runs(line));
        List<AsteriskPair> pairs = AsteriskPair.in(line, runs);
        Set<Integer> paired = new HashSet<>();
        pairs.forEach(pair -> paired.addAll(List.of(pair.open(), pair.close())));
        NavigableMap<Integer, String> left = new TreeMap<>();
        int from = 0;
        for (AsteriskPair.AsteriskRun run : runs) {
            if (paired.contains(run.at())) {
                collect(line, from, run.at(), left);
                from = run.at() + run.length();
            }
        }
        collect(line, from, line.length(), left);
        NavigableMap<Integer, String> doubtful = new TreeMap<>();
        runs.removeIf(run -> paired.contains(run.at()));
        for (int i = 0; i + 1 < runs.size(); i++) {
            if (AsteriskPair.isDoubtful(line, runs.get(i), runs.get(i + 1))) {
                int start = runs.get(i).at();
                doubtful.put(start, line.substring(start, runs.get(++i).at() + 1));
            }
        }
        warn(left, doubtful);
    }

    /** Reports marks in the order of the line, so that the place of each is found. */
    private void warn(NavigableMap<Integer, String> left, NavigableMap<Integer, String> doubtful) {
        Set<Integer> all = new TreeSet<>(left.keySet());
        all.addAll(doubtful.keySet());
        boolean second = false;
        for (int at : all) {
            String single = doubtful.get(at);
            String mark = left.get(at);
            if (single != null) {
                warn("single-asterisks", search.next(single), single);
            } else if (mark != null) {
                if (!second) {
                    warn(left.higherKey(at) == null ? "open-mark" : "idle-mark", search.next(mark));
                }
                second = !second;
            }
        }
    }

    /** Finds the marks between two offsets of a line. */
    private static void collect(String line, int start, int end, NavigableMap<Integer, String> left) {
        LEFT.matcher(line.substring(start, end))
                .results()
                .forEach(mark -> left.put(start + mark.start(), mark.group()));
    }

    private void refuse(String id, String line) {
        diagnostics.add(Diagnostic.error(id, search.next(line), MOST, MOST_IN_ALL));
    }

    private void warn(String id, SourceSpan span, Object... arguments) {
        diagnostics.add(Diagnostic.warning(id, span, arguments));
    }
}
