package org.nianbao.fit;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Padding above and below the text of a cell, and its rule. */
    static final double PADDING = 5;

    /** The share of a line that is filled before a character moves to the next one. */
    private static final double FILLED = 0.96;

    private static final double SHORT = 6;

    /** Padding on both sides of the text of a cell, and its rule: in the small size, in the other one. */
    private static final double BESIDE_SMALL = 3.5;

    private static final double BESIDE = 4.5;

    /** So many lines at the end of a page may stay empty, so that a sentence ends there. */
    private static final int SENTENCE_LINES = 2;

    private final TextWidth widths;
    private final TextRole role;
    private final double size;
    private final double pitch;
    private final List<Double> columns;
    private final double[] heights;
    private final double[] own;

    /** @param columns the room for text in each column, in points */
    RowHeights(Grid grid, List<Double> columns, TextWidth widths, TextRole role) {
        this.widths = widths;
        this.role = role;
        this.columns = List.copyOf(columns);
        Style style = widths.typography().style(role);
        this.size = style.size().points().doubleValue();
        this.pitch =
                style.pitch().map(Length::points).orElse(style.size().points()).doubleValue();
        this.heights = new double[grid.rows().size()];
        for (int row = 0; row < heights.length; row++) {
            for (Grid.GridCell cell : grid.cellsOf(row)) {
                if (cell.rowspan() == 1) {
                    heights[row] = Math.max(heights[row], height(cell));
                }
            }
        }
        this.own = heights.clone();
        for (int row = 0; row < heights.length; row++) {
            grid.cellsOf(row).stream().filter(cell -> cell.rowspan() > 1).forEach(this::stretch);
        }
    }

    double of(int first, int afterLast) {
        return Arrays.stream(heights, first, afterLast).sum();
    }

    /** The height of rows without that of the cells that span several. */
    double own(int first, int afterLast) {
        return Arrays.stream(own, first, afterLast).sum();
    }

    /** The height of a row with the given number of lines. */
    double lines(int lines) {
        return lines * pitch + PADDING;
    }

    /** The length of the text of a cell that fits a height: all, or whole lines, if possible up to the end of a sentence. */
    int fitting(Grid.GridCell cell, double height) {
        int length = cell.element().getTextContent().length();
        if (height(cell) <= height) {
            return length;
        }
        int most = longest(cell, height, length);
        return CellText.sentenceOrBreakAtOrBefore(
                cell.element().getTextContent(), most, longest(cell, height - SENTENCE_LINES * pitch, most));
    }

    /** The most characters of a cell, at least one, that are not higher than a height. */
    private int longest(Grid.GridCell cell, double height, int most) {
        int low = 1;
        int high = most;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            Element beginning = CellText.beginning(cell.element(), middle);
            boolean fits =
                    height(new Grid.GridCell(beginning, cell.row(), cell.column(), cell.rowspan(), cell.colspan()))
                            <= height;
            low = fits ? middle : low;
            high = fits ? high : middle - 1;
        }
        return low;
    }

    /** Makes the last row of a cell that spans rows higher if the cell needs it. */
    private void stretch(Grid.GridCell cell) {
        int after = cell.row() + cell.rowspan();
        heights[after - 1] += Math.max(0, height(cell) - of(cell.row(), after));
    }

    private double height(Grid.GridCell cell) {
        double room = columns.subList(cell.column(), cell.column() + cell.colspan()).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                - (role == TextRole.TABLE_SMALL ? BESIDE_SMALL : BESIDE);
        double ems = charactersOn(room / size);
        double lines = text(cell.element())
                .lines()
                .mapToDouble(line -> lines(line.strip(), ems))
                .sum();
        return Math.max(1, lines) * pitch + PADDING;
    }

    /** The lines of a text; short ones are often shorter still, because punctuation may not begin a line. */
    private double lines(String text, double ems) {
        double width = widths.of(text, role);
        if (width <= ems) {
            return 1;
        }
        return ems < SHORT ? shortLines(text, ems) : Math.ceil(width / ems);
    }

    private double shortLines(String text, double ems) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINA);
        breaks.setText(text);
        double lines = 1;
        double filled = 0;
        for (int start = 0, end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            double width = widths.of(text.substring(start, end).stripTrailing(), role);
            if (filled > 0 && filled + width > ems) {
                lines++;
                filled = 0;
            }
            filled += width;
            if (filled > ems) {
                lines += Math.ceil(filled / ems) - 1;
                filled = ems;
            }
        }
        return lines;
    }

    /** The full-width characters of a line; in a short one, all that it has room for. */
    private static double charactersOn(double ems) {
        return ems < SHORT ? Math.max(1, Math.floor(ems)) : Math.min(Math.floor(ems), ems * FILLED);
    }

    /** The text of a cell with a line feed for each {@code br} and between blocks. */
    static String text(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                boolean line = element.getLocalName().equals("br") || !Elements.isInline(element);
                text.append(text(element)).append(line ? "\n" : "");
            } else {
                text.append(SPACE.matcher(child.getTextContent()).replaceAll(" "));
            }
        }
        return text.toString();
    }
}
