package org.nianbao.foreign.excel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;

/**
 * A sheet of a workbook.
 *
 * @param name of the sheet
 * @param number of the sheet, from 1
 * @param rows the texts of its cells, by the numbers of row (from 1) and column (from 1), line breaks included
 * @param merged the spans of merged cells, by the reference of the first one, such as {@code B4}
 */
public record XlsxSheet(
        String name, int number, SortedMap<Integer, SortedMap<Integer, String>> rows, Map<String, MergedSize> merged) {
    public XlsxSheet {
        rows = Collections.unmodifiableSortedMap(rows);
        merged = Map.copyOf(merged);
    }

    /** The rows and columns that a merged cell spans. */
    public record MergedSize(int rows, int columns) {
        private static final MergedSize ONE = new MergedSize(1, 1);
    }

    /** The text of a cell, by the numbers of row and column; empty for none. */
    public String text(int row, int column) {
        return rows.getOrDefault(row, Collections.emptySortedMap()).getOrDefault(column, "");
    }

    /** The place of a cell in messages. */
    public Place place(int row, int column) {
        return Place.cell(name, number, row, column);
    }

    /**
     * The sheet as a table.
     *
     * @param width number of columns; those behind are left out
     * @param end number of the row to stop at
     * @throws UnreadableDocument if merged cells cover more than any report's do
     */
    public TableGrid grid(int width, int end) throws UnreadableDocument {
        TableGrid.Builder grid = TableGrid.Builder.ofSheet(name, number);
        int next = 1;
        for (Map.Entry<Integer, SortedMap<Integer, String>> row :
                rows.headMap(end).entrySet()) {
            for (int blank = next; blank < row.getKey() && blank - next < Limits.SPAN; blank++) {
                grid.newRow(blank);
            }
            next = row.getKey() + 1;
            grid.newRow(row.getKey());
            for (Map.Entry<Integer, String> cell :
                    row.getValue().headMap(width + 1).entrySet()) {
                int column = cell.getKey();
                MergedSize span = merged.getOrDefault(Place.letters(column) + row.getKey(), MergedSize.ONE);
                int columns = Math.min(span.columns(), width + 1 - column);
                grid.cellAt(column - 1, PlainText.of(cell.getValue()), span.rows(), columns);
            }
        }
        return grid.build();
    }

    /** The rows with words in one cell only as paragraphs, then the sheet as a table. */
    List<DocumentPart> parts() throws UnreadableDocument {
        List<DocumentPart> parts = new ArrayList<>();
        rows.forEach((row, cells) -> {
            SortedMap<Integer, String> words = new TreeMap<>(cells);
            words.values().removeIf(text -> PlainText.of(text).isEmpty());
            if (words.size() == 1) {
                words.forEach(
                        (column, text) -> parts.add(new DocumentPart.TextPart(PlainText.of(text), place(row, column))));
            }
        });
        parts.add(grid(Limits.SPAN, Integer.MAX_VALUE));
        return parts;
    }
}
