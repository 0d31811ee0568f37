package org.nianbao.page;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rejects paper that nothing can be printed on: sizes of {@code @page} rules (CSS Paged Media Level 3, 7.1). */
final class PageSizes {
    /** In millimetres; a smaller page has no room between its margins, a larger one is not allowed in PDF. */
    private static final double LEAST = 50;

    private static final double MOST = 5000;

    private static final Set<String> WORDS = Set.of(
            "auto",
            "portrait",
            "landscape",
            "a3",
            "a4",
            "a5",
            "b4",
            "b5",
            "letter",
            "legal",
            "ledger",
            "jis-b4",
            "jis-b5");

    private static final Map<String, Double> MILLIMETRES =
            Map.of("mm", 1.0, "cm", 10.0, "in", 25.4, "pt", 25.4 / 72, "pc", 25.4 / 6, "px", 25.4 / 96);

    private static final Pattern SIZE = Pattern.compile("(?i)(?<![\\w-])size\\s*:\\s*([^;{}]*)");
    private static final Pattern LENGTH = Pattern.compile("\\+?([0-9]{1,9}(?:\\.[0-9]{1,9})?|\\.[0-9]{1,9})([a-z]{2})");

    private PageSizes() {}

    /** Throws if a style sheet asks for such paper. */
    static void check(String style) throws Page.MalformedPage {
        Matcher sizes = SIZE.matcher(style);
        while (sizes.find()) {
            String size = sizes.group(1).strip().toLowerCase(Locale.ROOT);
            for (String part : size.split("\\s+", -1)) {
                if (!WORDS.contains(part) && !isLength(part)) {
                    throw new Page.MalformedPage(
                            Page.MalformedPage.Fault.UNUSABLE_SIZE,
                            sizes.group().strip(),
                            0);
                }
            }
        }
    }

    private static boolean isLength(String part) {
        Matcher length = LENGTH.matcher(part);
        if (!length.matches()) {
            return false;
        }
        double millimetres = Double.parseDouble(length.group(1)) * MILLIMETRES.getOrDefault(length.group(2), 0.0);
        return millimetres >= LEAST && millimetres <= MOST;
    }
}
