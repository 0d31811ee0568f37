package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.pipeline.Batch;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Renderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code render}: turns inputs into documents. */
@Command(name = "render", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RenderCommand implements Callable<Integer> {
    private final Main main;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", descriptionKey = "inputs")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--format", split = ",", paramLabel = "html,pdf,docx,ofd")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--output", paramLabel = "DIR")
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

    @Option(names = "--shard", paramLabel = "I/N")
    private @Nullable String shard;

    @Option(names = "--script", paramLabel = "hans|hant")
    private @Nullable String script;

    @Option(names = "--fonts", paramLabel = "DIR")
    private List<Path> fonts = new ArrayList<>();

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    RenderCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        if (data && draft) {
            throw main.wrongUse(spec, Message.of("data-of-a-draft"));
        }
        Renderer.RenderOptions order = new Renderer.RenderOptions(formats(), way(), data, main.script(script, spec));
        Optional<Shard> part = shard();
        Diagnostics diagnostics = new Diagnostics();
        Engine workshop = main.workshop(templates, fonts, spec, diagnostics);
        if (!diagnostics.isEmpty()) {
            main.tell(diagnostics.list());
            return Main.INPUT_AT_FAULT;
        }
        Inputs finder = new Inputs(main, diagnostics);
        Map<Path, String> all = finder.withOwnNames(finder.find(inputs));
        Map<Path, String> files = part.map(one -> one.filter(all)).orElse(all);
        main.tell(diagnostics.list());
        Batch batch = workshop.batch(
                order,
                main.imprint(spec),
                main.at(output),
                main.program(),
                new Batch.BatchOptions(threads(files.size()), force, resume));
        Rendering rendering = new Rendering(main, output, order.way(), files.size());
        try (rendering) {
            batch.run(files, done -> rendering.tell(done) || !failFast);
        }
        rendering.sum();
        return diagnostics.isEmpty() && rendering.isClean() ? Main.DONE : Main.INPUT_AT_FAULT;
    }

    /** One report is written by as many threads as it has formats; of several, each by one. */
    private int threads(int files) {
        if (jobs < 1) {
            throw main.wrongUse(spec, Message.of("no-jobs", jobs));
        }
        return Math.max(1, Math.min(jobs, files));
    }

    private Optional<Shard> shard() {
        Optional<Shard> part = Optional.ofNullable(shard).flatMap(Shard::of);
        if (shard != null && part.isEmpty()) {
            throw main.wrongUse(spec, Message.of("no-such-shard", shard));
        }
        return part;
    }

    private Renderer.RenderMode way() {
        return draft ? Renderer.RenderMode.DRAFT : strict ? Renderer.RenderMode.STRICT : Renderer.RenderMode.NORMAL;
    }

    private List<String> formats() {
        List<String> known = Engine.formatNames();
        for (String format : formats) {
            if (!known.contains(format)) {
                throw main.wrongUse(spec, Message.of("unknown-format", format, String.join(", ", known)));
            }
        }
        return formats.isEmpty()
                ? Engine.usualFormatNames()
                : known.stream().filter(formats::contains).toList();
    }
}
