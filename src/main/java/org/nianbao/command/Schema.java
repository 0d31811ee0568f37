package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nianbao.job.SchemaJob;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code schema}: tells editors which keys an input may have. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class Schema implements Callable<Integer> {
    private final Main main;

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    Schema(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        Path shown = templates == null ? main.templates() : templates;
        List<Problem> problems = new ArrayList<>();
        for (SchemaJob.Placed placed : SchemaJob.run(main.at(shown), problems)) {
            Path file = shown.resolve(placed.file());
            Message line = placed.written() ? Message.of("schema-written", file) : Message.of("schema-unchanged", file);
            main.out().println(line.in(main.locale()));
        }
        main.tell(problems);
        return problems.isEmpty() ? Main.DONE : Main.INPUT_AT_FAULT;
    }
}
