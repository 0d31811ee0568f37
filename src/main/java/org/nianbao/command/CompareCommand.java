package org.nianbao.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nianbao.chinese.Script;
import org.nianbao.compare.Compared;
import org.nianbao.compare.Comparison;
import org.nianbao.compare.ComparisonRenderer;
import org.nianbao.compare.ComparisonText;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Renderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: tells what differs between reports. */
@Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CompareCommand implements Callable<Integer> {
    private static final String TEXT = "text";

    private final Main main;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", descriptionKey = "inputs")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--format", paramLabel = "text|html|pdf|docx|ofd")
    private @Nullable String format;

    @Option(names = "--output", paramLabel = "FILE")
    private @Nullable Path output;

    @Option(names = "--script", paramLabel = "hans|hant")
    private @Nullable String script;

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    CompareCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        String wanted = format();
        Optional<Script> asked = main.script(script, spec);
        Diagnostics diagnostics = new Diagnostics();
        Engine workshop = main.workshop(templates, List.of(), spec, diagnostics);
        if (!diagnostics.isEmpty()) {
            main.tell(diagnostics.list());
            return Main.INPUT_AT_FAULT;
        }
        Map<Path, String> files = new Inputs(main, diagnostics).find(inputs);
        if (files.size() < 2 && diagnostics.isEmpty()) {
            throw main.wrongUse(spec, Message.of("too-few-reports", files.size()));
        }
        Optional<ComparisonRenderer> job = ComparisonRenderer.of(files, asked, workshop, diagnostics);
        boolean written = job.isPresent() && written(job.get(), wanted, files, diagnostics);
        main.tell(diagnostics.list());
        return written && !diagnostics.hasErrors() ? Main.DONE : Main.INPUT_AT_FAULT;
    }

    /** What was asked for; if nothing was, the ending of the file tells. */
    private String format() {
        List<String> known =
                Stream.concat(Stream.of(TEXT), Engine.formatNames().stream()).toList();
        if (format == null) {
            String name = String.valueOf(output);
            String ending = name.substring(name.lastIndexOf('.') + 1);
            return known.contains(ending) ? ending : TEXT;
        }
        if (!known.contains(format)) {
            throw main.wrongUse(spec, Message.of("unknown-format", format, String.join(", ", known)));
        }
        return format;
    }

    /** Whether what differs is now where it was wanted: on the terminal, or in a file. */
    private boolean written(ComparisonRenderer job, String wanted, Map<Path, String> files, Diagnostics diagnostics) {
        Comparison comparison = job.comparison();
        boolean text = wanted.equals(TEXT);
        if (text && output == null) {
            main.out().print(job.inScript(ComparisonText.text(comparison, main.locale())));
            main.out().flush();
            return true;
        }
        OutputFile file = new OutputFile(main, output == null ? ownName(comparison, wanted) : output);
        file.requireIsNoInput(files, spec);
        Optional<byte[]> bytes = text
                ? Optional.of(job.inScript(ComparisonText.text(comparison, main.locale()))
                        .getBytes(StandardCharsets.UTF_8))
                : job.write(wanted, language(), main.imprint(spec), diagnostics);
        if (bytes.isEmpty() || !file.put(bytes.get())) {
            return false;
        }
        main.out()
                .println(Message.of("compared", comparison.reports().size(), file)
                        .in(main.locale()));
        return true;
    }

    private String language() {
        return Message.chinese(main.locale()) ? "zh-CN" : "en";
    }

    /** Named after the first report and the last one, so that other comparisons stay. */
    private static Path ownName(Comparison comparison, String ending) {
        List<Compared> reports = comparison.reports();
        String first = Renderer.baseName(Path.of(reports.get(0).name()));
        String last = Renderer.baseName(Path.of(reports.get(reports.size() - 1).name()));
        return Path.of("output", "compare-" + first + "-" + last + "." + ending);
    }
}
