package org.nianbao.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text as rules look at it, in two copies that are as long as the text itself: in {@link #plain} the punctuation is
 * full-width, digits and letters are half-width; in {@link #words} every number stands as a mark besides, so that a
 * pattern sees at once what is a number, and of what kind. Spaces around a number belong to its mark.
 *
 * <p>A number is exact (13, 3,607, 三十二件), or it is rounded, a range or a part of something else (近13, 13余, 3万, 3至5).
 * Years, dates, ordinals, telephone numbers and the numbers of documents are no numbers here; they stay as they are.
 *
 * @param plain the text with one kind of punctuation
 * @param words the same, with marks
 * @param numbers in order; only exact ones
 */
public record TokenizedText(String plain, String words, List<NumberToken> numbers) {
    private static final char FIRST = '\uE000';
    private static final char MORE = '\uE001';
    private static final char VAGUE = '\uE002';

    private static final int LONGEST = 24;

    /** What Chinese numbers count; elsewhere 一 and 三 are parts of words. */
    private static final String COUNTED = "件宗份起例条篇期次个项部人家场批";

    /** Before a number: it is rounded, or an ordinal. */
    private static final String ROUNDED_BEFORE = "近约逾超过第";

    private static final String ROUNDED_BEHIND = "余多几来万亿百千";

    /** Before a Chinese numeral: it is a part of a word. */
    private static final String PART_BEFORE = "近约逾超过第每这那某同任另上下几数其之统唯单专万";

    private static final String DATED = "年月日号时点分秒岁楼室层届";

    /**
     * An exact number.
     *
     * @param start of its mark
     * @param end behind its mark
     * @param typed as it was written, without spaces
     */
    public record NumberToken(int start, int end, String typed, BigDecimal value) {}

    public TokenizedText {
        numbers = List.copyOf(numbers);
    }

    /** A regular expression for an exact number. */
    public static String exact() {
        return "\uE000\uE001*+";
    }

    /** A regular expression for any number. */
    public static String any() {
        return "[\uE000\uE002]\uE001*+";
    }

    /** Looks at a text once; takes time in proportion to its length. */
    public static TokenizedText of(String text) {
        char[] plain = new char[text.length()];
        boolean digits = false;
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain(text.charAt(i));
            digits |= isDigit(plain[i]) || Numeral.isChinese(plain[i]);
        }
        String copy = new String(plain);
        return digits ? new Scan(text, copy, plain).read() : new TokenizedText(copy, copy, List.of());
    }

    /** The number whose mark begins at an offset. */
    public Optional<NumberToken> numberAt(int start) {
        int low = 0;
        int high = numbers.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = numbers.get(middle).start();
            if (at == start) {
                return Optional.of(numbers.get(middle));
            }
            low = at < start ? middle + 1 : low;
            high = at < start ? high : middle - 1;
        }
        return Optional.empty();
    }

    /** Whether an exact number begins between two offsets. */
    public boolean hasNumber(int from, int to) {
        int at = words.indexOf(FIRST, from);
        return at >= 0 && at < to;
    }

    /** Punctuation full-width, digits, letters and % half-width; the program's own marks never come from outside. */
    static char plain(char c) {
        if (c >= '０' && c <= '９') {
            return (char) (c - '０' + '0');
        }
        if (c >= 'Ａ' && c <= 'Ｚ') {
            return (char) (c - 'Ａ' + 'A');
        }
        if (c >= 'ａ' && c <= 'ｚ') {
            return (char) (c - 'ａ' + 'a');
        }
        return switch (c) {
            case ',' -> '，';
            case ';' -> '；';
            case ':' -> '：';
            case '(' -> '（';
            case ')' -> '）';
            case '?' -> '？';
            case '!' -> '！';
            case '％' -> '%';
            case '\t', '\u00A0', '\u3000' -> ' ';
            case FIRST, MORE, VAGUE -> ' ';
            default -> c;
        };
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
        private final List<NumberToken> numbers = new ArrayList<>();

        Scan(String typed, String text, char[] marked) {
            this.typed = typed;
            this.text = text;
            this.marked = marked;
        }

        TokenizedText read() {
            int at = 0;
            while (at < text.length()) {
                if (isDigit(text.charAt(at))) {
                    at = digits(at);
                } else if (Numeral.isChinese(text.charAt(at))) {
                    at = chinese(at);
                } else {
                    at++;
                }
            }
            return new TokenizedText(text, new String(marked), numbers);
        }

        private int digits(int start) {
            int end = start;
            while (isDigit(at(end))) {
                end++;
            }
            boolean grouped = false;
            if (end - start <= 3) {
                while (at(end) == '，'
                        && isDigit(at(end + 1))
                        && isDigit(at(end + 2))
                        && isDigit(at(end + 3))
                        && !isDigit(at(end + 4))) {
                    end += 4;
                    grouped = true;
                }
            }
            int whole = end;
            if ((at(end) == '.' || at(end) == '．') && isDigit(at(end + 1))) {
                end++;
                while (isDigit(at(end))) {
                    end++;
                }
            }
            boolean inWord = isLetter(at(start - 1))
                    || isLetter(at(end))
                    || at(start - 1) == '.'
                    || (at(end) == '.' && isDigit(at(end + 1)))
                    || ("-—/".indexOf(at(start - 1)) >= 0 && !isRange(start, end))
                    || "〔[#№_@".indexOf(at(start - 1)) >= 0;
            boolean leadingZero = text.charAt(start) == '0' && whole - start > 1;
            int next = skipSpaces(end);
            int before = start - 1;
            while (before >= 0 && text.charAt(before) == ' ') {
                before--;
            }
            if (inWord || leadingZero || end - start > LONGEST || DATED.indexOf(at(next)) >= 0 || at(before) == '第') {
                return end;
            }
            boolean money = at(next) == '万' && at(next + 1) == '元';
            boolean vague = ROUNDED_BEFORE.indexOf(at(before)) >= 0
                    || (ROUNDED_BEHIND.indexOf(at(next)) >= 0 && !money)
                    || isRange(start, end)
                    || isRoundedBehind(next)
                    || (grouped && end - start > 15);
            mark(before + 1, next, start, end, vague);
            return next;
        }

        private int chinese(int start) {
            int end = start;
            while (end < text.length() && Numeral.isChinese(text.charAt(end))) {
                end++;
            }
            boolean money = at(end) == '元' && at(end - 1) == '万';
            if (end - start > LONGEST
                    || (COUNTED.indexOf(at(end)) < 0 && ROUNDED_BEHIND.indexOf(at(end)) < 0 && at(end) != '大')
                    || money
                    || isDigit(at(start - 1))
                    || isLetter(at(start - 1))
                    || text.startsWith("分之", start - 2)) {
                return end;
            }
            boolean vague = ROUNDED_BEHIND.indexOf(at(end)) >= 0
                    || isRoundedBehind(end)
                    || "-—–~～至".indexOf(at(start - 1)) >= 0;
            if (PART_BEFORE.indexOf(at(start - 1)) >= 0 || text.startsWith("是", end)) {
                return end;
            }
            mark(start, end, start, end, vague);
            return end;
        }

        private int skipSpaces(int from) {
            int at = from;
            while (at(at) == ' ') {
                at++;
            }
            return at;
        }

        /** 3-5, 3至5, 3～5. */
        private boolean isRange(int start, int end) {
            return ("-—–~～至".indexOf(at(start - 1)) >= 0 && isDigit(at(start - 2)))
                    || ("-—–~～至".indexOf(at(end)) >= 0 && isDigit(at(end + 1)));
        }

        /** 100件以上, 100条左右, 100件余. */
        private boolean isRoundedBehind(int unit) {
            for (int at = unit; at <= unit + 2; at++) {
                char c = at(at);
                if (c == '，' || c == '。' || c == '；' || c == '、' || c == '（') {
                    return false;
                }
                if (at > unit
                        && (c == '余'
                                || text.startsWith("以上", at)
                                || text.startsWith("以下", at)
                                || text.startsWith("以内", at)
                                || text.startsWith("左右", at)
                                || text.startsWith("上下", at))) {
                    return true;
                }
            }
            return false;
        }

        private void mark(int from, int to, int start, int end, boolean vague) {
            Optional<BigDecimal> value = vague ? Optional.empty() : Numeral.value(text.substring(start, end));
            for (int i = from; i < to; i++) {
                marked[i] = MORE;
            }
            marked[from] = value.isPresent() ? FIRST : VAGUE;
            value.ifPresent(number -> numbers.add(new NumberToken(from, to, typed.substring(start, end), number)));
        }

        private char at(int offset) {
            return offset < 0 || offset >= text.length() ? '\0' : text.charAt(offset);
        }
    }
}
