package org.nianbao.overview;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.form.CellType;

/**
 * A key figure of a report, or of many.
 *
 * @param type of its cells
 * @param now this year's; empty where it is not known
 * @param before last year's, if that is known
 * @param change from last year to this one, where both are known; of many reports, of those where both are
 */
public record FigureSummary(
        CellType type, Optional<BigDecimal> now, Optional<BigDecimal> before, Optional<BigDecimal> change) {

    /** A figure of one report. */
    public static FigureSummary of(CellType type, Optional<BigDecimal> now, Optional<BigDecimal> before) {
        return new FigureSummary(type, now, before, now.flatMap(n -> before.map(n::subtract)));
    }

    /**
     * The sum of what is known.
     *
     * @param figures of several reports; last year's is the sum over those of which this year's is known as well
     */
    static FigureSummary sum(CellType type, Stream<FigureSummary> figures) {
        return figures.reduce(
                new FigureSummary(type, Optional.empty(), Optional.empty(), Optional.empty()),
                (sum, figure) -> new FigureSummary(
                        type,
                        plus(sum.now, figure.now),
                        plus(sum.before, figure.now.flatMap(known -> figure.before)),
                        plus(sum.change, figure.change)));
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> sum, Optional<BigDecimal> addend) {
        return addend.isEmpty() ? sum : Optional.of(sum.orElse(BigDecimal.ZERO).add(addend.get()));
    }

    /** This year's as it is printed. */
    Optional<String> written() {
        return now.map(this::written);
    }

    /** Last year's as it is printed. */
    Optional<String> writtenBefore() {
        return before.map(this::written);
    }

    /** The change with its sign. */
    Optional<String> writtenChange() {
        return change.map(by -> (by.signum() > 0 ? "+" : by.signum() < 0 ? "−" : "±") + written(by.abs()));
    }

    private String written(BigDecimal value) {
        return type.reckoned(value).text();
    }
}
