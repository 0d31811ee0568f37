package org.nianbao.report;

import java.math.BigDecimal;
import java.util.Optional;

/** What stands in a cell for a figure. A blank cell is not zero. */
public sealed interface Cell permits Cell.Figure, Cell.Blank {

    /** What is printed: the digits as they were typed, or nothing. */
    String text();

    /** The value to reckon with; empty for a blank cell. */
    Optional<BigDecimal> value();

    /** A cell that nobody filled in. */
    Cell BLANK = new Blank();

    /** The figure of a cell that was left out because it is zero. */
    Cell ZERO = new Figure("0");

    /** The cell of a number that was reckoned, not typed. */
    static Cell of(BigDecimal value) {
        return new Figure(value.toPlainString());
    }

    /**
     * A number.
     *
     * @param text decimal digits, with a point and a sign where its {@link CellType} has them
     */
    record Figure(String text) implements Cell {
        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(new BigDecimal(text));
        }
    }

    /** Nothing: printed as nothing, and reckoned as unknown. */
    record Blank() implements Cell {
        @Override
        public String text() {
            return "";
        }

        @Override
        public Optional<BigDecimal> value() {
            return Optional.empty();
        }
    }
}
