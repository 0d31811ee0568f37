package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.text.Numbering;
import org.nianbao.text.Numeral;

/** Finds numbers of headings and of 一是…二是… that skip, or start again where they should continue. */
final class NumberingOrder {
    /** The level of 1. and of lists. */
    private static final int LIST = 3;

    /** In spaces: the maximum indentation. */
    private static final int DEEPEST = 99;

    /** 一是 and the like at the start of a clause. The search starts from 是, because looking behind is slow. */
    private static final Pattern ITEM = Pattern.compile("是(?!否)(?<=(?:^|[。；：，！？]) {0,2}([一二三四五六七八九十]{1,3})是)");

    private NumberingOrder() {}

    static void check(ProsePart part) {
        headings(part);
        enumerations(part);
    }

    /**
     * Numbers go on below numbers of the same level; in a list, of the same indentation. A list below the headings 1. and 2.
     * has numbers of its own, and one below another paragraph may start again.
     */
    private static void headings(ProsePart part) {
        TreeMap<Integer, Integer> last = new TreeMap<>();
        boolean below = false;
        for (Paragraph paragraph : part.paragraphs()) {
            int indent = Math.min(part.indent(paragraph), DEEPEST);
            if (part.isBullet(paragraph)) {
                last.subMap(item(indent), false, level(LIST + 1), false).clear();
            }
            Optional<Numbering> numbering = Numbering.of(paragraph.text().words());
            if (numbering.isEmpty()) {
                below = indent == 0;
                continue;
            }
            String mark = numbering.get().mark();
            int value = numbering.get().value();
            boolean item =
                    numbering.get().level() == LIST && numbering.get().title().startsWith(" ");
            boolean first = value == 1 && below;
            boolean listed = item && (value == 1 || indent > 0 || last.containsKey(item(indent)));
            int level = listed ? item(indent) : level(numbering.get().level());
            int before = last.getOrDefault(level, 0);
            if (value != before + 1 && !(listed && first)) {
                int end = Math.min(paragraph.text().words().length(), mark.length());
                skipped(part, paragraph, 0, end, mark, before);
            }
            last.put(level, value);
            last.tailMap(level, false).clear();
            below = !item;
        }
    }

    private static int level(int level) {
        return level * (DEEPEST + 2);
    }

    /** The level of an item of a list. */
    private static int item(int indent) {
        return level(LIST) + 1 + indent;
    }

    /** Enumerations may be nested, so the numbers of the outer ones are kept. */
    private static void enumerations(ProsePart part) {
        Deque<Integer> open = new ArrayDeque<>();
        Map<Integer, Integer> depths = new HashMap<>();
        for (Paragraph paragraph : part.paragraphs()) {
            Matcher item = ITEM.matcher(paragraph.plain());
            while (item.find()) {
                Numeral.value(item.group(1))
                        .map(BigDecimal::intValue)
                        .filter(value -> value > 0)
                        .ifPresent(value -> enumerated(part, paragraph, item, value, open, depths));
            }
        }
    }

    private static void enumerated(
            ProsePart part,
            Paragraph paragraph,
            Matcher item,
            int value,
            Deque<Integer> open,
            Map<Integer, Integer> depths) {
        if (depths.getOrDefault(value - 1, 0) > 0) {
            while (open.element() != value - 1) {
                depths.merge(open.pop(), -1, Integer::sum);
            }
            depths.merge(open.pop(), -1, Integer::sum);
        } else if (value > 1 && !(value == 2 && paragraph.plain().lastIndexOf("一是", item.start(1)) >= 0)) {
            int last = open.isEmpty() ? 0 : open.pop();
            depths.merge(last, last == 0 ? 0 : -1, Integer::sum);
            skipped(part, paragraph, item.start(1), item.end(), item.group(1) + "是", last);
        }
        open.push(value);
        depths.merge(value, 1, Integer::sum);
    }

    private static void skipped(ProsePart part, Paragraph paragraph, int from, int to, String mark, int last) {
        Diagnostic finding = Diagnostic.warning(last == 0 ? "numbering-starts" : "numbering-jumps", mark, last)
                .help(Message.of("numbering.help"));
        part.add(finding.as("numbering"), paragraph, from, to);
    }
}
