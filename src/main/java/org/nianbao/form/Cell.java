package org.nianbao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The content of a cell. A blank cell is not zero. */
public sealed interface Cell permits Cell.Figure, Cell.Words, Cell.Blank {

    /** The printed text: the digits as they were typed, the words, or nothing. */
    String text();

    /** The value to compute with; empty for words and for a blank cell. */
    Optional<BigDecimal> value();

    /** A cell that is left blank. */
    Cell BLANK = new Blank();

    /** A figure that is left out because it is zero. */
    Cell ZERO = new Figure("0", BigDecimal.ZERO);

    /**
     * A number.
     *
     * @param text digits, with the point, sign and unit that its {@link CellType} allows
     * @param number its value; of money, in 元
     */
    record Figure(String text, BigDecimal number) implements Cell {
        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(number);
        }
    }

    /** One line of words or, of several choices, one each; never empty. */
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

    /** No content; its value is unknown. */
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
