package org.nianbao.check.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.Identity;
import org.nianbao.form.Section;
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
        for (Section.TableSection section : examined.report().form().tables()) {
            for (Block block : section.table().blocks()) {
                for (Block.ExclusiveRow alone : block.alone()) {
                    counting.countedTwice(section, block, alone);
                }
                for (Block.RestrictedRow reserved : block.reserved()) {
                    counting.reserved(section, block, reserved);
                }
            }
        }
        return counting.diagnostics.list();
    }

    /**
     * A row that counts alone, and whose cases seem to stand in another row as well: the rows sum up to more than they
     * should, by exactly the figure of another row.
     */
    private void countedTwice(Section.TableSection section, Block block, Block.ExclusiveRow alone) {
        for (Map.Entry<String, Axis.Sum> sum : block.rows().sums().entrySet()) {
            if (!sum.getValue().addends().contains(alone.row())) {
                continue;
            }
            for (Axis.Leaf column : block.columns().leaves()) {
                if (column.label().total().isEmpty()) {
                    CountingTable table = new CountingTable(section, block, column);
                    countedTwice(table, alone, sum.getKey(), sum.getValue().addends());
                }
            }
        }
    }

    private void countedTwice(CountingTable table, Block.ExclusiveRow alone, String total, List<String> rows) {
        BigDecimal own = table.value(alone.row()).orElse(BigDecimal.ZERO);
        Optional<BigDecimal> sum = table.sum(rows.stream().map(Term::plus).toList());
        Optional<BigDecimal> due = table.due(total);
        if (own.signum() <= 0 || sum.isEmpty() || due.isEmpty()) {
            return;
        }
        BigDecimal excess = sum.get().subtract(due.get());
        if (excess.signum() <= 0 || excess.compareTo(own) > 0) {
            return;
        }
        rows.stream()
                .filter(row -> !row.equals(alone.row()))
                .filter(row -> table.value(row)
                        .filter(value -> value.compareTo(excess) == 0)
                        .isPresent())
                .reduce((first, last) -> last)
                .ifPresent(row -> diagnostics.add(Diagnostic.hint(
                                alone.rule(),
                                examined.places().of(table.path(row)),
                                Message.of(
                                        "counted-twice",
                                        table.column().label().text().replace("\n", ""),
                                        sum.get().toPlainString(),
                                        due.get().toPlainString(),
                                        excess.toPlainString(),
                                        last(row),
                                        last(alone.row())),
                                Message.of("counted-twice.help", last(alone.row()), alone.rule(), table.path(row)))
                        .about(table.path(row))));
    }

    /** One column of a block. */
    private final class CountingTable {
        private final Section.TableSection section;
        private final Block block;
        private final Axis.Leaf column;

        CountingTable(Section.TableSection section, Block block, Axis.Leaf column) {
            this.section = section;
            this.block = block;
            this.column = column;
        }

        Axis.Leaf column() {
            return column;
        }

        String path(String row) {
            Axis.Leaf leaf = block.rows().leaf(row);
            return section.key() + "." + block.path(leaf, column);
        }

        Optional<BigDecimal> value(String row) {
            return Optional.of(path(row))
                    .filter(path -> examined.canRead(path) && examined.report().has(path))
                    .flatMap(path -> examined.report().cell(path).value());
        }

        Optional<BigDecimal> sum(List<Term> terms) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Term term : terms) {
                Optional<BigDecimal> value = value(term.path());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                sum = term.minus() ? sum.subtract(value.get()) : sum.add(value.get());
            }
            return Optional.of(sum);
        }

        /** What a row should be by an identity that has it on its right side, all else as it is. */
        Optional<BigDecimal> due(String row) {
            for (Identity identity : block.identities()) {
                boolean ties = identity.terms() == Identity.Along.ROWS
                        && !identity.acrossYears()
                        && identity.right().contains(Term.plus(row));
                if (ties) {
                    List<Term> others = new ArrayList<>(identity.right());
                    others.remove(Term.plus(row));
                    return sum(identity.left()).flatMap(left -> sum(others).map(left::subtract));
                }
            }
            return Optional.empty();
        }
    }

    /** A figure in a row that bodies of this level have none for. */
    private void reserved(Section.TableSection section, Block block, Block.RestrictedRow reserved) {
        Optional<Level> level = Level.of(examined.report());
        if (level.isEmpty() || reserved.levels().contains(level.get().name())) {
            return;
        }
        for (Axis.Leaf column : block.columns().leaves()) {
            String path = section.key() + "." + block.path(block.rows().leaf(reserved.row()), column);
            BigDecimal value = examined.canRead(path)
                    ? examined.report().cell(path).value().orElse(BigDecimal.ZERO)
                    : BigDecimal.ZERO;
            if (value.signum() > 0) {
                diagnostics.add(Diagnostic.warning(
                                reserved.rule(),
                                examined.places().of(path),
                                Message.of(
                                        "reserved-row",
                                        last(reserved.row()),
                                        value.toPlainString(),
                                        level.get().said(),
                                        String.join("、", reserved.levels())),
                                Message.of("reserved-row.help", level.get().key(), reserved.rule(), path))
                        .about(path));
                return;
            }
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
