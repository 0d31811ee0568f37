package org.nianbao.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.report.Axis;
import org.nianbao.report.Block;
import org.nianbao.report.CellType;
import org.nianbao.report.Section;

/**
 * What an input may write below a key of a table: more keys, or a figure.
 *
 * @param children by key, in the form's order; empty where a figure stands
 * @param slot the figure, where one stands
 */
record Shape(Map<String, Shape> children, Optional<Slot> slot) {

    /**
     * A place for a figure.
     *
     * @param path dotted, from the section on
     * @param type of the figure
     * @param unit that the printed labels of its column or row name, if they do
     * @param onlyColumn the key of a block's only column, which may be written or left out
     */
    record Slot(String path, CellType type, Optional<String> unit, Optional<String> onlyColumn) {}

    /** The shape of a whole table. */
    static Shape of(Section.Figures section) {
        Shape shape = new Shape(new LinkedHashMap<>(), Optional.empty());
        for (Block block : section.table().blocks()) {
            List<Axis.Leaf> columns = block.columns().leaves();
            for (Axis.Leaf row : block.rows().leaves()) {
                for (Axis.Leaf column : columns) {
                    String inside = block.path(row, column);
                    Optional<String> only = columns.size() == 1 && !row.trail().isEmpty()
                            ? Optional.of(column.path())
                            : Optional.empty();
                    shape.grow(
                            inside.split("\\."),
                            new Slot(
                                    section.key() + "." + inside, column.label().type(), unit(column, row), only));
                }
            }
        }
        return shape;
    }

    private static Optional<String> unit(Axis.Leaf column, Axis.Leaf row) {
        return Stream.of(column, row)
                .flatMap(leaf -> leaf.trail().stream())
                .flatMap(label -> Money.unitOf(label.text().replace("\n", "")).stream())
                .findFirst();
    }

    /** Where in this shape a key stands, dotted, if it stands in one place only. */
    Optional<String> whereIs(String key) {
        List<String> found = new ArrayList<>();
        children.forEach((name, child) -> {
            if (child.children.containsKey(key)) {
                found.add(name + "." + key);
            }
            child.whereIs(key).ifPresent(below -> found.add(name + "." + below));
        });
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void grow(String[] keys, Slot slot) {
        Shape at = this;
        for (int i = 0; i < keys.length - 1; i++) {
            at = at.children.computeIfAbsent(keys[i], key -> new Shape(new LinkedHashMap<>(), Optional.empty()));
        }
        at.children.put(keys[keys.length - 1], new Shape(Map.of(), Optional.of(slot)));
    }
}
