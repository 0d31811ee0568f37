package org.nianbao.output.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.nianbao.page.LineEdges;
import org.nianbao.sandbox.Sandbox;

/**
 * Where a line may end. The rules of {@link BreakIterator} let · and ～ begin a line, and any mark behind a dash, against GB/T
 * 15834-2011, 5.1, and do not break between characters beyond the Basic Multilingual Plane. They break behind a hyphen or a
 * slash: here telephone numbers, dates, document numbers and figures stay whole, and a word of ASCII characters breaks only
 * where a {@code wbr} element stands.
 */
final class LineBreaks implements FSTextBreaker {
    /** The halves of these are not parted. */
    private static final String DOUBLE = "—…";

    private static final String FIGURE =
            "[±＋－−]?[0-9０-９]+(?:[．：／－–—−～][0-9０-９]+){0,3}[\\x{3380}-\\x{33DF}]?"; // the last are square units

    /** A figure, also behind an area code or a year in brackets. */
    private static final Pattern WHOLE = Pattern.compile("[〔（\\[(][0-9０-９]+[〕）\\])]第?" + FIGURE + "号?|" + FIGURE);

    /** An ideograph as long as a surrogate pair; no line breaks in front of the mark. */
    private static final String IDEOGRAPH = "\u4E00\u0301";

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);

    /** In characters: how far a figure is looked at; a paragraph is set once for each of its lines. */
    private static final int FARTHEST = 400;

    /** The marks of {@link #WHOLE}. */
    private static final String MARKS = "±＋－−．／：–—～〔（[(〕）])第号";

    private final WideCharacters wide;

    /** The text as it is laid out, and as it is broken: the same length. */
    private String typed = "";

    private String text = "";

    /** Where the figures were last looked for, and the places in them; from the start of the text. */
    private final BitSet inside = new BitSet();

    private int looked;

    LineBreaks(WideCharacters wide) {
        this.wide = wide;
    }

    @Override
    public void setText(String laidOut) {
        Sandbox.checkStopped();
        // of a paragraph, the renderer sets what is left behind each line
        text = typed.endsWith(laidOut) ? text.substring(text.length() - laidOut.length()) : plain(laidOut);
        typed = laidOut;
        breaks.setText(text);
        inside.clear();
        looked = 0;
    }

    private String plain(String laidOut) {
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
        return plain.toString();
    }

    /** Whether a place is inside a figure. */
    private boolean isInFigure(int at) {
        if (at >= looked) {
            int to = Math.min(text.length(), at + FARTHEST);
            while (to < text.length() && to < at + 2 * FARTHEST && isPart(text.charAt(to))) {
                to++;
            }
            WHOLE.matcher(text)
                    .region(looked, to)
                    .results()
                    .forEach(whole -> inside.set(whole.start() + 1, whole.end()));
            looked = to;
        }
        return inside.get(at);
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at > 0 && at < text.length() && (isInFigure(at) || !mayBreak(text.charAt(at - 1), text.charAt(at)))) {
            at = breaks.next();
        }
        return at;
    }

    /** Whether it can be a part of a figure. */
    private static boolean isPart(char c) {
        return (c >= '0' && c <= '9')
                || (c >= '０' && c <= '９')
                || (c >= '\u3380' && c <= '\u33DF')
                || MARKS.indexOf(c) >= 0;
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
        return LineEdges.NEVER_FIRST.indexOf(after) < 0
                && LineEdges.NEVER_LAST.indexOf(before) < 0
                && !(isInWord(before) && isInWord(after))
                && (before != after || DOUBLE.indexOf(after) < 0);
    }

    private static boolean isInWord(char character) {
        return character > ' ' && character <= '~';
    }
}
