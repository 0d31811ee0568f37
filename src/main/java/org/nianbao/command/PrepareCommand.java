package org.nianbao.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.pipeline.Engine;
import picocli.CommandLine.Command;

/** {@code prepare}: what the build runs once, so that no later start has to do it again. */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {
    private final Main main;

    PrepareCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Engine workshop =
                Engine.open(new Engine.EngineSettings(main.templates(), List.of(), Optional.empty()), diagnostics);
        main.tell(diagnostics.list());
        workshop.prepare(main.prepared());
        return diagnostics.isEmpty() ? Main.DONE : Main.INPUT_AT_FAULT;
    }
}
