package org.nianbao.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nianbao.chart.Chart;
import org.nianbao.input.Reading;
import org.nianbao.input.Words;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.report.Cell;
import org.nianbao.report.Diagram;
import org.nianbao.report.Exhibit;
import org.nianbao.report.Fact;
import org.nianbao.report.Report;

/**
 * A chart with the figures of a report, and its place in it.
 *
 * @param section key of the section
 * @param name of its picture, like no name that prose can give
 * @param chart what is seen
 */
record PlacedChart(String section, String name, Chart chart) {

    /**
     * The charts that a report shows.
     *
     * @param problems holds what is wrong with the report's figures, and gets each chart that cannot be drawn; if that
     *     only follows from wrong figures, it is left out in silence
     */
    static List<PlacedChart> of(Reading.Filled filled, List<Problem> problems) {
        List<PlacedChart> placed = new ArrayList<>();
        for (Exhibit exhibit : filled.exhibits()) {
            Diagram diagram = exhibit.diagram();
            Chart.Kind kind = Chart.Kind.valueOf(diagram.kind().name());
            List<String> categories = diagram.names();
            List<Chart.Series> series = List.of(new Chart.Series(diagram.title(), figures(diagram, filled.report())));
            if (kind == Chart.Kind.YEARS) {
                List<Integer> years = years(exhibit, filled.report());
                categories = years.stream().map(String::valueOf).toList();
                series = byYear(exhibit, years, filled.report());
            }
            Optional<Chart.Flaw> flaw = Chart.flaw(kind, series);
            if (flaw.isEmpty()) {
                Chart chart = new Chart(diagram.title(), kind, diagram.unit(), categories, series);
                placed.add(new PlacedChart(exhibit.section(), "chart:" + diagram.key(), chart));
            } else if (problems.stream().noneMatch(problem -> spoils(problem, diagram))) {
                problems.add(undrawn(diagram, flaw.get(), filled));
            }
        }
        return placed;
    }

    private static List<Optional<BigDecimal>> figures(Diagram diagram, Report report) {
        return diagram.parts().stream().map(part -> report.sum(part.terms())).toList();
    }

    /** From the earliest on, without a gap: a year of which nothing is known has its place all the same. */
    private static List<Integer> years(Exhibit exhibit, Report report) {
        int own = report.fact(Fact.Role.YEAR).map(Integer::valueOf).orElse(0);
        int first = exhibit.earlier().isEmpty() || own == 0
                ? own
                : exhibit.earlier().firstKey();
        return IntStream.rangeClosed(first, own).boxed().toList();
    }

    private static List<Chart.Series> byYear(Exhibit exhibit, List<Integer> years, Report report) {
        int own = years.get(years.size() - 1);
        return exhibit.diagram().parts().stream()
                .map(part -> new Chart.Series(
                        part.name(),
                        years.stream()
                                .map(year -> year == own
                                        ? report.sum(part.terms())
                                        : exhibit.earlier()
                                                .getOrDefault(year, Map.of())
                                                .getOrDefault(part.name(), Cell.BLANK)
                                                .value())
                                .toList()))
                .toList();
    }

    private static boolean spoils(Problem problem, Diagram diagram) {
        return problem.isError()
                && problem.subject()
                        .filter(path -> diagram.sources().contains(path.replaceFirst("\\..*", "")))
                        .isPresent();
    }

    private static Problem undrawn(Diagram diagram, Chart.Flaw flaw, Reading.Filled filled) {
        String id = "chart-" + flaw.name().toLowerCase(Locale.ROOT);
        String path = Words.CHARTS + "." + diagram.key();
        return Problem.warning(
                id,
                filled.places().of(path),
                Message.of(id, diagram.key()),
                Message.of("chart-undrawn.way-out", Words.CHARTS));
    }
}
