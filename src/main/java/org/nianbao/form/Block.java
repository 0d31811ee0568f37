package org.nianbao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a table with its own column heads.
 *
 * @param title of a row above the column heads, over the whole width
 * @param corner text above the row labels; empty if there is none
 * @param columns with their heads
 * @param rows with their labels
 * @param identities that must hold beside the totals
 * @param exclusiveRows rows whose cases are counted in no other row
 * @param restrictedRows rows that only some agencies may fill
 */
public record Block(
        Optional<String> title,
        String corner,
        Axis columns,
        Axis rows,
        List<Identity> identities,
        List<ExclusiveRow> exclusiveRows,
        List<RestrictedRow> restrictedRows) {
    public Block {
        identities = List.copyOf(identities);
        exclusiveRows = List.copyOf(exclusiveRows);
        restrictedRows = List.copyOf(restrictedRows);
    }

    /**
     * A row whose cases are counted in no other row.
     *
     * @param rule its id
     * @param row the path of its leaf
     * @param again the path of the rows in which its cases are likely to be counted again; any row if there is none
     */
    public record ExclusiveRow(String rule, String row, Optional<String> again) {}

    /** A row, by the path of its leaf, that only agencies of these levels fill, with the id of its rule. */
    public record RestrictedRow(String rule, String row, List<String> levels) {
        public RestrictedRow {
            levels = List.copyOf(levels);
        }
    }

    /** The number of columns that it is drawn with, those of its row labels included. */
    public int width() {
        return rows.depth() + columns.leaves().size();
    }

    /** All that must hold: the totals of rows, those of columns, the identities. */
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
