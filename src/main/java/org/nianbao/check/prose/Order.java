package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.problem.Message;
import org.nianbao.prose.Numbering;
import org.nianbao.prose.Numeral;

/** Numbers of headings and of 一是…二是… that jump, or start again where they should go on. */
final class Order {
    private static final int LEVELS = 4;

    /** Opens a clause. */
    private static final Pattern ENUMERATED =
            Pattern.compile("(?:(?<=[。；：，！？])|^) {0,4}(?<n>[一二三四五六七八九十]{1,3})(?=是[^否])");

    private Order() {}

    static void look(Part part) {
        headings(part);
        enumerations(part);
    }

    private static void headings(Part part) {
        int[] last = new int[LEVELS + 1];
        for (Paragraph paragraph : part.paragraphs()) {
            Optional<Numbering> numbering = Numbering.of(paragraph.text().words());
            if (numbering.isEmpty()) {
                continue;
            }
            int level = numbering.get().level();
            int value = numbering.get().value();
            if (value != last[level] + 1) {
                int end = Math.min(
                        paragraph.text().words().length(),
                        numbering.get().mark().length());
                jump(part, paragraph, 0, end, numbering.get().mark(), last[level]);
            }
            last[level] = value;
            for (int below = level + 1; below <= LEVELS; below++) {
                last[below] = 0;
            }
        }
    }

    /** Enumerations may stand inside one another, so the numbers of the outer ones are kept. */
    private static void enumerations(Part part) {
        Deque<Integer> open = new ArrayDeque<>();
        Map<Integer, Integer> depths = new HashMap<>();
        for (Paragraph paragraph : part.paragraphs()) {
            String words = paragraph.marked().plain();
            Matcher matcher = ENUMERATED.matcher(words);
            while (words.contains("是") && matcher.find()) {
                int value = Numeral.value(matcher.group("n"))
                        .map(BigDecimal::intValue)
                        .orElse(0);
                if (depths.getOrDefault(value - 1, 0) > 0) {
                    while (open.element() != value - 1) {
                        depths.merge(open.pop(), -1, Integer::sum);
                    }
                    depths.merge(open.pop(), -1, Integer::sum);
                } else if (value > 1 && !(value == 2 && words.lastIndexOf("一是", matcher.start("n")) >= 0)) {
                    int last = open.isEmpty() ? 0 : open.pop();
                    depths.merge(last, last == 0 ? 0 : -1, Integer::sum);
                    String mark = matcher.group("n") + "是";
                    jump(part, paragraph, matcher.start("n"), matcher.end("n") + 1, mark, last);
                }
                open.push(value);
                depths.merge(value, 1, Integer::sum);
            }
        }
    }

    private static void jump(Part part, Paragraph paragraph, int from, int to, String mark, int last) {
        Message fact = last == 0 ? Message.of("numbering-starts", mark) : Message.of("numbering-jumps", mark, last);
        part.findings().add(part.warning("numbering", paragraph, from, to, fact, Message.of("numbering.way-out")));
    }
}
