package org.nianbao.blank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Keywords;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.output.OutputFolder;
import org.nianbao.schema.SchemaFiles;

/** Writes an input to fill in, with what an earlier report tells. No fonts are opened for that. */
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
     * @param diagnostics gets whatever is wrong with them; the job is of use only if that is nothing
     */
    public static NewInput open(Path templates, Diagnostics diagnostics) {
        return new NewInput(templates, Forms.in(templates, diagnostics));
    }

    /**
     * What a new input is to be.
     *
     * @param form name of its form
     * @param edition of the form
     * @param agency whose report it is
     * @param year that it is about
     * @param script that its documents will be in, whatever the earlier report says
     * @param earlier the report that it takes over from
     */
    public record NewOptions(
            String form,
            int edition,
            String agency,
            int year,
            Optional<Script> script,
            Optional<Reading.Filled> earlier) {}

    /**
     * Reads an earlier report.
     *
     * @param name how messages call it
     * @param diagnostics gets all that is wrong with the way it is written
     * @return the report, if nothing in it is an error
     */
    public Optional<Reading.Filled> read(Path file, String name, Diagnostics diagnostics) {
        Reading reading = InputReader.read(file, name, forms);
        diagnostics.addAll(reading.diagnostics());
        return reading.filled().filter(filled -> !reading.hasErrors());
    }

    /** The names of all forms. */
    public List<String> forms() {
        return forms.names();
    }

    /** The editions of a form, the oldest first. */
    public List<Integer> editions(String form) {
        return forms.editionsOf(form).stream()
                .map(edition -> edition.form().edition())
                .toList();
    }

    /** The edition that reports about a year use, if there is one. */
    public Optional<Integer> edition(String form, int year) {
        return forms.serving(form, year).map(edition -> edition.form().edition());
    }

    /**
     * Writes an input. A file that is there already stays as it is.
     *
     * @param order of one of the forms, in one of its editions
     * @param file where it goes
     * @param name how messages call it
     * @param diagnostics gets an error if nothing was written, and warnings about what could not be carried over
     * @return whether it was written
     */
    public boolean write(NewOptions order, Path file, String name, Diagnostics diagnostics) {
        Path place = file.toAbsolutePath().normalize();
        Forms.Edition plain = forms.editionsOf(order.form()).stream()
                .filter(other -> other.form().edition() == order.edition())
                .findFirst()
                .orElseThrow();
        Optional<Path> rows = order.earlier().flatMap(earlier -> rows(earlier, place, plain));
        Forms.Edition edition = rows.flatMap(path -> withRows(path, plain)).orElse(plain);
        Map<String, String> more = new LinkedHashMap<>();
        if (!edition(order.form(), order.year()).equals(Optional.of(order.edition()))) {
            more.put(Keywords.EDITION, String.valueOf(order.edition()));
        }
        Optional<Reading.Filled> before = order.earlier();
        order.script()
                .or(() -> before.map(Reading.Filled::script))
                .filter(script -> script != Script.HANS)
                .ifPresent(script -> more.put(Keywords.SCRIPT, script.written()));
        if (rows.isPresent()) {
            more.put(
                    Keywords.LOCAL_ROWS,
                    before.flatMap(Reading.Filled::localRows).orElseThrow());
        }
        Diagnostics warnings = new Diagnostics();
        Filling filling = order.earlier()
                .map(earlier -> Filling.from(earlier, edition.form(), order.agency(), order.year(), warnings))
                .orElseGet(() -> Filling.fresh(edition.form(), order.agency(), order.year()));
        Path folder = Objects.requireNonNull(place.getParent());
        Path schema = rows.map(SchemaFiles::ofRows)
                .orElseGet(() -> templates.resolve(edition.folder()).resolve(SchemaFiles.NAME));
        Map<String, String> kept = before.map(Reading.Filled::kept).orElse(Map.of());
        String text = BlankInput.of(edition.form(), more, kept, filling, path(folder, schema));
        try {
            new OutputFolder(folder).add(String.valueOf(place.getFileName()), text.getBytes(StandardCharsets.UTF_8));
            diagnostics.addAll(warnings);
            return true;
        } catch (FileAlreadyExistsException e) {
            diagnostics.add(Diagnostic.error(
                    "output-exists", Message.of("output-exists", name), Message.of("output-exists.help")));
        } catch (IOException e) {
            diagnostics.addAll(warnings);
            diagnostics.add(Diagnostic.unwritable(name, e));
        }
        return false;
    }

    /** The file of the earlier report's local rows, if they are for this edition and stand beside the new input too. */
    private Optional<Path> rows(Reading.Filled earlier, Path place, Forms.Edition edition) {
        return earlier.localRows()
                .flatMap(name -> LocalRows.beside(place, name))
                .filter(file -> withRows(file, edition).isPresent());
    }

    private Optional<Forms.Edition> withRows(Path file, Forms.Edition edition) {
        return forms.withRowsOf(file, file.toString(), new Diagnostics())
                .filter(extended -> extended.folder().equals(edition.folder()));
    }

    /** The path from a folder to a schema that is there; there is none from one drive to another. */
    public static Optional<String> path(Path folder, Path schema) {
        Path whole = schema.toAbsolutePath().normalize();
        return Files.exists(whole) && Objects.equals(whole.getRoot(), folder.getRoot())
                ? Optional.of(folder.relativize(whole).toString().replace('\\', '/'))
                : Optional.empty();
    }
}
