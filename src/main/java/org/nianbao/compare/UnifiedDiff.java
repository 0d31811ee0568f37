package org.nianbao.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.diff.CommandVisitor;
import org.apache.commons.text.diff.StringsComparator;

/** The lines in which two texts differ, in the unified format that {@code patch} reads (POSIX diff -u). */
public final class UnifiedDiff {
    /** Unchanged lines around a change. */
    private static final int CONTEXT = 3;

    /** A line with its mark: a space, a minus or a plus. */
    private record Line(char mark, String text) {}

    private final List<Line> lines = new ArrayList<>();

    private UnifiedDiff() {}

    /**
     * Compares two texts.
     *
     * @param name of the file, for the head
     */
    public static String of(String name, String before, String after) {
        UnifiedDiff diff = new UnifiedDiff();
        diff.compare(split(before), split(after));
        return "--- " + name + "\n+++ " + name + "\n" + diff.hunks();
    }

    /** Lines with their ends. */
    private static List<String> split(String text) {
        return List.of(text.split("(?<=\n)|(?<=\r)(?!\n)"));
    }

    /** Each different line becomes a character, and the comparator finds the characters that differ. */
    private void compare(List<String> before, List<String> after) {
        Map<String, Character> characters = new HashMap<>();
        List<String> known = new ArrayList<>();
        String left = encoded(before, characters, known);
        String right = encoded(after, characters, known);
        new StringsComparator(left, right).getScript().visit(new CommandVisitor<>() {
            @Override
            public void visitKeepCommand(Character line) {
                add(' ', line);
            }

            @Override
            public void visitDeleteCommand(Character line) {
                add('-', line);
            }

            @Override
            public void visitInsertCommand(Character line) {
                add('+', line);
            }

            private void add(char mark, Character line) {
                lines.add(new Line(mark, known.get(line)));
            }
        });
    }

    private static String encoded(List<String> texts, Map<String, Character> characters, List<String> known) {
        StringBuilder encoded = new StringBuilder();
        for (String text : texts) {
            encoded.append(characters.computeIfAbsent(text, unseen -> {
                known.add(unseen);
                return (char) (known.size() - 1);
            }));
        }
        return encoded.toString();
    }

    private String hunks() {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < lines.size()) {
            int change = nextChange(at);
            if (change < 0) {
                break;
            }
            int end = change;
            for (int next = change; next >= 0 && next <= end + 2 * CONTEXT; next = nextChange(next + 1)) {
                end = next;
            }
            int from = Math.max(at, change - CONTEXT);
            int to = Math.min(lines.size(), end + CONTEXT + 1);
            out.append(hunk(from, to));
            at = to;
        }
        return out.toString();
    }

    private int nextChange(int from) {
        for (int at = from; at < lines.size(); at++) {
            if (lines.get(at).mark() != ' ') {
                return at;
            }
        }
        return -1;
    }

    private String hunk(int from, int to) {
        StringBuilder text = new StringBuilder("@@ -" + range('+', from, to) + " +" + range('-', from, to) + " @@\n");
        for (Line line : deletionsFirst(lines.subList(from, to))) {
            text.append(line.mark()).append(line.text());
            if (!line.text().endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
        return text.toString();
    }

    /** Of each change, what is deleted comes first. */
    private static List<Line> deletionsFirst(List<Line> part) {
        List<Line> ordered = new ArrayList<>();
        int change = 0;
        for (Line line : part) {
            boolean deleted = line.mark() == '-';
            ordered.add(deleted ? change : ordered.size(), line);
            change = line.mark() == ' ' ? ordered.size() : deleted ? change + 1 : change;
        }
        return ordered;
    }

    /** The first line and the number of lines in one of the texts. */
    private String range(char other, int from, int to) {
        long first = lines.subList(0, from).stream()
                        .filter(line -> line.mark() != other)
                        .count()
                + 1;
        long count = lines.subList(from, to).stream()
                .filter(line -> line.mark() != other)
                .count();
        return (count == 0 ? first - 1 : first) + "," + count;
    }
}
