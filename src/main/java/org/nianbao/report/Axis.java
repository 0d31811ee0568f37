package org.nianbao.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One direction of a table: its rows or its columns, as a forest of labels.
 *
 * @param roots the labels of the outermost level, in order; empty for the rows of a table that has one row
 *     and no label for it
 */
public record Axis(List<Label> roots) {
    public Axis {
        roots = List.copyOf(roots);
    }

    /**
     * A leaf with the labels it hangs from.
     *
     * @param trail from the root to the leaf; empty for the only row of an axis without labels
     */
    public record Leaf(List<Label> trail) {
        public Leaf {
            trail = List.copyOf(trail);
        }

        /** The trail without spanners: the labels whose keys an input writes to get here. */
        public List<Label> keys() {
            return trail.stream().filter(label -> !label.spanner()).toList();
        }

        /** What an input writes to get here, joined with dots. */
        public String path() {
            return String.join(".", keys().stream().map(Label::key).toList());
        }

        /** The label itself. */
        public Label label() {
            return trail.get(trail.size() - 1);
        }
    }

    /** How many levels of labels there are; 0 without labels. */
    public int depth() {
        return roots.stream().mapToInt(Label::depth).max().orElse(0);
    }

    /** The leaves in order; one leaf with an empty trail if there are no labels. */
    public List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        if (roots.isEmpty()) {
            leaves.add(new Leaf(List.of()));
        }
        for (Label root : roots) {
            collect(root, List.of(), leaves);
        }
        return leaves;
    }

    /**
     * What each total is the sum of: the leaves of the total's siblings.
     *
     * @return total's path to its rule's id and the paths of its addends
     */
    public Map<String, Sum> sums() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        collectSums(roots, List.of(), sums);
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
