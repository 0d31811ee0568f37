package org.nianbao.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.nianbao.pipeline.Engine;
import picocli.CommandLine.Command;

/** {@code prepare}: makes at build time what every start would have to make again. */
@Command(hidden = true)
final class PrepareCommand extends Subcommand {
    @Override
    boolean run(Terminal terminal, Folders folders) throws IOException {
        Engine engine = open(
                folders,
                (folder, diagnostics) ->
                        Engine.open(new Engine.EngineSettings(folder, List.of(), Optional.empty()), diagnostics));
        engine.prepare(folders.prepared());
        return true;
    }
}
