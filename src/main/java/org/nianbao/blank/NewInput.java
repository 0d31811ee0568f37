package org.nianbao.blank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.input.Forms;
import org.nianbao.input.Keywords;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.output.OutputFolder;
import org.nianbao.report.Report;
import org.nianbao.report.Units;
import org.nianbao.schema.SchemaFiles;

/** Writes inputs to fill in, from nothing or from an earlier report. No font is opened. */
public final class NewInput {
    private final Path templates;
    private final Forms forms;

    private NewInput(Path templates, Forms forms) {
        this.templates = templates;
        this.forms = forms;
    }

    /**
     * Reads the forms.
     *
     * @param diagnostics gets the errors in them; with errors, do not use the result
     */
    public static NewInput open(Path templates, Diagnostics diagnostics) {
        return new NewInput(templates, Forms.in(templates, diagnostics));
    }

    /**
     * The options of a new input.
     *
     * @param edition of the form
     * @param agency of the report
     * @param year of the report
     * @param script of its documents; if empty, that of the earlier report
     * @param earlier report to carry over from
     */
    public record NewOptions(
            Forms.Edition edition,
            String agency,
            int year,
            Optional<Script> script,
            Optional<Reading.Filled> earlier) {}

    public Forms forms() {
        return forms;
    }

    /** The editions of a form by number, the oldest first. */
    public Map<Integer, Forms.Edition> editions(String form) {
        Map<Integer, Forms.Edition> editions = new LinkedHashMap<>();
        forms.editionsOf(form).forEach(edition -> editions.put(edition.form().edition(), edition));
        return editions;
    }

    /**
     * A new input, to be written in some format.
     *
     * @param form of the report, with local rows
     * @param more facts about the form, each a word or several: edition, script, local rows, other names
     * @param kept words, mostly names, with their Traditional form
     * @param filling known values
     * @param before last year's content of the cells; empty if it is not known
     * @param schema path from the file to the JSON Schema of the form, if there is one
     */
    public record Draft(
            Form form,
            Map<String, List<String>> more,
            Map<String, String> kept,
            Filling filling,
            Map<CellPath, Cell> before,
            Optional<String> schema) {
        /** The draft as YAML, in UTF-8. */
        public byte[] yaml() {
            return BlankInput.of(form, more, kept, filling, schema).getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Writes an input. An existing file is not replaced.
     *
     * @param format turns the draft into bytes
     * @param file to write
     * @param name of the file in messages
     * @param diagnostics gets an error if nothing was written, and a warning for each value that was not carried over
     * @return whether it was written
     */
    public boolean write(
            NewOptions options, Function<Draft, byte[]> format, Path file, String name, Diagnostics diagnostics) {
        Path place = file.toAbsolutePath().normalize();
        Diagnostics warnings = new Diagnostics();
        byte[] text = format.apply(draft(options, place, warnings));
        try {
            new OutputFolder(Objects.requireNonNull(place.getParent())).add(String.valueOf(place.getFileName()), text);
            diagnostics.addAll(warnings);
            return true;
        } catch (FileAlreadyExistsException e) {
            diagnostics.add(Diagnostic.error("output-exists", name));
        } catch (IOException e) {
            diagnostics.addAll(warnings);
            diagnostics.add(Diagnostic.unwritable(name, e));
        }
        return false;
    }

    private Draft draft(NewOptions options, Path place, Diagnostics warnings) {
        Optional<Reading.Filled> earlier = options.earlier();
        Optional<Path> rows = earlier.flatMap(report -> rows(report, place, options.edition()));
        Forms.Edition edition =
                rows.flatMap(path -> withRows(path, options.edition())).orElse(options.edition());
        Filling filling = earlier.map(
                        report -> Filling.from(report, edition.form(), options.agency(), options.year(), warnings))
                .orElseGet(() -> Filling.fresh(edition.form(), options.agency(), options.year()));
        return new Draft(
                edition.form(),
                header(options, rows.flatMap(path -> earlier.flatMap(Reading.Filled::localRows))),
                earlier.map(Reading.Filled::kept).orElse(Map.of()),
                filling,
                earlier.filter(report -> report.year() == options.year() - 1)
                        .map(report -> before(edition.form(), report.report()))
                        .orElse(Map.of()),
                SchemaFiles.link(place.getParent(), templates, edition, rows));
    }

    private static Map<CellPath, Cell> before(Form form, Report report) {
        Map<CellPath, Cell> before = new LinkedHashMap<>();
        for (FormCell cell : form.cells().all()) {
            report.counterpart(cell).ifPresent(own -> before.put(cell.path(), report.cell(own.path())));
        }
        return before;
    }

    /** Facts about the form that follow neither from its name nor from the year. */
    private Map<String, List<String>> header(NewOptions options, Optional<String> localRows) {
        Map<String, List<String>> header = new LinkedHashMap<>();
        Form form = options.edition().form();
        if (!forms.editionFor(form.name(), options.year()).equals(Optional.of(options.edition()))) {
            header.put(Keywords.EDITION, List.of(String.valueOf(form.edition())));
        }
        options.script()
                .or(() -> options.earlier().map(Reading.Filled::script))
                .filter(script -> script != Script.HANS)
                .ifPresent(script -> header.put(Keywords.SCRIPT, List.of(script.written())));
        localRows.ifPresent(name -> header.put(Keywords.LOCAL_ROWS, List.of(name)));
        List<String> others = otherNames(options);
        if (!others.isEmpty()) {
            header.put(Keywords.OTHER_NAMES, others);
        }
        return header;
    }

    /** The other names of the agency, if the earlier report is of the same one. */
    private static List<String> otherNames(NewOptions options) {
        return options.earlier()
                .flatMap(earlier -> earlier.report().names())
                .filter(names -> names.has(options.agency()))
                .map(names -> names.all().stream()
                        .filter(name -> !Units.normalized(name).equals(Units.normalized(options.agency())))
                        .toList())
                .orElse(List.of());
    }

    /** The file of the earlier report's local rows, if it fits the edition and is beside the new input, too. */
    private Optional<Path> rows(Reading.Filled earlier, Path place, Forms.Edition edition) {
        return earlier.localRows()
                .flatMap(name -> LocalRows.beside(place, name))
                .filter(file -> withRows(file, edition).isPresent());
    }

    private Optional<Forms.Edition> withRows(Path file, Forms.Edition edition) {
        return forms.withRowsOf(file, file.toString(), new Diagnostics())
                .filter(extended -> extended.folder().equals(edition.folder()));
    }
}
