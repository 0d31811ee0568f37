package org.nianbao.report;

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
 */
public record Block(Optional<String> title, String corner, Axis columns, Axis rows, List<Identity> identities) {
    public Block {
        identities = List.copyOf(identities);
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
        return String.join(".", keys(row, column).stream().map(Label::key).toList());
    }

    /** All that must hold in this block: the totals of both axes, then the identities. */
    public List<Identity> rules() {
        List<Identity> rules = new ArrayList<>();
        rows.sums()
                .forEach((total, sum) ->
                        rules.add(new Identity(sum.rule(), Identity.Along.ROWS, sum.addends(), List.of(total), true)));
        columns.sums()
                .forEach((total, sum) -> rules.add(
                        new Identity(sum.rule(), Identity.Along.COLUMNS, sum.addends(), List.of(total), true)));
        rules.addAll(identities);
        return rules;
    }
}
