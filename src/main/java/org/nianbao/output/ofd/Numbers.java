package org.nianbao.output.ofd;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.Arrays;

/** Formats numbers for OFD: separated by spaces, without exponents and trailing zeros. */
final class Numbers {
    /** Decimal places of lengths in millimetres: micrometres. */
    private static final int LENGTH_SCALE = 3;

    private static final int FACTOR_SCALE = 6;

    /** The number of coordinates of each segment of a {@link PathIterator}: move, line, quadratic, cubic, close. */
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private Numbers() {}

    /** Lengths in millimetres, rounded to the micrometre. */
    static String lengths(double... millimetres) {
        StringBuilder numbers = new StringBuilder();
        for (double length : millimetres) {
            numbers.append(numbers.isEmpty() ? "" : " ").append(decimal(length, LENGTH_SCALE));
        }
        return numbers.toString();
    }

    /** A rectangle in millimetres: {@code x y width height}. */
    static String box(Rectangle2D box) {
        return lengths(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    /** A transformation: {@code a b c d e f}. */
    static String matrix(AffineTransform t) {
        return String.join(
                " ",
                decimal(t.getScaleX(), FACTOR_SCALE),
                decimal(t.getShearY(), FACTOR_SCALE),
                decimal(t.getShearX(), FACTOR_SCALE),
                decimal(t.getScaleY(), FACTOR_SCALE),
                lengths(t.getTranslateX(), t.getTranslateY()));
    }

    /** A length rounded to the micrometre, as {@link #lengths} writes it. */
    static double rounded(double millimetres) {
        return Math.round(millimetres * 1e3) / 1e3;
    }

    /** A path in millimetres after a transformation, as {@code M}, {@code L}, {@code Q}, {@code B} and {@code C} operations. */
    static String path(Shape shape, AffineTransform transform) {
        StringBuilder data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = shape.getPathIterator(transform); !i.isDone(); i.next()) {
            int segment = i.currentSegment(at);
            data.append(data.isEmpty() ? "" : " ").append("MLQBC".charAt(segment));
            int coordinates = COORDINATES[segment];
            if (coordinates > 0) {
                data.append(' ').append(lengths(Arrays.copyOf(at, coordinates)));
            }
        }
        return data.toString();
    }

    private static String decimal(double number, int scale) {
        return BigDecimal.valueOf(Math.round(number * Math.pow(10, scale)), scale)
                .stripTrailingZeros()
                .toPlainString();
    }
}
