package org.nianbao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a table with a head of its own.
 *
 * @param title a row above the head, over the whole width
 * @param corner what stands above the row labels; empty text where there are none
 * @param columns the head
 * @param rows the stub
 * @param identities what must hold beside the totals
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
     * @param rule id of the rule
     * @param row path of the leaf
     */
    public record ExclusiveRow(String rule, String row) {}

    /**
     * A row that is zero for all agencies but some.
     *
     * @param rule id of the rule
     * @param row path of the leaf
     * @param levels of the agencies that may have a figure there
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
