package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nianbao.job.Outcome;
import org.nianbao.job.RenderJob;
import org.nianbao.job.Workshop;
import org.nianbao.output.OutputFolder;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code render}: turns inputs into documents. */
@Command(name = "render", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class Render implements Callable<Integer> {
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

    @Option(names = "--shard", paramLabel = "I/N")
    private @Nullable String shard;

    @Option(names = "--script", paramLabel = "hans|hant")
    private @Nullable String script;

    @Option(names = "--fonts", paramLabel = "DIR")
    private List<Path> fonts = new ArrayList<>();

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    Render(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        if (data && draft) {
            throw main.wrongUse(spec, Message.of("data-of-a-draft"));
        }
        RenderJob.Order order = new RenderJob.Order(formats(), way(), data, main.script(script, spec));
        Optional<Shard> part = shard();
        List<Problem> problems = new ArrayList<>();
        Workshop.Settings settings = new Workshop.Settings(
                main.templates(templates, spec), fonts.stream().map(main::at).toList(), Optional.of(main.prepared()));
        Workshop workshop = Workshop.open(settings, problems);
        if (!problems.isEmpty()) {
            main.tell(problems);
            return Main.INPUT_AT_FAULT;
        }
        Inputs finder = new Inputs(main, problems);
        Map<Path, String> all = finder.withOwnNames(finder.find(inputs));
        Map<Path, String> files = part.map(one -> one.filter(all)).orElse(all);
        main.tell(problems);
        RenderJob job = new RenderJob(workshop, order, main.imprint(spec), ForkJoinPool.commonPool());
        OutputFolder folder = new OutputFolder(main.at(output));
        int failed = problems.size();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Outcome outcome = job.render(file.getKey(), file.getValue()).put(folder);
            main.tell(Problem.first(outcome.problems()));
            report(file.getValue(), outcome);
            failed += outcome.written().isEmpty() ? 1 : 0;
        }
        return failed == 0 ? Main.DONE : Main.INPUT_AT_FAULT;
    }

    private Optional<Shard> shard() {
        Optional<Shard> part = Optional.ofNullable(shard).flatMap(Shard::of);
        if (shard != null && part.isEmpty()) {
            throw main.wrongUse(spec, Message.of("no-such-shard", shard));
        }
        return part;
    }

    private RenderJob.Way way() {
        return draft ? RenderJob.Way.DRAFT : strict ? RenderJob.Way.STRICT : RenderJob.Way.NORMAL;
    }

    private List<String> formats() {
        List<String> known = Workshop.formatNames();
        for (String format : formats) {
            if (!known.contains(format)) {
                throw main.wrongUse(spec, Message.of("unknown-format", format, String.join(", ", known)));
            }
        }
        return formats.isEmpty()
                ? Workshop.usualFormatNames()
                : known.stream().filter(formats::contains).toList();
    }

    private void report(String name, Outcome outcome) {
        if (outcome.written().isEmpty()) {
            long errors = outcome.count(Severity.ERROR);
            Message reason = errors > 0
                    ? Message.of("not-rendered", name, errors)
                    : strict
                            ? Message.of("not-rendered-strict", name, outcome.count(Severity.WARNING))
                            : Message.of("not-rendered-unfilled", name, outcome.unfilled());
            main.err().println(reason.in(main.locale()));
            return;
        }
        Path first = outcome.written().get(0);
        String endings = outcome.written().stream()
                .map(path -> path.toString().substring(path.toString().lastIndexOf('.') + 1))
                .collect(Collectors.joining(","));
        String base = output.resolve(RenderJob.baseName(first)).toString();
        String line = Message.of("rendered", name, base.substring(0, base.lastIndexOf('.')) + ".{" + endings + "}")
                .in(main.locale());
        if (outcome.accepted() > 0) {
            line += " " + Message.of("accepted-count", outcome.accepted()).in(main.locale());
        }
        if (draft) {
            line += " " + Message.of("draft-mark").in(main.locale());
        }
        main.out().println(line);
    }
}
