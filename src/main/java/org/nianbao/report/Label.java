package org.nianbao.report;

import java.util.List;
import java.util.Optional;

/**
 * A label of a table's head or stub, and the labels below it.
 *
 * @param key what an input calls it
 * @param text what is printed; a line feed is a line break
 * @param spanner whether it only spans the labels below it and is no part of a figure's path
 * @param type of the figures under a column; read for leaves of the column tree only
 * @param total for a leaf that is the sum of all leaves of its siblings: the id of the rule that says so
 * @param children the labels below, in order; empty for a leaf
 */
public record Label(
        String key, String text, boolean spanner, CellType type, Optional<String> total, List<Label> children) {
    public Label {
        children = List.copyOf(children);
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
