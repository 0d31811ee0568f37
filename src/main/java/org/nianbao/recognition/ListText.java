package org.nianbao.recognition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.nianbao.foreign.DocumentPart.TextPart;
import org.nianbao.text.Numbering;

/**
 * Items of lists that follow one another, as Markdown. A list of numbered items in which no other is nested is written as
 * paragraphs that begin with their numbers: most of them are headings.
 */
final class ListText {
    private static final String BULLET = "-";

    private ListText() {}

    /** The lines, with a blank one before and behind each list. */
    static String of(List<TextPart> items) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < items.size()) {
            int to = from + 1;
            while (to < items.size() && isOfOne(items.get(from), items.get(to))) {
                to++;
            }
            List<TextPart> list = items.subList(from, to);
            if (isFlat(list) && !marker(list.get(0)).equals(BULLET)) {
                list.forEach(item -> lines.add(item.text()));
            } else {
                lines.add("");
                lines.addAll(nested(list));
                lines.add("");
            }
            from = to;
        }
        return String.join("\n", lines);
    }

    /** Whether an item belongs to the list that another begins. */
    private static boolean isOfOne(TextPart first, TextPart item) {
        return item.depth() > first.depth()
                || (item.depth() == first.depth()
                        && marker(item).equals(BULLET) == marker(first).equals(BULLET));
    }

    private static boolean isFlat(List<TextPart> list) {
        return list.stream().allMatch(item -> item.depth() == list.get(0).depth());
    }

    private static List<String> nested(List<TextPart> list) {
        List<String> lines = new ArrayList<>();
        Deque<TextPart> outer = new ArrayDeque<>();
        for (TextPart item : list) {
            boolean deeper = outer.isEmpty() || outer.element().depth() < item.depth();
            while (!outer.isEmpty() && outer.element().depth() >= item.depth()) {
                outer.pop();
            }
            String marker = marker(item);
            if (deeper && !lines.isEmpty() && !marker.matches("-|1\\.")) {
                lines.add(""); // only a list that begins with 1 follows a line at once
            }
            int indent =
                    outer.stream().mapToInt(above -> marker(above).length() + 1).sum();
            lines.add(" ".repeat(indent) + marker + " " + words(item));
            outer.push(item);
        }
        return lines;
    }

    private static Optional<Numbering> number(TextPart item) {
        return Numbering.of(item.text()).filter(number -> number.level() == 3);
    }

    private static String marker(TextPart item) {
        return number(item).map(number -> number.value() + ".").orElse(BULLET);
    }

    private static String words(TextPart item) {
        return number(item).map(Numbering::title).orElse(item.text()).strip();
    }
}
