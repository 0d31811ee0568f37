package org.nianbao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * An equation or inequality between rows (or columns) of a block. It holds in each column (or row).
 *
 * @param rule id of the rule, for example {@code A1}
 * @param along the axis that its terms are on
 * @param relation between the sums of its two sides
 * @param left leaves on that axis
 * @param right leaves on that axis
 * @param total whether the right side is the total of the left one
 * @param warning whether there may be reasons for it not to hold; always so across years
 */
public record Identity(
        String rule,
        Along along,
        Relation relation,
        List<Term> left,
        List<Term> right,
        boolean total,
        boolean warning) {
    public Identity {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** The axis of an identity's terms. */
    public enum Along {
        ROWS,
        COLUMNS
    }

    /** How the sides compare. */
    public enum Relation {
        EQUAL("="),
        AT_LEAST(">="),
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

    /** Whether it has terms of last year. */
    public boolean acrossYears() {
        return Stream.concat(left.stream(), right.stream()).anyMatch(Term::lastYear);
    }
}
