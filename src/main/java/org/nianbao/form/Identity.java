package org.nianbao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What ties rows (or columns) of a block: in each line across, the sum of the left terms is the sum of the right ones, or
 * is no smaller, or no greater.
 *
 * @param rule id of the rule, for example {@code A1}
 * @param terms along which axis its terms lie
 * @param relation between its two sides
 * @param left leaves on that axis
 * @param right leaves on that axis
 * @param total whether the right side is the total of the left one
 * @param warning whether there may be reasons that it does not hold; always so across years
 */
public record Identity(
        String rule,
        Along terms,
        Relation relation,
        List<Term> left,
        List<Term> right,
        boolean total,
        boolean warning) {
    public Identity {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** Where the terms of an identity lie. */
    public enum Along {
        /** The terms are rows; it holds in each column. */
        ROWS,
        /** The terms are columns; it holds in each row. */
        COLUMNS
    }

    /** How the sides compare. */
    public enum Relation {
        /** They are the same. */
        EQUAL("="),
        /** The left one is no smaller. */
        AT_LEAST(">="),
        /** The left one is no greater. */
        AT_MOST("<=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** The sign in {@code form.yaml}. */
        public String sign() {
            return sign;
        }

        /** Whether it holds between two sums. */
        public boolean holds(BigDecimal left, BigDecimal right) {
            int order = left.compareTo(right);
            return switch (this) {
                case EQUAL -> order == 0;
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
            };
        }
    }

    /** Whether it ties this year's figures to last year's. */
    public boolean acrossYears() {
        return Stream.concat(left.stream(), right.stream()).anyMatch(Term::lastYear);
    }
}
