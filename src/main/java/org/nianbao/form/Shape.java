package org.nianbao.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an input may write below a key of a table: more keys, or a figure.
 *
 * @param label that the key stands for; empty for the table itself
 * @param children by key, in the form's order; empty where a figure stands
 * @param slot the figure, where one stands
 */
public record Shape(Optional<Label> label, Map<String, Shape> children, Optional<Slot> slot) {

    /**
     * A place for a figure.
     *
     * @param path dotted, from the section on
     * @param block that it is in
     * @param row of the block
     * @param column of the block
     * @param onlyColumn the key of a block's only column, which may be written or left out
     */
    public record Slot(String path, Block block, Axis.Leaf row, Axis.Leaf column, Optional<String> onlyColumn) {

        /** What it takes. */
        public Label.CellSpec takes() {
            return block.takes(row, column);
        }

        /** Whether its figure is reckoned where nobody types it. */
        public boolean isTotal() {
            return row.isTotal() || column.isTotal();
        }

        /** The same place behind the key of its only column. */
        public Slot insideOnlyColumn() {
            return new Slot(path, block, row, column, Optional.empty());
        }
    }

    /** The shape of a whole table. */
    public static Shape of(Section.TableSection section) {
        Shape shape = new Shape(Optional.empty(), new LinkedHashMap<>(), Optional.empty());
        for (Block block : section.table().blocks()) {
            List<Axis.Leaf> columns = block.columns().leaves();
            for (Axis.Leaf row : block.rows().leaves()) {
                for (Axis.Leaf column : columns) {
                    if (block.takes(row, column).fact().isPresent()) {
                        continue; // said by the fact
                    }
                    Optional<String> only = columns.size() == 1
                                    && !row.trail().isEmpty()
                                    && !column.path().isEmpty()
                            ? Optional.of(column.path())
                            : Optional.empty();
                    String path = section.key() + "." + block.path(row, column);
                    shape.grow(block.keys(row, column), new Slot(path, block, row, column, only));
                }
            }
        }
        return shape;
    }

    /** All places for figures, in the form's order. */
    public Stream<Slot> slots() {
        return slot.isPresent() ? slot.stream() : children.values().stream().flatMap(Shape::slots);
    }

    /** Where in this shape a key stands, dotted, if it stands in one place only. */
    public Optional<String> whereIs(String key) {
        List<String> found = new ArrayList<>();
        children.forEach((name, child) -> {
            if (child.children.containsKey(key)) {
                found.add(name + "." + key);
            }
            child.whereIs(key).ifPresent(below -> found.add(name + "." + below));
        });
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void grow(List<Label> keys, Slot slot) {
        if (keys.isEmpty()) { // spanners all the way: nothing that anybody could write
            return;
        }
        Shape at = this;
        for (Label key : keys.subList(0, keys.size() - 1)) {
            at = at.children.computeIfAbsent(
                    key.key(), name -> new Shape(Optional.of(key), new LinkedHashMap<>(), Optional.empty()));
        }
        Label last = keys.get(keys.size() - 1);
        at.children.put(last.key(), new Shape(Optional.of(last), Map.of(), Optional.of(slot)));
    }
}
