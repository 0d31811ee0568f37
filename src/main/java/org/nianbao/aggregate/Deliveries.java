package org.nianbao.aggregate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.check.Verdict;
import org.nianbao.check.form.Sums;
import org.nianbao.diagnostic.Problem;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;

/**
 * Reads the reports that units have handed in, as far as adding them up needs it: how they are written, and whether their
 * figures add up. Of each report no more than its figures is kept.
 */
final class Deliveries {
    private final Forms forms;
    private final Map<Form, Kind> kinds = Collections.synchronizedMap(new IdentityHashMap<>());

    private Deliveries(Forms forms) {
        this.forms = forms;
    }

    /**
     * Reads files, side by side.
     *
     * @param files each with the name that messages call it
     */
    static List<Delivery> of(Map<Path, String> files, Forms forms) {
        Deliveries deliveries = new Deliveries(forms);
        return List.copyOf(files.entrySet()).parallelStream()
                .map(file -> deliveries.read(file.getKey(), file.getValue()))
                .toList();
    }

    /** What a report has in common with others. */
    static Kind kind(Reading.Filled filled) {
        Form form = filled.report().form();
        return new Kind(form, Figures.slots(form), filled.localRows().orElse(""));
    }

    private Delivery read(Path file, String name) {
        Reading reading = InputReader.read(file, name, forms);
        if (reading.filled().isEmpty()) {
            Optional<Delivery.Fault> fault = fault(reading.problems());
            return new Delivery(name, "", 0, false, Optional.empty(), "", Optional.empty(), fault, 0);
        }
        Reading.Filled filled = reading.filled().get();
        Report report = filled.report();
        Examined examined = Examined.of(filled.report(), filled.places(), reading.problems());
        Sums.Findings sums = Sums.of(examined, Optional.empty());
        Verdict verdict = Verdict.of(sums.told(), sums.echoes(), filled.acceptances(), acceptance -> true);
        List<Problem> problems = new ArrayList<>(reading.problems());
        problems.addAll(verdict.open());
        Optional<Delivery.Fault> fault = fault(problems);
        String agency = report.fact(Fact.Role.AGENCY).orElse("");
        Kind kind = kinds.computeIfAbsent(report.form(), form -> kind(filled));
        return new Delivery(
                name,
                agency,
                report.fact(Fact.Role.YEAR).map(Integer::valueOf).orElse(0),
                report.isAggregate(),
                Optional.of(kind),
                level(report, agency),
                fault.isPresent() ? Optional.empty() : Optional.of(Figures.of(report, kind.slots())),
                fault,
                verdict.accepted());
    }

    /** Errors; without one, what is still to be filled in. */
    private static Optional<Delivery.Fault> fault(List<Problem> problems) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        List<Problem> faults =
                errors.isEmpty() ? problems.stream().filter(Problem::isToFillIn).toList() : errors;
        return faults.stream()
                .findFirst()
                .map(first -> new Delivery.Fault(errors.isEmpty(), faults.size(), first.fact()));
    }

    /** The level that a body says it is of or, failing that, that its name shows. */
    private static String level(Report report, String agency) {
        Optional<Fact> level = report.form().fact(Fact.Role.LEVEL);
        return level.flatMap(fact -> report.fact(fact.key()).or(() -> fact.guess(agency)))
                .orElse("");
    }
}
