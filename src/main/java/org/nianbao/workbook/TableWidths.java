package org.nianbao.workbook;

import java.util.Arrays;
import java.util.List;
import org.nianbao.page.EstimatedWidth;

/** The widths of a table's columns, and the height that text needs in them. */
final class TableWidths {
    /** Of a table, in digits of the standard font. */
    private static final double PORTRAIT = 92;

    private static final double LANDSCAPE = 136;
    private static final double NARROWEST = 5;

    /** Of a digit of the standard font and of the space beside a cell's text, in pixels. */
    private static final double DIGIT = 8;

    private static final double PADDING = 14;

    /** Pixels of a point. */
    private static final double PIXELS = 96.0 / 72;

    /** Of a line, in its font size. */
    private static final double LINE = 1.35;

    /** Above and below all lines together, in points. */
    private static final double SPACE = 6;

    private final double[] widths;

    /** @param relative widths */
    TableWidths(List<Double> relative, boolean landscape) {
        double sum = relative.stream().mapToDouble(Double::doubleValue).sum();
        widths = relative.stream()
                .mapToDouble(width -> Math.max(NARROWEST, width / sum * (landscape ? LANDSCAPE : PORTRAIT)))
                .toArray();
    }

    int count() {
        return widths.length;
    }

    /** In digits of the standard font; columns from 1. */
    double of(int column) {
        return Math.round(widths[column - 1] * 100) / 100.0;
    }

    /**
     * The height of lines that are broken to fit some columns, in points.
     *
     * @param column the first one, from 1
     * @param size of the font, in points
     */
    double height(List<String> lines, int column, int columns, int size) {
        double digits = Arrays.stream(widths, column - 1, column - 1 + columns).sum();
        return height(lines, digits, size);
    }

    /** The same in a column of that width. */
    static double height(List<String> lines, double digits, int size) {
        double pixels = digits * DIGIT - PADDING;
        double broken = lines.stream()
                .mapToDouble(line -> Math.max(1, Math.ceil(EstimatedWidth.of(line) * size * PIXELS / pixels)))
                .sum();
        return Math.ceil(broken * size * LINE + SPACE);
    }
}
