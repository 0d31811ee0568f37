package org.nianbao.aggregate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.check.Findings;
import org.nianbao.check.Verdict;
import org.nianbao.check.form.Sums;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.form.Fact;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;

/**
 * Reads the reports of units and checks that their figures add up. It keeps only the figures of each.
 */
final class DeliveryReader {
    private final Forms forms;

    private DeliveryReader(Forms forms) {
        this.forms = forms;
    }

    /**
     * Reads files in parallel.
     *
     * @param files with their names, as messages call them
     */
    static List<UnitDelivery> of(Map<Path, String> files, Forms forms) {
        DeliveryReader deliveries = new DeliveryReader(forms);
        return List.copyOf(files.entrySet()).parallelStream()
                .map(file -> deliveries.read(file.getKey(), file.getValue()))
                .toList();
    }

    /** The cells of a report. */
    static CellSchema kind(Reading.Filled filled) {
        return new CellSchema(filled.report().form(), filled.localRows().orElse(""));
    }

    private UnitDelivery read(Path file, String name) {
        Reading reading = InputReader.read(file, name, forms);
        if (reading.filled().isEmpty()) {
            Optional<UnitDelivery.DeliveryFault> fault = fault(reading.diagnostics());
            return new UnitDelivery(name, "", 0, false, Optional.empty(), "", Optional.empty(), fault, 0);
        }
        Reading.Filled filled = reading.filled().get();
        Report report = filled.report();
        Examined examined = Examined.of(filled.report(), filled.places(), reading.diagnostics());
        Findings sums = Sums.of(examined, Optional.empty());
        Verdict verdict =
                Verdict.of(sums.primary().list(), sums.derived().list(), filled.acceptances(), acceptance -> true);
        List<Diagnostic> diagnostics = new ArrayList<>(reading.diagnostics());
        diagnostics.addAll(verdict.open());
        Optional<UnitDelivery.DeliveryFault> fault = fault(diagnostics);
        String agency = report.agency().orElse("");
        CellSchema kind = kind(filled);
        return new UnitDelivery(
                name,
                agency,
                report.year().orElse(0),
                report.isAggregate(),
                Optional.of(kind),
                level(report, agency),
                fault.isPresent() ? Optional.empty() : Optional.of(FigureValues.of(report, kind.cells())),
                fault,
                verdict.accepted());
    }

    /** The errors or, if there are none, what is still to be filled in. */
    private static Optional<UnitDelivery.DeliveryFault> fault(List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        List<Diagnostic> faults = errors.isEmpty()
                ? diagnostics.stream().filter(Diagnostic::isToFillIn).toList()
                : errors;
        return faults.stream()
                .findFirst()
                .map(first -> new UnitDelivery.DeliveryFault(errors.isEmpty(), faults.size(), first.fact()));
    }

    /** The level of an agency, as its report says or else as its name suggests. */
    private static String level(Report report, String agency) {
        Optional<Fact> level = report.form().fact(Fact.Role.LEVEL);
        return level.flatMap(fact -> report.fact(fact.key()).or(() -> fact.guess(agency)))
                .orElse("");
    }
}
