package org.nianbao.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.nianbao.chart.Chart;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.ChartSpec;
import org.nianbao.input.Keywords;
import org.nianbao.input.Reading;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.Report;

/**
 * A chart with the figures of a report.
 *
 * @param section key of its section
 * @param name of its picture; no picture in prose can have it
 * @param chart to draw
 */
record ChartData(String section, String name, Chart chart) {

    /**
     * The charts of a report.
     *
     * @param diagnostics holds the diagnostics of the figures, and gets one for each chart that cannot be drawn, unless that
     *     follows from wrong or missing figures
     */
    static List<ChartData> of(Reading.Filled filled, Diagnostics diagnostics) {
        List<ChartData> charts = new ArrayList<>();
        for (ChartRequest request : filled.charts()) {
            ChartSpec spec = request.spec();
            Chart.ChartKind kind = Chart.ChartKind.valueOf(spec.layout().name());
            List<Integer> years = years(request, filled.report());
            List<String> categories = kind == Chart.ChartKind.YEARS
                    ? years.stream().map(String::valueOf).toList()
                    : spec.names();
            List<Chart.Series> series = kind == Chart.ChartKind.YEARS
                    ? byYear(request, years, filled.report())
                    : List.of(new Chart.Series(spec.title(), figures(spec, filled.report())));
            Optional<Chart.Flaw> flaw = Chart.flaw(kind, series);
            if (flaw.isEmpty()) {
                Chart chart = new Chart(spec.title(), kind, spec.unit(), categories, series);
                charts.add(new ChartData(request.section(), "chart:" + spec.key(), chart));
            } else if (diagnostics.stream().noneMatch(diagnostic -> spoils(diagnostic, spec))) {
                diagnostics.add(undrawn(spec, flaw.get(), filled));
            }
        }
        return charts;
    }

    private static List<Optional<BigDecimal>> figures(ChartSpec spec, Report report) {
        return spec.series().stream().map(part -> report.sum(part.terms())).toList();
    }

    /** From the earliest year to the report's own, including years without figures. */
    private static List<Integer> years(ChartRequest request, Report report) {
        NavigableSet<Integer> years = new TreeSet<>(request.earlier().keySet());
        report.year().ifPresent(years::add);
        return years.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(years.first(), years.last()).boxed().toList();
    }

    private static List<Chart.Series> byYear(ChartRequest request, List<Integer> years, Report report) {
        return request.spec().series().stream()
                .map(part -> new Chart.Series(
                        part.name(),
                        years.stream()
                                .map(year -> figure(request, part, year, report))
                                .toList()))
                .toList();
    }

    private static Optional<BigDecimal> figure(
            ChartRequest request, ChartSpec.SeriesSpec part, int year, Report report) {
        return report.year().equals(Optional.of(year))
                ? report.sum(part.terms())
                : request.earlier()
                        .getOrDefault(year, Map.of())
                        .getOrDefault(part.name(), Cell.BLANK)
                        .value();
    }

    private static boolean spoils(Diagnostic diagnostic, ChartSpec spec) {
        return (diagnostic.isError() || diagnostic.isToFillIn())
                && diagnostic
                        .subject()
                        .filter(path -> spec.sections().contains(new CellPath(path).section()))
                        .isPresent();
    }

    private static Diagnostic undrawn(ChartSpec spec, Chart.Flaw flaw, Reading.Filled filled) {
        String id = switch (flaw) {
            case EMPTY -> "chart-empty";
            case NEGATIVE -> "chart-negative";
            case BLANK -> "chart-blank";
        };
        return Diagnostic.warning(
                id, filled.places().of(Keywords.CHARTS + "." + spec.key()), spec.key(), Keywords.CHARTS);
    }
}
