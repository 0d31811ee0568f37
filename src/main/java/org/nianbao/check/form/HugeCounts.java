package org.nianbao.check.form;

import java.math.BigDecimal;
import java.util.List;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.form.CellType;
import org.nianbao.form.FormCell;

/** Finds counts that no agency reaches, for example because figures of two cells were typed into one. */
public final class HugeCounts {
    /** More than the people of China. */
    private static final BigDecimal LIMIT = new BigDecimal("1500000000");

    private HugeCounts() {}

    /** The findings, in the form's order. Totals are left out: a huge one has a huge addend. */
    public static List<Diagnostic> of(Examined examined) {
        return examined.report().form().cells().blocks().stream()
                .flatMap(block -> block.cells().stream())
                .filter(cell ->
                        cell.spec().type() == CellType.COUNT || cell.spec().type() == CellType.CHANGE)
                .filter(cell -> !cell.isTotal())
                .filter(cell ->
                        examined.value(cell.path()).filter(HugeCounts::isHuge).isPresent())
                .map(cell -> huge(examined, cell))
                .toList();
    }

    private static boolean isHuge(BigDecimal value) {
        return value.abs().compareTo(LIMIT) > 0;
    }

    private static Diagnostic huge(Examined examined, FormCell cell) {
        BigDecimal value = examined.value(cell.path()).orElseThrow();
        return examined.about(
                        cell.path(),
                        Diagnostic.warning(
                                "count-huge",
                                cell.keys().get(cell.keys().size() - 1).oneLine(),
                                value.toPlainString()))
                .acceptable();
    }
}
