package org.nianbao.workbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nianbao.foreign.Place;

/**
 * A cell of a sheet.
 *
 * @param row from 1
 * @param column from 1
 */
record CellRef(int row, int column) {

    /** As in a formula: {@code B4}. */
    @Override
    public String toString() {
        return Place.letters(column) + row;
    }

    /** As in a name: {@code $B$4}. */
    String fixed() {
        return "$" + Place.letters(column) + "$" + row;
    }

    /** A name of a sheet, before its cells in a formula of another sheet. */
    static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'!";
    }

    /** Cells as the fewest ranges of whole rows, in the order of rows: {@code B4:F4}, {@code B6}. */
    static List<String> ranges(Collection<CellRef> cells) {
        List<Area> areas = new ArrayList<>();
        for (CellRef cell : sorted(cells)) {
            int last = areas.size() - 1;
            if (last >= 0 && areas.get(last).isBefore(cell)) {
                areas.set(last, new Area(areas.get(last).first(), cell));
            } else {
                areas.add(new Area(cell, cell));
            }
        }
        List<Area> merged = new ArrayList<>();
        for (Area area : areas) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).isAbove(area)) {
                merged.set(last, new Area(merged.get(last).first(), area.last()));
            } else {
                merged.add(area);
            }
        }
        return merged.stream().map(Area::toString).toList();
    }

    private static TreeSet<CellRef> sorted(Collection<CellRef> cells) {
        return cells.stream()
                .collect(Collectors.toCollection(() ->
                        new TreeSet<>(Comparator.comparingInt(CellRef::row).thenComparingInt(CellRef::column))));
    }

    /** A rectangle of cells. */
    private record Area(CellRef first, CellRef last) {
        boolean isBefore(CellRef cell) {
            return last.row == cell.row && last.column + 1 == cell.column;
        }

        boolean isAbove(Area other) {
            return first.column == other.first.column
                    && last.column == other.last.column
                    && last.row + 1 == other.first.row;
        }

        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + ":" + last;
        }
    }
}
