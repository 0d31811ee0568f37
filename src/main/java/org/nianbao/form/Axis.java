package org.nianbao.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One direction of a table: its rows or its columns, as a forest of labels. Immutable. */
public final class Axis {
    private final List<Label> roots;
    private final List<Leaf> leaves;
    private final Map<String, Leaf> byPath = new HashMap<>();
    private final Map<String, Sum> sums;

    /**
     * Makes an axis.
     *
     * @param roots the labels of the outermost level, in order; empty for the rows of a table that has one row and no
     *     label for it
     */
    public Axis(List<Label> roots) {
        this.roots = List.copyOf(roots);
        List<Leaf> found = new ArrayList<>();
        if (roots.isEmpty()) {
            found.add(new Leaf(List.of()));
        }
        roots.forEach(root -> collect(root, List.of(), found));
        this.leaves = List.copyOf(found);
        found.forEach(leaf -> byPath.putIfAbsent(leaf.path(), leaf));
        Map<String, Sum> totals = new LinkedHashMap<>();
        collectSums(roots, List.of(), totals);
        this.sums = Collections.unmodifiableMap(totals);
    }

    /** The labels of the outermost level, in order. */
    public List<Label> roots() {
        return roots;
    }

    /** A leaf with the labels it hangs from. Immutable. */
    public static final class Leaf {
        private final List<Label> trail;
        private final List<Label> keys;
        private final String path;

        /**
         * Makes a leaf.
         *
         * @param trail from the root to the leaf; empty for the only row of an axis without labels
         */
        public Leaf(List<Label> trail) {
            this.trail = List.copyOf(trail);
            this.keys = trail.stream().filter(label -> !label.spanner()).toList();
            this.path = String.join(".", keys.stream().map(Label::key).toList());
        }

        /** From the root to the leaf. */
        public List<Label> trail() {
            return trail;
        }

        /** The trail without spanners: the labels whose keys an input writes to get here. */
        public List<Label> keys() {
            return keys;
        }

        /** What an input writes to get here, joined with dots. */
        public String path() {
            return path;
        }

        /** The path that leads here in an earlier edition. */
        public String formerPath() {
            return String.join(
                    ".",
                    keys.stream().map(key -> key.formerKey().orElse(key.key())).toList());
        }

        /** What its cells may hold, if its label says so. */
        Optional<CellSpec> spec() {
            return trail.isEmpty() ? Optional.empty() : label().spec();
        }

        /** The label itself. */
        public Label label() {
            return trail.get(trail.size() - 1);
        }

        /** Whether it is the sum of other leaves. */
        public boolean isTotal() {
            return !trail.isEmpty() && label().total().isPresent();
        }
    }

    /** How many levels of labels there are; 0 without labels. */
    public int depth() {
        return roots.stream().mapToInt(Label::depth).max().orElse(0);
    }

    /** The leaves in order; one leaf with an empty trail if there are no labels. */
    public List<Leaf> leaves() {
        return leaves;
    }

    /** Whether a leaf has that path. */
    public boolean has(String path) {
        return byPath.containsKey(path);
    }

    /**
     * What each total is the sum of: the leaves of the total's siblings.
     *
     * @return total's path to its rule's id and the paths of its addends
     */
    public Map<String, Sum> sums() {
        return sums;
    }

    /**
     * A sum along this axis.
     *
     * @param rule id of the rule
     * @param addends paths of leaves
     */
    public record Sum(String rule, List<String> addends) {
        public Sum {
            addends = List.copyOf(addends);
        }
    }

    private static void collect(Label label, List<Label> above, List<Leaf> leaves) {
        List<Label> trail = new ArrayList<>(above);
        trail.add(label);
        if (label.isLeaf()) {
            leaves.add(new Leaf(trail));
        }
        for (Label child : label.children()) {
            collect(child, trail, leaves);
        }
    }

    private static void collectSums(List<Label> siblings, List<Label> above, Map<String, Sum> sums) {
        for (Label label : siblings) {
            List<Label> trail = new ArrayList<>(above);
            trail.add(label);
            label.total().ifPresent(rule -> {
                List<Leaf> addends = new ArrayList<>();
                siblings.stream()
                        .filter(other -> !other.key().equals(label.key()))
                        .forEach(other -> collect(other, above, addends));
                sums.put(
                        new Leaf(trail).path(),
                        new Sum(rule, addends.stream().map(Leaf::path).toList()));
            });
            collectSums(label.children(), trail, sums);
        }
    }
}
