package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.TableGrid.ForeignCell;

/**
 * A row of a document's table.
 *
 * @param grid that it is in
 * @param index in the grid, from 0
 * @param cells from left to right
 * @param words of the cells, {@link LabelText#plain}: each row is compared with each of the form
 * @param above the words of all cells in the rows above
 */
record ForeignRow(TableGrid grid, int index, List<ForeignCell> cells, List<String> words, List<String> above) {
    /** Of a likely match of labels. */
    private static final double LIKELY = 0.6;

    /** How much the outer labels count beside the innermost one. */
    private static final double OUTER = 0.2;

    /** How much a row without any text counts beside one with some. */
    private static final double BLANK = 0.9;

    /**
     * A reading of the row as one of the form.
     *
     * @param labels the number of cells that are labels; the others hold the row's content
     * @param score from 0, for nothing in common, to 1
     */
    record Match(int labels, double score) {
        static final Match NONE = new Match(0, 0);
    }

    static List<ForeignRow> of(List<TableGrid> grids) {
        List<ForeignRow> rows = new ArrayList<>();
        for (TableGrid grid : grids) {
            List<ForeignCell> all = grid.cells();
            List<String> words = plain(all);
            int above = 0;
            for (int i = 0; i < grid.height(); i++) {
                while (above < all.size() && all.get(above).row() < i) {
                    above++;
                }
                List<ForeignCell> cells = grid.row(i);
                rows.add(new ForeignRow(grid, i, cells, plain(cells), words.subList(0, above)));
            }
        }
        return rows;
    }

    private static List<String> plain(List<ForeignCell> cells) {
        return cells.stream().map(cell -> LabelText.plain(cell.text())).toList();
    }

    /** How well it fits a row of the form. */
    Match match(FormRow row) {
        return row.labels().isEmpty() ? unlabelled(row) : labelled(row);
    }

    private Match labelled(FormRow row) {
        Match best = Match.NONE;
        List<String> outer = row.labels().subList(0, row.labels().size() - 1);
        String innermost = row.labels().get(outer.size());
        for (int i = 0; i < cells.size() - 1; i++) {
            double likeness = LabelText.likeness(words.get(i), innermost);
            if (likeness >= LIKELY && holds(row, i + 1)) {
                double score = likeness * (1 - OUTER) + OUTER * outer(i, outer);
                best = score > best.score() ? new Match(i + 1, score) : best;
            }
        }
        return best;
    }

    /** How alike the outer labels are; a half where the document has none. */
    private double outer(int innermost, List<String> labels) {
        String found = innermost == 0 ? "" : words.get(innermost - 1);
        if (found.isEmpty()) {
            return labels.isEmpty() ? 1 : 0.5;
        }
        return labels.isEmpty() ? 0 : LabelText.likeness(found, labels.get(labels.size() - 1));
    }

    /** A row of figures only, below the heads of its block. */
    private Match unlabelled(FormRow row) {
        if (index == 0 || 2 * cells.size() < row.cells().size() || !holds(row, 0) || cells.size() < 2) {
            return Match.NONE;
        }
        boolean blank = cells.stream().allMatch(cell -> cell.text().isEmpty());
        if (blank && cells.size() != row.cells().size()) {
            return Match.NONE;
        }
        long heads = row.columns().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(label -> above.stream().anyMatch(words -> LabelText.likeness(words, label) > LIKELY))
                .count();
        double share = (double) heads
                / row.columns().stream().flatMap(List::stream).distinct().count();
        return share > LIKELY ? new Match(0, blank ? share * BLANK : share) : Match.NONE;
    }

    /** Whether the cells from one on may be the row's content. */
    private boolean holds(FormRow row, int from) {
        List<ForeignCell> content = cells.subList(from, cells.size());
        if (content.isEmpty() || content.stream().anyMatch(cell -> cell.row() != index)) {
            return false;
        }
        long likely = content.stream()
                .filter(cell -> FigureText.isLikely(cell.text()))
                .count();
        return !row.hasFigures() || 2 * likely > content.size();
    }
}
