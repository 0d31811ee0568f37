package org.nianbao.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A table of the page as a rectangle of slots (HTML standard, "forming a table"), in which every slot belongs to exactly one
 * cell.
 *
 * @param columns the number of slots in a row
 * @param rows from top to bottom
 */
public record Grid(int columns, List<GridRow> rows) {
    public Grid {
        rows = List.copyOf(rows);
    }

    /**
     * A row of the table.
     *
     * @param element the {@code tr}
     * @param slots the cell that covers each column, from left to right
     */
    public record GridRow(Element element, List<GridCell> slots) {
        public GridRow {
            slots = List.copyOf(slots);
        }

        /** The row group: a {@code thead} or {@code tbody}. */
        public Node group() {
            return element.getParentNode();
        }

        /** Whether it belongs to the head of the table. */
        public boolean head() {
            return group().getLocalName().equals("thead");
        }
    }

    /**
     * A cell, which may cover several slots.
     *
     * @param element the {@code th} or {@code td}
     * @param row the first row it covers, from 0
     * @param column the first column it covers, from 0
     * @param rowspan at least 1
     * @param colspan at least 1
     */
    public record GridCell(Element element, int row, int column, int rowspan, int colspan) {
        /** Whether it is a {@code th}. */
        public boolean header() {
            return element.getLocalName().equals("th");
        }
    }

    /** A table that is not a rectangle: a slot has no cell or two, or a cell extends beyond the table or its row group. */
    public static final class MalformedTable extends RuntimeException {
        private static final long serialVersionUID = 1;

        MalformedTable(String reason) {
            super(reason);
        }
    }

    /**
     * Assigns the cells of a {@code table} element to slots.
     *
     * @throws MalformedTable if they do not form a rectangle; the tables of a {@link Page} do
     */
    public static Grid of(Element table) {
        List<Element> sources = Elements.children(table).stream()
                .filter(part -> List.of("thead", "tbody").contains(part.getLocalName()))
                .flatMap(group -> Elements.children(group).stream())
                .toList();
        if (sources.isEmpty()) {
            throw new MalformedTable("a table without rows");
        }
        int columns = Elements.children(sources.get(0)).stream()
                .mapToInt(cell -> span(cell, "colspan"))
                .sum();
        @Nullable GridCell[][] slots = new GridCell[sources.size()][columns];
        for (int row = 0; row < sources.size(); row++) {
            place(sources, row, slots);
        }
        List<GridRow> rows = new ArrayList<>();
        for (int row = 0; row < sources.size(); row++) {
            rows.add(new GridRow(sources.get(row), cells(row, slots[row])));
        }
        return new Grid(columns, rows);
    }

    /** The cells that start in a row, from left to right. */
    public List<GridCell> cellsOf(int row) {
        List<GridCell> slots = rows.get(row).slots();
        return IntStream.range(0, slots.size())
                .filter(column ->
                        slots.get(column).row() == row && slots.get(column).column() == column)
                .mapToObj(slots::get)
                .toList();
    }

    private static void place(List<Element> sources, int row, @Nullable GridCell[][] slots) {
        Node group = sources.get(row).getParentNode();
        int column = 0;
        for (Element source : Elements.children(sources.get(row))) {
            while (column < slots[row].length && slots[row][column] != null) {
                column++;
            }
            GridCell cell = new GridCell(source, row, column, span(source, "rowspan"), span(source, "colspan"));
            for (int r = row; r < row + cell.rowspan(); r++) {
                if (r >= slots.length || sources.get(r).getParentNode() != group) {
                    throw new MalformedTable("row " + (row + 1) + ": a cell reaches below its group of rows");
                }
                for (int c = column; c < column + cell.colspan(); c++) {
                    if (c >= slots[r].length) {
                        throw new MalformedTable("row " + (row + 1) + ": more than " + slots[r].length + " columns");
                    }
                    if (slots[r][c] != null) {
                        throw new MalformedTable("row " + (r + 1) + ", column " + (c + 1) + ": two cells");
                    }
                    slots[r][c] = cell;
                }
            }
            column += cell.colspan();
        }
    }

    private static List<GridCell> cells(int row, @Nullable GridCell[] slots) {
        List<GridCell> cells = new ArrayList<>();
        for (GridCell cell : slots) {
            if (cell == null) {
                throw new MalformedTable("row " + (row + 1) + ", column " + (cells.size() + 1) + ": no cell");
            }
            cells.add(cell);
        }
        return cells;
    }

    private static int span(Element cell, String attribute) {
        String written = cell.getAttribute(attribute);
        if (written.isEmpty()) {
            return 1;
        }
        if (!written.matches("[1-9][0-9]{0,2}")) {
            throw new MalformedTable(attribute + "=\"" + written + "\"");
        }
        return Integer.parseInt(written);
    }
}
