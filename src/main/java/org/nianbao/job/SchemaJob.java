package org.nianbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.input.Forms;
import org.nianbao.output.OutputFolder;
import org.nianbao.problem.Problem;
import org.nianbao.schema.InputSchema;

/** Writes the JSON Schema of each form beside it. No fonts are opened for that. */
public final class SchemaJob {
    static final String NAME = "input.schema.json";

    private SchemaJob() {}

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
     * @param problems gets whatever is wrong with a form, which then gets no schema, and files that cannot be written
     */
    public static List<Placed> run(Path templates, List<Problem> problems) {
        List<Placed> placed = new ArrayList<>();
        Forms forms = Forms.in(templates, problems);
        for (String name : forms.names()) {
            for (Forms.Edition edition : forms.editionsOf(name)) {
                place(edition, templates, problems).ifPresent(placed::add);
            }
        }
        return placed;
    }

    private static Optional<Placed> place(Forms.Edition edition, Path templates, List<Problem> problems) {
        byte[] schema = InputSchema.of(edition.form()).getBytes(StandardCharsets.UTF_8);
        OutputFolder folder = new OutputFolder(templates.resolve(edition.folder()));
        try {
            boolean same =
                    Files.exists(folder.place(NAME)) && Arrays.equals(schema, Files.readAllBytes(folder.place(NAME)));
            if (!same) {
                folder.put(Map.of(NAME, schema));
            }
            return Optional.of(new Placed(edition.folder().resolve(NAME), !same));
        } catch (IOException e) {
            problems.add(Problem.unwritable(folder.place(NAME), e));
            return Optional.empty();
        }
    }
}
