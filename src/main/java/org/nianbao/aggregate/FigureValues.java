package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.CellType;
import org.nianbao.form.Form;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.report.Report;

/**
 * The figures of a report and nothing else of it, so that those of thousands of reports take little room. Immutable.
 */
public final class FigureValues {
    /** In the order of {@link #slots}; of a blank cell there is none. */
    private final @Nullable BigDecimal[] values;

    private FigureValues(@Nullable BigDecimal[] values) {
        this.values = values;
    }

    /**
     * A cell that adds up.
     *
     * @param path dotted, from the section on
     * @param type of its figure
     * @param total whether it is a total within its table
     */
    public record FigureCell(String path, CellType type, boolean total) {}

    /** The cells of a form that add up, in its order: words and choices do not, nor does what a fact says. */
    public static List<FigureCell> slots(Form form) {
        List<FigureCell> slots = new ArrayList<>();
        for (Section.TableSection section : form.tables()) {
            for (Block block : section.table().blocks()) {
                for (Axis.Leaf row : block.rows().leaves()) {
                    for (Axis.Leaf column : block.columns().leaves()) {
                        Label.CellSpec takes = block.takes(row, column);
                        if (takes.type().isFigure() && takes.fact().isEmpty()) {
                            slots.add(new FigureCell(
                                    section.key() + "." + block.path(row, column),
                                    takes.type(),
                                    row.isTotal() || column.isTotal()));
                        }
                    }
                }
            }
        }
        return List.copyOf(slots);
    }

    /**
     * The figures of a report.
     *
     * @param slots of its form
     */
    public static FigureValues of(Report report, List<FigureCell> slots) {
        @Nullable BigDecimal[] values = new BigDecimal[slots.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = report.cell(slots.get(i).path())
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

    /** The figure of a cell, by its number in the form's slots; empty if the cell is blank. */
    public Optional<BigDecimal> at(int slot) {
        return Optional.ofNullable(values[slot]);
    }

    /** Whether the cell is not blank, and not zero. */
    boolean counts(int slot) {
        BigDecimal value = values[slot];
        return value != null && value.signum() != 0;
    }

    /** How many cells are blank. */
    long blanks() {
        return Arrays.stream(values).filter(value -> value == null).count();
    }

    /** Whether two reports have the same figures, however they are written. */
    boolean same(FigureValues other) {
        for (int i = 0; i < values.length; i++) {
            if (!at(i).map(BigDecimal::stripTrailingZeros).equals(other.at(i).map(BigDecimal::stripTrailingZeros))) {
                return false;
            }
        }
        return true;
    }
}
