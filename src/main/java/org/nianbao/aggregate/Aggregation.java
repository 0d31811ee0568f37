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
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.input.Forms;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.input.UnitsReader;
import org.nianbao.report.Units;
import org.nianbao.template.StandaloneTemplate;

/**
 * Writes the input of a report that sums up those of others, or renews the figures of one that is there already. No fonts
 * are opened for that.
 */
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
     * @param diagnostics gets whatever is wrong with them; the job is of use only if that is nothing
     */
    public static Aggregation open(Path templates, Diagnostics diagnostics) {
        return new Aggregation(templates, Forms.in(templates, diagnostics));
    }

    /**
     * What is to be added up.
     *
     * @param files of the units, each with the name that messages call it
     * @param into the file of the sum
     * @param name how messages call it
     * @param agency whose the sum is, if anybody said so
     * @param year that it is about, if anybody said so; else that of most reports
     * @param units the list of those who must deliver, if there is one
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

    /**
     * A list of units.
     *
     * @param file that it is in
     * @param name how messages call it
     */
    public record UnitsFile(Path file, String name) {}

    /**
     * What came of it.
     *
     * @param order what was to be added up
     * @param selection which reports count
     * @param total what they come to
     * @param old the text of the file, if it was there before
     * @param text of the file
     * @param changes in the figures of a file that was there before
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
     * A figure that is another one now.
     *
     * @param path of the cell
     * @param before what stood there; empty if the cell was blank
     * @param now the sum
     */
    public record FigureChange(String path, String before, String now) {}

    /**
     * Adds up; writes nothing.
     *
     * @param diagnostics gets what there is to say; if there is an error, a report does not count, or none
     * @return nothing if there is nothing to write
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
        Optional<String> renewed = input.renewed(order.into(), text, sums).map(roster(selection)::above);
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
     * Writes what came of it.
     *
     * @param diagnostics gets an error if it cannot be written
     * @return whether it is in its file
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

    /** What is asked for; what nobody asked for, as the file says that is there, or else most reports. */
    private Optional<Selection.Whole> whole(
            AggregateOptions order,
            Optional<Units> units,
            Optional<Reading.Filled> there,
            List<UnitDelivery> deliveries,
            Diagnostics diagnostics) {
        if (there.isPresent()) {
            return Optional.of(new Selection.Whole(
                    there.get().report().agency().orElseThrow(),
                    there.get()
                            .report()
                            .fact(Fact.Role.YEAR)
                            .map(Integer::valueOf)
                            .orElseThrow(),
                    DeliveryReader.kind(there.get()),
                    units));
        }
        List<UnitDelivery> read = deliveries.stream()
                .filter(delivery -> delivery.kind().isPresent() && delivery.year() > 0)
                .toList();
        String name = most(
                        read, delivery -> delivery.kind().orElseThrow().form().name())
                .orElse(forms.names().get(0));
        List<Forms.Edition> editions = forms.editionsOf(name);
        Form newest = editions.get(editions.size() - 1).form();
        int year = order.year().or(() -> most(read, UnitDelivery::year)).orElse(newest.edition());
        Form served = forms.editionFor(name, year).map(Forms.Edition::form).orElse(newest);
        CellSchema kind = most(
                        read.stream()
                                .filter(delivery -> delivery.year() == year)
                                .filter(delivery -> delivery.kind()
                                        .orElseThrow()
                                        .form()
                                        .name()
                                        .equals(name))
                                .filter(delivery ->
                                        delivery.kind().orElseThrow().form().edition() == served.edition())
                                .toList(),
                        delivery -> delivery.kind().orElseThrow().rows())
                .flatMap(rows -> read.stream()
                        .map(delivery -> delivery.kind().orElseThrow())
                        .filter(one -> one.rows().equals(rows) && one.form().edition() == served.edition())
                        .findFirst())
                .orElseGet(() -> new CellSchema(served, ""));
        if (!kind.rows().isEmpty()
                && LocalRows.beside(order.into().toAbsolutePath(), kind.rows()).isEmpty()) {
            diagnostics.add(Diagnostic.error("rows-not-beside", kind.rows(), order.name()));
            return Optional.empty();
        }
        String agency = order.agency().or(() -> units.map(Units::whole)).orElseThrow();
        return Optional.of(new Selection.Whole(agency, year, kind, units));
    }

    /** What most of them have; of several, the last in order. */
    private static <T extends Comparable<T>> Optional<T> most(
            List<UnitDelivery> deliveries, Function<UnitDelivery, T> has) {
        Map<T, Long> counts = deliveries.stream().collect(Collectors.groupingBy(has, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    /** All sums that are known. */
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

    private static RosterComment roster(Selection selection) {
        Map<String, List<String>> in = selection.parts().stream()
                .collect(Collectors.groupingBy(
                        UnitFigures::group,
                        LinkedHashMap::new,
                        Collectors.mapping(UnitFigures::name, Collectors.toList())));
        Map<String, List<String>> missing = selection.missing().stream()
                .collect(Collectors.groupingBy(
                        Units.Unit::group,
                        LinkedHashMap::new,
                        Collectors.mapping(Units.Unit::name, Collectors.toList())));
        return new RosterComment(in, missing, selection.leftOut());
    }
}
