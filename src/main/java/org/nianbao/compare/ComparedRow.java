package org.nianbao.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.form.Cell;
import org.nianbao.form.CellType;

/**
 * One cell of the form, in every report.
 *
 * @param section heading of its section
 * @param item what it is about: the labels on the way to the last one, without line breaks; may be empty
 * @param measure the last label
 * @param type what it takes
 * @param cells in the order of the reports; empty where the form of a report has no such cell
 */
public record ComparedRow(
        String section, List<String> item, String measure, CellType type, List<Optional<Cell>> cells) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public ComparedRow {
        item = List.copyOf(item);
        cells = List.copyOf(cells);
    }

    /** The numbers of the reports whose form has this cell, from 0. */
    public List<Integer> present() {
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isPresent()) {
                present.add(i);
            }
        }
        return present;
    }

    /** Whether not all the reports that have it say the same. Digits are compared by value: 7.0 is 7. A blank is not 0. */
    boolean isChanged() {
        List<Cell> there = cells.stream().flatMap(Optional::stream).toList();
        return there.stream().anyMatch(cell -> !same(cell, there.get(0)));
    }

    private static boolean same(Cell one, Cell other) {
        return one.value()
                .flatMap(a -> other.value().map(b -> a.compareTo(b) == 0))
                .orElseGet(() -> one.equals(other));
    }

    /** From the first report to the last one, of money in 元; empty unless both have a figure here. */
    public Optional<BigDecimal> difference() {
        return first().flatMap(from -> last().map(to -> to.subtract(from)));
    }

    /**
     * The difference in per cent of the first report's figure, with one decimal, half rounded up (away from zero); empty
     * where there is no difference to reckon, and where the first figure is zero.
     */
    private Optional<BigDecimal> percent() {
        return first().filter(from -> from.signum() != 0)
                .flatMap(from -> difference()
                        .map(change -> change.multiply(HUNDRED).divide(from.abs(), 1, RoundingMode.HALF_UP)));
    }

    /** The difference as it is written: with its sign, unless it is zero, and of money with its unit. */
    public Optional<String> writtenDifference() {
        return difference().map(change -> sign(change) + type.reckoned(change).text());
    }

    /** The per cent as they are written: with their sign, unless they are zero. */
    public Optional<String> writtenPercent() {
        return percent().map(change -> sign(change) + change.toPlainString() + "%");
    }

    private static String sign(BigDecimal change) {
        return change.signum() > 0 ? "+" : "";
    }

    private Optional<BigDecimal> first() {
        return cells.get(0).flatMap(Cell::value);
    }

    private Optional<BigDecimal> last() {
        return cells.get(cells.size() - 1).flatMap(Cell::value);
    }
}
