package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.nianbao.expression.ExpressionSearch;

/**
 * What a sentence has said about a figure up to a place.
 *
 * @param last last year's figure
 * @param now this year's figure
 * @param by their difference
 * @param unit of the figures
 * @param anchor where this year's figure or the first change starts; -1 if there is none yet
 */
record GrowthStatement(
        Paragraph paragraph,
        Optional<BigDecimal> last,
        Optional<BigDecimal> now,
        Optional<BigDecimal> by,
        String unit,
        int anchor) {
    /** In per cent of last year's figure: a difference that may still be called none. */
    private static final BigDecimal NONE = new BigDecimal(5);

    /** What a match says. */
    enum Kind {
        CURRENT,
        LAST,
        CHANGE
    }

    /** The figures of both years. */
    record TwoYears(BigDecimal last, BigDecimal now) {
        BigDecimal difference() {
            return now.subtract(last);
        }

        Optional<BigDecimal> percent() {
            return Optional.of(last).filter(value -> value.signum() != 0).map(value -> Percent.of(difference(), value));
        }
    }

    GrowthStatement(Paragraph paragraph) {
        this(paragraph, Optional.empty(), Optional.empty(), Optional.empty(), "", -1);
    }

    /** A statement that is wrong, with the figures that it should agree with. */
    record Contradiction(TwoYears years) {
        String last() {
            return years.last().toPlainString();
        }

        String now() {
            return years.now().toPlainString();
        }

        /** The right change, as +8 and +20.00%. */
        String right() {
            String sign = years.difference().signum() > 0 ? "+" : "";
            return sign
                    + years.difference().toPlainString()
                    + years.percent()
                            .map(percent -> "（" + sign + Percent.shown(percent) + "%）")
                            .orElse("");
        }
    }

    /** With what comes next: figures that belong together, or the first one of another statement. */
    GrowthStatement next(Kind kind, ExpressionSearch match) {
        if (kind == Kind.CHANGE) {
            return changed(match);
        }
        Optional<BigDecimal> value = number(match, "n");
        String own = String.valueOf(match.group("unit"));
        boolean joins = by.isEmpty() && (unit.isEmpty() || unit.equals(own));
        if (kind == Kind.LAST) {
            return joins && now.isPresent() && last.isEmpty()
                    ? new GrowthStatement(paragraph, value, now, by, own, anchor)
                    : new GrowthStatement(paragraph, value, Optional.empty(), Optional.empty(), own, -1);
        }
        return new GrowthStatement(
                paragraph,
                joins && now.isEmpty() ? last : Optional.empty(),
                value,
                Optional.empty(),
                own,
                match.start("n"));
    }

    private GrowthStatement changed(ExpressionSearch match) {
        if (match.has("to")) {
            return new GrowthStatement(
                    paragraph, number(match, "from"), number(match, "to"), Optional.empty(), "", match.start());
        }
        Optional<BigDecimal> difference = number(match, "by").map(value -> match.has("down") ? value.negate() : value);
        return new GrowthStatement(
                paragraph, last, now, difference.or(() -> by), unit, anchor >= 0 ? anchor : match.start());
    }

    /** Where the figure that the statement is about should have been named. */
    int anchor(ExpressionSearch match) {
        return anchor >= 0 ? anchor : match.has("n") ? match.start("n") : match.start();
    }

    /** Whether the numbers of the statement contradict each other. */
    Optional<Contradiction> ownFault(ExpressionSearch match) {
        if (match.has("unit") && !unit.isEmpty() && !unit.equals(match.group("unit"))) {
            return Optional.empty();
        }
        Optional<BigDecimal> base = last.isPresent() || !match.has("p")
                ? last
                : now.flatMap(figure -> by.map(figure::subtract)).filter(value -> value.signum() > 0);
        return base.flatMap(earlier -> now.map(later -> new TwoYears(earlier, later)))
                .filter(years -> !agrees(match, years))
                .map(Contradiction::new);
    }

    /** Whether a statement contradicts all figures that it may be about; none if it is about others. */
    Optional<Contradiction> fault(ExpressionSearch match, List<TwoYears> all) {
        List<TwoYears> meant = all.stream()
                .filter(years -> now.isEmpty()
                        || isSame(now, years.now())
                        || (match.has("to")
                                && isSame(last, years.last())
                                && years.last().signum() > 0))
                .toList();
        boolean right = meant.stream()
                .anyMatch(years -> agrees(match, years)
                        && (last.isEmpty() || isSame(last, years.last()))
                        && (!match.has("to") || isSame(now, years.now())));
        return right ? Optional.empty() : meant.stream().findFirst().map(Contradiction::new);
    }

    private static boolean isSame(Optional<BigDecimal> stated, BigDecimal figure) {
        return stated.isEmpty() || stated.get().compareTo(figure) == 0;
    }

    private boolean agrees(ExpressionSearch match, TwoYears years) {
        int direction = years.difference().signum();
        boolean moves = match.has("up") || match.has("down");
        boolean nothing = isZero(match, "by") || isZero(match, "p");
        if (moves && !nothing && direction != (match.has("up") ? 1 : -1)) {
            return false;
        }
        if (match.has("same")) {
            BigDecimal limit = years.last().abs().multiply(NONE).movePointLeft(2);
            return years.difference().abs().compareTo(limit) <= 0;
        }
        Optional<BigDecimal> difference = number(match, "by");
        if (difference.isPresent()
                && difference.get().compareTo(years.difference().abs()) != 0) {
            return false;
        }
        Optional<BigDecimal> percent = years.percent().map(BigDecimal::abs);
        return fits(percent, number(match, "p"))
                && fits(percent.map(exact -> exact.movePointLeft(2)), number(match, "t"));
    }

    private static boolean fits(Optional<BigDecimal> exact, Optional<BigDecimal> typed) {
        return exact.isEmpty() || typed.isEmpty() || Percent.isRounded(exact.get(), typed.get());
    }

    private boolean isZero(ExpressionSearch match, String group) {
        return number(match, group).filter(value -> value.signum() == 0).isPresent();
    }

    private Optional<BigDecimal> number(ExpressionSearch match, String group) {
        return match.has(group) ? paragraph.number(match, group) : Optional.empty();
    }
}
