package org.nianbao.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in Chinese prose: 3607, 3,607, ３６０７, 三千六百零七. */
public final class Numeral {
    /** In characters. */
    private static final int LONGEST = 24;

    private static final Pattern WESTERN = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private static final String DIGITS = "〇一二三四五六七八九";

    private Numeral() {}

    /**
     * The value of a number. Empty for what is not one (十百) and for what may mean two: 三五 is three or five, 二百五 may be
     * 250 or 205.
     */
    public static Optional<BigDecimal> value(String words) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = TokenizedText.plain(words.charAt(i));
            if (c != '，') {
                plain.append(c == '．' ? '.' : c);
            }
        }
        return WESTERN.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.toString()))
                : Chinese.value(plain.toString()).map(BigDecimal::valueOf);
    }

    /** The digit a character stands for, or -1. */
    static int digit(char c) {
        return c == '零' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
    }

    /** Whether a character can be a part of a Chinese number. */
    public static boolean isChinese(char c) {
        return digit(c) >= 0 || "十百千万亿".indexOf(c) >= 0;
    }

    /** Numbers in Chinese characters. */
    private static final class Chinese {
        private static final String UNITS = "亿万千百十";
        private static final long[] VALUES = {100_000_000L, 10_000L, 1000L, 100L, 10L};

        private Chinese() {}

        static Optional<Long> value(String words) {
            boolean row = words.chars().allMatch(c -> digit((char) c) >= 0);
            return row && words.length() > 1 ? row(words) : value(words, 0, true);
        }

        /** Digit by digit, as 二〇二一; not 三五. */
        private static Optional<Long> row(String words) {
            if (words.length() > 18 || (words.length() == 2 && words.indexOf('〇') < 0)) {
                return Optional.empty();
            }
            long value = 0;
            for (int i = 0; i < words.length(); i++) {
                value = value * 10 + digit(words.charAt(i));
            }
            return Optional.of(value);
        }

        /** Splits a number at its largest unit, of those from an index on; {@code bare} if 十 may be without 一. */
        private static Optional<Long> value(String words, int from, boolean bare) {
            for (int i = from; i < VALUES.length; i++) {
                int at = words.indexOf(UNITS.charAt(i));
                if (at >= 0) {
                    return split(words.substring(0, at), words.substring(at + 1), i, bare);
                }
            }
            boolean one = words.length() == 1 && digit(words.charAt(0)) >= 0;
            return one ? Optional.of((long) digit(words.charAt(0))) : Optional.empty();
        }

        private static Optional<Long> split(String head, String tail, int unit, boolean bare) {
            int below = unit < 2 ? unit + 1 : VALUES.length;
            Optional<Long> times =
                    head.isEmpty() && bare && unit == VALUES.length - 1 ? Optional.of(1L) : value(head, below, bare);
            boolean zero = !tail.isEmpty() && digit(tail.charAt(0)) == 0;
            Optional<Long> rest =
                    tail.isEmpty() ? Optional.of(0L) : value(zero ? tail.substring(1) : tail, unit + 1, zero);
            if (times.isEmpty() || times.get() == 0 || rest.isEmpty()) {
                return Optional.empty();
            }
            // no 二百五, which leaves out its last unit, and no 二百零五十, which has a zero too many
            boolean gap = rest.get() < VALUES[unit] / 10;
            boolean fits = tail.isEmpty() || (rest.get() > 0 && gap == (zero && VALUES[unit] > 10));
            return fits || (unit == VALUES.length - 1 && !zero && rest.get() > 0)
                    ? Optional.of(times.get() * VALUES[unit] + rest.get())
                    : Optional.empty();
        }
    }
}
