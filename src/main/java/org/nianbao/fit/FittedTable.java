package org.nianbao.fit;

import java.util.List;
import org.nianbao.font.TextWidth;
import org.nianbao.page.Elements;
import org.nianbao.page.FigureSize;
import org.nianbao.page.Grid;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;

/** Fits the content of a table into its cells. */
final class FittedTable {
    /** Padding and rule on both sides of a cell in points, and a little more for rounding. */
    private static final double PADDING = 5;

    /** The smallest size of figures in half-points: 六号. Wider figures are condensed. */
    private static final int LEAST = 15;

    private final Element table;
    private final Grid grid;
    private final TextWidth widths;
    private final double width;

    /** @param width of the table in points */
    FittedTable(Element table, TextWidth widths, double width) {
        this.table = table;
        this.grid = Grid.of(table);
        this.widths = widths;
        this.width = width;
    }

    /** Sets the widths of columns that have none, breaks long words, and shrinks the figures of a row, all alike. */
    void fit() {
        if (Elements.named(table, "col").isEmpty()) {
            setWidths();
        }
        List<Double> shares = Elements.named(table, "col").stream()
                .map(col -> Double.valueOf(col.getAttribute("width")))
                .toList();
        double whole = shares.stream().mapToDouble(Double::doubleValue).sum();
        for (int row = 0; row < grid.rows().size(); row++) {
            double largest = size();
            for (Grid.GridCell cell : grid.cellsOf(row)) {
                double share = shares.subList(cell.column(), cell.column() + cell.colspan()).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                double room = Math.max(1, width * share / whole - PADDING);
                if (FigureSize.isFigure(cell.element())) {
                    largest = Math.min(largest, room / widthOf(cell, room));
                } else {
                    new LongWords(widths, role(), room / size()).breakIn(cell.element());
                }
            }
            shrink(grid.rows().get(row).element(), largest);
        }
    }

    private void setWidths() {
        double least = new ColumnWidths(grid, widths, TextRole.TABLE).least();
        if (least * sizeOf(TextRole.TABLE) + grid.columns() * PADDING > width && !Elements.hasClass(table, "small")) {
            table.setAttribute("class", (table.getAttribute("class") + " small").strip());
        }
        double room = (width - grid.columns() * PADDING) / size();
        new ColumnWidths(grid, widths, role()).set(table, room, PADDING / size());
    }

    /** The width of a figure in ems; 0.1 if it fits anyway. No digit is wider than an em, few are wider than half of one. */
    private double widthOf(Grid.GridCell cell, double room) {
        String text = cell.element().getTextContent().strip();
        return text.length() * size() <= room ? 0.1 : widths.of(text, role());
    }

    /** @param largest size in points at which all figures fit */
    private void shrink(Element row, double largest) {
        if (largest < size()) {
            int halfPoints = Math.max(LEAST, (int) (largest * 2));
            int percent = (int) Math.min(100, largest * 2 / halfPoints * 100);
            new FigureSize(halfPoints, Math.max(1, percent)).applyTo(row);
        }
    }

    private TextRole role() {
        return Elements.hasClass(table, "small") ? TextRole.TABLE_SMALL : TextRole.TABLE;
    }

    private double size() {
        return sizeOf(role());
    }

    private double sizeOf(TextRole role) {
        return widths.typography().style(role).size().points().doubleValue();
    }
}
