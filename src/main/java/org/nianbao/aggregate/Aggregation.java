package org.nianbao.aggregate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Source;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.input.Forms;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.input.UnitsReader;
import org.nianbao.report.Report;
import org.nianbao.report.Units;
import org.nianbao.template.StandaloneTemplate;

/** Writes the input of an aggregate report, or updates the figures of an existing one. No fonts are opened. */
public final class Aggregation {
    private final Path templates;
    private final Forms forms;
    private final SumInput input;

    private Aggregation(Path templates, Forms forms) {
        this.templates = templates;
        this.forms = forms;
        this.input = new SumInput(templates, forms);
    }

    /**
     * Reads the forms.
     *
     * @param diagnostics gets the errors in them; with errors, do not use the result
     */
    public static Aggregation open(Path templates, Diagnostics diagnostics) {
        return new Aggregation(templates, Forms.in(templates, diagnostics));
    }

    /**
     * The options of a run.
     *
     * @param files of the units, with their names as messages call them
     * @param into the file of the aggregate report
     * @param name of that file, as messages call it
     * @param agency of the aggregate report; default: that of the list of units
     * @param year default: that of most reports
     */
    public record AggregateOptions(
            Map<Path, String> files,
            Path into,
            String name,
            Optional<String> agency,
            Optional<Integer> year,
            Optional<UnitsFile> units) {
        public AggregateOptions {
            files = new LinkedHashMap<>(files);
        }
    }

    /** A list of units, and its name as messages call it. */
    public record UnitsFile(Path file, String name) {}

    /**
     * The result of a run.
     *
     * @param old text of the file, if it existed
     * @param text new text of the file
     * @param changes of figures, if the file existed
     */
    public record AggregateResult(
            AggregateOptions order,
            Selection selection,
            Total total,
            Optional<String> old,
            String text,
            List<FigureChange> changes) {
        public AggregateResult {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A changed figure.
     *
     * @param path of the cell
     * @param before empty if the cell was blank
     */
    public record FigureChange(String path, String before, String now) {}

    /**
     * Adds up reports; writes nothing.
     *
     * @param diagnostics gets an error for each report that does not count
     * @return empty if there is nothing to write
     */
    public Optional<AggregateResult> add(AggregateOptions order, Diagnostics diagnostics) {
        int before = diagnostics.size();
        Optional<Units> units = order.units().flatMap(list -> UnitsReader.read(list.file(), list.name(), diagnostics));
        boolean exists = Files.exists(order.into());
        Optional<Reading.Filled> there = exists ? input.existing(order, diagnostics) : Optional.empty();
        if (diagnostics.since(before).stream().anyMatch(Diagnostic::isError)) {
            return Optional.empty();
        }
        Map<Path, String> files = new LinkedHashMap<>(order.files());
        files.keySet()
                .removeIf(file -> file.toAbsolutePath()
                        .normalize()
                        .equals(order.into().toAbsolutePath().normalize()));
        List<UnitDelivery> deliveries = DeliveryReader.of(files, forms);
        Optional<Selection.Whole> whole = whole(order, units, there, deliveries, diagnostics);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        Selection selection = Selection.of(deliveries, whole.get());
        diagnostics.addAll(selection.diagnostics());
        if (selection.parts().isEmpty()) {
            diagnostics.add(Diagnostic.error("nothing-to-add"));
            return Optional.empty();
        }
        Total total = new Total(whole.get().kind(), selection.parts());
        Map<CellPath, Cell> sums = sums(total);
        Source text = there.map(filled -> filled.places().source())
                .orElseGet(() -> new Source(order.name(), input.blank(order, whole.get(), sums)));
        RosterComment roster = new RosterComment(total.groups(), selection.missing(), selection.leftOut());
        Optional<String> renewed = input.renewed(order.into(), text, sums).map(roster::above);
        if (renewed.isEmpty()) {
            diagnostics.add(Diagnostic.error("not-renewable", order.name()));
            return Optional.empty();
        }
        List<FigureChange> changes =
                there.map(filled -> SumInput.changes(filled, sums)).orElse(List.of());
        Optional<String> old = there.map(filled -> text.text());
        return Optional.of(new AggregateResult(order, selection, total, old, renewed.get(), changes));
    }

    /**
     * Writes the file.
     *
     * @param diagnostics gets an error if it cannot be written
     * @return whether the file has the new text
     */
    public boolean write(AggregateResult added, Diagnostics diagnostics) {
        return input.write(added, diagnostics);
    }

    /**
     * A self-contained page that shows the shares of each sum.
     *
     * @param language of the page (BCP 47)
     * @param producer this program and its version
     * @param diagnostics gets the errors in the template; then there is no page
     */
    public Optional<String> page(AggregateResult added, String language, String producer, Diagnostics diagnostics) {
        SumsPage page = SumsPage.of(added.selection(), added.total());
        return StandaloneTemplate.open(templates, "sums.ftlh", diagnostics)
                .flatMap(template -> template.fill(page, Map.of("lang", language, "program", producer), diagnostics));
    }

    /** The report to make: as the options say, else as the existing file says, else as most deliveries are. */
    private Optional<Selection.Whole> whole(
            AggregateOptions order,
            Optional<Units> units,
            Optional<Reading.Filled> there,
            List<UnitDelivery> deliveries,
            Diagnostics diagnostics) {
        if (there.isPresent()) {
            Report report = there.get().report();
            return Optional.of(new Selection.Whole(
                    report.agency().orElseThrow(),
                    report.year().orElseThrow(),
                    DeliveryReader.kind(there.get()),
                    units));
        }
        List<UnitDelivery> read = deliveries.stream()
                .filter(delivery -> delivery.kind().isPresent() && delivery.year() > 0)
                .toList();
        String name = mostCommon(
                        read, delivery -> delivery.kind().orElseThrow().form().name())
                .orElse(forms.names().get(0));
        List<Forms.Edition> editions = forms.editionsOf(name);
        Form newest = editions.get(editions.size() - 1).form();
        int year = order.year().or(() -> mostCommon(read, UnitDelivery::year)).orElse(newest.edition());
        Form form = forms.editionFor(name, year).map(Forms.Edition::form).orElse(newest);
        CellSchema kind = kind(read, form, year);
        if (!kind.rows().isEmpty()
                && LocalRows.beside(order.into().toAbsolutePath(), kind.rows()).isEmpty()) {
            diagnostics.add(Diagnostic.error("rows-not-beside", kind.rows(), order.name()));
            return Optional.empty();
        }
        String agency = order.agency().or(() -> units.map(Units::whole)).orElseThrow();
        return Optional.of(new Selection.Whole(agency, year, kind, units));
    }

    /** The form with the local rows that most reports about the year have. */
    private static CellSchema kind(List<UnitDelivery> deliveries, Form form, int year) {
        List<CellSchema> kinds = deliveries.stream()
                .filter(delivery -> delivery.year() == year)
                .flatMap(delivery -> delivery.kind().stream())
                .filter(kind ->
                        kind.form().name().equals(form.name()) && kind.form().edition() == form.edition())
                .toList();
        String rows = mostCommon(kinds, CellSchema::rows).orElse("");
        return kinds.stream()
                .filter(kind -> kind.rows().equals(rows))
                .findFirst()
                .orElseGet(() -> new CellSchema(form, ""));
    }

    /** The most frequent value; of several, the greatest. */
    private static <X, T extends Comparable<T>> Optional<T> mostCommon(List<X> all, Function<X, T> value) {
        Map<T, Long> counts = all.stream().collect(Collectors.groupingBy(value, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    /** The known sums. */
    private static Map<CellPath, Cell> sums(Total total) {
        Map<CellPath, Cell> sums = new LinkedHashMap<>();
        for (FormCell cell : total.kind().cells()) {
            Cell sum = total.cell(cell.path().dotted());
            if (!sum.equals(Cell.BLANK)) {
                sums.put(cell.path(), sum);
            }
        }
        return sums;
    }
}
