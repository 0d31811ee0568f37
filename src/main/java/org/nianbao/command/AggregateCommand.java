package org.nianbao.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.aggregate.Aggregation;
import org.nianbao.aggregate.Aggregation.AggregateResult;
import org.nianbao.aggregate.Breakdown;
import org.nianbao.blank.NewInput;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.input.UnitsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aggregate}: adds up the reports of units. */
@Command
final class AggregateCommand extends Subcommand {
    @Parameters(arity = "0..*", paramLabel = "${bundle:label.inputs}")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--into", paramLabel = "${bundle:label.file}")
    private @Nullable Path into;

    @Mixin
    private final Options.UnitsList units = new Options.UnitsList();

    @Mixin
    private final Options.Agency agency = new Options.Agency();

    @Mixin
    private final Options.Year year = new Options.Year();

    @Option(names = "--cell", paramLabel = "${bundle:label.cell}")
    private List<String> cells = new ArrayList<>();

    @Option(names = "--sums", paramLabel = "${bundle:label.file}")
    private @Nullable Path sums;

    @Option(names = "--excel", paramLabel = "${bundle:label.folder}")
    private @Nullable Path excel;

    @Override
    boolean run(Terminal terminal, Folders folders) {
        if (excel != null) {
            return workbooks(excel, terminal, folders);
        }
        if (into == null || inputs.isEmpty()) {
            throw new UsageError(Message.of("aggregate-needs"));
        }
        return add(into, terminal, folders);
    }

    private boolean workbooks(Path folder, Terminal terminal, Folders folders) {
        Aggregation.UnitsFile list =
                units.file(folders).orElseThrow(() -> new UsageError(Message.of("excel-needs-units")));
        NewInput input = open(folders, NewInput::open);
        Diagnostics diagnostics = new Diagnostics();
        Map<Path, String> files = units.removeFrom(new InputFinder(folders, diagnostics).findReports(inputs), folders);
        boolean all = UnitsReader.read(list.file(), list.name(), diagnostics)
                .map(read -> new UnitInputs(input, read, files, diagnostics).write(folder, true, year.year(), folders))
                .map(count -> {
                    terminal.println(Message.of("excel-written", folder, count));
                    return true;
                })
                .orElse(false);
        terminal.report(diagnostics.first());
        return all && !diagnostics.hasErrors();
    }

    private boolean add(Path into, Terminal terminal, Folders folders) {
        Optional<String> name = agency.name();
        Optional<Integer> wanted = year.year();
        if (name.isEmpty() && units.file(folders).isEmpty() && !Files.exists(folders.at(into))) {
            throw new UsageError(Message.of("whose-sum"));
        }
        Aggregation aggregation = open(folders, Aggregation::open);
        requirePrintable(units, folders);
        Diagnostics diagnostics = new Diagnostics();
        Map<Path, String> files = units.removeFrom(new InputFinder(folders, diagnostics).findReports(inputs), folders);
        Optional<OutputFile> page = Optional.ofNullable(sums).map(typed -> outputFile(typed, folders));
        Optional<AggregateResult> result = aggregation.add(
                new Aggregation.AggregateOptions(
                        files, folders.at(into), into.toString(), name, wanted, units.file(folders)),
                diagnostics);
        List<String> paths = result.map(this::paths).orElse(List.of());
        boolean written = result.isPresent() && aggregation.write(result.get(), diagnostics);
        terminal.report(diagnostics.first());
        boolean complete = written && !diagnostics.hasErrors();
        if (written) {
            print(result.get(), paths, into, terminal);
            complete &= page.isEmpty() || write(aggregation, result.get(), page.get(), terminal);
        }
        return complete;
    }

    private static void print(AggregateResult result, List<String> paths, Path into, Terminal terminal) {
        for (Aggregation.FigureChange change : result.changes()) {
            String before = change.before().isEmpty() ? "~" : change.before();
            terminal.out().println(change.path() + ": " + before + " → " + change.now());
        }
        terminal.out().print(Breakdown.of(result.total(), paths, terminal.locale()));
        String key = result.old().isEmpty()
                ? "added-up"
                : result.changes().isEmpty() ? "added-up-unchanged" : "added-up-renewed";
        terminal.println(Message.of(
                key, into, result.selection().parts().size(), result.changes().size()));
    }

    /** The cells of {@code --cell}: a path, the end of one, or all. */
    private List<String> paths(AggregateResult result) {
        List<String> known = result.total().schema().paths();
        List<String> paths = new ArrayList<>();
        for (String cell : cells) {
            List<String> found = cell.equals("all")
                    ? known.stream().filter(path -> result.total().counts(path)).toList()
                    : known.stream()
                            .filter(path -> path.equals(cell) || path.endsWith("." + cell))
                            .toList();
            if (found.isEmpty()) {
                throw new UsageError(Message.of("no-such-cell", cell, suggestion(cell, known)));
            }
            paths.addAll(found);
        }
        return paths;
    }

    /** The most similar end of a path with as many keys. */
    private static Message suggestion(String cell, List<String> known) {
        int keys = cell.split("\\.", -1).length;
        List<String> ends = known.stream()
                .map(path -> List.of(path.split("\\.", -1)))
                .filter(path -> path.size() >= keys)
                .map(path -> String.join(".", path.subList(path.size() - keys, path.size())))
                .toList();
        return Nearest.to(cell, ends)
                .map(end -> Message.of("did-you-mean", end))
                .orElseGet(() -> Nearest.pathSuggestion(cell, known));
    }

    private static boolean write(Aggregation aggregation, AggregateResult result, OutputFile page, Terminal terminal) {
        Diagnostics diagnostics = new Diagnostics();
        boolean written = aggregation
                .page(result, terminal.language(), Version.named(), diagnostics)
                .filter(html -> page.write(html.getBytes(StandardCharsets.UTF_8), diagnostics))
                .isPresent();
        terminal.report(diagnostics.list());
        return written;
    }
}
