package org.nianbao.overview;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Fact;
import org.nianbao.form.KeyFigure;
import org.nianbao.input.Reading;
import org.nianbao.overview.Delivery.Title;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Inspection;
import org.nianbao.pipeline.LastYear;
import org.nianbao.recognition.ReportOwner;
import org.nianbao.report.Report;
import org.nianbao.report.Units;

/** Checks the delivered files in parallel, and keeps what an overview shows of each. */
public final class OverviewBuilder {
    /** Findings on the page; divided among the files. */
    private static final int LISTED = 2000;

    /** Findings of one file. */
    private static final int LISTED_OF_ONE = 20;

    private final Inspection inspection;
    private final DocumentLinks documents;
    private final Optional<Units> units;
    private final int listed;
    private final Locale locale;

    private OverviewBuilder(
            Inspection inspection, DocumentLinks documents, Optional<Units> units, int listed, Locale locale) {
        this.inspection = inspection;
        this.documents = documents;
        this.units = units;
        this.listed = listed;
        this.locale = locale;
    }

    /**
     * Checks files.
     *
     * @param files with their names in messages
     * @param year that is collected
     * @param locale of the findings
     */
    public static Overview of(
            Map<Path, String> files,
            Engine engine,
            LastYear lastYear,
            Optional<Units> units,
            Optional<Integer> year,
            DocumentLinks documents,
            Locale locale) {
        int listed = Math.min(LISTED_OF_ONE, 1 + LISTED / Math.max(1, files.size()));
        OverviewBuilder builder =
                new OverviewBuilder(new Inspection(engine, lastYear), documents, units, listed, locale);
        List<Delivery> deliveries = List.copyOf(files.entrySet()).parallelStream()
                .map(file -> builder.delivery(file.getKey(), file.getValue()))
                .toList();
        return Overview.of(deliveries, units, year);
    }

    private Delivery delivery(Path file, String name) {
        Inspection.Inspected inspected = inspection.inspectIsolated(file, name);
        Optional<Report> report = inspected.read().map(Reading.Filled::report);
        Optional<Title> title = inspected.read().flatMap(filled -> title(filled, name));
        return new Delivery(
                Message.seen(name),
                title,
                title.isPresent()
                        ? ReportOwner.NONE
                        : ReportOwner.of(
                                file,
                                name,
                                inspected.read(),
                                inspection.engine().forms(),
                                units),
                FindingCounts.of(inspected.findings(), listed, locale),
                report.map(now -> figures(now, inspected.lastYear())).orElse(Map.of()),
                documents.of(file));
    }

    private Optional<Title> title(Reading.Filled filled, String name) {
        Report report = filled.report();
        return report.year()
                .flatMap(year -> report.names()
                        .map(names -> new Title(
                                report.form().name(),
                                report.form().edition(),
                                report.form().covers(year),
                                names,
                                report.isAggregate(),
                                year,
                                place(filled, Fact.Role.AGENCY, name),
                                place(filled, Fact.Role.YEAR, name))));
    }

    private String place(Reading.Filled filled, Fact.Role role, String name) {
        return filled.report()
                .form()
                .fact(role)
                .map(fact -> filled.places().of(fact.key()).place(name).in(locale))
                .orElse("");
    }

    /** The key figures of a report, compared by name with those of last year's, which may be of another edition. */
    private static Map<String, FigureSummary> figures(Report report, Optional<Report> lastYear) {
        Map<String, BigDecimal> before = new LinkedHashMap<>();
        lastYear.ifPresent(earlier -> earlier.form()
                .keyFigures()
                .forEach(key -> earlier.sum(key.terms()).ifPresent(sum -> before.put(key.name(), sum))));
        Map<String, FigureSummary> figures = new LinkedHashMap<>();
        for (KeyFigure key : report.form().keyFigures()) {
            figures.put(
                    key.name(),
                    FigureSummary.of(key.type(), report.sum(key.terms()), Optional.ofNullable(before.get(key.name()))));
        }
        return figures;
    }
}
