package org.nianbao.recognition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nianbao.foreign.TableGrid.ForeignCell;

/** Finds the column of the form for each cell of a row by the heads above it. Not thread-safe. */
final class Heads {
    /** Of a likely match of heads. */
    private static final double LIKELY = 0.6;

    /** How much the outer head counts beside the innermost one. */
    private static final double OUTER = 0.2;

    /** The nearest head above each cell of the row, and the one above that; plain, or nothing. */
    private final List<List<String>> above;

    private final List<ForeignCell> content;
    private final FormRow form;
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final Set<Integer> doubtful = new HashSet<>();

    /**
     * @param rows above the row that hold no content, the nearest first
     * @param content the cells of the row without its labels
     */
    Heads(List<ForeignRow> rows, List<ForeignCell> content, FormRow form) {
        this.content = content;
        this.form = form;
        above = content.stream().map(cell -> above(rows, cell)).toList();
        boolean none = above.stream().allMatch(heads -> heads.get(0).isEmpty());
        int width = form.cells().size();
        if (content.size() == width) {
            IntStream.range(0, width).forEach(i -> columns.put(i, i));
        }
        if (!none) {
            align(width);
        }
    }

    /** The index of the cell for each column of the form that was found. */
    Map<Integer, Integer> columns() {
        return columns;
    }

    /** Whether the row has as many cells as the form, in its order. */
    boolean areStraight() {
        return content.size() == form.cells().size()
                && columns.entrySet().stream().allMatch(pair -> pair.getKey().equals(pair.getValue()));
    }

    /** Whether the head of a column is another one. */
    boolean isDoubtful(int column) {
        return doubtful.contains(column);
    }

    /** The head above a cell. */
    String words(int cell) {
        return above.get(cell).get(0);
    }

    private void align(int width) {
        List<Alignment.Pair> pairs = Alignment.of(content.size(), width, this::score);
        boolean same = content.size() == width && pairs.stream().allMatch(pair -> pair.first() == pair.second());
        if (same) {
            IntStream.range(0, width).forEach(doubtful::add);
            pairs.forEach(pair -> doubtful.remove(pair.second()));
            doubtful.removeIf(column -> above.get(column).get(0).isEmpty());
        } else {
            columns.clear();
            pairs.forEach(pair -> columns.put(pair.second(), pair.first()));
        }
    }

    private double score(int cell, int column) {
        List<String> labels = form.columns().get(column);
        if (labels.isEmpty()) {
            return cell == column ? 1 : 0;
        }
        double likeness = LabelText.likeness(above.get(cell).get(0), labels.get(labels.size() - 1));
        if (likeness < LIKELY) {
            return 0;
        }
        double outer =
                labels.size() < 2 ? 0 : LabelText.likeness(above.get(cell).get(1), labels.get(labels.size() - 2));
        return likeness * (1 - OUTER) + outer * OUTER;
    }

    private static List<String> above(List<ForeignRow> rows, ForeignCell cell) {
        String nearest = "";
        ForeignCell found = cell;
        for (ForeignRow row : rows) {
            ForeignCell head = row.grid().at(row.index(), cell.column()).orElse(found);
            if (!head.equals(found) && !FigureText.isLikely(head.text())) {
                if (!nearest.isEmpty()) {
                    return List.of(nearest, LabelText.plain(head.text()));
                }
                nearest = LabelText.plain(head.text());
                found = head;
            }
        }
        return List.of(nearest, "");
    }
}
