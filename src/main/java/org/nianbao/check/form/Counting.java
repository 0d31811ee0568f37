package org.nianbao.check.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Severity;
import org.nianbao.form.Block;
import org.nianbao.form.BlockCells;
import org.nianbao.form.CellLine;
import org.nianbao.form.CellPath;
import org.nianbao.form.FormCell;
import org.nianbao.form.Identity;
import org.nianbao.form.Term;

/** Finds figures that add up wrongly, or should not be there at all, because people count by another rule than the form. */
public final class Counting {
    private final Examined examined;
    private final Diagnostics diagnostics = new Diagnostics();

    private Counting(Examined examined) {
        this.examined = examined;
    }

    /** What looks counted by another rule, in the form's order. */
    public static List<Diagnostic> of(Examined examined) {
        Counting counting = new Counting(examined);
        for (BlockCells block : examined.report().form().cells().blocks()) {
            block.block().exclusiveRows().forEach(row -> counting.countedTwice(block, row));
            block.block().restrictedRows().forEach(row -> counting.restricted(block, row));
        }
        return counting.diagnostics.list();
    }

    /**
     * A row that counts alone, and whose cases seem to stand in another row as well: the rows sum up to more than they
     * should, by exactly the figure of another row.
     */
    private void countedTwice(BlockCells block, Block.ExclusiveRow exclusive) {
        block.block().rows().sums().forEach((total, sum) -> {
            if (sum.addends().contains(exclusive.row())) {
                block.lines(Identity.Along.ROWS).stream()
                        .filter(column -> !column.across().isTotal())
                        .forEach(column -> countedTwice(column, exclusive, total, sum.addends()));
            }
        });
    }

    private void countedTwice(CellLine column, Block.ExclusiveRow exclusive, String total, List<String> rows) {
        BigDecimal own = value(column.cell(exclusive.row())).orElse(BigDecimal.ZERO);
        Optional<BigDecimal> sum = sum(column, rows.stream().map(Term::plus).toList());
        Optional<BigDecimal> due = due(column, total);
        if (own.signum() <= 0 || sum.isEmpty() || due.isEmpty()) {
            return;
        }
        BigDecimal excess = sum.get().subtract(due.get());
        if (excess.signum() <= 0 || excess.compareTo(own) > 0) {
            return;
        }
        String key = new CellPath(exclusive.row()).lastKey();
        rows.stream()
                .filter(row -> !row.equals(exclusive.row()))
                .map(column::cell)
                .filter(cell -> value(cell)
                        .filter(value -> value.compareTo(excess) == 0)
                        .isPresent())
                .reduce((first, last) -> last)
                .ifPresent(cell -> diagnostics.add(Diagnostic.warning(
                                "counted-twice",
                                examined.places().of(cell.path().dotted()),
                                column.across().label().oneLine(),
                                sum.get().toPlainString(),
                                due.get().toPlainString(),
                                excess.toPlainString(),
                                cell.row().label().key(),
                                key,
                                exclusive.rule(),
                                cell.path())
                        .as(Severity.HINT)
                        .as(exclusive.rule())
                        .about(cell.path().dotted())));
    }

    private Optional<BigDecimal> value(FormCell cell) {
        return examined.canRead(cell.path())
                ? examined.report().cell(cell.path()).value()
                : Optional.empty();
    }

    private Optional<BigDecimal> sum(CellLine column, List<Term> terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            Optional<BigDecimal> value = value(column.cell(term.path()));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = term.minus() ? sum.subtract(value.get()) : sum.add(value.get());
        }
        return Optional.of(sum);
    }

    /** What a row should be by an identity that has it on its right side, all else as it is. */
    private Optional<BigDecimal> due(CellLine column, String row) {
        for (Identity identity : column.block().block().identities()) {
            boolean ties = identity.along() == Identity.Along.ROWS
                    && !identity.acrossYears()
                    && identity.right().contains(Term.plus(row));
            if (ties) {
                List<Term> others = new ArrayList<>(identity.right());
                others.remove(Term.plus(row));
                return sum(column, identity.left())
                        .flatMap(left -> sum(column, others).map(left::subtract));
            }
        }
        return Optional.empty();
    }

    /** A figure in a row that bodies of this level have none for. */
    private void restricted(BlockCells block, Block.RestrictedRow restricted) {
        Optional<Level> level = Level.of(examined.report());
        if (level.isEmpty() || restricted.levels().contains(level.get().name())) {
            return;
        }
        for (CellLine column : block.lines(Identity.Along.ROWS)) {
            FormCell cell = column.cell(restricted.row());
            BigDecimal value = value(cell).orElse(BigDecimal.ZERO);
            if (value.signum() > 0) {
                diagnostics.add(Diagnostic.warning(
                                "reserved-row",
                                examined.places().of(cell.path().dotted()),
                                cell.row().label().key(),
                                value.toPlainString(),
                                level.get().said(),
                                String.join("、", restricted.levels()),
                                level.get().key(),
                                restricted.rule(),
                                cell.path())
                        .as(restricted.rule())
                        .about(cell.path().dotted()));
                return;
            }
        }
    }
}
