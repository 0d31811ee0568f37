package org.nianbao.aggregate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.aggregate.UnitDelivery.DeliveryFault;
import org.nianbao.check.Examined;
import org.nianbao.check.Verdict;
import org.nianbao.check.form.Sums;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.input.Forms;
import org.nianbao.input.Reading;
import org.nianbao.recognition.ReportFile;
import org.nianbao.report.AgencyNames;
import org.nianbao.report.Report;

/** Reads the reports of units and checks that their figures add up. It keeps only the figures of each. */
final class DeliveryReader {
    private static final AgencyNames NAMELESS = new AgencyNames("", List.of());

    private DeliveryReader() {}

    /**
     * Reads files in parallel.
     *
     * @param files with their names in messages
     */
    static List<UnitDelivery> read(Map<Path, String> files, Forms forms) {
        return List.copyOf(files.entrySet()).parallelStream()
                .map(file -> delivery(file.getValue(), ReportFile.read(file.getKey(), file.getValue(), forms)))
                .toList();
    }

    /** The cells of a report. */
    static CellSchema schema(Reading.Filled filled) {
        return new CellSchema(filled.report().form(), filled.localRows().orElse(""));
    }

    private static UnitDelivery delivery(String name, Reading reading) {
        return reading.filled()
                .map(filled -> delivery(name, filled, reading.diagnostics()))
                .orElseGet(() -> new UnitDelivery(
                        name,
                        NAMELESS,
                        0,
                        false,
                        Optional.empty(),
                        "",
                        FigureValues.NONE,
                        fault(reading.diagnostics()),
                        0,
                        List.of()));
    }

    private static UnitDelivery delivery(String name, Reading.Filled filled, List<Diagnostic> diagnostics) {
        Report report = filled.report();
        Verdict verdict = Sums.verdict(Examined.of(report, filled.places(), diagnostics), filled.acceptances());
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(verdict.open());
        Optional<DeliveryFault> fault = fault(all);
        CellSchema schema = schema(filled);
        return new UnitDelivery(
                name,
                report.names().orElse(NAMELESS),
                report.year().orElse(0),
                report.isAggregate(),
                Optional.of(schema),
                level(report),
                fault.isPresent() ? FigureValues.NONE : FigureValues.of(report, schema.cells()),
                fault,
                verdict.accepted(),
                report.words().notes().keySet().stream().map(CellPath::dotted).toList());
    }

    /** The errors or, without errors, the unfilled places. */
    private static Optional<DeliveryFault> fault(List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        List<Diagnostic> faults = errors.isEmpty()
                ? diagnostics.stream().filter(Diagnostic::isToFillIn).toList()
                : errors;
        return faults.stream()
                .findFirst()
                .map(first -> new DeliveryFault(errors.isEmpty(), faults.size(), first.fact()));
    }

    /** The level of the agency, as its report says or its name suggests. */
    private static String level(Report report) {
        return report.form()
                .fact(Fact.Role.LEVEL)
                .flatMap(fact -> report.fact(fact.key())
                        .or(() -> fact.guess(report.agency().orElse(""))))
                .orElse("");
    }
}
