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
 * The charts of an earlier report in a new one. In charts of years the earlier report becomes one of the years before.
 *
 * @param form that the new report fills
 * @param year that the new report is about
 * @param report the earlier one
 */
record CarriedCharts(Form form, int year, Report report) {

    /** Those that the new form offers too; a chart of years only if it still has years before its own. */
    List<ChartRequest> of(List<ChartRequest> exhibits) {
        return exhibits.stream().flatMap(exhibit -> carried(exhibit).stream()).toList();
    }

    private Optional<ChartRequest> carried(ChartRequest exhibit) {
        ChartSpec before = exhibit.diagram();
        return form.charts().stream()
                .filter(now -> now.key().equals(before.key()) && now.kind() == before.kind())
                .findFirst()
                .map(now -> new ChartRequest(now, section(exhibit, now), years(exhibit, now)))
                .filter(chart -> before.kind() != ChartSpec.Layout.YEARS
                        || !chart.earlier().isEmpty());
    }

    private String section(ChartRequest exhibit, ChartSpec now) {
        boolean there = form.sections().stream().anyMatch(other -> other.key().equals(exhibit.section()));
        return there ? exhibit.section() : now.section();
    }

    private SortedMap<Integer, Map<String, Cell>> years(ChartRequest exhibit, ChartSpec now) {
        SortedMap<Integer, Map<String, Cell>> years = new TreeMap<>();
        exhibit.earlier().forEach((number, figures) -> years.put(number, of(now, figures)));
        if (now.kind() == ChartSpec.Layout.YEARS) {
            report.fact(Fact.Role.YEAR)
                    .ifPresent(own -> years.put(Integer.valueOf(own), of(now, figures(exhibit.diagram()))));
        }
        return years.subMap(year - ChartRequest.MOST_YEARS, year);
    }

    /** What the earlier report's own tables have for a chart. */
    private Map<String, Cell> figures(ChartSpec diagram) {
        Map<String, Cell> figures = new LinkedHashMap<>();
        for (ChartSpec.SeriesSpec part : diagram.parts()) {
            report.sum(part.terms())
                    .flatMap(sum ->
                            diagram.type().read(diagram.type().reckoned(sum).text()))
                    .ifPresent(cell -> figures.put(part.name(), cell));
        }
        return figures;
    }

    private static Map<String, Cell> of(ChartSpec diagram, Map<String, Cell> known) {
        Map<String, Cell> figures = new LinkedHashMap<>();
        diagram.names().forEach(name -> figures.put(name, known.getOrDefault(name, Cell.BLANK)));
        return figures;
    }
}
