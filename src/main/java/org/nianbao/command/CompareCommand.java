package org.nianbao.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.nianbao.pipeline.FormatSet;
import org.nianbao.pipeline.Renderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}: shows the differences between reports. */
@Command
final class CompareCommand extends Subcommand {
    private static final String TEXT = "text";

    @Mixin
    private final Options.Inputs inputs = new Options.Inputs();

    @Option(
            names = "--format",
            paramLabel = "${bundle:label.format}",
            completionCandidates = Options.DocumentFormats.class)
    private @Nullable String format;

    @Option(names = "--output", paramLabel = "${bundle:label.file}")
    private @Nullable Path output;

    @Mixin
    private final Options.ScriptName script = new Options.ScriptName();

    @Override
    boolean run(Terminal terminal, Folders folders) {
        String wanted = format();
        Optional<Script> wantedScript = script.script();
        Engine engine = engine(folders, List.of());
        Diagnostics diagnostics = new Diagnostics();
        Map<Path, String> files = inputs.findReports(folders, diagnostics);
        if (files.size() < 2 && diagnostics.isEmpty()) {
            throw new UsageError(Message.of("too-few-reports", files.size()));
        }
        Optional<ComparisonRenderer> renderer = ComparisonRenderer.of(files, wantedScript, engine, diagnostics);
        if (renderer.isPresent() && wanted.equals(TEXT) && output == null) {
            terminal.out().print(text(renderer.get(), terminal));
            terminal.out().flush();
        } else if (renderer.isPresent()) {
            Path typed = output == null ? defaultOutput(renderer.get().comparison(), wanted) : output;
            OutputFile file = outputFile(typed, folders);
            write(renderer.get(), wanted, file, terminal, diagnostics);
        }
        terminal.report(diagnostics.list());
        return renderer.isPresent() && !diagnostics.hasErrors();
    }

    private static List<String> known() {
        return Stream.concat(Stream.of(TEXT), FormatSet.names().stream()).toList();
    }

    /** The format of {@code --format}; else the extension of the output file; else text. */
    private String format() {
        if (format != null) {
            UsageError.requireKnown("unknown-format", format, known());
            return format;
        }
        String name = String.valueOf(output);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return known().contains(extension) ? extension : TEXT;
    }

    private static void write(
            ComparisonRenderer renderer, String wanted, OutputFile file, Terminal terminal, Diagnostics diagnostics) {
        Optional<byte[]> document = wanted.equals(TEXT)
                ? Optional.of(text(renderer, terminal).getBytes(StandardCharsets.UTF_8))
                : renderer.write(wanted, terminal.language(), Version.producer(), diagnostics);
        if (document.isPresent() && file.write(document.get(), diagnostics)) {
            terminal.println(
                    Message.of("compared", renderer.comparison().reports().size(), file));
        }
    }

    private static String text(ComparisonRenderer renderer, Terminal terminal) {
        return renderer.inScript(ComparisonText.text(renderer.comparison(), terminal.locale()));
    }

    /** Named after the first and the last report, so that other comparisons stay. */
    private static Path defaultOutput(Comparison comparison, String extension) {
        List<Compared> reports = comparison.reports();
        String first = Renderer.baseName(Path.of(reports.get(0).name()));
        String last = Renderer.baseName(Path.of(reports.get(reports.size() - 1).name()));
        return Path.of("output", "compare-" + first + "-" + last + "." + extension);
    }
}
