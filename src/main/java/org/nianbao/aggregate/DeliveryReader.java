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
import org.nianbao.diagnostic.Message;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.input.Forms;
import org.nianbao.input.Reading;
import org.nianbao.recognition.ReportFile;
import org.nianbao.recognition.ReportOwner;
import org.nianbao.report.AgencyNames;
import org.nianbao.report.Report;
import org.nianbao.report.Units;

/** Reads the reports of units and checks that their figures add up. It keeps only the figures of each. */
final class DeliveryReader {
    private static final AgencyNames NAMELESS = new AgencyNames("", List.of());

    private DeliveryReader() {}

    /**
     * Reads files in parallel.
     *
     * @param files with their names in messages
     * @param units to find out whose a file is that cannot be read
     */
    static List<UnitDelivery> read(Map<Path, String> files, Forms forms, Optional<Units> units) {
        return List.copyOf(files.entrySet()).parallelStream()
                .map(file -> delivery(file.getKey(), file.getValue(), forms, units))
                .toList();
    }

    /** The cells of a report. */
    static CellSchema schema(Reading.Filled filled) {
        return new CellSchema(filled.report().form(), filled.localRows().orElse(""));
    }

    private static UnitDelivery delivery(Path file, String name, Forms forms, Optional<Units> units) {
        Reading reading = ReportFile.read(file, name, forms);
        return reading.filled()
                .filter(filled -> filled.report().names().isPresent()
                        && filled.report().year().isPresent())
                .map(filled -> delivery(name, filled, reading.diagnostics()))
                .orElseGet(() -> new UnitDelivery(
                        name,
                        ReportOwner.of(file, name, reading.filled(), forms, units)
                                .agency()
                                .map(agency -> new AgencyNames(agency, List.of()))
                                .orElse(NAMELESS),
                        0,
                        false,
                        Optional.empty(),
                        "",
                        FigureValues.NONE,
                        fault(name, reading.diagnostics(), false),
                        0,
                        List.of()));
    }

    private static UnitDelivery delivery(String name, Reading.Filled filled, List<Diagnostic> diagnostics) {
        Report report = filled.report();
        Verdict verdict = Sums.verdict(Examined.of(report, filled.places(), diagnostics), filled.acceptances());
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(verdict.open());
        Optional<DeliveryFault> fault = fault(name, all, diagnostics.stream().noneMatch(Diagnostic::isError));
        CellSchema schema = schema(filled);
        return new UnitDelivery(
                name,
                report.names().orElseThrow(),
                report.year().orElseThrow(),
                report.isAggregate(),
                Optional.of(schema),
                level(report),
                fault.isPresent() ? FigureValues.NONE : FigureValues.of(report, schema.cells()),
                fault,
                verdict.accepted(),
                report.words().notes().keySet().stream().map(CellPath::dotted).toList());
    }

    /** The errors or, without errors, the unfilled places. */
    private static Optional<DeliveryFault> fault(String name, List<Diagnostic> diagnostics, boolean acceptable) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        List<Diagnostic> faults = errors.isEmpty()
                ? diagnostics.stream().filter(Diagnostic::isToFillIn).toList()
                : errors;
        return faults.stream()
                .findFirst()
                .map(first -> new DeliveryFault(errors.isEmpty(), acceptable, faults.size(), placed(first, name)));
    }

    private static Message placed(Diagnostic fault, String name) {
        return fault.span()
                .map(span -> Message.of("fact-at", span.place(name), fault.fact()))
                .orElse(fault.fact());
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
