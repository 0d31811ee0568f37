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
     * @param files of the units, with their names in messages
     * @param into the file of the aggregate report
     * @param name of that file in messages
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
        /** The file of the aggregate report, absolute. */
        Path place() {
            return into.toAbsolutePath().normalize();
        }
    }

    /** A list of units, and its name in messages. */
    public record UnitsFile(Path file, String name) {}

    /**
     * The result of a run.
     *
     * @param old text of the file, if it existed
     * @param text new text of the file
     * @param changes of figures, if the file existed
     */
    public record AggregateResult(
            AggregateOptions options,
            Selection selection,
            Total total,
            Optional<String> old,
            String text,
            List<FigureChange> changes) {}

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
    public Optional<AggregateResult> add(AggregateOptions options, Diagnostics diagnostics) {
        int before = diagnostics.size();
        Optional<Units> units =
                options.units().flatMap(list -> UnitsReader.read(list.file(), list.name(), diagnostics));
        Optional<Reading.Filled> existing =
                Files.exists(options.into()) ? input.existing(options, diagnostics) : Optional.empty();
        if (diagnostics.since(before).stream().anyMatch(Diagnostic::isError)) {
            return Optional.empty();
        }
        Map<Path, String> files = new LinkedHashMap<>(options.files());
        files.keySet().removeIf(file -> file.toAbsolutePath().normalize().equals(options.place()));
        List<UnitDelivery> deliveries = DeliveryReader.read(files, forms, units);
        return whole(options, units, existing, deliveries, diagnostics)
                .flatMap(whole -> add(options, Selection.of(deliveries, whole), existing, diagnostics));
    }

    private Optional<AggregateResult> add(
            AggregateOptions options, Selection selection, Optional<Reading.Filled> existing, Diagnostics diagnostics) {
        diagnostics.addAll(selection.diagnostics());
        if (selection.parts().isEmpty()) {
            diagnostics.add(Diagnostic.error("nothing-to-add"));
            return Optional.empty();
        }
        Total total = selection.total();
        Map<CellPath, Cell> sums = sums(total);
        Source text = existing.map(filled -> filled.places().source())
                .orElseGet(() -> new Source(options.name(), input.fresh(options, selection.whole(), sums)));
        RosterComment roster = new RosterComment(total.groups(), selection.missing(), selection.leftOut());
        Optional<String> updated = input.updated(options.into(), text, sums).map(roster::above);
        if (updated.isEmpty()) {
            diagnostics.add(Diagnostic.error("not-renewable", options.name()));
        }
        return updated.map(now -> new AggregateResult(
                options,
                selection,
                total,
                existing.map(filled -> text.text()),
                now,
                existing.map(filled -> SumInput.changes(filled, sums)).orElse(List.of())));
    }

    /**
     * Writes the file.
     *
     * @param diagnostics gets an error if it cannot be written
     * @return whether the file has the new text
     */
    public boolean write(AggregateResult result, Diagnostics diagnostics) {
        return SumInput.write(result, diagnostics);
    }

    /**
     * A self-contained page that shows the shares of each sum.
     *
     * @param language of the page (BCP 47)
     * @param producer this program and its version
     * @param diagnostics gets the errors in the template; then there is no page
     */
    public Optional<String> page(AggregateResult result, String language, String producer, Diagnostics diagnostics) {
        SumsPage page = SumsPage.of(result.selection(), result.total());
        return StandaloneTemplate.open(templates, "sums.ftlh", diagnostics)
                .flatMap(template -> template.fill(page, Map.of("lang", language, "program", producer), diagnostics));
    }

    /** The report to make: that of the existing file, else as the options say, else as most deliveries are. */
    private Optional<Selection.Whole> whole(
            AggregateOptions options,
            Optional<Units> units,
            Optional<Reading.Filled> existing,
            List<UnitDelivery> deliveries,
            Diagnostics diagnostics) {
        if (existing.isPresent()) {
            Reading.Filled filled = existing.get();
            return Optional.of(
                    new Selection.Whole(filled.agency(), filled.year(), DeliveryReader.schema(filled), units));
        }
        List<UnitDelivery> read = deliveries.stream()
                .filter(delivery -> delivery.schema().isPresent() && delivery.year() > 0)
                .toList();
        String name = mostCommon(
                        read, delivery -> delivery.schema().orElseThrow().form().name())
                .orElse(forms.names().get(0));
        List<Forms.Edition> editions = forms.editionsOf(name);
        Form newest = editions.get(editions.size() - 1).form();
        int year = options.year().or(() -> mostCommon(read, UnitDelivery::year)).orElse(newest.edition());
        Form form = forms.editionFor(name, year).map(Forms.Edition::form).orElse(newest);
        CellSchema schema = schema(read, form, year);
        if (!schema.rows().isEmpty()
                && LocalRows.beside(options.place(), schema.rows()).isEmpty()) {
            diagnostics.add(Diagnostic.error("rows-not-beside", schema.rows(), options.name()));
            return Optional.empty();
        }
        String agency = options.agency().or(() -> units.map(Units::whole)).orElseThrow();
        return Optional.of(new Selection.Whole(agency, year, schema, units));
    }

    /** The form with the local rows that most reports about the year have. */
    private static CellSchema schema(List<UnitDelivery> deliveries, Form form, int year) {
        List<CellSchema> schemas = deliveries.stream()
                .filter(delivery -> delivery.year() == year)
                .flatMap(delivery -> delivery.schema().stream())
                .filter(schema -> schema.isOf(form))
                .toList();
        String rows = mostCommon(schemas, CellSchema::rows).orElse("");
        return schemas.stream()
                .filter(schema -> schema.rows().equals(rows))
                .findFirst()
                .orElseGet(() -> new CellSchema(form, ""));
    }

    /** The most frequent value; of several, the greatest. */
    private static <X, T extends Comparable<T>> Optional<T> mostCommon(List<X> all, Function<X, T> value) {
        Map<T, Long> counts = all.stream().collect(Collectors.groupingBy(value, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /** The known sums. */
    private static Map<CellPath, Cell> sums(Total total) {
        Map<CellPath, Cell> sums = new LinkedHashMap<>();
        for (FormCell cell : total.schema().cells()) {
            Cell sum = total.cell(cell.path().dotted());
            if (!sum.equals(Cell.BLANK)) {
                sums.put(cell.path(), sum);
            }
        }
        return sums;
    }
}
