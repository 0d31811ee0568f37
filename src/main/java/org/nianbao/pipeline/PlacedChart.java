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
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Problem;
import org.nianbao.form.Cell;
import org.nianbao.form.Diagram;
import org.nianbao.form.Fact;
import org.nianbao.input.Reading;
import org.nianbao.input.Words;
import org.nianbao.report.Exhibit;
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
     *     only follows from wrong figures, or from missing ones, it is left out in silence
     */
    static List<PlacedChart> of(Reading.Filled filled, List<Problem> problems) {
        List<PlacedChart> placed = new ArrayList<>();
        for (Exhibit exhibit : filled.exhibits()) {
            Diagram diagram = exhibit.diagram();
            Chart.Kind kind = Chart.Kind.valueOf(diagram.kind().name());
            List<Integer> years = years(exhibit, filled.report());
            List<String> categories = kind == Chart.Kind.YEARS
                    ? years.stream().map(String::valueOf).toList()
                    : diagram.names();
            List<Chart.Series> series = kind == Chart.Kind.YEARS
                    ? byYear(exhibit, years, filled.report())
                    : List.of(new Chart.Series(diagram.title(), figures(diagram, filled.report())));
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

    /** From the earliest to the report's own without a gap: a year of which nothing is known has its place all the same. */
    private static List<Integer> years(Exhibit exhibit, Report report) {
        NavigableSet<Integer> years = new TreeSet<>(exhibit.earlier().keySet());
        report.fact(Fact.Role.YEAR).map(Integer::valueOf).ifPresent(years::add);
        return years.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(years.first(), years.last()).boxed().toList();
    }

    private static List<Chart.Series> byYear(Exhibit exhibit, List<Integer> years, Report report) {
        return exhibit.diagram().parts().stream()
                .map(part -> new Chart.Series(
                        part.name(),
                        years.stream()
                                .map(year -> figure(exhibit, part, year, report))
                                .toList()))
                .toList();
    }

    private static Optional<BigDecimal> figure(Exhibit exhibit, Diagram.Part part, int year, Report report) {
        return report.fact(Fact.Role.YEAR).equals(Optional.of(String.valueOf(year)))
                ? report.sum(part.terms())
                : exhibit.earlier()
                        .getOrDefault(year, Map.of())
                        .getOrDefault(part.name(), Cell.BLANK)
                        .value();
    }

    private static boolean spoils(Problem problem, Diagram diagram) {
        return (problem.isError() || problem.isToFillIn())
                && problem.subject()
                        .filter(path -> diagram.sources().contains(path.replaceFirst("\\..*", "")))
                        .isPresent();
    }

    private static Problem undrawn(Diagram diagram, Chart.Flaw flaw, Reading.Filled filled) {
        String id = switch (flaw) {
            case EMPTY -> "chart-empty";
            case NEGATIVE -> "chart-negative";
            case BLANK -> "chart-blank";
        };
        return Problem.warning(
                id,
                filled.places().of(Words.CHARTS + "." + diagram.key()),
                Message.of(id, diagram.key()),
                Message.of(id + ".way-out", Words.CHARTS));
    }
}
