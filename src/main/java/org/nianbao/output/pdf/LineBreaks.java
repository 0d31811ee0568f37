package org.nianbao.output.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a line may end. The rules of {@link BreakIterator} let · and ～ begin a line, and any mark behind a dash, against GB/T
 * 15834-2011, 5.1, and do not break between characters beyond the Basic Multilingual Plane. They break behind a hyphen or a
 * slash: here telephone numbers, dates, document numbers and figures stay whole, and a word of ASCII characters breaks only
 * where a {@code wbr} element stands.
 */
final class LineBreaks implements FSTextBreaker {
    private static final String NEVER_FIRST = "，。、；：？！”’）》〉】〕」』｝］·•～〜~–％";

    private static final String NEVER_LAST = "“‘（《〈【〔「『｛［";

    /** The halves of these are not parted. */
    private static final String DOUBLE = "—…";

    private static final String FIGURE =
            "[±＋－−]?[0-9０-９]+(?:[．：／－–—−～][0-9０-９]+){0,3}[\\x{3380}-\\x{33DF}]?"; // the last are square units

    /** A figure, also behind an area code or a year in brackets. */
    private static final Pattern WHOLE = Pattern.compile("[〔（\\[(][0-9０-９]+[〕）\\])]第?" + FIGURE + "号?|" + FIGURE);

    /** An ideograph as long as a surrogate pair; no line breaks in front of the mark. */
    private static final String IDEOGRAPH = "\u4E00\u0301";

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    private final WideCharacters wide;
    private String text = "";

    /** The places within figures; null until it is asked for. */
    private @Nullable BitSet inside;

    LineBreaks(WideCharacters wide) {
        this.wide = wide;
    }

    @Override
    public void setText(String laidOut) {
        StringBuilder plain = new StringBuilder(laidOut.length());
        for (int at = 0; at < laidOut.length(); at = laidOut.offsetByCodePoints(at, 1)) {
            int code = laidOut.codePointAt(at);
            int character = wide.character(code);
            if (Character.isBmpCodePoint(character)) {
                plain.append((char) character);
            } else {
                plain.append(IDEOGRAPH, 0, Character.charCount(code));
            }
        }
        text = plain.toString();
        breaks.setText(text);
        inside = null;
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at > 0 && at < text.length() && (!mayBreak(text.charAt(at - 1), text.charAt(at)) || isInside(at))) {
            at = breaks.next();
        }
        return at;
    }

    /** Whether a place is within a figure. Most texts are short and have no place to ask for. */
    private boolean isInside(int at) {
        if (inside == null) {
            BitSet found = new BitSet();
            WHOLE.matcher(text).results().forEach(whole -> found.set(whole.start() + 1, whole.end()));
            inside = found;
        }
        return inside.get(at);
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
                && !(isInWord(before) && isInWord(after))
                && (before != after || DOUBLE.indexOf(after) < 0);
    }

    private static boolean isInWord(char character) {
        return character > ' ' && character <= '~';
    }
}
