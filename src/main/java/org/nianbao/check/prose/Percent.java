package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages of prose, as exact as their digits. */
final class Percent {
    private Percent() {}

    /** A part of a whole in per cent; the whole is not zero. */
    static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 10, RoundingMode.HALF_UP);
    }

    /** Whether a percentage is another one, rounded half up or truncated at its last digit. */
    static boolean isRounded(BigDecimal exact, BigDecimal typed) {
        return exact.setScale(typed.scale(), RoundingMode.HALF_UP).compareTo(typed) == 0
                || exact.setScale(typed.scale(), RoundingMode.DOWN).compareTo(typed) == 0;
    }

    /** Whether it is off by less than its last digit, as shares are that are made to sum up to 100. */
    static boolean isNear(BigDecimal exact, BigDecimal typed) {
        return exact.subtract(typed).abs().compareTo(BigDecimal.ONE.movePointLeft(typed.scale())) < 0;
    }

    static String shown(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
