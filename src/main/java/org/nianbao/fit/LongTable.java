package org.nianbao.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nianbao.page.Elements;
import org.nianbao.page.Grid;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Breaks a table that is longer than a page. A group of rows that does not fit continues on the next page as a group of its
 * own, which begins with the labels that span the break, marked （续）; a label too long for its part continues too. A row
 * that is higher than a page becomes several, of which each has its part of the text. All heights are in points. Not
 * thread-safe.
 */
final class LongTable {
    /** So many rows may be moved to the next page to break a table where fewer labels have to be repeated. */
    private static final int SHIFT = 6;

    /** In a column of fewer ems the mark gets half-width brackets, because a line does not end in （ or begin with ）. */
    private static final double NARROW = 3.2;

    /** The lines at the end of a page in which a row higher than a page may begin. */
    private static final int LEAST_LINES = 5;

    /** A repeated label with more characters is cut if its rows are not high enough for it. */
    private static final int FEW = 12;

    private final Element table;
    private final List<Double> columns;
    private final Function<Grid, RowHeights> measure;
    private final double page;
    private final String mark;
    private final int head;

    /** The whole label of each part of one. */
    private final Map<Element, Element> labels = new HashMap<>();

    private Grid grid;
    private RowHeights heights;

    /**
     * @param columns the widths of the columns in ems
     * @param page the height of a page
     * @param mark of repeated labels: 续 or 續
     */
    LongTable(Element table, List<Double> columns, Function<Grid, RowHeights> measure, double page, String mark) {
        this.table = table;
        this.columns = columns;
        this.measure = measure;
        this.page = page;
        this.mark = mark;
        this.grid = Grid.of(table);
        this.heights = measure.apply(grid);
        this.head = (int) grid.rows().stream().filter(Grid.GridRow::head).count();
    }

    /**
     * Breaks the table, of which the first page holds {@code above} points of other content.
     *
     * @param begins whether that is only a title or a heading, under which the table has to begin
     */
    void breakOver(double above, boolean begins) {
        double top = heights.of(0, head);
        double y = above + top;
        int row = head;
        while (row < grid.rows().size()) {
            int end = groupEnd(row);
            double group = heights.of(row, end);
            boolean stays = begins && row == head;
            if (y + group <= page || (!stays && top + group <= page)) {
                y = (y + group > page ? top : y) + group;
                row = end;
            } else {
                row = breakGroup(row, end, y, stays);
                y = top;
            }
        }
    }

    /**
     * Ends a page within a group of rows, which begins at {@code y}, or above the group unless it {@code stays}; returns the
     * first row of the next page.
     */
    private int breakGroup(int row, int end, double y, boolean stays) {
        double top = heights.of(0, head);
        int full = fitting(row, end, y);
        double room = page - y - heights.of(row, full);
        boolean high = top + (full == row ? heights.of(full, full + 1) : heights.own(full, full + 1)) > page;
        if ((high || (stays && full == row)) && (room >= heights.lines(LEAST_LINES) || (full == row && y <= top))) {
            divide(full, room);
            full++;
        } else if (full == row) {
            return row;
        } else {
            full = fewestLabels(row + 1, full);
        }
        for (Grid.GridCell cell : spanning(full)) {
            end(cell, full, page - y - heights.of(row, cell.row()));
        }
        Element group = (Element) grid.rows().get(full).group();
        Element next = (Element) group.getParentNode().insertBefore(group.cloneNode(false), group.getNextSibling());
        Elements.addClass(next, "continued");
        grid.rows().subList(full, grid.rows().size()).stream()
                .filter(moved -> moved.group() == group)
                .forEach(moved -> next.appendChild(moved.element()));
        measure();
        return full;
    }

    private void measure() {
        grid = Grid.of(table);
        heights = measure.apply(grid);
    }

    /** Makes two rows of one: the first has the text that fits {@code room}. Labels span both. */
    private void divide(int row, double room) {
        Element first = grid.rows().get(row).element();
        Element second = (Element) first.getParentNode().insertBefore(first.cloneNode(false), first.getNextSibling());
        for (Grid.GridCell cell :
                grid.rows().get(row).slots().stream().distinct().toList()) {
            if (cell.header() || cell.rowspan() > 1) {
                setRows(cell.element(), cell.rowspan() + 1);
            } else {
                second.appendChild(CellText.split(cell.element(), heights.fitting(cell, room)));
            }
        }
        measure();
    }

    /** Ends a cell above a row, after {@code room} points of its text; its next part begins in the row. */
    private void end(Grid.GridCell cell, int row, double room) {
        int rows = cell.row() + cell.rowspan() - row;
        Element label =
                labels.getOrDefault(cell.element(), (Element) cell.element().cloneNode(true));
        int fitting = heights.fitting(cell, room);
        boolean whole = fitting == cell.element().getTextContent().length();
        Element part = whole ? repeated(label, cell, row) : CellText.split(cell.element(), fitting);
        labels.put(part, label);
        setRows(cell.element(), cell.rowspan() - rows);
        setRows(part, rows);
        Element next = grid.rows().get(row).slots().stream()
                .skip(cell.column() + cell.colspan())
                .filter(other -> other.row() == row)
                .map(Grid.GridCell::element)
                .findFirst()
                .orElse(null);
        grid.rows().get(row).element().insertBefore(part, next);
    }

    /** The label of a cell once more: its first words, if the rows of the cell from {@code row} on are not high enough. */
    private Element repeated(Element label, Grid.GridCell cell, int row) {
        Element part = (Element) label.cloneNode(true);
        part.removeAttribute("id");
        if (!cell.header()) {
            return part;
        }
        int after = cell.row() + cell.rowspan();
        Grid.GridCell whole = new Grid.GridCell(part, row, cell.column(), after - row, cell.colspan());
        String text = part.getTextContent();
        double room = Math.min(page - heights.of(0, head), heights.own(row, after));
        String cut = "";
        if (text.length() > FEW && heights.fitting(whole, room) < text.length()) {
            CellText.split(part, CellText.breakAtOrBefore(text, FEW));
            cut = "…";
        }
        boolean narrow = columns.get(cell.column()) < NARROW && cell.colspan() == 1;
        part.appendChild(part.getOwnerDocument().createTextNode(cut + (narrow ? "(" + mark + ")" : "（" + mark + "）")));
        return part;
    }

    private static void setRows(Element cell, int rows) {
        cell.setAttribute("rowspan", String.valueOf(rows));
    }

    /** The cells that begin above a row and cover it, from left to right. */
    private List<Grid.GridCell> spanning(int row) {
        return grid.rows().get(row).slots().stream()
                .filter(cell -> cell.row() < row)
                .distinct()
                .toList();
    }

    private int groupEnd(int row) {
        Node group = grid.rows().get(row).group();
        int end = row;
        while (end < grid.rows().size() && grid.rows().get(end).group() == group) {
            end++;
        }
        return end;
    }

    /** The first row of a group, from {@code row} on, that does not fit the page below {@code y}. */
    private int fitting(int row, int end, double y) {
        int full = row;
        while (full < end - 1 && y + heights.of(row, full + 1) <= page) {
            full++;
        }
        return full;
    }

    private int fewestLabels(int least, int full) {
        return IntStream.rangeClosed(Math.max(least, full - SHIFT), full)
                .boxed()
                .min((one, other) -> spanning(one).size() == spanning(other).size()
                        ? other - one
                        : spanning(one).size() - spanning(other).size())
                .orElse(full);
    }
}
