package org.nianbao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell takes. */
public enum CellType {
    /** How many: 0, 1, 2 … */
    COUNT("0|[1-9][0-9]*"),
    /** How many more or fewer: -3, 0, 12, +12. */
    CHANGE("0|[+-]?[1-9][0-9]*"),
    /** How much: a non-negative decimal such as 6133.0438, kept digit by digit. */
    AMOUNT("(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?"),
    /** A sum of money with its unit: 251000元, 160.5964万元; nothing is 0. Its value is reckoned in 元. */
    MONEY("0|((?:0|[1-9][0-9]*)(?:\\.[0-9]+)?)(元|万元|亿元)"),
    /** One line of words. */
    TEXT("[^\\n\\r]*\\S[^\\n\\r]*"),
    /** One of a few words that the form has. */
    CHOICE(".*"),
    /** Any of a few words that the form has. */
    CHOICES(".*");

    /** No statistic has more digits; more are a slip, and slow to reckon with. */
    public static final int LONGEST = 24;

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

    /** Whether there is something to reckon with; else a cell takes words. */
    public boolean isFigure() {
        return this == COUNT || this == CHANGE || this == AMOUNT || this == MONEY;
    }

    /** Whether a cell takes words that the form has. */
    public boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }

    /** The regular expression that all of what was typed matches. */
    public String pattern() {
        return pattern.pattern();
    }

    /** The figure or the line of words that was typed, or nothing if it is none of this type. */
    public Optional<Cell> read(String typed) {
        Matcher matcher = pattern.matcher(typed);
        if ((isFigure() && typed.length() > LONGEST) || !matcher.matches()) {
            return Optional.empty();
        }
        if (!isFigure()) {
            return Optional.of(new Cell.Words(List.of(typed.strip())));
        }
        if (this == MONEY && matcher.group(1) != null) {
            int power = matcher.group(2).equals("元") ? 0 : matcher.group(2).equals("万元") ? 4 : 8;
            BigDecimal value = new BigDecimal(matcher.group(1)).scaleByPowerOfTen(power);
            return Optional.of(new Cell.Figure(typed, value));
        }
        return Optional.of(new Cell.Figure(typed, new BigDecimal(typed)));
    }

    /** The cell of a number that was reckoned, not typed. */
    public Cell reckoned(BigDecimal value) {
        String digits = value.toPlainString();
        return new Cell.Figure(this == MONEY && value.signum() != 0 ? digits + "元" : digits, value);
    }
}
