package org.nianbao.overview;

import java.math.BigDecimal;
import java.util.Optional;
import org.nianbao.form.CellType;
import org.nianbao.template.TemplateData;

/**
 * A key figure of one report, or the sum over several.
 *
 * @param now this year's; empty if it is unknown
 * @param before last year's; in a sum, over the reports whose figure of this year is known
 * @param change from last year to this one; in a sum, over the reports whose figures of both years are known
 * @param reports number of reports whose figure of this year is known
 */
@TemplateData
public record FigureSummary(
        CellType type,
        Optional<BigDecimal> now,
        Optional<BigDecimal> before,
        Optional<BigDecimal> change,
        int reports) {

    /** The figure of one report. */
    public static FigureSummary of(CellType type, Optional<BigDecimal> now, Optional<BigDecimal> before) {
        Optional<BigDecimal> change = now.flatMap(n -> before.map(n::subtract));
        return new FigureSummary(type, now, before, change, now.isPresent() ? 1 : 0);
    }

    /** The figure as an addend of a sum. */
    FigureSummary addend() {
        return now.isPresent() ? this : new FigureSummary(type, now, Optional.empty(), change, reports);
    }

    FigureSummary plus(FigureSummary other) {
        return new FigureSummary(
                type,
                plus(now, other.now),
                plus(before, other.before),
                plus(change, other.change),
                reports + other.reports);
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> sum, Optional<BigDecimal> addend) {
        return addend.isEmpty() ? sum : Optional.of(sum.orElse(BigDecimal.ZERO).add(addend.get()));
    }

    /** This year's figure as it is printed. */
    @TemplateData
    public Optional<String> nowText() {
        return now.map(this::text);
    }

    /** Last year's figure as it is printed. */
    @TemplateData
    public Optional<String> beforeText() {
        return before.map(this::text);
    }

    /** The change as it is printed, with its sign. */
    @TemplateData
    public Optional<String> changeText() {
        return change.map(by -> (by.signum() > 0 ? "+" : by.signum() < 0 ? "−" : "±") + text(by.abs()));
    }

    private String text(BigDecimal value) {
        return type.cell(value).text();
    }
}
