package org.nianbao.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nianbao.form.Cell;
import org.nianbao.form.CellType;
import org.nianbao.template.TemplateData;

/**
 * A cell of the form in every report.
 *
 * @param section heading of its section
 * @param item its labels but the last, without line breaks; may be empty
 * @param measure its last label
 * @param cells in the order of the reports
 */
@TemplateData
public record ComparedRow(String section, List<String> item, String measure, CellType type, List<ComparedCell> cells) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The cell of a report; empty if the form of the report has no such cell. A note is shown, and not compared. */
    @TemplateData
    public record ComparedCell(Optional<Cell> cell, String note) {
        @TemplateData
        public boolean there() {
            return cell.isPresent();
        }

        @TemplateData
        public String text() {
            return cell.map(Cell::text).orElse("") + (note.isEmpty() ? "" : "（" + note + "）");
        }
    }

    /** The numbers of the reports whose form has this cell, from 0. */
    List<Integer> present() {
        return IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).there())
                .boxed()
                .toList();
    }

    /** Whether the reports that have it differ. Digits are compared by value: 7.0 is 7. A blank is not 0. */
    boolean isChanged() {
        List<Cell> present =
                cells.stream().flatMap(cell -> cell.cell().stream()).toList();
        return present.stream().anyMatch(cell -> !same(cell, present.get(0)));
    }

    private static boolean same(Cell one, Cell other) {
        return one.value()
                .flatMap(a -> other.value().map(b -> a.compareTo(b) == 0))
                .orElseGet(() -> one.equals(other));
    }

    /** The change from the first report to the last, of money in 元; empty unless both have a figure. */
    Optional<BigDecimal> change() {
        return value(0).flatMap(from -> value(cells.size() - 1).map(to -> to.subtract(from)));
    }

    private Optional<BigDecimal> value(int report) {
        return cells.get(report).cell().flatMap(Cell::value);
    }

    /** The change as it is printed, with its sign and, of money, its unit. */
    @TemplateData
    public Optional<String> difference() {
        return change().map(change -> sign(change) + type.cell(change).text());
    }

    /** The change in percent of the first figure, with sign and one decimal, rounded half up; empty if that figure is 0. */
    @TemplateData
    public Optional<String> percent() {
        return value(0).filter(from -> from.signum() != 0)
                .flatMap(from ->
                        change().map(change -> change.multiply(HUNDRED).divide(from.abs(), 1, RoundingMode.HALF_UP)))
                .map(percent -> sign(percent) + percent.toPlainString() + "%");
    }

    private static String sign(BigDecimal change) {
        return change.signum() > 0 ? "+" : "";
    }
}
