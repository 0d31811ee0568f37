package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.text.Numbering;
import org.nianbao.text.Numeral;

/** Numbers of headings and of 一是…二是… that jump, or start again where they should go on. */
final class NumberingOrder {
    private static final int LEVELS = 4;

    private static final String NUMERALS = "一二三四五六七八九十";

    /** In characters, of a number that opens a clause. */
    private static final int LONGEST = 3;

    private NumberingOrder() {}

    static void look(ProsePart part) {
        headings(part);
        enumerations(part);
    }

    private static void headings(ProsePart part) {
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
    private static void enumerations(ProsePart part) {
        Deque<Integer> open = new ArrayDeque<>();
        Map<Integer, Integer> depths = new HashMap<>();
        for (Paragraph paragraph : part.paragraphs()) {
            String words = paragraph.marked().plain();
            for (int at = words.indexOf('是'); at >= 0; at = words.indexOf('是', at + 1)) {
                int from = opening(words, at);
                int value = from < 0
                        ? 0
                        : Numeral.value(words.substring(from, at))
                                .map(BigDecimal::intValue)
                                .orElse(0);
                if (value > 0) {
                    enumerated(part, paragraph, from, at + 1, value, open, depths);
                }
            }
        }
    }

    /** Where 一是 and the like begin if they open a clause; -1 if not. */
    private static int opening(String words, int is) {
        int from = is;
        while (from > 0 && is - from < LONGEST && NUMERALS.indexOf(words.charAt(from - 1)) >= 0) {
            from--;
        }
        int before = from - 1;
        while (before >= 0 && from - before < LONGEST && words.charAt(before) == ' ') {
            before--;
        }
        boolean opens = before < 0 || "。；：，！？".indexOf(words.charAt(before)) >= 0;
        return from < is && opens && !words.startsWith("否", is + 1) ? from : -1;
    }

    private static void enumerated(
            ProsePart part,
            Paragraph paragraph,
            int from,
            int to,
            int value,
            Deque<Integer> open,
            Map<Integer, Integer> depths) {
        String words = paragraph.marked().plain();
        if (depths.getOrDefault(value - 1, 0) > 0) {
            while (open.element() != value - 1) {
                depths.merge(open.pop(), -1, Integer::sum);
            }
            depths.merge(open.pop(), -1, Integer::sum);
        } else if (value > 1 && !(value == 2 && words.lastIndexOf("一是", from) >= 0)) {
            int last = open.isEmpty() ? 0 : open.pop();
            depths.merge(last, last == 0 ? 0 : -1, Integer::sum);
            jump(part, paragraph, from, to, words.substring(from, to), last);
        }
        open.push(value);
        depths.merge(value, 1, Integer::sum);
    }

    private static void jump(ProsePart part, Paragraph paragraph, int from, int to, String mark, int last) {
        Diagnostic finding = Diagnostic.warning(last == 0 ? "numbering-starts" : "numbering-jumps", mark, last)
                .help(Message.of("numbering.help"));
        part.add(finding.as("numbering"), paragraph, from, to);
    }
}
