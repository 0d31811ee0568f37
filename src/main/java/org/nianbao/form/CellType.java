package org.nianbao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The type of a cell's content. */
public enum CellType {
    /** A count: 0, 1, 2 … */
    COUNT("0|[1-9][0-9]*"),
    /** A change of a count: -3, 0, 12, +12. */
    CHANGE("0|[+-]?[1-9][0-9]*"),
    /** An amount: a non-negative decimal such as 6133.0438, kept digit by digit. */
    AMOUNT("(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?"),
    /** A sum of money with its unit: 251000元, 160.5964万元; no money is 0. Its value is in 元. */
    MONEY("0|((?:0|[1-9][0-9]*)(?:\\.[0-9]+)?)(元|万元|亿元)"),
    /** One line of words. */
    TEXT("[^\\n\\r]*\\S[^\\n\\r]*"),
    /** One of the form's choices. */
    CHOICE(".*"),
    /** Any of the form's choices. */
    CHOICES(".*");

    /** The limit of a figure's length in characters. No statistic has more digits. */
    public static final int LONGEST = 24;

    private static final Map<String, Integer> POWERS = Map.of("元", 0, "万元", 4, "亿元", 8);

    private final Pattern pattern;

    CellType(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The name in {@code form.yaml}, for example {@code count}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the content is a figure, not words. */
    public boolean isFigure() {
        return this == COUNT || this == CHANGE || this == AMOUNT || this == MONEY;
    }

    /** Whether the content is chosen from the words of the form. */
    public boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }

    /** The regular expression that the whole typed text matches. */
    public String pattern() {
        return pattern.pattern();
    }

    /** The cell of a typed text; empty if the text is not of this type. */
    public Optional<Cell> read(String typed) {
        Matcher matcher = pattern.matcher(typed);
        if ((isFigure() && typed.length() > LONGEST) || !matcher.matches()) {
            return Optional.empty();
        }
        if (!isFigure()) {
            return Optional.of(new Cell.Words(List.of(typed.strip())));
        }
        BigDecimal value = this == MONEY && matcher.group(1) != null
                ? new BigDecimal(matcher.group(1))
                        .scaleByPowerOfTen(Objects.requireNonNull(POWERS.get(matcher.group(2))))
                : new BigDecimal(typed);
        return Optional.of(new Cell.Figure(typed, value));
    }

    /** The cell of a computed value. */
    public Cell cell(BigDecimal value) {
        String digits = value.toPlainString();
        return new Cell.Figure(this == MONEY && value.signum() != 0 ? digits + "元" : digits, value);
    }
}
