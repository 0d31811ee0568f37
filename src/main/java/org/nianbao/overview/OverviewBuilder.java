package org.nianbao.overview;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.KeyFigure;
import org.nianbao.input.Reading;
import org.nianbao.input.UnitsReader;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Inspection;
import org.nianbao.pipeline.LastYear;
import org.nianbao.report.Report;
import org.nianbao.report.Units;

/** Inspects everything that came in, on all processors, and keeps of each file only what an overview tells. */
public final class OverviewBuilder {
    /** A page that tells more than that is read by nobody; in small offices everything is told. */
    private static final int MOST_TOLD = 2000;

    /** Of one file. */
    private static final int MOST_OF_ONE = 20;

    private final Inspection inspection;
    private final DocumentLinks documents;
    private final int told;
    private final Locale locale;

    private OverviewBuilder(Inspection inspection, DocumentLinks documents, int told, Locale locale) {
        this.inspection = inspection;
        this.documents = documents;
        this.told = told;
        this.locale = locale;
    }

    /**
     * Reads who must deliver.
     *
     * @param name how messages call the file
     * @param diagnostics gets whatever is wrong with it; then there is nothing
     */
    public static Optional<Units> units(Path file, String name, Diagnostics diagnostics) {
        return UnitsReader.read(file, name, diagnostics);
    }

    /**
     * Looks at all files.
     *
     * @param files each with the name that messages call it
     * @param lastYear the reports of the year before, as far as they are at hand
     * @param units who must deliver, if somebody says so
     * @param year that is collected, if somebody says so
     * @param documents what was made of the files
     * @param locale whose language findings are told in
     */
    public static Overview of(
            Map<Path, String> files,
            Engine engine,
            LastYear lastYear,
            Optional<Units> units,
            Optional<Integer> year,
            DocumentLinks documents,
            Locale locale) {
        int told = Math.min(MOST_OF_ONE, 1 + MOST_TOLD / Math.max(1, files.size()));
        OverviewBuilder builder = new OverviewBuilder(new Inspection(engine, lastYear), documents, told, locale);
        List<Delivery> deliveries = List.copyOf(files.entrySet()).parallelStream()
                .map(file -> builder.delivery(file.getKey(), file.getValue()))
                .toList();
        return Overview.of(deliveries, units, year);
    }

    private Delivery delivery(Path file, String name) {
        Inspection.Inspected inspected = inspection.inspect(file, name);
        Optional<Report> report = inspected.read().map(Reading.Filled::report);
        return new Delivery(
                name,
                report.flatMap(OverviewBuilder::title),
                FindingCounts.of(inspected.findings(), told, locale),
                report.map(now -> figures(now, inspected.lastYear())).orElse(Map.of()),
                documents.of(file));
    }

    private static Optional<Title> title(Report report) {
        Optional<Integer> year = report.year();
        Optional<String> agency = report.agency();
        return year.flatMap(about -> agency.map(name -> new Title(
                report.form().name(),
                report.form().edition(),
                report.form().serves(about),
                name,
                report.isAggregate(),
                about)));
    }

    /** Figures of one name are held against each other, whatever the editions. */
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
