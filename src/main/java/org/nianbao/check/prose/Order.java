package org.nianbao.check.prose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.prose.Numbering;
import org.nianbao.prose.Numeral;
import org.nianbao.prose.Text;

/** Numbers of headings and of 一是…二是… that jump, or start again where they should go on. */
final class Order {
    private static final int LEVELS = 4;

    /** Opens a clause. */
    private static final Pattern ENUMERATED =
            Pattern.compile("(?:(?<=[。；：，！？])|^)\\s*(?<n>[一二三四五六七八九十]{1,3})(?=是[^否])");

    private Order() {}

    static void look(Part part, List<Problem> problems) {
        headings(part, problems);
        enumerations(part, problems);
    }

    private static void headings(Part part, List<Problem> problems) {
        int[] last = new int[LEVELS + 1];
        for (Text paragraph : part.passage().paragraphs()) {
            Optional<Numbering> numbering = Numbering.of(paragraph.words());
            if (numbering.isEmpty()) {
                continue;
            }
            int level = numbering.get().level();
            int value = numbering.get().value();
            if (value != last[level] + 1) {
                int end = Math.min(
                        paragraph.words().length(), numbering.get().mark().length());
                problems.add(jump(part, paragraph, 0, end, numbering.get().mark(), last[level]));
            }
            last[level] = value;
            for (int below = level + 1; below <= LEVELS; below++) {
                last[below] = 0;
            }
        }
    }

    /** Enumerations may stand inside one another, so the numbers of the outer ones are kept. */
    private static void enumerations(Part part, List<Problem> problems) {
        Deque<Integer> open = new ArrayDeque<>();
        for (Text paragraph : part.passage().paragraphs()) {
            Matcher matcher = ENUMERATED.matcher(paragraph.words());
            while (matcher.find()) {
                int value = Numeral.value(matcher.group("n")).orElseThrow().intValue();
                if (open.contains(value - 1)) {
                    while (open.element() != value - 1) {
                        open.pop();
                    }
                    open.pop();
                } else if (value != 1) {
                    String mark = matcher.group("n") + "是";
                    int last = open.isEmpty() ? 0 : open.pop();
                    problems.add(jump(part, paragraph, matcher.start("n"), matcher.end("n") + 1, mark, last));
                }
                open.push(value);
            }
        }
    }

    private static Problem jump(Part part, Text text, int from, int to, String mark, int last) {
        Message fact = last == 0 ? Message.of("numbering-starts", mark) : Message.of("numbering-jumps", mark, last);
        return part.warning("numbering", text, from, to, fact, Message.of("numbering.way-out"));
    }
}
