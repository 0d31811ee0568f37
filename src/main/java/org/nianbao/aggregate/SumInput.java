package org.nianbao.aggregate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nianbao.aggregate.Aggregation.AggregateOptions;
import org.nianbao.aggregate.Aggregation.AggregateResult;
import org.nianbao.aggregate.Aggregation.FigureChange;
import org.nianbao.blank.BlankInput;
import org.nianbao.blank.Filling;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Keywords;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.output.OutputFolder;
import org.nianbao.report.Report;
import org.nianbao.report.Units;
import org.nianbao.schema.SchemaFiles;

/** The input of an aggregate report: a new one, or an existing one that is updated. */
final class SumInput {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path templates;
    private final Forms forms;

    SumInput(Path templates, Forms forms) {
        this.templates = templates;
        this.forms = forms;
    }

    /**
     * Reads the existing input.
     *
     * @param diagnostics gets an error if its figures cannot be updated
     */
    Optional<Reading.Filled> existing(AggregateOptions options, Diagnostics diagnostics) {
        Reading reading = InputReader.read(options.into(), options.name(), forms);
        reading.diagnostics().stream().filter(Diagnostic::isError).forEach(diagnostics::add);
        if (reading.hasErrors() || reading.filled().isEmpty()) {
            return Optional.empty();
        }
        Report report = reading.filled().get().report();
        String agency = report.agency().orElse("");
        String year = report.fact(Fact.Role.YEAR).orElse("");
        boolean other = options.agency()
                        .filter(name -> !Units.normalized(name).equals(Units.normalized(agency)))
                        .isPresent()
                || options.year()
                        .filter(asked -> !year.equals(asked.toString()))
                        .isPresent();
        if (other || (report.form().fact(Fact.Role.SCOPE).isPresent() && !report.isAggregate())) {
            String id = other ? "into-another" : "into-no-sum";
            diagnostics.add(Diagnostic.error(id, options.name(), agency, year).help(Message.of("into-another.help")));
            return Optional.empty();
        }
        return reading.filled();
    }

    /** A new input with the sums, without totals. */
    String fresh(AggregateOptions options, Selection.Whole whole, Map<CellPath, Cell> sums) {
        CellSchema schema = whole.schema();
        Form form = schema.form();
        Map<CellPath, Cell> figures = new LinkedHashMap<>(sums);
        schema.cells().stream().filter(FormCell::isTotal).map(FormCell::path).forEach(figures::remove);
        Forms.Edition edition = forms.editionsOf(form.name()).stream()
                .filter(one -> schema.isOf(one.form()))
                .findFirst()
                .orElseThrow();
        Optional<Path> rows = LocalRows.beside(options.place(), schema.rows());
        Map<String, List<String>> more = new LinkedHashMap<>();
        if (!form.covers(whole.year())) {
            more.put(Keywords.EDITION, List.of(String.valueOf(form.edition())));
        }
        rows.ifPresent(file -> more.put(Keywords.LOCAL_ROWS, List.of(schema.rows())));
        return BlankInput.of(
                form,
                more,
                Map.of(),
                Filling.ofSums(form, whole.agency(), whole.year(), figures),
                SchemaFiles.link(options.place().getParent(), templates, edition, rows));
    }

    /**
     * The text with the sums: first the figures that are typed, then the totals that would be computed otherwise.
     *
     * @return empty if the figures cannot be replaced
     */
    Optional<String> updated(Path file, Source text, Map<CellPath, Cell> sums) {
        return updated(file, text, sums, false)
                .flatMap(typed -> updated(file, typed, sums, true))
                .filter(all -> has(InputReader.read(file, all, forms), sums))
                .map(Source::text);
    }

    private Optional<Source> updated(Path file, Source text, Map<CellPath, Cell> sums, boolean totals) {
        return InputReader.read(file, text, forms).filled().map(filled -> {
            Map<CellPath, Cell> figures = new LinkedHashMap<>(sums);
            DeliveryReader.schema(filled).cells().stream()
                    .filter(cell -> cell.isTotal()
                            && !totals
                            && !filled.places().has(cell.path().dotted()))
                    .forEach(computed -> figures.remove(computed.path()));
            return new Source(text.name(), FigureUpdate.of(filled, figures));
        });
    }

    private static boolean has(Reading reading, Map<CellPath, Cell> sums) {
        return !reading.hasErrors()
                && reading.filled()
                        .filter(filled -> changes(filled, sums).isEmpty())
                        .isPresent();
    }

    static List<FigureChange> changes(Reading.Filled filled, Map<CellPath, Cell> sums) {
        List<FigureChange> changes = new ArrayList<>();
        sums.forEach((path, sum) -> {
            Cell before = filled.report().cell(path);
            if (!FigureUpdate.same(before, sum)) {
                changes.add(new FigureChange(path.dotted(), before.text(), sum.text()));
            }
        });
        return changes;
    }

    /**
     * Writes the new text. A link is followed, and a byte order mark stays.
     *
     * @param diagnostics gets an error if it cannot be written
     * @return whether the file has it
     */
    static boolean write(AggregateResult result, Diagnostics diagnostics) {
        if (result.old().equals(Optional.of(result.text()))) {
            return true;
        }
        try {
            Path place = result.options().place();
            Path file = Files.isSymbolicLink(place) ? place.toRealPath() : place;
            OutputFolder folder = new OutputFolder(Objects.requireNonNull(file.getParent()));
            String name = String.valueOf(file.getFileName());
            if (result.old().isEmpty()) {
                folder.add(name, result.text().getBytes(StandardCharsets.UTF_8));
            } else {
                String mark = Files.readString(file).startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
                folder.put(Map.of(name, (mark + result.text()).getBytes(StandardCharsets.UTF_8)));
            }
            return true;
        } catch (IOException e) {
            diagnostics.add(Diagnostic.unwritable(result.options().name(), e));
            return false;
        }
    }
}
