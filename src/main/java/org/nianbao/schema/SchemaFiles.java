package org.nianbao.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.Form;
import org.nianbao.input.Forms;
import org.nianbao.input.LocalRows;
import org.nianbao.output.OutputFolder;

/** Writes the JSON Schemas of forms, and of forms with local rows. No font is opened. */
public final class SchemaFiles {
    private static final String NAME = "input.schema.json";

    private SchemaFiles() {}

    /**
     * A schema file.
     *
     * @param file relative to the templates folder; for local rows, beside their file
     * @param written whether it changed
     */
    public record Placed(Path file, boolean written) {}

    /**
     * Writes the schema of each form of a templates folder beside the form.
     *
     * @param diagnostics gets the errors in forms, which get no schema, and the files that cannot be written
     */
    public static List<Placed> run(Path templates, Diagnostics diagnostics) {
        Forms forms = Forms.in(templates, diagnostics);
        List<Placed> placed = new ArrayList<>();
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
     * Writes the schemas of forms with local rows, each beside the file of the rows.
     *
     * @param rows files of local rows, each with its name in messages
     */
    public static List<Placed> run(Path templates, Map<Path, String> rows, Diagnostics diagnostics) {
        Forms forms = Forms.in(templates, diagnostics);
        List<Placed> placed = new ArrayList<>();
        rows.forEach((file, name) -> {
            if (!LocalRows.isOne(file)) {
                diagnostics.add(Diagnostic.error("no-rows-by-name", name, LocalRows.ENDING)
                        .as("no-local-rows"));
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

    /**
     * The path from a folder to the schema of a form.
     *
     * @param rows file of local rows, if the form has some
     * @return empty if there is no schema, or if it is on another drive
     */
    public static Optional<String> link(
            @Nullable Path folder, Path templates, Forms.Edition edition, Optional<Path> rows) {
        Path schema = rows.map(SchemaFiles::ofRows)
                .orElseGet(() -> templates.resolve(edition.folder()).resolve(NAME))
                .toAbsolutePath()
                .normalize();
        return folder != null && Files.exists(schema) && Objects.equals(schema.getRoot(), folder.getRoot())
                ? Optional.of(folder.relativize(schema).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private static Path ofRows(Path file) {
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
