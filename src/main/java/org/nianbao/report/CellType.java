package org.nianbao.report;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of figure a cell takes. */
public enum CellType {
    /** How many: 0, 1, 2 … */
    COUNT("0|[1-9][0-9]*"),
    /** How much: a non-negative decimal such as 6133.0438, kept digit by digit. */
    AMOUNT("(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");

    /** No statistic has more digits; more are a slip, and slow to reckon with. */
    private static final int LONGEST = 24;

    private final Pattern pattern;

    CellType(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The name in {@code form.yaml}, for example {@code count}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name, if there is one. */
    public static Optional<CellType> named(String written) {
        for (CellType type : values()) {
            if (type.written().equals(written)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The regular expression that all of a typed figure matches. */
    public String pattern() {
        return pattern.pattern();
    }

    /** The figure that was typed, or nothing if it is none of this type. */
    public Optional<Cell> read(String typed) {
        return typed.length() <= LONGEST && pattern.matcher(typed).matches()
                ? Optional.of(new Cell.Figure(typed))
                : Optional.empty();
    }
}
