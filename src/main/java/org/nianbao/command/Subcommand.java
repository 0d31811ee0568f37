package org.nianbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.input.UnitsReader;
import org.nianbao.pipeline.Engine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command: picocli sets its options, then it runs. All commands work with templates. {@code nianbao check} is
 * {@link CheckCommand}: the help texts list the commands, and the name gives the class.
 */
abstract class Subcommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** As typed; by default the program's own. */
    @Option(names = "--templates", paramLabel = "${bundle:label.folder}")
    @Nullable
    Path templates;

    private @Nullable Engine engine;

    /**
     * @return false if an input has to be fixed
     * @throws UsageError if the options are invalid
     * @throws CommandFailed if the command cannot go on
     */
    abstract boolean run(Terminal terminal, Folders folders) throws IOException;

    /** The folder of the templates of this run. */
    final Path templates(Folders folders) {
        return templates == null ? folders.templates() : folders.at(templates);
    }

    /**
     * Opens something on the templates folder.
     *
     * @param opener gets the folder and reports all faults in it
     * @throws UsageError if the folder does not exist
     * @throws CommandFailed if there is a fault
     */
    final <T> T open(Folders folders, BiFunction<Path, Diagnostics, T> opener) {
        Path folder = templates(folders);
        if (templates != null && !Files.isDirectory(folder)) {
            throw new UsageError(Message.of("no-folder", templates));
        }
        Diagnostics diagnostics = new Diagnostics();
        T opened = opener.apply(folder, diagnostics);
        CommandFailed.ifAny(diagnostics);
        return opened;
    }

    /**
     * The file that the user wants written.
     *
     * @throws UsageError if it exists and is one that the program reads
     */
    final OutputFile outputFile(Path typed, Folders folders) {
        List<Path> others = spec.commandLine().getParseResult().matchedArgs().stream()
                .flatMap(argument -> argument.<Object>getValue() instanceof Collection<?> several
                        ? several.stream()
                        : Stream.of(argument.<Object>getValue()))
                .filter(value -> value != typed && value instanceof Path)
                .map(Path.class::cast)
                .toList();
        return new OutputFile(typed, folders, others, templates(folders));
    }

    /** @param fonts folders with fonts to prefer */
    final Engine engine(Folders folders, List<Path> fonts) {
        List<Path> preferred = fonts.stream().map(folders::at).toList();
        engine = open(
                folders,
                (folder, diagnostics) -> Engine.open(
                        new Engine.EngineSettings(folder, preferred, Optional.of(folders.prepared())), diagnostics));
        return engine;
    }

    /**
     * Requires that the fonts have every character of a list of units, whose names are printed.
     *
     * @throws CommandFailed if they do not
     */
    final void requirePrintable(Options.UnitsList units, Folders folders) {
        Diagnostics diagnostics = new Diagnostics();
        units.file(folders)
                .map(list -> UnitsReader.texts(list.file(), list.name()))
                .ifPresent(texts -> {
                    Engine opened = engine == null ? engine(folders, List.of()) : engine;
                    diagnostics.addAll(opened.unprintable(texts));
                });
        CommandFailed.ifAny(diagnostics);
    }

    /** A fault of the program in a report, after the run. */
    final Optional<Throwable> fault() {
        return Optional.ofNullable(engine).flatMap(used -> used.faults().first());
    }
}
