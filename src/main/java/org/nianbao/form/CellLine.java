package org.nianbao.form;

import java.util.List;

/**
 * A line of cells across a block: one of its columns or one of its rows.
 *
 * @param block that the line is in
 * @param along the axis whose leaves distinguish the cells: rows if the line is a column
 * @param across the column or the row
 */
public record CellLine(BlockCells block, Identity.Along along, Axis.Leaf across) {

    /** The cell of a leaf of the other axis; it must exist. */
    public FormCell cell(String leaf) {
        return along == Identity.Along.ROWS ? block.cell(leaf, across.path()) : block.cell(across.path(), leaf);
    }

    /** The cells whose sum the cell of a leaf is; none unless the leaf is a total. */
    public List<FormCell> addends(String leaf) {
        Axis axis = along == Identity.Along.ROWS
                ? block.block().rows()
                : block.block().columns();
        Axis.Sum sum = axis.sums().get(leaf);
        return sum == null ? List.of() : sum.addends().stream().map(this::cell).toList();
    }
}
