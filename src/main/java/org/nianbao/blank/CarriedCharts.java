package org.nianbao.blank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nianbao.form.Cell;
import org.nianbao.form.Diagram;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.report.Exhibit;
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
    List<Exhibit> of(List<Exhibit> exhibits) {
        return exhibits.stream().flatMap(exhibit -> carried(exhibit).stream()).toList();
    }

    private Optional<Exhibit> carried(Exhibit exhibit) {
        Diagram before = exhibit.diagram();
        return form.charts().stream()
                .filter(now -> now.key().equals(before.key()) && now.kind() == before.kind())
                .findFirst()
                .map(now -> new Exhibit(now, section(exhibit, now), years(exhibit, now)))
                .filter(chart ->
                        before.kind() != Diagram.Kind.YEARS || !chart.earlier().isEmpty());
    }

    private String section(Exhibit exhibit, Diagram now) {
        boolean there = form.sections().stream().anyMatch(other -> other.key().equals(exhibit.section()));
        return there ? exhibit.section() : now.section();
    }

    private SortedMap<Integer, Map<String, Cell>> years(Exhibit exhibit, Diagram now) {
        SortedMap<Integer, Map<String, Cell>> years = new TreeMap<>();
        exhibit.earlier().forEach((number, figures) -> years.put(number, of(now, figures)));
        if (now.kind() == Diagram.Kind.YEARS) {
            report.fact(Fact.Role.YEAR)
                    .ifPresent(own -> years.put(Integer.valueOf(own), of(now, figures(exhibit.diagram()))));
        }
        return years.subMap(year - Exhibit.MOST_YEARS, year);
    }

    /** What the earlier report's own tables have for a chart. */
    private Map<String, Cell> figures(Diagram diagram) {
        Map<String, Cell> figures = new LinkedHashMap<>();
        for (Diagram.Part part : diagram.parts()) {
            report.sum(part.terms())
                    .flatMap(sum ->
                            diagram.type().read(diagram.type().reckoned(sum).text()))
                    .ifPresent(cell -> figures.put(part.name(), cell));
        }
        return figures;
    }

    private static Map<String, Cell> of(Diagram diagram, Map<String, Cell> known) {
        Map<String, Cell> figures = new LinkedHashMap<>();
        diagram.names().forEach(name -> figures.put(name, known.getOrDefault(name, Cell.BLANK)));
        return figures;
    }
}
