package org.nianbao.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number at the start of a paragraph (GB/T 9704-2012, 7.3.3).
 *
 * @param level 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）
 * @param value from 1
 * @param text of the whole paragraph
 */
public record Numbering(int level, int value, String text) {
    /** In characters; a longer sentence is no heading. */
    private static final int LONGEST_HEADING = 40;

    private static final Pattern[] LEVELS = {
        Pattern.compile("([一二三四五六七八九十百]{1,4})、.*"),
        Pattern.compile("[（(]([一二三四五六七八九十百]{1,4})[）)].*"),
        Pattern.compile("([0-9]{1,2})[.．](?![0-9]).*"),
        Pattern.compile("[（(]([0-9]{1,2})[）)].*"),
    };

    public static Optional<Numbering> of(String text) {
        String stripped = text.strip();
        for (int i = 0; i < LEVELS.length; i++) {
            Matcher matcher = LEVELS[i].matcher(stripped);
            if (matcher.matches()) {
                int value = Numeral.value(matcher.group(1))
                        .map(BigDecimal::intValue)
                        .orElse(0);
                return Optional.of(new Numbering(i + 1, value, stripped));
            }
        }
        return Optional.empty();
    }

    /** The text behind the number. */
    public String title() {
        return text.substring(mark().length());
    }

    /** The number with its punctuation, for example （一）. */
    public String mark() {
        int end = 0;
        while ("、.．）)".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end + 1);
    }

    /** Whether the paragraph is a heading of its own: one short sentence. */
    public boolean isHeading() {
        int stop = text.indexOf('。');
        boolean oneSentence = stop < 0 || stop == text.length() - 1;
        boolean stopped = level > 2 && (stop >= 0 || text.endsWith("；"));
        return oneSentence && !stopped && text.length() <= LONGEST_HEADING;
    }

    /** Whether its first sentence is a heading of the rest. */
    public boolean isRunIn() {
        int stop = text.indexOf('。');
        return stop > 0 && stop < text.length() - 1 && stop <= LONGEST_HEADING;
    }
}
