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
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Keywords;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.output.OutputFolder;
import org.nianbao.report.Units;
import org.nianbao.schema.SchemaFiles;

/** The input of an aggregate report: a new one, or an existing one that is updated. */
final class SumInput {
    private final Path templates;
    private final Forms forms;

    SumInput(Path templates, Forms forms) {
        this.templates = templates;
        this.forms = forms;
    }

    /** The existing input, if its figures may be updated. */
    Optional<Reading.Filled> existing(Aggregation.AggregateOptions order, Diagnostics diagnostics) {
        Reading reading = InputReader.read(order.into(), order.name(), forms);
        List<Diagnostic> errors =
                reading.diagnostics().stream().filter(Diagnostic::isError).toList();
        diagnostics.addAll(errors);
        if (!errors.isEmpty() || reading.filled().isEmpty()) {
            return Optional.empty();
        }
        Reading.Filled filled = reading.filled().get();
        Form form = filled.report().form();
        String agency = filled.report().agency().orElse("");
        String year = filled.report().fact(Fact.Role.YEAR).orElse("");
        boolean other = order.agency()
                        .filter(name -> !Units.normalized(name).equals(Units.normalized(agency)))
                        .isPresent()
                || order.year().filter(asked -> !year.equals(asked.toString())).isPresent();
        if (other || (form.fact(Fact.Role.SCOPE).isPresent() && !filled.report().isAggregate())) {
            String id = other ? "into-another" : "into-no-sum";
            diagnostics.add(Diagnostic.error(id, order.name(), agency, year).help(Message.of("into-another.help")));
            return Optional.empty();
        }
        return Optional.of(filled);
    }

    /** A new input with the sums, without totals. */
    String blank(Aggregation.AggregateOptions order, Selection.Whole whole, Map<CellPath, Cell> sums) {
        CellSchema kind = whole.kind();
        Map<CellPath, Cell> figures = new LinkedHashMap<>();
        kind.cells().stream()
                .filter(cell -> !cell.isTotal() && sums.containsKey(cell.path()))
                .forEach(cell -> figures.put(cell.path(), Objects.requireNonNull(sums.get(cell.path()))));
        Path place = order.into().toAbsolutePath().normalize();
        Forms.Edition edition = forms.editionsOf(kind.form().name()).stream()
                .filter(one -> one.form().edition() == kind.form().edition())
                .findFirst()
                .orElseThrow();
        Optional<Path> rows = LocalRows.beside(place, kind.rows());
        Map<String, String> more = new LinkedHashMap<>();
        if (!kind.form().covers(whole.year())) {
            more.put(Keywords.EDITION, String.valueOf(kind.form().edition()));
        }
        if (rows.isPresent()) {
            more.put(Keywords.LOCAL_ROWS, kind.rows());
        }
        return BlankInput.of(
                kind.form(),
                more,
                Map.of(),
                Filling.ofSums(kind.form(), whole.agency(), whole.year(), figures),
                SchemaFiles.link(place.getParent(), templates, edition, rows));
    }

    /**
     * The text with the sums: first the figures that are typed, then the totals that would be computed otherwise.
     *
     * @return empty if the figures cannot be replaced
     */
    Optional<String> renewed(Path file, Source text, Map<CellPath, Cell> sums) {
        Source now = text;
        for (int round = 0; round < 2; round++) {
            Optional<Reading.Filled> read = InputReader.read(file, now, forms).filled();
            if (read.isEmpty()) {
                return Optional.empty();
            }
            Reading.Filled filled = read.get();
            boolean all = round > 0;
            CellSchema kind = DeliveryReader.kind(filled);
            Map<CellPath, Cell> these = new LinkedHashMap<>();
            kind.cells().stream()
                    .filter(cell -> sums.containsKey(cell.path()))
                    .filter(cell -> all
                            || !cell.isTotal()
                            || filled.places().has(cell.path().dotted()))
                    .forEach(cell -> these.put(cell.path(), Objects.requireNonNull(sums.get(cell.path()))));
            now = new Source(text.name(), FigureUpdate.of(filled, these));
        }
        Reading last = InputReader.read(file, now, forms);
        boolean right = !last.hasErrors()
                && last.filled()
                        .filter(filled -> changes(filled, sums).isEmpty())
                        .isPresent();
        return right ? Optional.of(now.text()) : Optional.empty();
    }

    static List<Aggregation.FigureChange> changes(Reading.Filled filled, Map<CellPath, Cell> sums) {
        List<Aggregation.FigureChange> changes = new ArrayList<>();
        sums.forEach((path, sum) -> {
            Cell before = filled.report().cell(path);
            if (!FigureUpdate.same(before, sum)) {
                changes.add(new Aggregation.FigureChange(path.dotted(), before.text(), sum.text()));
            }
        });
        return changes;
    }

    /**
     * Writes the text.
     *
     * @param diagnostics gets an error if it cannot be written
     * @return whether the file has it
     */
    boolean write(Aggregation.AggregateResult added, Diagnostics diagnostics) {
        Aggregation.AggregateOptions order = added.order();
        if (added.old().isEmpty()) {
            return add(order, added.text(), diagnostics);
        }
        return added.old().get().equals(added.text()) || replace(order, added.text(), diagnostics);
    }

    private static boolean add(Aggregation.AggregateOptions order, String text, Diagnostics diagnostics) {
        return put(order, diagnostics, (folder, name) -> folder.add(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keeps a byte order mark. */
    private static boolean replace(Aggregation.AggregateOptions order, String text, Diagnostics diagnostics) {
        return put(order, diagnostics, (folder, name) -> {
            String mark = Files.readString(folder.place(name)).startsWith("\uFEFF") ? "\uFEFF" : "";
            folder.put(Map.of(name, (mark + text).getBytes(StandardCharsets.UTF_8)));
        });
    }

    private interface Putting {
        void into(OutputFolder folder, String name) throws IOException;
    }

    private static boolean put(Aggregation.AggregateOptions order, Diagnostics diagnostics, Putting putting) {
        try {
            Path into = order.into().toAbsolutePath().normalize();
            Path place =
                    Files.isSymbolicLink(into) ? into.toRealPath() : into; // a link is followed: the person named it
            OutputFolder folder = new OutputFolder(Objects.requireNonNull(place.getParent()));
            putting.into(folder, String.valueOf(place.getFileName()));
            return true;
        } catch (IOException e) {
            diagnostics.add(Diagnostic.unwritable(order.name(), e));
            return false;
        }
    }
}
