package org.nianbao.foreign.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nianbao.foreign.Place;

/** The numbers that Word prints before paragraphs by itself (ECMA-376 Part 1, 17.9). Not thread-safe. */
final class ListNumbers {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern LEVEL = Pattern.compile("%([1-9])");
    private static final Pattern COUNTED_IN_CHINESE = Pattern.compile("chinese|japanese|taiwanese|ideograph");
    private static final Pattern PLAIN = Pattern.compile("%[1-9][.．]");
    private static final int LEVELS = 9;

    /** The first digit in a circle. */
    private static final int CIRCLED = '①';

    /** The levels of the abstract list that a list refers to. */
    private final Map<String, Element> lists = new HashMap<>();

    /** Where a list begins to count otherwise: levels by the list. */
    private final Map<String, int[]> starts = new HashMap<>();

    private final ParagraphStyles styles;
    private final Map<String, int[]> counts = new HashMap<>();

    private ListNumbers(ParagraphStyles styles) {
        this.styles = styles;
    }

    static ListNumbers of(Optional<Element> numbering, ParagraphStyles styles) {
        ListNumbers numbers = new ListNumbers(styles);
        Map<String, Element> abstracts = new HashMap<>();
        numbering.ifPresent(part -> {
            part.select("w|abstractNum").forEach(list -> abstracts.put(list.attr("w:abstractNumId"), list));
            part.select("w|num").forEach(list -> {
                Element to = list.selectFirst("w|abstractNumId");
                Element found = to == null ? null : abstracts.get(to.attr("w:val"));
                if (found != null) {
                    numbers.lists.put(list.attr("w:numId"), found);
                    numbers.restart(list);
                }
            });
        });
        return numbers;
    }

    private void restart(Element list) {
        for (Element override : list.select("> w|lvlOverride:has(> w|startOverride)")) {
            int level = parse(override.attr("w:ilvl"), LEVELS);
            if (level < LEVELS) {
                starts.computeIfAbsent(list.attr("w:numId"), unused -> new int[LEVELS])[level] =
                        parse(value(override.selectFirst("> w|startOverride")), 0);
            }
        }
    }

    /**
     * What is printed before a paragraph.
     *
     * @param number as printed, or nothing
     * @param depth of an item of a list of bullets or of plain numbers, how deep it is nested, from 1; else 0
     */
    record ListMark(String number, int depth) {
        static final ListMark NONE = new ListMark("", 0);
    }

    /** Counts a paragraph; returns its mark. */
    ListMark next(Element p) {
        Element own = p.selectFirst("> w|pPr > w|numPr");
        Element ofStyle = styles.numbering(p);
        String id = value(own == null ? null : own.selectFirst("w|numId"));
        id = id.isEmpty() && ofStyle != null ? value(ofStyle.selectFirst("w|numId")) : id;
        Element list = lists.get(id);
        if (list == null) {
            return ListMark.NONE;
        }
        int level = Math.min(LEVELS - 1, level(p, list, own, ofStyle));
        Element format = list.selectFirst("> w|lvl[w:ilvl=" + level + "]");
        if (format == null) {
            return ListMark.NONE;
        }
        String kind = value(format.selectFirst("w|numFmt"));
        if (kind.equals("bullet")) {
            return new ListMark("", depth(list, level));
        }
        int[] count = counts.computeIfAbsent(id, unused -> new int[LEVELS]);
        count[level]++;
        Arrays.fill(count, level + 1, LEVELS, 0);
        int[] start = starts.getOrDefault(id, new int[LEVELS]);
        String pattern = value(format.selectFirst("w|lvlText"));
        String number = LEVEL.matcher(pattern)
                .replaceAll(found ->
                        Matcher.quoteReplacement(written(list, count, start, Integer.parseInt(found.group(1)) - 1)));
        return new ListMark(number, isPlain(format) ? depth(list, level) : 0);
    }

    /** Whether a level has bullets or numbers such as 1.; others are those of headings. */
    private static boolean isPlain(Element format) {
        String kind = value(format.selectFirst("w|numFmt"));
        String pattern = value(format.selectFirst("w|lvlText"));
        return kind.equals("bullet")
                || (kind.equals("decimal") && PLAIN.matcher(pattern).matches());
    }

    private static int depth(Element list, int level) {
        return (int) list.select("> w|lvl").stream()
                .filter(format -> parse(format.attr("w:ilvl"), LEVELS) <= level && isPlain(format))
                .count();
    }

    /** The paragraph's own level, that of its style, or the one that its list gives to its style. */
    private static int level(Element p, Element list, @Nullable Element own, @Nullable Element ofStyle) {
        for (@Nullable Element numbered : Arrays.asList(own, ofStyle)) {
            String level = numbered == null ? "" : value(numbered.selectFirst("w|ilvl"));
            if (!level.isEmpty()) {
                return parse(level, 0);
            }
        }
        String style = value(p.selectFirst("> w|pPr > w|pStyle"));
        return list.select("> w|lvl").stream()
                .filter(level ->
                        !style.isEmpty() && value(level.selectFirst("w|pStyle")).equals(style))
                .map(level -> parse(level.attr("w:ilvl"), 0))
                .findFirst()
                .orElse(0);
    }

    private static String written(Element list, int[] count, int[] starts, int level) {
        Element format = list.selectFirst("> w|lvl[w:ilvl=" + level + "]");
        int first = format == null ? 1 : parse(value(format.selectFirst("w|start")), 1);
        int number = Math.max(1, count[level]) + (starts[level] > 0 ? starts[level] : first) - 1;
        String kind = format == null ? "" : value(format.selectFirst("w|numFmt"));
        return switch (kind) {
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number > 20 ? String.valueOf(number) : Character.toString(CIRCLED + number - 1);
            case "none" -> "";
            case "upperLetter" -> Place.letters(number);
            case "lowerLetter" -> Place.letters(number).toLowerCase(Locale.ROOT);
            default -> COUNTED_IN_CHINESE.matcher(kind).lookingAt() ? chinese(number) : String.valueOf(number);
        };
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
