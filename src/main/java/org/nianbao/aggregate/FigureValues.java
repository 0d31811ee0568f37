package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.form.FormCell;
import org.nianbao.report.Report;

/** The figures of a report, in little memory: there may be thousands of reports. Immutable. */
public final class FigureValues {
    /** In the order of the cells; null for a blank one. */
    private final @Nullable BigDecimal[] values;

    private FigureValues(@Nullable BigDecimal[] values) {
        this.values = values;
    }

    /** The figures of a report in some cells of its form. */
    public static FigureValues of(Report report, List<FormCell> cells) {
        @Nullable BigDecimal[] values = new BigDecimal[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = report.cell(cells.get(i).path())
                    .value()
                    .map(FigureValues::shared)
                    .orElse(null);
        }
        return new FigureValues(values);
    }

    /** Most figures are small; equal ones share an object. */
    private static BigDecimal shared(BigDecimal value) {
        return value.signum() == 0
                ? BigDecimal.ZERO
                : value.scale() == 0 && value.precision() <= 18 ? BigDecimal.valueOf(value.longValue()) : value;
    }

    /** The figure of a cell, by its number in that list; empty if the cell is blank. */
    public Optional<BigDecimal> at(int slot) {
        return Optional.ofNullable(values[slot]);
    }

    /** Whether the cell is not blank, and not zero. */
    boolean counts(int slot) {
        BigDecimal value = values[slot];
        return value != null && value.signum() != 0;
    }

    /** Number of blank cells. */
    long blanks() {
        return Arrays.stream(values).filter(value -> value == null).count();
    }

    /** Whether two reports have the same figures, in whatever notation. */
    boolean same(FigureValues other) {
        for (int i = 0; i < values.length; i++) {
            if (!at(i).map(BigDecimal::stripTrailingZeros).equals(other.at(i).map(BigDecimal::stripTrailingZeros))) {
                return false;
            }
        }
        return true;
    }
}
