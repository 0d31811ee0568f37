package org.nianbao.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key of a table in an input: below it are more keys, or it stands for a cell.
 *
 * @param label of the key; empty for the table itself
 * @param children by key, in the form's order; empty for a cell
 * @param cell that the key stands for, if it is one
 */
public record KeyTree(Optional<Label> label, Map<String, KeyTree> children, Optional<FormCell> cell) {

    /** The keys of a table; a cell that prints a fact has none. */
    static KeyTree of(List<BlockCells> blocks) {
        KeyTree tree = new KeyTree(Optional.empty(), new LinkedHashMap<>(), Optional.empty());
        blocks.stream()
                .flatMap(block -> block.cells().stream())
                .filter(cell -> cell.spec().fact().isEmpty())
                .forEach(tree::add);
        return tree;
    }

    /** All cells, in the form's order. */
    public Stream<FormCell> cells() {
        return cell.isPresent() ? cell.stream() : children.values().stream().flatMap(KeyTree::cells);
    }

    /** Whether all cells below hold figures. */
    public boolean isFigures() {
        return cells().allMatch(FormCell::isFigure);
    }

    /** Whether all cells below are in one row of their block. */
    public boolean isRow() {
        List<FormCell> cells = cells().toList();
        return cells.stream().allMatch(cell -> cell.isInRowOf(cells.get(0)));
    }

    /** The rows from here down, in the form's order: keys with the cells of one row below them. */
    public Stream<KeyTree> rows() {
        return isRow() ? Stream.of(this) : children.values().stream().flatMap(KeyTree::rows);
    }

    /** The dotted path from here down to a key, if exactly one key below the children has that name. */
    public Optional<String> pathTo(String key) {
        List<String> found = new ArrayList<>();
        children.forEach((name, child) -> {
            if (child.children.containsKey(key)) {
                found.add(name + "." + key);
            }
            child.pathTo(key).ifPresent(below -> found.add(name + "." + below));
        });
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void add(FormCell cell) {
        KeyTree at = this;
        List<Label> keys = cell.keys();
        Label last = keys.get(keys.size() - 1);
        for (Label key : keys.subList(0, keys.size() - 1)) {
            at = at.children.computeIfAbsent(
                    key.key(), name -> new KeyTree(Optional.of(key), new LinkedHashMap<>(), Optional.empty()));
        }
        at.children.put(last.key(), new KeyTree(Optional.of(last), Map.of(), Optional.of(cell)));
    }
}
