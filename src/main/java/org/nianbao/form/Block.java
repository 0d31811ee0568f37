package org.nianbao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a table with a head of its own.
 *
 * @param title a row above the head, over the whole width
 * @param corner what stands above the row labels; empty text where there are none
 * @param columns the head
 * @param rows the stub
 * @param identities what must hold beside the totals
 * @param alone rows that count alone: what is counted there is counted in no row beside it
 * @param reserved rows that only some bodies have figures for
 */
public record Block(
        Optional<String> title,
        String corner,
        Axis columns,
        Axis rows,
        List<Identity> identities,
        List<ExclusiveRow> alone,
        List<RestrictedRow> reserved) {
    public Block {
        identities = List.copyOf(identities);
        alone = List.copyOf(alone);
        reserved = List.copyOf(reserved);
    }

    /**
     * A row that counts alone.
     *
     * @param rule id of the rule that says so
     * @param row path of the leaf
     */
    public record ExclusiveRow(String rule, String row) {}

    /**
     * A row that is zero for all bodies but some.
     *
     * @param rule id of the rule that says so
     * @param row path of the leaf
     * @param levels of the bodies that may have a figure there
     */
    public record RestrictedRow(String rule, String row, List<String> levels) {
        public RestrictedRow {
            levels = List.copyOf(levels);
        }
    }

    /** How many columns the drawn block takes at least. */
    public int width() {
        return rows.depth() + columns.leaves().size();
    }

    /**
     * The labels whose keys lead to a figure inside its section. Where a block has one column, its key is left out:
     * nobody would type it.
     */
    public List<Label> keys(Axis.Leaf row, Axis.Leaf column) {
        List<Label> keys = new ArrayList<>(row.keys());
        if (row.trail().isEmpty() || columns.leaves().size() > 1) {
            keys.addAll(column.keys());
        }
        return keys;
    }

    /** The dotted path of a figure inside its section. */
    public String path(Axis.Leaf row, Axis.Leaf column) {
        if (row.path().isEmpty()) {
            return column.path();
        }
        return columns.leaves().size() > 1 && !column.path().isEmpty() ? row.path() + "." + column.path() : row.path();
    }

    /** What a cell takes: what its row says or else its column. */
    public Label.CellSpec takes(Axis.Leaf row, Axis.Leaf column) {
        return row.takes().or(column::takes).orElse(Label.CellSpec.COUNT);
    }

    /**
     * What the path of a figure may have been in an earlier edition, the likeliest first: by what its labels were called
     * there, with its column's key and without; empty if nothing was called otherwise.
     */
    public List<String> formerPaths(Axis.Leaf row, Axis.Leaf column) {
        boolean same = Stream.of(row, column)
                .flatMap(leaf -> leaf.trail().stream())
                .allMatch(label -> label.was().isEmpty());
        if (same) {
            return List.of();
        }
        String rows = row.formerPath();
        String columns = column.formerPath();
        if (rows.isEmpty() || columns.isEmpty()) {
            return List.of(rows + columns);
        }
        return this.columns.leaves().size() > 1 ? List.of(rows + "." + columns) : List.of(rows + "." + columns, rows);
    }

    /** The paths of all figures, row by row. */
    public List<String> paths() {
        return rows.leaves().stream()
                .flatMap(row -> columns.leaves().stream().map(column -> path(row, column)))
                .toList();
    }

    /** All that must hold in this block: the totals of both axes, then the identities. */
    public List<Identity> rules() {
        List<Identity> rules = new ArrayList<>();
        rows.sums().forEach((total, sum) -> rules.add(total(total, sum, Identity.Along.ROWS)));
        columns.sums().forEach((total, sum) -> rules.add(total(total, sum, Identity.Along.COLUMNS)));
        rules.addAll(identities);
        return rules;
    }

    private static Identity total(String total, Axis.Sum sum, Identity.Along along) {
        List<Term> addends = sum.addends().stream().map(Term::plus).toList();
        return new Identity(
                sum.rule(), along, Identity.Relation.EQUAL, addends, List.of(Term.plus(total)), true, false);
    }
}
