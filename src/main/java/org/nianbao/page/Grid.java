package org.nianbao.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

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
     * @param head whether it belongs to the head of the table
     * @param group number of its row group
     * @param slots one for each column, from left to right
     */
    public record GridRow(Element element, boolean head, int group, List<GridSlot> slots) {
        public GridRow {
            slots = List.copyOf(slots);
        }
    }

    /**
     * One slot of the rectangle.
     *
     * @param cell the cell that covers it
     * @param starts whether the cell's upper left corner is here
     * @param continues whether the cell starts in a row above
     */
    public record GridSlot(GridCell cell, boolean starts, boolean continues) {}

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
    public static final class MalformedTable extends Exception {
        private static final long serialVersionUID = 1;

        MalformedTable(String reason) {
            super(reason);
        }
    }

    /**
     * Assigns the cells of a {@code table} element to slots.
     *
     * @throws MalformedTable if they do not form a rectangle
     */
    public static Grid of(Element table) throws MalformedTable {
        List<Element> sources = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        int group = 0;
        for (Element part : Elements.children(table)) {
            if (part.getLocalName().equals("thead") || part.getLocalName().equals("tbody")) {
                for (Element tr : Elements.children(part)) {
                    sources.add(tr);
                    groups.add(group);
                }
                group++;
            }
        }
        if (sources.isEmpty()) {
            throw new MalformedTable("a table without rows");
        }
        int columns = 0;
        for (Element cell : Elements.children(sources.get(0))) {
            columns += span(cell, "colspan");
        }
        @Nullable GridCell[][] slots = new GridCell[sources.size()][columns];
        for (int row = 0; row < sources.size(); row++) {
            place(sources, groups, row, slots);
        }
        return new Grid(columns, rows(sources, groups, slots));
    }

    /** The cells that start in a row, from left to right. */
    public List<GridCell> cellsOf(int row) {
        return rows.get(row).slots().stream()
                .filter(GridSlot::starts)
                .map(GridSlot::cell)
                .toList();
    }

    private static void place(List<Element> sources, List<Integer> groups, int row, @Nullable GridCell[][] slots)
            throws MalformedTable {
        int column = 0;
        for (Element source : Elements.children(sources.get(row))) {
            while (column < slots[row].length && slots[row][column] != null) {
                column++;
            }
            GridCell cell = new GridCell(source, row, column, span(source, "rowspan"), span(source, "colspan"));
            for (int r = row; r < row + cell.rowspan(); r++) {
                if (r >= slots.length || !groups.get(r).equals(groups.get(row))) {
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

    private static List<GridRow> rows(List<Element> sources, List<Integer> groups, @Nullable GridCell[][] slots)
            throws MalformedTable {
        List<GridRow> rows = new ArrayList<>();
        for (int r = 0; r < slots.length; r++) {
            List<GridSlot> row = new ArrayList<>();
            for (int c = 0; c < slots[r].length; c++) {
                GridCell cell = slots[r][c];
                if (cell == null) {
                    throw new MalformedTable("row " + (r + 1) + ", column " + (c + 1) + ": no cell");
                }
                row.add(new GridSlot(cell, cell.row() == r && cell.column() == c, cell.row() < r));
            }
            boolean head = Elements.parent(sources.get(r)).getLocalName().equals("thead");
            rows.add(new GridRow(sources.get(r), head, groups.get(r), row));
        }
        return rows;
    }

    private static int span(Element cell, String attribute) throws MalformedTable {
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
