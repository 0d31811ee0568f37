package org.nianbao.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cells of a block: each of its rows with each of its columns. Immutable. */
public final class BlockCells {
    private final String section;
    private final Block block;
    private final List<FormCell> cells = new ArrayList<>();
    private final Map<String, Map<String, FormCell>> byRow = new LinkedHashMap<>();

    /** @param section key of the section that the block is in */
    public BlockCells(String section, Block block) {
        this.section = section;
        this.block = block;
        for (Axis.Leaf row : block.rows().leaves()) {
            Map<String, FormCell> byColumn = byRow.computeIfAbsent(row.path(), path -> new LinkedHashMap<>());
            for (Axis.Leaf column : block.columns().leaves()) {
                FormCell cell = FormCell.of(section, block, row, column);
                cells.add(cell);
                byColumn.putIfAbsent(column.path(), cell);
            }
        }
    }

    public String section() {
        return section;
    }

    public Block block() {
        return block;
    }

    /** The cells, row by row. */
    public List<FormCell> cells() {
        return Collections.unmodifiableList(cells);
    }

    /** The lines in which an identity must hold: the columns if its terms are rows, else the rows. */
    public List<CellLine> lines(Identity.Along along) {
        Axis across = along == Identity.Along.ROWS ? block.columns() : block.rows();
        return across.leaves().stream()
                .map(leaf -> new CellLine(this, along, leaf))
                .toList();
    }

    /** @throws java.util.NoSuchElementException if there is no such row or column */
    FormCell cell(String row, String column) {
        return Optional.ofNullable(byRow.get(row))
                .map(columns -> columns.get(column))
                .orElseThrow();
    }

    /** The cells whose sum a total is: in its row if its column is a total, else in its column. */
    public List<FormCell> addends(FormCell total) {
        return total.column().isTotal()
                ? new CellLine(this, Identity.Along.COLUMNS, total.row())
                        .addends(total.column().path())
                : new CellLine(this, Identity.Along.ROWS, total.column())
                        .addends(total.row().path());
    }
}
