package org.nianbao.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nianbao.chart.Chart;
import org.nianbao.form.CellTerm;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Form;
import org.nianbao.report.Report;

/** The charts of years that the form of the last report offers, for the reports of one agency. */
final class TrendCharts {
    /** Fewer years need no chart. */
    private static final int FEWEST = 3;

    private TrendCharts() {}

    /** The charts by key; none for several agencies, for too few years, or of zeros only. */
    static Map<String, Chart> of(Comparison comparison) {
        Map<Integer, Report> years = new LinkedHashMap<>();
        for (Compared compared : comparison.reports()) {
            years.put(Integer.valueOf(compared.year()), compared.report());
        }
        Map<String, Chart> charts = new LinkedHashMap<>();
        if (comparison.oneAgency() && years.size() >= FEWEST) {
            List<Integer> all = new ArrayList<>(years.keySet());
            List<Integer> span = IntStream.rangeClosed(all.get(0), all.get(all.size() - 1))
                    .boxed()
                    .toList();
            Form form = comparison.last().report().form();
            form.charts().stream()
                    .filter(spec -> spec.layout() == ChartSpec.Layout.YEARS)
                    .forEach(spec -> chart(spec, span, years).ifPresent(chart -> charts.put(spec.key(), chart)));
        }
        return charts;
    }

    /** A year without a report keeps its place. */
    private static Optional<Chart> chart(ChartSpec spec, List<Integer> span, Map<Integer, Report> years) {
        List<Chart.Series> series = spec.series().stream()
                .map(part -> new Chart.Series(
                        part.name(),
                        span.stream()
                                .map(year -> Optional.ofNullable(years.get(year))
                                        .flatMap(report -> sum(part.terms(), report)))
                                .toList()))
                .toList();
        List<String> names = span.stream().map(String::valueOf).toList();
        return Chart.flaw(Chart.ChartKind.YEARS, series).isPresent()
                ? Optional.empty()
                : Optional.of(new Chart(spec.title(), Chart.ChartKind.YEARS, spec.unit(), names, series));
    }

    /** The sum of the counterparts of the terms in the edition of a report; empty if it lacks one. */
    private static Optional<BigDecimal> sum(List<CellTerm> terms, Report report) {
        List<CellTerm> own = terms.stream()
                .flatMap(term -> report.counterpart(term.cell()).map(cell -> new CellTerm(cell, term.minus())).stream())
                .toList();
        return own.size() == terms.size() ? report.sum(own) : Optional.empty();
    }
}
