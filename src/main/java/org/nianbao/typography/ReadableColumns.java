package org.nianbao.typography;

import org.nianbao.typography.Typography.TextRole;

/** How narrow a column of a table may be, in points, so that its figures and words can still be read. */
public record ReadableColumns(Typography typography) {
    /** Padding and rule on both sides of a cell, and a little more for rounding. */
    public static final double PADDING = 5;

    /** The smallest size of figures in half-points: 六号. */
    public static final int HALF_POINTS = 15;

    /** The share of the text width that a table takes; the rest is for its outer rules. */
    public static final double TABLE_WIDTH = 0.996;

    /** The least width of condensed figures, of which a digit is as wide as half its size. */
    private static final double CONDENSED = 0.6;

    /** The minimum column width for a figure of the given width in ems. */
    public double ofFigure(double ems) {
        return ems * HALF_POINTS / 2 * CONDENSED + PADDING;
    }

    /** The narrowest column of Chinese words, one character to a line. */
    public double ofWords() {
        return typography.style(TextRole.TABLE_SMALL).size().points().doubleValue() + PADDING;
    }

    /** The width of a table. */
    public double table() {
        return typography.textWidth() * TABLE_WIDTH;
    }
}
