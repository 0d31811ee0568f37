package org.nianbao.check.years;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.BlockCells;
import org.nianbao.form.CellPath;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;

/**
 * Finds figures that are unlikely beside those of earlier years: ten times as much as ever or a tenth of it, and tables whose
 * figures are all last year's. Hints, since there may be reasons.
 */
public final class Outliers {
    private static final BigDecimal TIMES = BigDecimal.TEN;

    /** A difference that is not unlikely, however many times the figure it is. */
    private static final BigDecimal SMALL = new BigDecimal(20);

    /** Number of figures that are named. */
    private static final int MOST = 5;

    /** Number of figures other than zero from which a table is hardly the same by chance. */
    private static final int FEWEST = 4;

    private Outliers() {}

    /**
     * The hints.
     *
     * @param earlier reports of the years before, the last one first; at least one
     */
    public static List<Diagnostic> of(Examined now, List<Examined> earlier) {
        Diagnostics hints = new Diagnostics();
        copied(now, earlier.get(0), hints);
        now.report().form().cells().blocks().stream()
                .flatMap(block -> telling(block).stream())
                .map(cell -> Jump.of(now, earlier, cell))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Jump::size).reversed())
                .limit(MOST)
                .map(jump -> now.about(
                        jump.path(),
                        Diagnostic.hint(
                                "outlier",
                                now.places().of(jump.path().dotted()),
                                jump.path().inSection(),
                                jump.figure().toPlainString(),
                                jump.before().toPlainString())))
                .forEach(hints::add);
        return hints.list();
    }

    /** The totals of a block, or all its figures if it has none. */
    private static List<FormCell> telling(BlockCells block) {
        List<FormCell> figures =
                block.cells().stream().filter(FormCell::isFigure).toList();
        List<FormCell> totals = figures.stream().filter(FormCell::isTotal).toList();
        return totals.isEmpty() ? figures : totals;
    }

    /** A figure and the one of the year before; it is far from those of all earlier years. */
    private record Jump(CellPath path, BigDecimal figure, BigDecimal before) {
        static Optional<Jump> of(Examined now, List<Examined> earlier, FormCell cell) {
            List<BigDecimal> before = earlier.stream()
                    .flatMap(report -> earlierFigure(report, cell).stream())
                    .toList();
            Optional<BigDecimal> figure = now.value(cell.path());
            boolean far = figure.isPresent()
                    && !before.isEmpty()
                    && (before.stream().allMatch(one -> isFar(figure.get(), one))
                            || before.stream().allMatch(one -> isFar(one, figure.get())));
            return far ? Optional.of(new Jump(cell.path(), figure.get(), before.get(0))) : Optional.empty();
        }

        private static boolean isFar(BigDecimal more, BigDecimal less) {
            return less.signum() > 0
                    && more.compareTo(less.multiply(TIMES)) >= 0
                    && more.subtract(less).compareTo(SMALL) >= 0;
        }

        BigDecimal size() {
            return figure.subtract(before).abs();
        }
    }

    private static Optional<BigDecimal> earlierFigure(Examined report, FormCell cell) {
        return report.report().counterpart(cell).flatMap(own -> report.value(own.path()));
    }

    private static void copied(Examined now, Examined before, Diagnostics hints) {
        for (Section section : now.report().form().sections()) {
            List<FormCell> figures = now.report().form().cells().blocks(section.key()).stream()
                    .flatMap(block -> block.cells().stream())
                    .filter(cell -> cell.isFigure() && !cell.isTotal())
                    .toList();
            long counted = figures.stream()
                    .flatMap(cell -> now.value(cell.path()).stream())
                    .filter(value -> value.signum() != 0)
                    .count();
            boolean same = counted >= FEWEST
                    && figures.stream()
                            .allMatch(cell -> Objects.equals(
                                    now.value(cell.path()).map(BigDecimal::stripTrailingZeros),
                                    earlierFigure(before, cell).map(BigDecimal::stripTrailingZeros)));
            if (same) {
                hints.add(Diagnostic.hint("same-figures", now.places().of(section.key()), section.key(), counted)
                        .about(section.key()));
            }
        }
    }
}
