package org.nianbao.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nianbao.aggregate.Aggregation;
import org.nianbao.aggregate.Breakdown;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aggregate}: adds the reports of units up to that of the whole. */
@Command(name = "aggregate", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class AggregateCommand implements Callable<Integer> {
    private final Main main;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", descriptionKey = "inputs")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--into", paramLabel = "FILE", required = true)
    private Path into = Path.of("");

    @Option(names = "--units", paramLabel = "FILE")
    private @Nullable Path units;

    @Option(names = "--agency", paramLabel = "NAME")
    private @Nullable String agency;

    @Option(names = "--year", paramLabel = "YEAR")
    private @Nullable Integer year;

    @Option(names = "--cell", paramLabel = "PATH|all")
    private List<String> cells = new ArrayList<>();

    @Option(names = "--sums", paramLabel = "FILE")
    private @Nullable Path sums;

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    AggregateCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        requireSense();
        Diagnostics diagnostics = new Diagnostics();
        Path folder = main.templates(templates, spec);
        Aggregation job = Aggregation.open(folder, diagnostics);
        if (!diagnostics.isEmpty()) {
            main.tell(diagnostics.list());
            return Main.INPUT_AT_FAULT;
        }
        Map<Path, String> files = new Inputs(main, diagnostics).find(inputs);
        files.keySet().removeIf(file -> units != null && file.equals(main.at(units)));
        Optional<OutputFile> page = Optional.ofNullable(sums).map(typed -> new OutputFile(main, typed));
        page.ifPresent(file -> {
            Map<Path, String> read = new LinkedHashMap<>(files);
            read.put(main.at(into), into.toString());
            file.requireIsNoInput(read, spec);
        });
        Aggregation.AggregateOptions order = new Aggregation.AggregateOptions(
                files,
                main.at(into),
                into.toString(),
                Optional.ofNullable(agency).map(String::strip),
                Optional.ofNullable(year),
                Optional.ofNullable(units).map(list -> new Aggregation.UnitsFile(main.at(list), list.toString())));
        Optional<Aggregation.AggregateResult> added = job.add(order, diagnostics);
        List<String> asked = added.map(this::asked).orElse(List.of());
        boolean written = added.isPresent() && job.write(added.get(), diagnostics);
        main.tell(diagnostics.first());
        if (written) {
            tell(added.orElseThrow(), asked);
        }
        boolean drilled = written
                && page.map(file -> drilled(job, added.orElseThrow(), file)).orElse(true);
        boolean all = !diagnostics.hasErrors();
        return drilled && all ? Main.DONE : Main.INPUT_AT_FAULT;
    }

    private void requireSense() {
        if (agency != null && (agency.isBlank() || agency.codePoints().anyMatch(Character::isISOControl))) {
            throw main.wrongUse(spec, Message.of("agency-one-line"));
        }
        if (agency == null && units == null && !Files.exists(main.at(into))) {
            throw main.wrongUse(spec, Message.of("whose-sum"));
        }
        if (year != null && (year < 1000 || year > 2999)) {
            throw main.wrongUse(spec, Message.of("option-value", "--year", year));
        }
    }

    private void tell(Aggregation.AggregateResult added, List<String> asked) {
        for (Aggregation.FigureChange change : added.changes()) {
            String before = change.before().isEmpty() ? "~" : change.before();
            main.out().println(change.path() + ": " + before + " → " + change.now());
        }
        main.out().print(Breakdown.of(added.total(), asked, main.locale()));
        String key = added.old().isEmpty()
                ? "added-up"
                : added.changes().isEmpty() ? "added-up-unchanged" : "added-up-renewed";
        main.out()
                .println(Message.of(
                                key,
                                into,
                                added.selection().parts().size(),
                                added.changes().size())
                        .in(main.locale()));
    }

    /** The cells that were asked for: a path, or the end of one. */
    private List<String> asked(Aggregation.AggregateResult added) {
        List<String> known = added.total().kind().paths();
        List<String> asked = new ArrayList<>();
        for (String cell : cells) {
            List<String> found = cell.equals("all")
                    ? known.stream().filter(path -> added.total().counts(path)).toList()
                    : known.stream()
                            .filter(path -> path.equals(cell) || path.endsWith("." + cell))
                            .toList();
            if (found.isEmpty()) {
                throw main.wrongUse(spec, Message.of("no-such-cell", cell, near(cell, known)));
            }
            asked.addAll(found);
        }
        return asked;
    }

    /** What may have been meant: ends of paths with as many keys. */
    private static Message near(String cell, List<String> known) {
        int keys = cell.split("\\.", -1).length;
        List<String> ends = known.stream()
                .map(path -> List.of(path.split("\\.", -1)))
                .filter(path -> path.size() >= keys)
                .map(path -> String.join(".", path.subList(path.size() - keys, path.size())))
                .toList();
        return Nearest.to(cell, ends)
                .map(end -> Message.of("did-you-mean", end))
                .orElseGet(() -> Message.of("did-you-mean", String.join(" / ", Nearest.pathsTo(cell, known))));
    }

    private boolean drilled(Aggregation job, Aggregation.AggregateResult added, OutputFile file) {
        Diagnostics faults = new Diagnostics();
        String language = Message.chinese(main.locale()) ? "zh-CN" : "en";
        Optional<String> html = job.page(added, language, Version.named(), faults);
        main.tell(faults.list());
        return html.isPresent() && file.put(html.get().getBytes(StandardCharsets.UTF_8));
    }
}
