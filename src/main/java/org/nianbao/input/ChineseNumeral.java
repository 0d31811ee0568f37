package org.nianbao.input;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in Chinese characters, such as 二十三, 一万二千, 贰拾 or, digit by digit, 二〇二一. */
final class ChineseNumeral {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String SCALES = "十百千";

    /** Formal and other ways to write the same characters. */
    private static final String VARIANTS = "〇○两壹贰叁肆伍陆柒捌玖拾佰仟";

    private static final String PLAIN = "零零二一二三四五六七八九十百千";

    private ChineseNumeral() {}

    /** How many characters at the start of a text are of a numeral. */
    static int length(String text) {
        return (int) text.chars()
                .takeWhile(c -> (DIGITS + SCALES + VARIANTS + "万亿").indexOf(c) >= 0)
                .count();
    }

    /** The number; empty for what nobody writes, such as 十十, and for what can be read in two ways, such as 一百五. */
    static Optional<BigDecimal> value(String numeral) {
        if (numeral.isEmpty() || numeral.length() > 20) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int variant = VARIANTS.indexOf(c);
            plain.append(variant < 0 ? c : PLAIN.charAt(variant));
        }
        if (plain.toString().matches(".*[百千万亿][一二三四五六七八九]")) {
            return Optional.empty();
        }
        return plain.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)
                ? Optional.of(new BigDecimal(digits(plain)))
                : sum(plain.toString());
    }

    private static String digits(CharSequence plain) {
        StringBuilder digits = new StringBuilder();
        plain.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
        return digits.toString();
    }

    private static Optional<BigDecimal> sum(String plain) {
        for (int power : new int[] {8, 4}) {
            int at = plain.lastIndexOf(power == 8 ? '亿' : '万');
            if (at >= 0) {
                Optional<BigDecimal> high = at == 0 ? Optional.empty() : sum(plain.substring(0, at));
                Optional<BigDecimal> low =
                        at + 1 == plain.length() ? Optional.of(BigDecimal.ZERO) : sum(plain.substring(at + 1));
                return high.flatMap(h -> low.map(h.scaleByPowerOfTen(power)::add));
            }
        }
        return belowTenThousand(plain).map(BigDecimal::valueOf);
    }

    private static Optional<Long> belowTenThousand(String plain) {
        long sum = 0;
        int digit = -1;
        int lowest = 4;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            int scale = SCALES.indexOf(c) + 1;
            if (scale > 0 && scale < lowest && (digit > 0 || (scale == 1 && sum == 0 && digit < 0))) {
                sum += Math.max(1, digit) * Math.round(Math.pow(10, scale));
                lowest = scale;
                digit = -1;
            } else if (scale == 0 && digit <= 0 && DIGITS.indexOf(c) >= 0) {
                digit = DIGITS.indexOf(c);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(sum + Math.max(0, digit));
    }
}
