package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nianbao.check.Examined;
import org.nianbao.check.Findings;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.input.Forms;
import org.nianbao.input.Reading;
import org.nianbao.input.UnitsReader;
import org.nianbao.report.Report;
import org.nianbao.report.Units;

/** The reports of units, to compare aggregate reports with. Immutable. */
public final class UnitReports {
    /** Compares nothing. */
    public static final UnitReports NONE = new UnitReports(List.of(), Optional.empty(), false);

    /** Units named in a message, the largest. */
    private static final int NAMED = 3;

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
     * @param files with their names in messages
     * @param diagnostics gets the errors in the list
     */
    public static UnitReports of(
            Map<Path, String> files, Optional<Aggregation.UnitsFile> list, Forms forms, Diagnostics diagnostics) {
        Optional<Units> units = list.flatMap(one -> UnitsReader.read(one.file(), one.name(), diagnostics));
        return new UnitReports(DeliveryReader.read(files, forms, units), units, true);
    }

    /** Whether there are reports to compare with. */
    public boolean asked() {
        return asked;
    }

    /**
     * Compares an aggregate report with the sums of its parts. Cells that are blank in it or in a part are skipped.
     *
     * @param diagnostics gets the parts that do not count
     */
    public Findings check(Reading.Filled filled, Examined examined, Diagnostics diagnostics) {
        Report report = filled.report();
        Optional<String> agency = report.agency();
        Optional<Integer> year = report.year();
        if (!asked || agency.isEmpty() || year.isEmpty()) {
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
                deliveries, new Selection.Whole(agency.get(), year.get(), DeliveryReader.schema(filled), units));
        diagnostics.addAll(selection.diagnostics());
        return compare(report, examined.places(), selection.total());
    }

    private static Findings compare(Report report, SourceSpans places, Total total) {
        Findings findings = new Findings();
        for (FormCell cell : total.schema().cells()) {
            String path = cell.path().dotted();
            Optional<BigDecimal> sum = total.sum(path);
            Optional<BigDecimal> written = report.cell(cell.path()).value();
            if (sum.isPresent() && written.isPresent() && sum.get().compareTo(written.get()) != 0) {
                boolean isDerived = cell.isTotal() && !places.has(path);
                (isDerived ? findings.derived() : findings.primary())
                        .add(difference(report, places, cell, sum.get(), written.get(), total));
            }
        }
        return findings;
    }

    private static Diagnostic difference(
            Report report, SourceSpans places, FormCell cell, BigDecimal sum, BigDecimal written, Total total) {
        String path = cell.path().dotted();
        String rule = report.form().rule(Form.RuleRole.PARTS, "parts-differ");
        String largest = total.groups(path).stream()
                .flatMap(group -> group.units().stream())
                .sorted(Total.Share.LARGEST_FIRST)
                .limit(NAMED)
                .map(share -> share.name() + " " + share.value().toPlainString())
                .collect(Collectors.joining("、"));
        return Diagnostic.error(
                        largest.isEmpty() ? "parts-zero" : "parts-differ",
                        places.of(path),
                        cell.path().inSection(),
                        total.parts().size(),
                        sum.toPlainString(),
                        written.toPlainString(),
                        sum.subtract(written).abs().toPlainString(),
                        largest)
                .as(rule)
                .about(path)
                .help(Message.of("correct-figures"))
                .acceptable("accept-figures");
    }
}
