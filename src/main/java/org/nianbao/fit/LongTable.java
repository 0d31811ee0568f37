package org.nianbao.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nianbao.page.Elements;
import org.nianbao.page.Grid;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Breaks a table that is longer than a page. A group of rows that does not fit continues on the next page as a group of its
 * own, which begins with the labels that span the break, marked （续）. All heights are in points.
 *
 * @param columns the widths of the columns in ems
 * @param page the height of a page
 * @param mark of repeated labels: 续 or 續
 */
record LongTable(Grid grid, List<Double> columns, RowHeights heights, double page, String mark) {
    /** So many rows may be moved to the next page to break a table where fewer labels have to be repeated. */
    private static final int SHIFT = 6;

    /** In a column of fewer ems the mark gets half-width brackets, because a line does not end in （ or begin with ）. */
    private static final double NARROW = 3.2;

    /** Breaks the table, of which the first page holds {@code above} points of other content. */
    void breakOver(double above) {
        int head = (int) grid.rows().stream().filter(Grid.GridRow::head).count();
        for (int row = head; row < grid.rows().size(); row++) {
            if (heights.of(0, head) + heights.of(row, row + 1) > page) {
                Elements.addClass(grid.rows().get(row).element(), "divided");
            }
        }
        Map<Grid.GridCell, Element> parts = new HashMap<>();
        for (int row : breaks(above)) {
            for (Grid.GridCell cell : spanning(row)) {
                parts.put(cell, continued(cell, row, parts.getOrDefault(cell, cell.element())));
            }
            Element group = (Element) grid.rows().get(row).group();
            Node next = group.getParentNode().insertBefore(group.cloneNode(false), group.getNextSibling());
            Elements.addClass((Element) next, "continued");
            Node moved = grid.rows().get(row).element();
            while (moved != null) {
                Node following = moved.getNextSibling();
                next.appendChild(moved);
                moved = following;
            }
        }
    }

    /** Ends the last part of a cell above a row and returns the part that begins in it. */
    private Element continued(Grid.GridCell cell, int row, Element last) {
        Element part = (Element) cell.element().cloneNode(true);
        part.removeAttribute("id");
        int rows = cell.row() + cell.rowspan() - row;
        last.setAttribute("rowspan", String.valueOf(span(last) - rows));
        part.setAttribute("rowspan", String.valueOf(rows));
        if (cell.header()) {
            boolean narrow = columns.get(cell.column()) < NARROW && cell.colspan() == 1;
            part.appendChild(part.getOwnerDocument().createTextNode(narrow ? "(" + mark + ")" : "（" + mark + "）"));
        }
        Element next = grid.rows().get(row).slots().stream()
                .skip(cell.column() + cell.colspan())
                .filter(other -> other.row() == row)
                .map(Grid.GridCell::element)
                .findFirst()
                .orElse(null);
        grid.rows().get(row).element().insertBefore(part, next);
        return part;
    }

    private static int span(Element cell) {
        String written = cell.getAttribute("rowspan");
        return written.isEmpty() ? 1 : Integer.parseInt(written);
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

    /** The rows before which a group has to be broken. */
    private List<Integer> breaks(double above) {
        List<Integer> breaks = new ArrayList<>();
        int row = (int) grid.rows().stream().filter(Grid.GridRow::head).count();
        double head = heights.of(0, row);
        double y = above + head;
        while (row < grid.rows().size()) {
            int end = groupEnd(row);
            double group = heights.of(row, end);
            if (y + group > page && head + group > page && end - row > 1) {
                int full = fitting(row, end, y);
                if (full > row || y <= head) {
                    row = fewestLabels(row + 1, Math.max(full, row + 1));
                    breaks.add(row);
                }
                y = head;
            } else {
                y = (y + group > page ? head : y) + group;
                row = end;
            }
        }
        return breaks;
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
