package org.nianbao.form;

import java.util.List;
import java.util.Optional;

/**
 * A label of a table's head or stub, and the labels below it.
 *
 * @param key what an input calls it
 * @param text what is printed; a line feed is a line break
 * @param spanner whether it only spans the labels below it and is no part of a figure's path
 * @param takes what the cells of a leaf take, if the leaf says so
 * @param total for a leaf that is the sum of all leaves of its siblings: the id of the rule that says so
 * @param was what an earlier edition calls it, if it calls it something else
 * @param children the labels below, in order; empty for a leaf
 */
public record Label(
        String key,
        String text,
        boolean spanner,
        Optional<CellSpec> takes,
        Optional<String> total,
        Optional<String> was,
        List<Label> children) {
    public Label {
        children = List.copyOf(children);
    }

    /**
     * What a cell takes.
     *
     * @param type in general
     * @param choices the words to choose from, if that is its type; empty for all others
     * @param optional whether a cell of words may be left out
     * @param fact the key of the fact that stands there; then an input does not write the cell
     */
    public record CellSpec(CellType type, List<String> choices, boolean optional, Optional<String> fact) {
        /** What a cell takes whose labels do not say. */
        public static final CellSpec COUNT = new CellSpec(CellType.COUNT, List.of(), false, Optional.empty());

        public CellSpec {
            choices = List.copyOf(choices);
        }
    }

    /** A label without anything below it or special about it. */
    public static Label plain(String key, String text) {
        return new Label(key, text, false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Whether no label stands below it. */
    public boolean isLeaf() {
        return children.isEmpty();
    }

    /** How many leaves it spans: itself if it is one. */
    public int leaves() {
        return isLeaf() ? 1 : children.stream().mapToInt(Label::leaves).sum();
    }

    /** How many labels stand above one another, itself included. */
    public int depth() {
        return 1 + children.stream().mapToInt(Label::depth).max().orElse(0);
    }
}
