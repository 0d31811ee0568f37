package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.schema.SchemaFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code schema}: writes the JSON Schema of inputs, for editors. */
@Command
final class SchemaCommand extends Subcommand {
    @Parameters(arity = "0..*", paramLabel = "${bundle:label.file}", descriptionKey = "rows")
    private List<Path> rows = new ArrayList<>();

    @Override
    boolean run(Terminal terminal, Folders folders) {
        Path folder = templates == null ? folders.templates() : templates;
        Diagnostics diagnostics = new Diagnostics();
        List<SchemaFiles.Placed> schemas = rows.isEmpty()
                ? SchemaFiles.run(folders.at(folder), diagnostics)
                : SchemaFiles.run(folders.at(folder), new InputFinder(folders, diagnostics).find(rows), diagnostics);
        for (SchemaFiles.Placed schema : schemas) {
            Path file = rows.isEmpty() ? folder.resolve(schema.file()) : schema.file();
            terminal.println(Message.of(schema.written() ? "schema-written" : "schema-unchanged", file));
        }
        terminal.report(diagnostics.list());
        return diagnostics.isEmpty();
    }
}
