package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.pipeline.Batch;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.FormatSet;
import org.nianbao.pipeline.Renderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code render}: renders inputs into documents. */
@Command
final class RenderCommand extends Subcommand {
    @Mixin
    private final Options.Inputs inputs = new Options.Inputs();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "${bundle:label.format}",
            completionCandidates = Options.DocumentFormats.class)
    private List<String> formats = new ArrayList<>();

    @Option(names = "--output", paramLabel = "${bundle:label.folder}")
    private Path output = Path.of("output");

    @Option(names = "--data")
    private boolean data;

    @Option(names = "--draft")
    private boolean draft;

    @Option(names = "--strict")
    private boolean strict;

    @Option(names = "--jobs", paramLabel = "N")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--fail-fast")
    private boolean failFast;

    @Option(names = "--continue")
    private boolean resume;

    @Option(names = "--no-clobber")
    private boolean noClobber;

    @Option(names = "--clean")
    private boolean clean;

    @Option(names = "--shard", paramLabel = "I/N")
    private @Nullable String shard;

    @Mixin
    private final Options.ScriptName script = new Options.ScriptName();

    /** For {@code mvn}: an unfinished input is no failure. */
    @Option(names = "--skip-unfinished", hidden = true)
    private boolean skipUnfinished;

    @Option(names = "--fonts", paramLabel = "${bundle:label.folder}")
    private List<Path> fonts = new ArrayList<>();

    @Option(names = "--watch")
    private boolean watch;

    @Override
    boolean run(Terminal terminal, Folders folders) {
        validate();
        shard();
        Engine engine = engine(folders, fonts);
        return watch
                ? new Watch(
                                terminal,
                                () -> inputs.find(folders, new Diagnostics()).keySet())
                        .repeat(() -> render(engine, terminal, folders))
                : render(engine, terminal, folders);
    }

    private boolean render(Engine engine, Terminal terminal, Folders folders) {
        Renderer.RenderOptions options = new Renderer.RenderOptions(formats(), mode(), data, script.script());
        Optional<Shard> part = shard();
        Diagnostics diagnostics = new Diagnostics();
        InputFinder finder = new InputFinder(folders, diagnostics);
        Map<Path, String> all = finder.withDistinctNames(inputs.find(folders, diagnostics));
        Map<Path, String> files = part.map(one -> one.filter(all)).orElse(all);
        terminal.report(diagnostics.list());
        Batch batch = engine.batch(
                options,
                Version.producer(),
                folders.at(output),
                folders.program(),
                new Batch.BatchOptions(threads(files.size()), force, resume, noClobber, clean));
        RenderProgress progress = new RenderProgress(terminal, output, mode(), skipUnfinished, files.size());
        try (progress) {
            batch.run(files, done -> progress.report(done) || !failFast);
        }
        progress.summarize();
        return diagnostics.isEmpty() && progress.isClean();
    }

    private void validate() {
        if (data && draft) {
            throw new UsageError(Message.of("data-of-a-draft"));
        }
        if (jobs < 1) {
            throw new UsageError(Message.of("no-jobs", jobs));
        }
    }

    /** One report gets a thread for each format; of several, each gets one thread. */
    private int threads(int files) {
        return Math.max(1, Math.min(jobs, files));
    }

    private Optional<Shard> shard() {
        Optional<Shard> part = Optional.ofNullable(shard).flatMap(Shard::of);
        if (shard != null && part.isEmpty()) {
            throw new UsageError(Message.of("no-such-shard", shard));
        }
        return part;
    }

    private Renderer.RenderMode mode() {
        return draft ? Renderer.RenderMode.DRAFT : strict ? Renderer.RenderMode.STRICT : Renderer.RenderMode.NORMAL;
    }

    private List<String> formats() {
        List<String> known = FormatSet.names();
        formats.forEach(format -> UsageError.requireKnown("unknown-format", format, known));
        return formats.isEmpty()
                ? FormatSet.defaultNames()
                : known.stream().filter(formats::contains).toList();
    }
}
