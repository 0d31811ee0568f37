package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;
import org.nianbao.text.TokenizedText;

/**
 * A number with its unit.
 *
 * @param value in the base of its unit
 * @param slack how far off it may be, if it was rounded at its last decimal
 * @param words of the item
 */
record CountedItem(BigDecimal value, BigDecimal slack, String words) {
    /** Roundings of a whole that its parts may be off together. */
    private static final BigDecimal ROUNDINGS = new BigDecimal(3);

    static CountedItem of(TokenizedText.NumberToken token, ProseRules.SummableUnit unit, String words) {
        BigDecimal factor = unit.factor();
        boolean rounded = token.value().scale() > 0 || factor.compareTo(BigDecimal.ONE) > 0;
        BigDecimal half =
                new BigDecimal("0.5").movePointLeft(Math.max(0, token.value().scale()));
        BigDecimal slack = rounded ? half.multiply(factor) : BigDecimal.ZERO;
        return new CountedItem(token.value().multiply(factor), slack, words);
    }

    /** The number and unit of a match. */
    static Optional<CountedItem> of(ExpressionSearch match, Paragraph paragraph, ProseRules.EnumerationRule rule) {
        ProseRules.SummableUnit unit = rule.unit(Objects.requireNonNull(match.group("unit")));
        return paragraph.tokens().numberAt(match.start("n")).map(token -> of(token, unit, match.group()));
    }

    /** The character before the number. */
    char ending() {
        int at = 0;
        while (at < words.length() && words.charAt(at) != TokenizedText.EXACT) {
            at++;
        }
        return at == 0 ? ' ' : words.charAt(at - 1);
    }

    static CountedItem sum(List<CountedItem> items) {
        return items.stream()
                .reduce((a, b) -> new CountedItem(a.value.add(b.value), a.slack.add(b.slack), ""))
                .orElseThrow();
    }

    boolean isAtLeast(CountedItem other) {
        return value.compareTo(other.value) >= 0;
    }

    /** Whether it is less than, equal to or more than another one, as far as their digits say. */
    int comparedTo(CountedItem other) {
        BigDecimal off = value.subtract(other.value);
        BigDecimal both = slack.add(other.slack);
        // the roundings of many parts cancel each other out
        BigDecimal most = other.slack.signum() > 0 ? both.min(other.slack.multiply(ROUNDINGS)) : both;
        return off.abs().compareTo(most) <= 0 ? 0 : off.signum();
    }

    /** Whether one slip of the keyboard, a wrong digit or two that changed places, would have made it so much less. */
    boolean isSlipOf(BigDecimal missing) {
        String typed = shown();
        String meant = plain(value.add(missing));
        if (typed.length() != meant.length()) {
            return false;
        }
        int first = 0;
        while (first < typed.length() && typed.charAt(first) == meant.charAt(first)) {
            first++;
        }
        int behind = typed.length();
        while (behind > first && typed.charAt(behind - 1) == meant.charAt(behind - 1)) {
            behind--;
        }
        return behind - first <= 1
                || (behind - first == 2
                        && typed.charAt(first) == meant.charAt(first + 1)
                        && typed.charAt(first + 1) == meant.charAt(first));
    }

    String shown() {
        return plain(value);
    }

    private static String plain(BigDecimal value) {
        return (value.scale() > 0 ? value.stripTrailingZeros() : value).toPlainString();
    }
}
