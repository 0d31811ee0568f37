package org.nianbao.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Form;
import org.nianbao.input.Forms;
import org.nianbao.input.LocalRows;
import org.nianbao.output.OutputFolder;

/** Writes the JSON Schema of each form, or of each file of local rows, beside it. No fonts are opened for that. */
public final class SchemaFiles {
    public static final String NAME = "input.schema.json";

    private SchemaFiles() {}

    /**
     * A schema that is in its place.
     *
     * @param file relative to the templates folder
     * @param written whether it is new; a file that held the same is left alone
     */
    public record Placed(Path file, boolean written) {}

    /**
     * Writes all schemas of a templates folder.
     *
     * @param diagnostics gets whatever is wrong with a form, which then gets no schema, and files that cannot be written
     */
    public static List<Placed> run(Path templates, Diagnostics diagnostics) {
        List<Placed> placed = new ArrayList<>();
        Forms forms = Forms.in(templates, diagnostics);
        for (String name : forms.names()) {
            for (Forms.Edition edition : forms.editionsOf(name)) {
                Path schema = edition.folder().resolve(NAME);
                place(edition.form(), templates.resolve(schema), schema, diagnostics)
                        .ifPresent(placed::add);
            }
        }
        return placed;
    }

    /**
     * Writes the schemas of forms with local rows.
     *
     * @param rows the files that say which, each with the name that messages call it
     * @param diagnostics as above
     * @return where they are now, as seen from where the names are
     */
    public static List<Placed> run(Path templates, Map<Path, String> rows, Diagnostics diagnostics) {
        List<Placed> placed = new ArrayList<>();
        Forms forms = Forms.in(templates, diagnostics);
        rows.forEach((file, name) -> {
            if (!LocalRows.isOne(file)) {
                diagnostics.add(Diagnostic.error(
                        "no-local-rows",
                        Message.of("no-rows-by-name", name),
                        Message.of("no-rows-by-name.help", LocalRows.ENDING)));
                return;
            }
            Path schema = ofRows(file);
            forms.withRowsOf(file, name, diagnostics)
                    .flatMap(edition -> place(
                            edition.form(), schema, Path.of(name).resolveSibling(schema.getFileName()), diagnostics))
                    .ifPresent(placed::add);
        });
        return placed;
    }

    /** Where the schema of a form with local rows stands: beside the file that says which. */
    public static Path ofRows(Path file) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.replaceFirst(LocalRows.ENDING + "$", NAME));
    }

    private static Optional<Placed> place(Form form, Path file, Path name, Diagnostics diagnostics) {
        byte[] schema = InputSchema.of(form).getBytes(StandardCharsets.UTF_8);
        try {
            boolean same = Files.exists(file) && Arrays.equals(schema, Files.readAllBytes(file));
            if (!same) {
                new OutputFolder(file.toAbsolutePath().resolveSibling(""))
                        .put(Map.of(String.valueOf(file.getFileName()), schema));
            }
            return Optional.of(new Placed(name, !same));
        } catch (IOException e) {
            diagnostics.add(Diagnostic.unwritable(file, e));
            return Optional.empty();
        }
    }
}
