package org.nianbao.output.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line may end. The rules of {@link BreakIterator} let · and ～ begin a line, and any mark behind a dash, against GB/T
 * 15834-2011, 5.1, and do not break between characters beyond the Basic Multilingual Plane.
 */
final class LineBreaks implements FSTextBreaker {
    private static final String NEVER_FIRST = "，。、；：？！”’）》〉】〕」』｝］·•～〜~–％";

    private static final String NEVER_LAST = "“‘（《〈【〔「『｛［";

    /** The halves of these are not parted. */
    private static final String DOUBLE = "—…";

    /** An ideograph as long as a surrogate pair; no line breaks in front of the mark. */
    private static final String IDEOGRAPH = "\u4E00\u0301";

    private final FSTextBreaker breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.ROOT));
    private final WideCharacters wide;
    private String text = "";

    LineBreaks(WideCharacters wide) {
        this.wide = wide;
    }

    @Override
    public void setText(String laidOut) {
        StringBuilder plain = new StringBuilder(laidOut.length());
        laidOut.codePoints().forEach(code -> {
            int character = wide.character(code);
            if (Character.isBmpCodePoint(character)) {
                plain.append((char) character);
            } else {
                plain.append(IDEOGRAPH, 0, Character.charCount(code));
            }
        });
        text = plain.toString();
        breaks.setText(text);
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at > 0 && at < text.length() && !mayBreak(text.charAt(at - 1), text.charAt(at))) {
            at = breaks.next();
        }
        return at;
    }

    /** Whether a line may end between two characters. */
    boolean mayBreak(String before, String after) {
        setText(before + after);
        return next() < before.length() + after.length();
    }

    /** Whether a text is nothing but characters whose halves are not parted. */
    static boolean isDouble(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> DOUBLE.indexOf(character) >= 0);
    }

    private static boolean mayBreak(char before, char after) {
        return NEVER_FIRST.indexOf(after) < 0
                && NEVER_LAST.indexOf(before) < 0
                && (before != after || DOUBLE.indexOf(after) < 0);
    }
}
