package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.form.Axis;
import org.nianbao.form.BlockCells;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;

/**
 * A row of a form's table.
 *
 * @param block that it is in
 * @param labels of the row from the outermost to the innermost, {@link LabelText#plain}; empty for the only row of a block
 * @param cells of the row
 * @param columns the labels above each cell, from the outermost to the innermost, {@link LabelText#plain}
 */
record FormRow(BlockCells block, List<String> labels, List<FormCell> cells, List<List<String>> columns) {

    /** The rows of all tables of a form, in its order. */
    static List<FormRow> of(Form form) {
        return of(form.cells().blocks());
    }

    /** The rows of the table of a section. */
    static List<FormRow> of(Form form, Section section) {
        return of(form.cells().blocks(section.key()));
    }

    private static List<FormRow> of(List<BlockCells> blocks) {
        List<FormRow> rows = new ArrayList<>();
        for (BlockCells block : blocks) {
            List<List<String>> columns = block.block().columns().leaves().stream()
                    .map(FormRow::labels)
                    .toList();
            for (Axis.Leaf row : block.block().rows().leaves()) {
                List<FormCell> cells = block.cells().stream()
                        .filter(cell -> cell.row().equals(row))
                        .toList();
                rows.add(new FormRow(block, labels(row), cells, columns));
            }
        }
        return rows;
    }

    private static List<String> labels(Axis.Leaf leaf) {
        return leaf.labels().stream()
                .map(label -> LabelText.plain(label.text()))
                .toList();
    }

    /** The innermost label as the form prints it; of a row without labels, the heads of its columns. */
    String printed() {
        Axis.Leaf row = cells.get(0).row();
        return row.labels().isEmpty()
                ? String.join(" ", columns.get(0))
                : row.label().oneLine();
    }

    /** Whether all its cells hold figures. */
    boolean hasFigures() {
        return cells.stream().allMatch(cell -> cell.spec().type().isFigure());
    }
}
