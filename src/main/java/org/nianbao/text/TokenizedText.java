package org.nianbao.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text prepared for rules, in two copies of the same length: {@link #plain} has full-width punctuation and half-width
 * digits and letters; in {@link #words} each number is also replaced by a mark, together with the spaces around it, so
 * that a pattern can match numbers and their kind.
 *
 * <p>A number is exact (13, 3,607, 三十二件), or it is rounded, a range or a part of something else (近13, 13余, 3万, 3至5).
 * Years, dates, ordinals, telephone and document numbers are not numbers here.
 *
 * @param tokens the exact numbers in order, by the start of their marks
 */
public record TokenizedText(String plain, String words, Map<Integer, NumberToken> tokens) {
    /** The first character of an exact number in {@link #words}. */
    public static final char EXACT = '\uE000';

    private static final char MORE = '\uE001';
    private static final char VAGUE = '\uE002';

    /** In characters. */
    private static final int LONGEST = 24;

    private static final String ROUNDED_BEFORE = "近约逾超过第";
    private static final String ROUNDED_BEHIND = "余多几来万亿百千";

    /** Units that are counted in 万 as well: 86万条 is exact as far as its digits go. */
    private static final String MYRIADS = "元条件次人";

    private static final String RANGE = "-—–~～至";
    private static final String DATED = "年月日号时点分秒岁楼室层届";

    /** Behind a Chinese number; elsewhere 一 and 三 are parts of words. */
    private static final String COUNTED = "件宗份起例条篇期次个项部人家场批大" + ROUNDED_BEHIND;

    /** Before a Chinese numeral that is a part of a word. */
    private static final String PART_BEFORE = "近约逾超过第每这那某同任另上下几数其之统唯单专万";

    private static final Pattern DIGITS =
            Pattern.compile("(?<whole>[0-9]{1,3}(?![0-9])(?:，[0-9]{3}(?![0-9]))*+|[0-9]++)(?:[.．][0-9]++)?+");

    /** 100件以上, 100条左右, 100件余, from the unit on. */
    private static final Pattern ROUNDED_UNIT = Pattern.compile("[^，。；、（]{1,2}?(?:余|以上|以下|以内|左右|上下)");

    /** Each with its replacement of the same index; marks in the input are replaced, too. */
    private static final String REPLACED = ",;:()?!％\t\u00A0\u3000" + EXACT + MORE + VAGUE;

    private static final String REPLACEMENTS = "，；：（）？！%      ";

    /**
     * An exact number.
     *
     * @param start of its mark
     * @param typed as written, without spaces
     */
    public record NumberToken(int start, String typed, BigDecimal value) {}

    public TokenizedText {
        tokens = Collections.unmodifiableMap(tokens);
    }

    /** A regular expression for an exact number. */
    public static String exact() {
        return "" + EXACT + MORE + "*+";
    }

    /** A regular expression for any number. */
    public static String any() {
        return "[" + EXACT + VAGUE + "]" + MORE + "*+";
    }

    /** Scans a text, in time proportional to its length. */
    public static TokenizedText of(String text) {
        char[] plain = text.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain(plain[i]);
        }
        return new Scan(text, new String(plain), plain).read();
    }

    /** The exact numbers, in order. */
    public Collection<NumberToken> numbers() {
        return tokens.values();
    }

    /** The number whose mark starts at an offset. */
    public Optional<NumberToken> numberAt(int start) {
        return Optional.ofNullable(tokens.get(start));
    }

    /** The offset behind a mark: that of a number's unit. */
    public int behind(int start) {
        int end = start + 1;
        while (end < words.length() && words.charAt(end) == MORE) {
            end++;
        }
        return end;
    }

    /** Whether an exact number starts between two offsets. */
    public boolean hasNumber(int from, int to) {
        int at = words.indexOf(EXACT, from);
        return at >= 0 && at < to;
    }

    /** A character with full-width punctuation, half-width digits, letters and %. */
    static char plain(char c) {
        int at = c > '\u3000' && c < EXACT ? -1 : REPLACED.indexOf(c); // most are Han
        return at >= 0 ? REPLACEMENTS.charAt(at) : isWide(c) ? (char) (c - '０' + '0') : c;
    }

    /** Whether a character is a full-width digit or letter. */
    public static boolean isWide(char c) {
        return (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** One pass over a text. */
    private static final class Scan {
        private final String typed;
        private final String text;
        private final char[] marked;
        private final Matcher digits;
        private final Matcher rounded;
        private final Map<Integer, NumberToken> tokens = new LinkedHashMap<>();

        Scan(String typed, String text, char[] marked) {
            this.typed = typed;
            this.text = text;
            this.marked = marked;
            this.digits = DIGITS.matcher(text);
            this.rounded = ROUNDED_UNIT.matcher(text);
        }

        TokenizedText read() {
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                at = isDigit(c) ? digits(at) : Numeral.isChinese(c) ? chinese(at) : at + 1;
            }
            return new TokenizedText(text, new String(marked), tokens);
        }

        private int digits(int start) {
            boolean found = digits.region(start, text.length()).lookingAt();
            assert found;
            int end = digits.end();
            int next = end;
            while (at(next) == ' ') {
                next++;
            }
            int before = start - 1;
            while (at(before) == ' ') {
                before--;
            }
            boolean range =
                    (isAt(start - 1, RANGE) && isDigit(at(start - 2))) || (isAt(end, RANGE) && isDigit(at(end + 1)));
            boolean inWord = isLetter(at(start - 1))
                    || isLetter(at(end))
                    || isAt(start - 1, ".〔[#№_@")
                    || (at(end) == '.' && isDigit(at(end + 1)))
                    || (isAt(start - 1, "-—/") && !range);
            boolean leadingZero = text.charAt(start) == '0' && digits.end("whole") - start > 1;
            if (inWord || leadingZero || end - start > LONGEST || isAt(next, DATED) || at(before) == '第') {
                return end;
            }
            boolean vague = range
                    || isAt(before, ROUNDED_BEFORE)
                    || (isAt(next, ROUNDED_BEHIND) && !isMyriad(next))
                    || isRoundedUnit(next)
                    || (end - start > 15 && digits.group().indexOf('，') >= 0);
            mark(before + 1, next, start, end, vague);
            return next;
        }

        private int chinese(int start) {
            int end = start;
            while (end < text.length() && Numeral.isChinese(text.charAt(end))) {
                end++;
            }
            boolean counts = isAt(end, COUNTED)
                    && end - start <= LONGEST
                    && !isAt(start - 1, PART_BEFORE)
                    && !isDigit(at(start - 1))
                    && !isLetter(at(start - 1))
                    && !text.startsWith("分之", start - 2);
            if (counts) {
                boolean vague = isAt(end, ROUNDED_BEHIND) || isAt(start - 1, RANGE) || isRoundedUnit(end);
                mark(start, end, start, end, vague);
            }
            return end;
        }

        /** Whether 万 belongs to the unit behind a number. */
        private boolean isMyriad(int unit) {
            return at(unit) == '万' && isAt(unit + 1, MYRIADS);
        }

        private boolean isRoundedUnit(int unit) {
            return (isAt(unit + 1, "余以左上") || isAt(unit + 2, "余以左上")) // the cheap test first: few are rounded
                    && rounded.region(unit, text.length()).lookingAt();
        }

        private void mark(int from, int to, int start, int end, boolean vague) {
            Optional<BigDecimal> value = vague ? Optional.empty() : Numeral.value(text.substring(start, end));
            for (int i = from; i < to; i++) {
                marked[i] = MORE;
            }
            marked[from] = value.isPresent() ? EXACT : VAGUE;
            value.ifPresent(number -> tokens.put(from, new NumberToken(from, typed.substring(start, end), number)));
        }

        private boolean isAt(int offset, String characters) {
            return characters.indexOf(at(offset)) >= 0;
        }

        private char at(int offset) {
            return offset < 0 || offset >= text.length() ? '\0' : text.charAt(offset);
        }
    }
}
