package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Problem;
import org.nianbao.schema.SchemaJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schema}: tells editors which keys an input may have. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class Schema implements Callable<Integer> {
    private final Main main;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "rows")
    private List<Path> rows = new ArrayList<>();

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    Schema(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        Path shown = templates == null ? main.templates() : templates;
        List<Problem> problems = new ArrayList<>();
        List<SchemaJob.Placed> all = rows.isEmpty()
                ? SchemaJob.run(main.at(shown), problems)
                : SchemaJob.run(main.at(shown), new Inputs(main, problems).find(rows), problems);
        for (SchemaJob.Placed placed : all) {
            Path file = rows.isEmpty() ? shown.resolve(placed.file()) : placed.file();
            Message line = placed.written() ? Message.of("schema-written", file) : Message.of("schema-unchanged", file);
            main.out().println(line.in(main.locale()));
        }
        main.tell(problems);
        return problems.isEmpty() ? Main.DONE : Main.INPUT_AT_FAULT;
    }
}
