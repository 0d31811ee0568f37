package org.nianbao.fit;

import java.util.Arrays;
import java.util.List;
import org.nianbao.font.TextWidth;
import org.nianbao.page.Elements;
import org.nianbao.page.Grid;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography.Style;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Estimates the heights of a table's rows in points: the lines of their cells by the widths of their characters. */
final class RowHeights {
    /** Padding above and below the text of a cell, and its rule. */
    static final double PADDING = 5;

    /** The share of a line that is filled before a character moves to the next one. */
    private static final double FILLED = 0.96;

    private static final double SHORT = 6;

    /** Padding on both sides of the text of a cell, and its rule: in the small size, in the other one. */
    private static final double BESIDE_SMALL = 3.5;

    private static final double BESIDE = 4.5;

    private final TextWidth widths;
    private final TextRole role;
    private final double size;
    private final double pitch;
    private final double[] heights;

    /** @param columns the room for text in each column, in points */
    RowHeights(Grid grid, List<Double> columns, TextWidth widths, TextRole role) {
        this.widths = widths;
        this.role = role;
        Style style = widths.typography().style(role);
        this.size = style.size().points().doubleValue();
        this.pitch =
                style.pitch().map(Length::points).orElse(style.size().points()).doubleValue();
        this.heights = new double[grid.rows().size()];
        for (int row = 0; row < heights.length; row++) {
            for (Grid.GridCell cell : grid.cellsOf(row)) {
                if (cell.rowspan() == 1) {
                    heights[row] = Math.max(heights[row], height(cell, columns));
                }
            }
        }
        for (int row = 0; row < heights.length; row++) {
            grid.cellsOf(row).stream().filter(cell -> cell.rowspan() > 1).forEach(cell -> stretch(cell, columns));
        }
    }

    double of(int row) {
        return heights[row];
    }

    double of(int first, int afterLast) {
        return Arrays.stream(heights, first, afterLast).sum();
    }

    /** Makes the last row of a cell that spans rows higher if the cell needs it. */
    private void stretch(Grid.GridCell cell, List<Double> columns) {
        int after = cell.row() + cell.rowspan();
        heights[after - 1] += Math.max(0, height(cell, columns) - of(cell.row(), after));
    }

    private double height(Grid.GridCell cell, List<Double> columns) {
        double room = columns.subList(cell.column(), cell.column() + cell.colspan()).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                - (role == TextRole.TABLE_SMALL ? BESIDE_SMALL : BESIDE);
        double ems = charactersOn(room / size);
        double lines = text(cell.element())
                .lines()
                .mapToDouble(line -> Math.max(1, Math.ceil(widths.of(line.strip(), role) / ems)))
                .sum();
        return Math.max(1, lines) * pitch + PADDING;
    }

    /** The full-width characters of a line; in a short one, all that it has room for. */
    private static double charactersOn(double ems) {
        return ems < SHORT ? Math.max(1, Math.floor(ems)) : Math.min(Math.floor(ems), ems * FILLED);
    }

    /** The text of a cell with a line feed for each {@code br} and between blocks. */
    private static String text(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                boolean line = element.getLocalName().equals("br") || !Elements.isInline(element);
                text.append(text(element)).append(line ? "\n" : "");
            } else {
                text.append(child.getTextContent().replaceAll("\\s+", " "));
            }
        }
        return text.toString();
    }
}
