package org.nianbao.foreign.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The numbers that Word prints before paragraphs by itself (ECMA-376 Part 1, 17.9). Not thread-safe. */
final class ListNumbers {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern LEVEL = Pattern.compile("%([1-9])");
    private static final int LEVELS = 9;

    /** The levels of the abstract list that a list refers to. */
    private final Map<String, Element> lists = new HashMap<>();

    /** The {@code w:numPr} of paragraph styles. */
    private final Map<String, Element> styles = new HashMap<>();

    private final Map<String, int[]> counts = new HashMap<>();

    private ListNumbers() {}

    static ListNumbers of(Optional<Element> numbering, Optional<Element> styleSheet) {
        ListNumbers numbers = new ListNumbers();
        Map<String, Element> abstracts = new HashMap<>();
        numbering.ifPresent(part -> {
            part.select("w|abstractNum").forEach(list -> abstracts.put(list.attr("w:abstractNumId"), list));
            part.select("w|num").forEach(list -> {
                Element to = list.selectFirst("w|abstractNumId");
                Element found = to == null ? null : abstracts.get(to.attr("w:val"));
                if (found != null) {
                    numbers.lists.put(list.attr("w:numId"), found);
                }
            });
        });
        styleSheet.ifPresent(part -> part.select("w|style:has(> w|pPr > w|numPr)")
                .forEach(style -> numbers.styles.put(
                        style.attr("w:styleId"),
                        style.select("> w|pPr > w|numPr").first())));
        return numbers;
    }

    /**
     * What is printed before a paragraph.
     *
     * @param number as printed, or nothing
     * @param bullet how deep an item with a bullet is nested, from 1, or 0
     */
    record ListMark(String number, int bullet) {
        static final ListMark NONE = new ListMark("", 0);
    }

    /** Counts a paragraph; returns its mark. */
    ListMark next(Element p) {
        Element own = p.selectFirst("> w|pPr > w|numPr");
        Element style = p.selectFirst("> w|pPr > w|pStyle");
        Element numbered = own != null ? own : style == null ? null : styles.get(style.attr("w:val"));
        if (numbered == null) {
            return ListMark.NONE;
        }
        String id = value(numbered.selectFirst("w|numId"));
        Element list = lists.get(id);
        int level = Math.min(LEVELS - 1, parse(value(numbered.selectFirst("w|ilvl")), 0));
        Element format = list == null ? null : list.selectFirst("> w|lvl[w:ilvl=" + level + "]");
        if (list == null || format == null) {
            return ListMark.NONE;
        }
        if (value(format.selectFirst("w|numFmt")).equals("bullet")) {
            return new ListMark("", level + 1);
        }
        int[] count = counts.computeIfAbsent(id, unused -> new int[LEVELS]);
        count[level]++;
        Arrays.fill(count, level + 1, LEVELS, 0);
        Matcher number = LEVEL.matcher(value(format.selectFirst("w|lvlText")));
        return new ListMark(
                number.replaceAll(
                        found -> Matcher.quoteReplacement(written(list, count, Integer.parseInt(found.group(1)) - 1))),
                0);
    }

    private static String written(Element list, int[] count, int level) {
        Element format = list.selectFirst("> w|lvl[w:ilvl=" + level + "]");
        int start = format == null ? 1 : parse(value(format.selectFirst("w|start")), 1);
        int number = Math.max(1, count[level]) + start - 1;
        String kind = format == null ? "" : value(format.selectFirst("w|numFmt"));
        return kind.startsWith("chinese") || kind.startsWith("japanese") || kind.startsWith("taiwanese")
                ? chinese(number)
                : String.valueOf(number);
    }

    private static String chinese(int number) {
        if (number >= 100) {
            return String.valueOf(number);
        }
        String tens = number < 10 ? "" : (number < 20 ? "" : DIGITS.charAt(number / 10)) + "十";
        return tens + (number % 10 == 0 ? "" : DIGITS.charAt(number % 10));
    }

    private static String value(@Nullable Element element) {
        return element == null ? "" : element.attr("w:val");
    }

    private static int parse(String digits, int otherwise) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : otherwise;
    }
}
