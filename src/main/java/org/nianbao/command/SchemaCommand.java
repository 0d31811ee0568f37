package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.schema.SchemaFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schema}: tells editors which keys an input may have. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SchemaCommand implements Callable<Integer> {
    private final Main main;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "rows")
    private List<Path> rows = new ArrayList<>();

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    SchemaCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        Path shown = templates == null ? main.templates() : templates;
        Diagnostics diagnostics = new Diagnostics();
        List<SchemaFiles.Placed> all = rows.isEmpty()
                ? SchemaFiles.run(main.at(shown), diagnostics)
                : SchemaFiles.run(main.at(shown), new Inputs(main, diagnostics).find(rows), diagnostics);
        for (SchemaFiles.Placed placed : all) {
            Path file = rows.isEmpty() ? shown.resolve(placed.file()) : placed.file();
            Message line = placed.written() ? Message.of("schema-written", file) : Message.of("schema-unchanged", file);
            main.out().println(line.in(main.locale()));
        }
        main.tell(diagnostics.list());
        return diagnostics.isEmpty() ? Main.DONE : Main.INPUT_AT_FAULT;
    }
}
