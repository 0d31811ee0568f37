package org.nianbao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What stands in a cell. A blank cell is not zero. */
public sealed interface Cell permits Cell.Figure, Cell.Words, Cell.Blank {

    /** What is printed: the digits as they were typed, the words, or nothing. */
    String text();

    /** The value to reckon with; empty for words and for a blank cell. */
    Optional<BigDecimal> value();

    /** A cell that nobody filled in. */
    Cell BLANK = new Blank();

    /** The figure of a cell that was left out because it is zero. */
    Cell ZERO = new Figure("0", BigDecimal.ZERO);

    /**
     * A number.
     *
     * @param text digits, with a point, a sign, a unit where its {@link CellType} has them
     * @param number to reckon with; of money, in 元
     */
    record Figure(String text, BigDecimal number) implements Cell {
        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(number);
        }
    }

    /**
     * Words.
     *
     * @param words one line or, of several choices, one each; never empty
     */
    record Words(List<String> words) implements Cell {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public String text() {
            return String.join("、", words);
        }

        @Override
        public Optional<BigDecimal> value() {
            return Optional.empty();
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
