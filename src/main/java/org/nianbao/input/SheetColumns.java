package org.nianbao.input;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nianbao.form.Block;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.input.PastedRows.Row;
import org.nianbao.input.RowText.Field;

/**
 * Which columns of a sheet the columns of a block are. A cell that is merged over several columns of a sheet is copied with
 * an empty field for each of the others, so that a row has more fields than the block has columns.
 */
final class SheetColumns {
    private final Map<Block, List<Integer>> columns = new HashMap<>();

    /** Learns the columns from the rows that have a figure, or a mark for none, in every cell. */
    SheetColumns(List<Row> rows) {
        for (Row row : rows) {
            List<FormCell> cells = row.keys().stream().flatMap(KeyTree::cells).toList();
            List<Integer> filled = IntStream.range(0, row.figures().size())
                    .filter(i -> !row.figures().get(i).text().isEmpty())
                    .map(i -> i + row.column())
                    .boxed()
                    .toList();
            if (!cells.isEmpty() && filled.size() == cells.size()) {
                columns.putIfAbsent(cells.get(0).block(), filled);
            }
        }
    }

    /** The fields of a row that are its cells'; all of them if that is not known. */
    List<Field> figures(Row row, List<FormCell> cells) {
        List<Field> figures = row.figures();
        if (figures.size() <= cells.size()) {
            return figures;
        }
        List<Field> filled =
                figures.stream().filter(figure -> !figure.text().isEmpty()).toList();
        if (filled.size() == cells.size()) {
            return filled;
        }
        List<Field> picked = columns.getOrDefault(cells.get(0).block(), List.of()).stream()
                .map(column -> column - row.column())
                .filter(i -> i >= 0 && i < figures.size())
                .map(figures::get)
                .toList();
        boolean isWhole = picked.size() == cells.size() && new HashSet<>(picked).containsAll(filled);
        return isWhole ? picked : trimmed(figures, cells);
    }

    /** Without the empty fields that a label over several columns leaves before the figures, and those behind them. */
    private static List<Field> trimmed(List<Field> figures, List<FormCell> cells) {
        int labelled = cells.get(0).block().rows().depth();
        int from = 0;
        int to = figures.size();
        while (to - from > cells.size()
                && from < labelled - 1
                && figures.get(from).text().isEmpty()) {
            from++;
        }
        while (to - from > cells.size() && figures.get(to - 1).text().isEmpty()) {
            to--;
        }
        return figures.subList(from, to);
    }
}
