package org.nianbao.expression;

import org.nianbao.diagnostic.Diagnostic;

/** What the expressions of a report may read. For one thread. */
public final class Allowance {
    /** In characters, for the prose of a report: some two seconds, and twice what the densest 256 KiB take. */
    private static final long PROSE = 90_000_000;

    /** In characters, for a name. */
    private static final long NAME = 1_000_000;

    /** In characters: what it costs to begin a search. */
    private static final int SEARCH = 30;

    private long left;

    private Allowance(long left) {
        this.left = left;
    }

    /** Enough for all expressions of a form on a long report. */
    public static Allowance forProse() {
        return new Allowance(PROSE);
    }

    /** Enough for an expression on the name of an agency or a report. */
    public static Allowance forName() {
        return new Allowance(NAME);
    }

    /** An expression read more than it may. */
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Diagnostic diagnostic;

        Exhausted(Expression expression) {
            super(expression.toString());
            diagnostic = Diagnostic.error("expression-endless", expression.place());
        }

        /** An error at the expression that was at work. */
        public Diagnostic diagnostic() {
            return diagnostic;
        }
    }

    void begin(Expression expression) {
        spend(SEARCH, expression);
    }

    void spend(int characters, Expression expression) {
        left -= characters;
        if (left < 0) {
            throw new Exhausted(expression);
        }
    }
}
