package org.nianbao.aggregate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.check.Findings;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.Fact;
import org.nianbao.input.Forms;
import org.nianbao.input.Reading;
import org.nianbao.input.UnitsReader;
import org.nianbao.report.Report;
import org.nianbao.report.Units;

/** The reports of units, to compare aggregate reports with. Immutable. */
public final class UnitReports {
    /** Compares nothing. */
    public static final UnitReports NONE = new UnitReports(List.of(), Optional.empty(), false);

    private final List<UnitDelivery> deliveries;
    private final Optional<Units> units;
    private final boolean asked;

    private UnitReports(List<UnitDelivery> deliveries, Optional<Units> units, boolean asked) {
        this.deliveries = deliveries;
        this.units = units;
        this.asked = asked;
    }

    /**
     * Reads the reports of units.
     *
     * @param files with their names, as messages call them
     * @param diagnostics gets the errors in the list
     */
    public static UnitReports of(
            Map<Path, String> files, Optional<Aggregation.UnitsFile> list, Forms forms, Diagnostics diagnostics) {
        Optional<Units> units = list.flatMap(one -> UnitsReader.read(one.file(), one.name(), diagnostics));
        return new UnitReports(DeliveryReader.of(files, forms), units, true);
    }

    /** Whether there are reports to compare with. */
    public boolean asked() {
        return asked;
    }

    /**
     * Compares an aggregate report with its parts.
     *
     * @param diagnostics gets the parts that do not count
     */
    public Findings check(Reading.Filled filled, Examined examined, Diagnostics diagnostics) {
        Report report = filled.report();
        Optional<String> agency = report.agency();
        if (!asked || agency.isEmpty() || examined.report().year().isEmpty()) {
            return new Findings();
        }
        Optional<Fact> scope = report.form().fact(Fact.Role.SCOPE);
        if (scope.isPresent() && !report.isAggregate()) {
            String key = scope.get().key();
            String sum = scope.get().choices().get(1);
            diagnostics.add(Diagnostic.warning("no-sum", examined.places().of(key), key, sum));
            return new Findings();
        }
        Selection selection = Selection.of(
                deliveries,
                new Selection.Whole(agency.get(), examined.report().year().get(), DeliveryReader.kind(filled), units));
        diagnostics.addAll(selection.diagnostics());
        return Agreement.of(
                report, examined.places(), new Total(selection.whole().kind(), selection.parts()));
    }
}
