package org.nianbao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cell of a form.
 *
 * @param path of the cell
 * @param block that it is in
 * @param row of the block
 * @param column of the block
 * @param spec of its row or else its column
 */
public record FormCell(CellPath path, Block block, Axis.Leaf row, Axis.Leaf column, CellSpec spec) {

    /** The path suffices. */
    @Override
    public int hashCode() {
        return path.hashCode();
    }

    static FormCell of(String section, Block block, Axis.Leaf row, Axis.Leaf column) {
        CellPath path = new CellPath(section);
        for (Label key : keys(block, row, column)) {
            path = path.then(key.key());
        }
        return new FormCell(
                path, block, row, column, row.spec().or(column::spec).orElse(CellSpec.COUNT));
    }

    /** Whether another cell is in the same row. */
    boolean isInRowOf(FormCell other) {
        return path.section().equals(other.path.section()) && row.equals(other.row);
    }

    /** The labels whose keys lead to it from the section on. The key of an only column is left out. */
    public List<Label> keys() {
        return keys(block, row, column);
    }

    private static List<Label> keys(Block block, Axis.Leaf row, Axis.Leaf column) {
        List<Label> keys = new ArrayList<>(row.keys());
        if (keys.isEmpty() || block.columns().leaves().size() > 1) {
            keys.addAll(column.keys());
        }
        return keys;
    }

    /** All labels above it, from the outermost of its row to the innermost of its column. */
    public List<Label> labels() {
        return Stream.of(row, column).flatMap(leaf -> leaf.labels().stream()).toList();
    }

    /** Whether it is a total, so that it is computed unless it is typed. */
    public boolean isTotal() {
        return row.isTotal() || column.isTotal();
    }

    /** Whether it can be added up: it holds a figure, and no fact. */
    public boolean isFigure() {
        return spec.type().isFigure() && spec.fact().isEmpty();
    }

    /** The key of the block's only column, which an input may write or leave out. */
    public Optional<String> onlyColumn() {
        boolean isOnly = block.columns().leaves().size() == 1;
        return isOnly && !row.keys().isEmpty() && !column.keys().isEmpty()
                ? Optional.of(column.path())
                : Optional.empty();
    }

    /**
     * The paths that it may have in an earlier edition, the likeliest first: by the former keys of its labels, with its only
     * column's and without. Empty if no label has a former key.
     */
    public List<CellPath> formerPaths() {
        if (labels().stream().allMatch(label -> label.formerKey().isEmpty())) {
            return List.of();
        }
        CellPath section = new CellPath(path.section());
        String rows = row.formerPath();
        String columns = column.formerPath();
        if (rows.isEmpty() || columns.isEmpty()) {
            return List.of(section.then(rows + columns));
        }
        CellPath both = section.then(rows).then(columns);
        return block.columns().leaves().size() > 1 ? List.of(both) : List.of(both, section.then(rows));
    }
}
