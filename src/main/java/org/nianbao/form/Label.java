package org.nianbao.form;

import java.util.List;
import java.util.Optional;

/**
 * A label of a table's head or stub, and the labels below it.
 *
 * @param key what an input calls it
 * @param text what is printed; a line feed is a line break
 * @param spanner whether it only spans the labels below it and is no part of a figure's path
 * @param spec what the cells of a leaf may hold, if the leaf says so
 * @param total for a leaf that is the sum of all leaves of its siblings: the id of the rule that says so
 * @param formerKey its key in an earlier edition, if that was another one
 * @param children the labels below, in order; empty for a leaf
 */
public record Label(
        String key,
        String text,
        boolean spanner,
        Optional<CellSpec> spec,
        Optional<String> total,
        Optional<String> formerKey,
        List<Label> children) {
    public Label {
        children = List.copyOf(children);
    }

    /** A label without anything below it or special about it. */
    public static Label plain(String key, String text) {
        return new Label(key, text, false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Whether no label stands below it. */
    public boolean isLeaf() {
        return children.isEmpty();
    }

    /** The text without line breaks. */
    public String oneLine() {
        return text.replace("\n", "");
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
