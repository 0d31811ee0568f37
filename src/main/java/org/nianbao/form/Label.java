package org.nianbao.form;

import java.util.List;
import java.util.Optional;

/**
 * A label of rows or columns, with the labels below it.
 *
 * @param key in an input
 * @param text printed on the form; a line feed is a line break
 * @param spanner whether it only spans the labels below it and is no part of a cell's path
 * @param spec of a leaf's cells, if the leaf has one
 * @param total id of the rule by which the leaf is the sum of the leaves below its siblings; empty if it is no total
 * @param formerKey its key in an earlier edition, if that was another one
 * @param single key of the label below that takes the figures of a table in which this group is a single row
 * @param children the labels below, in order; empty for a leaf
 */
public record Label(
        String key,
        String text,
        boolean spanner,
        Optional<CellSpec> spec,
        Optional<String> total,
        Optional<String> formerKey,
        Optional<String> single,
        List<Label> children) {
    public Label {
        children = List.copyOf(children);
    }

    /** A leaf with no more than a key and a text. */
    public static Label plain(String key, String text) {
        return new Label(
                key, text, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The text without line breaks. */
    public String oneLine() {
        return text.replace("\n", "");
    }

    /** Whether no label is below it. */
    public boolean isLeaf() {
        return children.isEmpty();
    }

    /** The number of leaves that it spans; 1 for a leaf. */
    public int leaves() {
        return isLeaf() ? 1 : children.stream().mapToInt(Label::leaves).sum();
    }

    /** The number of levels of labels, its own included. */
    public int depth() {
        return 1 + children.stream().mapToInt(Label::depth).max().orElse(0);
    }
}
