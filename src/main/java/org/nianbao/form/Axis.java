package org.nianbao.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows or the columns of a table, as a forest of labels. Immutable. */
public final class Axis {
    private final List<Label> roots;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<String, Sum> sums = new LinkedHashMap<>();

    /** @param roots the outermost labels, in order; empty for the only row of a table, which then has no label */
    public Axis(List<Label> roots) {
        this.roots = List.copyOf(roots);
        if (roots.isEmpty()) {
            leaves.add(Leaf.of(List.of()));
        }
        roots.forEach(root -> collect(root, List.of(), leaves));
        collectSums(roots, List.of());
    }

    /** The outermost labels, in order. */
    public List<Label> roots() {
        return roots;
    }

    /**
     * A row or a column.
     *
     * @param labels from the root to the leaf; empty for the only row of an axis without labels
     * @param keys the labels whose keys an input writes: all but spanners
     * @param path those keys, joined with dots
     */
    public record Leaf(List<Label> labels, List<Label> keys, String path) {
        private static Leaf of(List<Label> labels) {
            List<Label> keys = labels.stream().filter(label -> !label.spanner()).toList();
            return new Leaf(labels, keys, keys.stream().map(Label::key).collect(Collectors.joining(".")));
        }

        /** Its path in the earlier edition that the former keys of its labels are from. */
        public String formerPath() {
            return keys.stream().map(key -> key.formerKey().orElse(key.key())).collect(Collectors.joining("."));
        }

        Optional<CellSpec> spec() {
            return labels.isEmpty() ? Optional.empty() : label().spec();
        }

        /** The innermost label. */
        public Label label() {
            return labels.get(labels.size() - 1);
        }

        /** Whether it is the sum of other leaves. */
        public boolean isTotal() {
            return !labels.isEmpty() && label().total().isPresent();
        }
    }

    /** The number of levels of labels. */
    public int depth() {
        return roots.stream().mapToInt(Label::depth).max().orElse(0);
    }

    /** The leaves in order: at least one. */
    public List<Leaf> leaves() {
        return Collections.unmodifiableList(leaves);
    }

    /** Whether a leaf has that path. */
    public boolean has(String path) {
        return leaves.stream().anyMatch(leaf -> leaf.path().equals(path));
    }

    /** The totals, by path: each is the sum of the leaves below its siblings. */
    public Map<String, Sum> sums() {
        return Collections.unmodifiableMap(sums);
    }

    /** A sum of leaves, by their paths, with the id of the rule that requires it. */
    public record Sum(String rule, List<String> addends) {
        public Sum {
            addends = List.copyOf(addends);
        }
    }

    private static void collect(Label label, List<Label> above, List<Leaf> leaves) {
        List<Label> labels = append(above, label);
        if (label.isLeaf()) {
            leaves.add(Leaf.of(labels));
        }
        label.children().forEach(child -> collect(child, labels, leaves));
    }

    private void collectSums(List<Label> siblings, List<Label> above) {
        for (Label label : siblings) {
            List<Label> labels = append(above, label);
            label.total().ifPresent(rule -> {
                List<Leaf> addends = new ArrayList<>();
                siblings.stream()
                        .filter(other -> !other.key().equals(label.key()))
                        .forEach(other -> collect(other, above, addends));
                List<String> paths = addends.stream().map(Leaf::path).toList();
                sums.put(Leaf.of(labels).path(), new Sum(rule, paths));
            });
            collectSums(label.children(), labels);
        }
    }

    private static List<Label> append(List<Label> above, Label label) {
        return Stream.concat(above.stream(), Stream.of(label)).toList();
    }
}
