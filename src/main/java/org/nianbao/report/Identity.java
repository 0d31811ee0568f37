package org.nianbao.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * An equation that ties rows (or columns) of a block: the sum of the left terms is the sum of the right ones, in
 * each line across.
 *
 * @param rule id of the rule, for example {@code A1}
 * @param terms along which axis its terms lie
 * @param left leaves on that axis
 * @param right leaves on that axis
 * @param total whether the right side is the total of the left one
 */
public record Identity(String rule, Along terms, List<Term> left, List<Term> right, boolean total) {
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

    /** Whether it ties this year's figures to last year's. */
    public boolean acrossYears() {
        return Stream.concat(left.stream(), right.stream()).anyMatch(Term::lastYear);
    }
}
