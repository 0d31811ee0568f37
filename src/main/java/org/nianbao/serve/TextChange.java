package org.nianbao.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A change of a text: what is between two UTF-16 offsets becomes {@code insert}. A list of changes is in reading order, does
 * not overlap, and all its offsets are of the text before.
 */
record TextChange(int from, int to, String insert) {
    TextChange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no range: " + from + " to " + to);
        }
    }

    /** Whether they have a place in common, if only its edge. */
    boolean touches(TextChange other) {
        return from <= other.to && other.from <= to;
    }

    private int growth() {
        return insert.length() - (to - from);
    }

    /** The changes in reading order; empty if they overlap or reach behind the end of the text. */
    static Optional<List<TextChange>> ordered(List<TextChange> changes, int length) {
        List<TextChange> sorted = changes.stream()
                .sorted(Comparator.comparingInt(TextChange::from).thenComparingInt(TextChange::to))
                .toList();
        int end = 0;
        for (TextChange change : sorted) {
            if (change.from < end || change.to > length) {
                return Optional.empty();
            }
            end = change.to;
        }
        return Optional.of(sorted);
    }

    static String apply(List<TextChange> changes, String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int at = changes.size() - 1; at >= 0; at--) {
            TextChange change = changes.get(at);
            changed.replace(change.from, change.to, change.insert);
        }
        return changed.toString();
    }

    /** Changes of a text as changes of the text after {@code others}; empty if two of them touch the same characters. */
    static Optional<List<TextChange>> after(List<TextChange> others, List<TextChange> changes) {
        List<TextChange> moved = new ArrayList<>();
        for (TextChange change : changes) {
            int shift = 0;
            for (TextChange other : others) {
                if (other.to <= change.from) {
                    shift += other.growth();
                } else if (other.from < change.to || (change.from == change.to && other.from < change.from)) {
                    return Optional.empty();
                }
            }
            moved.add(new TextChange(change.from + shift, change.to + shift, change.insert));
        }
        return Optional.of(moved);
    }

    /** The changes from one text to another: whole lines that differ, each cut to the characters that differ. */
    static List<TextChange> between(String before, String after) {
        return LineDifference.of(before, after).stream()
                .map(change -> change.trimmed(before))
                .toList();
    }

    private TextChange trimmed(String text) {
        String old = text.substring(from, to);
        int most = Math.min(old.length(), insert.length());
        int start = 0;
        while (start < most && old.charAt(start) == insert.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && old.charAt(old.length() - 1 - end) == insert.charAt(insert.length() - 1 - end)) {
            end++;
        }
        return new TextChange(from + start, to - end, insert.substring(start, insert.length() - end));
    }
}
