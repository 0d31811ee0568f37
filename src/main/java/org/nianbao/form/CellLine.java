package org.nianbao.form;

import java.util.List;

/**
 * The cells of a block in one of its columns or one of its rows.
 *
 * @param block that the line is in
 * @param terms which leaves tell its cells apart: rows if it is a column, else columns
 * @param across the column or the row
 */
public record CellLine(BlockCells block, Identity.Along terms, Axis.Leaf across) {

    /**
     * The cell of a leaf.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public FormCell cell(String leaf) {
        return terms == Identity.Along.ROWS ? block.cell(leaf, across.path()) : block.cell(across.path(), leaf);
    }

    /** The cells that the cell of a leaf is the sum of in this line; none unless the leaf is a total. */
    public List<FormCell> addends(String leaf) {
        Axis along = terms == Identity.Along.ROWS
                ? block.block().rows()
                : block.block().columns();
        Axis.Sum sum = along.sums().get(leaf);
        return sum == null ? List.of() : sum.addends().stream().map(this::cell).toList();
    }
}
