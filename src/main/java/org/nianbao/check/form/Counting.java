package org.nianbao.check.form;

import java.math.BigDecimal;
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

/** Finds figures that were counted by a rule other than the form's. */
public final class Counting {
    private final Examined examined;
    private final Diagnostics diagnostics = new Diagnostics();

    private Counting(Examined examined) {
        this.examined = examined;
    }

    /** The findings, in the form's order. */
    public static List<Diagnostic> of(Examined examined) {
        Counting counting = new Counting(examined);
        for (BlockCells block : examined.report().form().cells().blocks()) {
            block.block().exclusiveRows().forEach(row -> counting.countedTwice(block, row));
            block.block().restrictedRows().forEach(row -> counting.restricted(block, row));
        }
        return counting.diagnostics.list();
    }

    /** Finds cases of an exclusive row counted again in another row: the sum is too large by just that row. */
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
        BigDecimal own = examined.value(column.cell(exclusive.row()).path()).orElse(BigDecimal.ZERO);
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
        List<String> equal = rows.stream()
                .filter(row -> !row.equals(exclusive.row()))
                .filter(row -> exclusive
                        .again()
                        .filter(group -> !row.startsWith(group + "."))
                        .isEmpty())
                .filter(row -> examined.value(column.cell(row).path())
                        .filter(value -> value.compareTo(excess) == 0)
                        .isPresent())
                .toList();
        equal.stream()
                .filter(row -> equal.size() == 1) // several are a coincidence
                .map(column::cell)
                .forEach(cell -> diagnostics.add(examined.about(
                                cell.path(),
                                Diagnostic.warning(
                                                "counted-twice",
                                                column.across().label().oneLine(),
                                                sum.get().toPlainString(),
                                                due.get().toPlainString(),
                                                excess.toPlainString(),
                                                cell.row().label().key(),
                                                key)
                                        .as(Severity.HINT)
                                        .as(exclusive.rule()))
                        .acceptable("accept-both")));
    }

    private Optional<BigDecimal> sum(CellLine column, List<Term> terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            Optional<BigDecimal> value = examined.value(column.cell(term.path()).path());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = term.minus() ? sum.subtract(value.get()) : sum.add(value.get());
        }
        return Optional.of(sum);
    }

    /** The value of a row by an identity that has it on its right side. */
    private Optional<BigDecimal> due(CellLine column, String row) {
        for (Identity identity : column.block().block().identities()) {
            List<Term> others =
                    identity.right().stream().filter(term -> !term.adds(row)).toList();
            boolean ties = identity.along() == Identity.Along.ROWS
                    && !identity.acrossYears()
                    && others.size() < identity.right().size();
            if (ties) {
                return sum(column, identity.left())
                        .flatMap(left -> sum(column, others).map(left::subtract));
            }
        }
        return Optional.empty();
    }

    /** Finds figures in a row that agencies of this level do not fill. */
    private void restricted(BlockCells block, Block.RestrictedRow restricted) {
        Optional<Level> level = Level.of(examined.report());
        if (level.isEmpty() || restricted.levels().contains(level.get().name())) {
            return;
        }
        for (CellLine column : block.lines(Identity.Along.ROWS)) {
            FormCell cell = column.cell(restricted.row());
            BigDecimal value = examined.value(cell.path()).orElse(BigDecimal.ZERO);
            if (value.signum() > 0) {
                diagnostics.add(examined.about(
                                cell.path(),
                                Diagnostic.warning(
                                                "reserved-row",
                                                cell.row().label().key(),
                                                value.toPlainString(),
                                                level.get().said(),
                                                String.join("、", restricted.levels()),
                                                level.get().key())
                                        .as(restricted.rule()))
                        .acceptable("accept-both"));
                return;
            }
        }
    }
}
