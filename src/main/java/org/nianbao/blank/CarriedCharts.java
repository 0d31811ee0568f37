package org.nianbao.blank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nianbao.form.Cell;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.Report;

/**
 * Carries the charts of an earlier report over into a new one. In a chart of years, the earlier report becomes an earlier
 * year.
 *
 * @param form of the new report
 * @param year of the new report
 * @param report the earlier one
 */
record CarriedCharts(Form form, int year, Report report) {

    /** The charts that the new form also has. A chart of years needs at least one earlier year. */
    List<ChartRequest> of(List<ChartRequest> charts) {
        return charts.stream().flatMap(request -> carried(request).stream()).toList();
    }

    private Optional<ChartRequest> carried(ChartRequest request) {
        ChartSpec before = request.spec();
        return form.charts().stream()
                .filter(now -> now.key().equals(before.key()) && now.layout() == before.layout())
                .findFirst()
                .map(now -> new ChartRequest(now, section(request, now), years(request, now)))
                .filter(chart -> before.layout() != ChartSpec.Layout.YEARS
                        || !chart.earlier().isEmpty());
    }

    private String section(ChartRequest request, ChartSpec now) {
        boolean there = form.sections().stream().anyMatch(other -> other.key().equals(request.section()));
        return there ? request.section() : now.section();
    }

    private SortedMap<Integer, Map<String, Cell>> years(ChartRequest request, ChartSpec now) {
        SortedMap<Integer, Map<String, Cell>> years = new TreeMap<>();
        request.earlier().forEach((number, figures) -> years.put(number, of(now, figures)));
        if (now.layout() == ChartSpec.Layout.YEARS) {
            report.fact(Fact.Role.YEAR)
                    .ifPresent(own -> years.put(Integer.valueOf(own), of(now, figures(request.spec()))));
        }
        return years.subMap(year - ChartRequest.MOST_YEARS, year);
    }

    /** The figures of a chart from the tables of the earlier report. */
    private Map<String, Cell> figures(ChartSpec spec) {
        Map<String, Cell> figures = new LinkedHashMap<>();
        for (ChartSpec.SeriesSpec part : spec.series()) {
            report.sum(part.terms())
                    .flatMap(sum -> spec.type().read(spec.type().cell(sum).text()))
                    .ifPresent(cell -> figures.put(part.name(), cell));
        }
        return figures;
    }

    private static Map<String, Cell> of(ChartSpec spec, Map<String, Cell> known) {
        Map<String, Cell> figures = new LinkedHashMap<>();
        spec.names().forEach(name -> figures.put(name, known.getOrDefault(name, Cell.BLANK)));
        return figures;
    }
}
