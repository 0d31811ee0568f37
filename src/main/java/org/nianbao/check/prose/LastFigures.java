package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.check.Examined;
import org.nianbao.form.Cell;
import org.nianbao.form.CellTerm;
import org.nianbao.form.ChartSpec;
import org.nianbao.report.ChartRequest;

/**
 * Figures of last year: those of its report, or those that the input has for a chart of years.
 *
 * @param report of last year, if it is known
 * @param charts of this year's report
 */
public record LastFigures(Optional<Examined> report, List<ChartRequest> charts) {
    /** None. */
    public static final LastFigures NONE = new LastFigures(Optional.empty(), List.of());

    public LastFigures {
        charts = List.copyOf(charts);
    }

    /**
     * The sum of some cells, last year.
     *
     * @param terms cells of this year's report
     * @param year the year before that of this report
     */
    Optional<BigDecimal> sum(List<CellTerm> terms, int year) {
        return charts.stream()
                .flatMap(chart -> inChart(chart, terms, year))
                .findFirst()
                .or(() -> report.flatMap(last -> sum(last, terms)));
    }

    private static Optional<BigDecimal> sum(Examined last, List<CellTerm> terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (CellTerm term : terms) {
            Optional<BigDecimal> value =
                    last.report().counterpart(term.cell()).flatMap(cell -> last.value(cell.path()));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = term.minus() ? sum.subtract(value.get()) : sum.add(value.get());
        }
        return Optional.of(sum);
    }

    private static Stream<BigDecimal> inChart(ChartRequest chart, List<CellTerm> terms, int year) {
        Map<String, Cell> figures = chart.earlier().getOrDefault(year, Map.of());
        return chart.spec().series().stream()
                .filter(series -> series.terms().equals(terms))
                .map(ChartSpec.SeriesSpec::name)
                .flatMap(name -> Optional.ofNullable(figures.get(name)).stream())
                .flatMap(cell -> cell.value().stream());
    }
}
