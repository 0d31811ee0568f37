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
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Keywords;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.output.OutputFolder;
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
     * @param diagnostics gets their faults; if there are any, the result must not be used
     */
    public static NewInput open(Path templates, Diagnostics diagnostics) {
        return new NewInput(templates, Forms.in(templates, diagnostics));
    }

    /**
     * The options of a new input.
     *
     * @param form name of the form
     * @param edition of the form
     * @param agency of the report
     * @param year of the report
     * @param script of its documents; if empty, that of the earlier report
     * @param earlier report to carry over from
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
     * @param name of the file in messages
     * @param diagnostics gets the diagnostics of the file
     * @return empty if there is an error
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

    /** The edition for reports of a year, if there is one. */
    public Optional<Integer> edition(String form, int year) {
        return forms.editionFor(form, year).map(edition -> edition.form().edition());
    }

    /**
     * Writes an input. An existing file is not replaced.
     *
     * @param file to write
     * @param name of the file in messages
     * @param diagnostics gets an error if nothing was written, and warnings about what could not be carried over
     * @return whether it was written
     */
    public boolean write(NewOptions options, Path file, String name, Diagnostics diagnostics) {
        Path place = file.toAbsolutePath().normalize();
        Diagnostics warnings = new Diagnostics();
        byte[] text = text(options, place, warnings).getBytes(StandardCharsets.UTF_8);
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

    private String text(NewOptions options, Path place, Diagnostics warnings) {
        Optional<Reading.Filled> earlier = options.earlier();
        Forms.Edition plain = forms.editionsOf(options.form()).stream()
                .filter(edition -> edition.form().edition() == options.edition())
                .findFirst()
                .orElseThrow();
        Optional<Path> rows = earlier.flatMap(report -> rows(report, place, plain));
        Forms.Edition edition = rows.flatMap(path -> withRows(path, plain)).orElse(plain);
        Filling filling = earlier.map(
                        report -> Filling.from(report, edition.form(), options.agency(), options.year(), warnings))
                .orElseGet(() -> Filling.fresh(edition.form(), options.agency(), options.year()));
        return BlankInput.of(
                edition.form(),
                header(options, rows.flatMap(path -> earlier.flatMap(Reading.Filled::localRows))),
                earlier.map(Reading.Filled::kept).orElse(Map.of()),
                filling,
                SchemaFiles.link(place.getParent(), templates, edition, rows));
    }

    /** Facts about the form that follow neither from its name nor from the year. */
    private Map<String, String> header(NewOptions options, Optional<String> localRows) {
        Map<String, String> header = new LinkedHashMap<>();
        if (!edition(options.form(), options.year()).equals(Optional.of(options.edition()))) {
            header.put(Keywords.EDITION, String.valueOf(options.edition()));
        }
        options.script()
                .or(() -> options.earlier().map(Reading.Filled::script))
                .filter(script -> script != Script.HANS)
                .ifPresent(script -> header.put(Keywords.SCRIPT, script.written()));
        localRows.ifPresent(name -> header.put(Keywords.LOCAL_ROWS, name));
        return header;
    }

    /** The file of the earlier report's local rows, if it fits the edition and also lies beside the new input. */
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
