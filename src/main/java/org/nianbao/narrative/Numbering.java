package org.nianbao.narrative;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that a paragraph opens with, and what it makes of the paragraph (GB/T 9704-2012, 7.3.3).
 *
 * @param level 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）
 * @param text of the whole paragraph
 */
record Numbering(int level, String text) {
    /** In characters. A heading is a line, or a little more; a longer sentence is prose. */
    private static final int LONGEST_HEADING = 40;

    private static final Pattern[] LEVELS = {
        Pattern.compile("[一二三四五六七八九十百]{1,4}、.*"),
        Pattern.compile("[（(][一二三四五六七八九十百]{1,4}[）)].*"),
        Pattern.compile("[0-9]{1,2}[.．](?![0-9]).*"),
        Pattern.compile("[（(][0-9]{1,2}[）)].*"),
    };

    static Optional<Numbering> of(String text) {
        String stripped = text.strip();
        for (int i = 0; i < LEVELS.length; i++) {
            if (LEVELS[i].matcher(stripped).matches()) {
                return Optional.of(new Numbering(i + 1, stripped));
            }
        }
        return Optional.empty();
    }

    /** Whether the paragraph is one short sentence: it then stands for itself. */
    boolean isHeading() {
        int stop = text.indexOf('。');
        boolean oneSentence = stop < 0 || stop == text.length() - 1;
        boolean stopped = level > 2 && (stop >= 0 || text.endsWith("；"));
        return oneSentence && !stopped && text.length() <= LONGEST_HEADING;
    }

    /** Whether its first sentence is a heading for the rest. */
    boolean isRunIn() {
        int stop = text.indexOf('。');
        return stop > 0 && stop < text.length() - 1 && stop <= LONGEST_HEADING;
    }
}
