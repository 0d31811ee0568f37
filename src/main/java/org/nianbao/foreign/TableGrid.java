package org.nianbao.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table: cells that span rows and columns. Immutable. */
public final class TableGrid implements DocumentPart {
    private final List<List<@Nullable ForeignCell>> rows;

    private TableGrid(List<List<@Nullable ForeignCell>> rows) {
        this.rows = rows;
    }

    /**
     * A cell.
     *
     * @param text without line breaks
     * @param row its first row, from 0
     * @param column its first column, from 0
     * @param columns the number of columns that it spans
     * @param place where it is in the document
     */
    public record ForeignCell(String text, int row, int column, int columns, Place place) {
        public int end() {
            return column + columns;
        }
    }

    public int height() {
        return rows.size();
    }

    /** The number of columns. */
    public int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The cells of a row from left to right, each once; those that began in a row above are among them. */
    public List<ForeignCell> row(int index) {
        LinkedHashSet<ForeignCell> cells = new LinkedHashSet<>();
        rows.get(index).stream().filter(Objects::nonNull).forEach(cells::add);
        return List.copyOf(cells);
    }

    /** The cell at a place of the grid. */
    public Optional<ForeignCell> at(int row, int column) {
        List<@Nullable ForeignCell> cells = rows.get(row);
        return column < cells.size() ? Optional.ofNullable(cells.get(column)) : Optional.empty();
    }

    /** All cells in reading order, each once. */
    public List<ForeignCell> cells() {
        LinkedHashSet<ForeignCell> cells = new LinkedHashSet<>();
        for (int row = 0; row < height(); row++) {
            cells.addAll(row(row));
        }
        return List.copyOf(cells);
    }

    /** The same grid with other words. */
    public TableGrid map(UnaryOperator<String> words) {
        Map<ForeignCell, ForeignCell> mapped = cells().stream()
                .collect(Collectors.toMap(
                        cell -> cell,
                        cell -> new ForeignCell(
                                words.apply(cell.text()), cell.row(), cell.column(), cell.columns(), cell.place())));
        return new TableGrid(rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell == null ? null : mapped.get(cell))
                        .collect(Collectors.<@Nullable ForeignCell>toList()))
                .toList());
    }

    /** Builds a grid row by row, as HTML does (HTML standard, 4.9.12). Not thread-safe. */
    public static final class Builder {
        private final List<@Nullable ForeignCell[]> rows = new ArrayList<>();
        private final int page;
        private final int table;
        private final String sheet;
        private int row = -1;

        /** Of the row in the document, from 1. */
        private int number;

        private int column;

        /** Fields of the grid that cells cover. */
        private int covered;

        /**
         * @param page on which the table begins, or 0
         * @param table its number in the document, from 1
         */
        public Builder(int page, int table) {
            this(page, table, "");
        }

        private Builder(int page, int table, String sheet) {
            this.page = page;
            this.table = table;
            this.sheet = sheet;
        }

        /** Begins the table that a sheet of a workbook is. */
        public static Builder ofSheet(String name, int table) {
            return new Builder(0, table, name);
        }

        public Builder newRow() {
            return newRow(number + 1);
        }

        /** Begins a row with a number of its own in the document. */
        public Builder newRow(int numbered) {
            row++;
            number = numbered;
            column = 0;
            return this;
        }

        /** Leaves columns out. */
        public Builder skip(int columns) {
            column += columns;
            return this;
        }

        /**
         * Adds a cell at the next free column of the row. Spans are cut to {@link Limits#SPAN}.
         *
         * @throws UnreadableDocument if the cells of the table cover more than any report's do
         */
        public Builder cell(String text, int rowSpan, int columnSpan) throws UnreadableDocument {
            while (at(row, column) != null) {
                column++;
            }
            int spanned = span(columnSpan);
            int height = span(rowSpan);
            cover(height * spanned);
            Place place = new Place(page, table, number, column + 1, 0, sheet);
            ForeignCell cell = new ForeignCell(text, row, column, spanned, place);
            for (int r = row; r < row + height; r++) {
                for (int c = column; c < column + spanned; c++) {
                    put(r, c, cell);
                }
            }
            column += spanned;
            return this;
        }

        /** Adds a cell of one row and column that has a place of its own in the document. */
        public Builder cell(String text, Place place) {
            put(row, column, new ForeignCell(text, row, column, 1, place));
            column++;
            return this;
        }

        /** Adds a cell at a column, from 0, unless another cell spans it; columns left out stay without a cell. */
        public Builder cellAt(int at, String text, int rowSpan, int columnSpan) throws UnreadableDocument {
            if (at(row, at) == null) {
                column = at;
                cell(text, rowSpan, columnSpan);
            }
            return this;
        }

        /** Continues the cell above; a new blank one if there is none. */
        public Builder continued(int columnSpan) throws UnreadableDocument {
            @Nullable ForeignCell above = row > 0 ? at(row - 1, column) : null;
            if (above == null) {
                return cell("", 1, columnSpan);
            }
            int spanned = span(columnSpan);
            cover(spanned);
            for (int c = column; c < column + spanned; c++) {
                put(row, c, above);
            }
            column += spanned;
            return this;
        }

        /** Spans that go beyond the last row are cut. */
        public TableGrid build() {
            return new TableGrid(rows.subList(0, Math.min(rows.size(), row + 1)).stream()
                    .map(cells -> Collections.unmodifiableList(Arrays.asList(cells)))
                    .toList());
        }

        private static int span(int written) {
            return Math.max(1, Math.min(written, Limits.SPAN));
        }

        private void cover(int fields) throws UnreadableDocument {
            covered += fields;
            if (covered > Limits.FIELDS) {
                throw UnreadableDocument.tooLarge(Limits.FIELDS, UnreadableDocument.SizeUnit.CELLS);
            }
        }

        private @Nullable ForeignCell at(int r, int c) {
            return r < rows.size() && c < rows.get(r).length ? rows.get(r)[c] : null;
        }

        private void put(int r, int c, ForeignCell cell) {
            while (rows.size() <= r) {
                rows.add(new @Nullable ForeignCell[0]);
            }
            if (rows.get(r).length <= c) {
                rows.set(r, Arrays.copyOf(rows.get(r), Math.max(c + 1, cell.end())));
            }
            if (rows.get(r)[c] == null) {
                rows.get(r)[c] = cell;
            }
        }
    }
}
