package org.nianbao.output.ofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as OFD writes them: without an exponent, without zeros at the end, side by side. */
final class Numbers {
    private static final int FACTOR = 1_000_000;
    private static final int MICROMETRE = 1000;

    private Numbers() {}

    /** Lengths in millimetres, to the micrometre. */
    static String lengths(double... millimetres) {
        StringBuilder numbers = new StringBuilder();
        for (double length : millimetres) {
            numbers.append(numbers.isEmpty() ? "" : " ").append(decimal(length, MICROMETRE));
        }
        return numbers.toString();
    }

    /** A box by its left upper corner, its width and its height, in millimetres. */
    static String box(Rectangle2D box) {
        return lengths(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    /** A transformation, {@code a b c d e f}. */
    static String matrix(AffineTransform t) {
        return String.join(
                " ",
                decimal(t.getScaleX(), FACTOR),
                decimal(t.getShearY(), FACTOR),
                decimal(t.getShearX(), FACTOR),
                decimal(t.getScaleY(), FACTOR),
                lengths(t.getTranslateX(), t.getTranslateY()));
    }

    /** A length as it will be written. */
    static double rounded(double millimetres) {
        return (double) Math.round(millimetres * MICROMETRE) / MICROMETRE;
    }

    private static String decimal(double number, int parts) {
        long whole = Math.round(number * parts);
        return whole == 0
                ? "0"
                : BigDecimal.valueOf(whole)
                        .divide(BigDecimal.valueOf(parts), 6, RoundingMode.UNNECESSARY)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
