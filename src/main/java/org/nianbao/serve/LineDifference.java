package org.nianbao.serve;

import java.util.ArrayList;
import java.util.List;

/** Finds the lines in which two texts differ (longest common subsequence). */
final class LineDifference {
    /** The limit of pairs of lines to compare; beyond it, all lines between the first and the last difference are one change. */
    private static final long MOST_PAIRS = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final int start;
    private final int endBefore;
    private final int endAfter;

    private LineDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        int most = Math.min(before.size(), after.size());
        int same = 0;
        while (same < most && before.get(same).equals(after.get(same))) {
            same++;
        }
        int below = 0;
        while (below < most - same
                && before.get(before.size() - 1 - below).equals(after.get(after.size() - 1 - below))) {
            below++;
        }
        this.start = same;
        this.endBefore = before.size() - below;
        this.endAfter = after.size() - below;
    }

    /** The changes of whole lines. */
    static List<TextChange> of(String before, String after) {
        return before.equals(after) ? List.of() : new LineDifference(lines(before), lines(after)).changes();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
            lines.add(text.substring(at, end + 1));
            at = end + 1;
        }
        lines.add(text.substring(at));
        return lines;
    }

    private List<TextChange> changes() {
        int offset = before.subList(0, start).stream().mapToInt(String::length).sum();
        int rows = endBefore - start;
        int columns = endAfter - start;
        if ((long) rows * columns > MOST_PAIRS) {
            return List.of(change(offset, start, endBefore, start, endAfter));
        }
        int[][] common = common(rows, columns);
        List<TextChange> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < rows || j < columns) {
            int fromBefore = i;
            int fromAfter = j;
            while ((i < rows || j < columns) && !same(i, j, rows, columns)) {
                if (j == columns || (i < rows && common[i + 1][j] >= common[i][j + 1])) {
                    i++;
                } else {
                    j++;
                }
            }
            if (i > fromBefore || j > fromAfter) {
                changes.add(change(offset, start + fromBefore, start + i, start + fromAfter, start + j));
                offset += length(start + fromBefore, start + i);
            }
            while (i < rows && j < columns && same(i, j, rows, columns)) {
                offset += before.get(start + i).length();
                i++;
                j++;
            }
        }
        return changes;
    }

    private boolean same(int i, int j, int rows, int columns) {
        return i < rows && j < columns && before.get(start + i).equals(after.get(start + j));
    }

    private int[][] common(int rows, int columns) {
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = same(i, j, rows, columns)
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private int length(int from, int to) {
        return before.subList(from, to).stream().mapToInt(String::length).sum();
    }

    private TextChange change(int offset, int fromBefore, int toBefore, int fromAfter, int toAfter) {
        return new TextChange(
                offset, offset + length(fromBefore, toBefore), String.join("", after.subList(fromAfter, toAfter)));
    }
}
