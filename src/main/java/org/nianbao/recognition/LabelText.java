package org.nianbao.recognition;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Compares labels as they are printed, with or without their numbers, blanks and marks. */
final class LabelText {
    private static final Pattern NUMBER = Pattern.compile("^(?:[(][一二三四五六七八九十\\d]{1,3}[)]|[一二三四五六七八九十\\d]{1,3}[、.,])+");

    private static final Pattern BLANK = Pattern.compile("\\s");

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");

    /** In characters; longer texts are no labels. */
    private static final int LONGEST = 120;

    /** In characters: a shorter part of a label may be that of another one. */
    private static final int SHORTEST_START = 4;

    /** Of a label that a page end has cut. */
    private static final double CUT = 0.85;

    private LabelText() {}

    /** Letters and digits only, without a number in front. */
    static String plain(String label) {
        String text = Normalizer.normalize(BLANK.matcher(label).replaceAll(""), Normalizer.Form.NFKC);
        return MARKS.matcher(NUMBER.matcher(text).replaceFirst("")).replaceAll("");
    }

    /**
     * How alike two labels are, from 0 to 1.
     *
     * @param found in a document, {@link #plain}
     * @param label of the form, {@link #plain}
     */
    static double likeness(String found, String label) {
        if (found.equals(label)) {
            return found.isEmpty() ? 0 : 1;
        }
        if (found.isEmpty() || label.isEmpty() || found.length() > LONGEST) {
            return 0;
        }
        int changes = LevenshteinDistance.getDefaultInstance().apply(found, label);
        double likeness = 1 - (double) changes / Math.max(found.length(), label.length());
        boolean cut = found.length() >= SHORTEST_START && label.contains(found);
        boolean longer = label.length() >= SHORTEST_START && found.startsWith(label);
        return cut || longer ? Math.max(likeness, CUT) : likeness;
    }
}
