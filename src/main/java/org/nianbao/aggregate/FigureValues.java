package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nianbao.form.FormCell;
import org.nianbao.report.Report;

/** The figures of a report, in little memory: there may be thousands of reports. Immutable. */
public final class FigureValues {
    static final FigureValues NONE = new FigureValues(new BigDecimal[0]);

    /** In the order of the cells; null for a blank one. */
    private final @Nullable BigDecimal[] values;

    private FigureValues(@Nullable BigDecimal[] values) {
        this.values = values;
    }

    /** The figures of a report in some cells of its form. */
    static FigureValues of(Report report, List<FormCell> cells) {
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
        return value.scale() == 0 && value.precision() <= 18 ? BigDecimal.valueOf(value.longValue()) : value;
    }

    /** The figure of the cell with an index in that list; empty if the cell is blank. */
    Optional<BigDecimal> at(int index) {
        return Optional.ofNullable(values[index]);
    }

    /** The indexes of the blank cells. */
    IntStream blanks() {
        return IntStream.range(0, values.length).filter(index -> values[index] == null);
    }

    /** Whether two reports have the same figures; 7.0 is 7. */
    boolean same(FigureValues other) {
        return Arrays.equals(values, other.values, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()));
    }
}
