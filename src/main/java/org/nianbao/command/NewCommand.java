package org.nianbao.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.aggregate.Aggregation;
import org.nianbao.blank.NewInput;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.input.Forms;
import org.nianbao.input.Reading;
import org.nianbao.input.UnitsReader;
import org.nianbao.pipeline.Renderer;
import org.nianbao.recognition.ReportFile;
import org.nianbao.workbook.Workbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code new}: writes an input to fill in, from nothing or from an earlier report. */
@Command
final class NewCommand extends Subcommand {
    @Mixin
    private final Options.Agency agency = new Options.Agency();

    @Mixin
    private final Options.Year year = new Options.Year();

    @Mixin
    private final Options.UnitsList units = new Options.UnitsList();

    @Option(names = "--from", paramLabel = "${bundle:label.file}")
    private @Nullable Path from;

    @Option(names = "--form", paramLabel = "${bundle:label.form}")
    private @Nullable String form;

    @Option(names = "--edition", paramLabel = "${bundle:label.year}")
    private @Nullable Integer edition;

    @Mixin
    private final Options.ScriptName script = new Options.ScriptName();

    @Option(names = "--output", paramLabel = "${bundle:label.file}")
    private @Nullable Path output;

    @Option(names = "--excel")
    private boolean excel;

    @Override
    boolean run(Terminal terminal, Folders folders) {
        if (units.file(folders).isPresent()) {
            return ofUnits(units.file(folders).get(), terminal, folders);
        }
        validate();
        NewInput input = open(folders, NewInput::open);
        Optional<Reading.Filled> earlier = earlier(input.forms(), terminal, folders);
        NewInput.NewOptions options = options(input, earlier);
        Path file = output == null ? defaultOutput(options) : output;
        Diagnostics diagnostics = new Diagnostics();
        boolean written = input.write(
                options,
                excel ? draft -> workbook(draft, diagnostics) : NewInput.Draft::yaml,
                folders.at(file),
                file.toString(),
                diagnostics);
        terminal.report(diagnostics.first());
        if (written) {
            terminal.println(Message.of("new-written", file, file + checkOptions(options)));
        }
        return written;
    }

    /** Writes the inputs of all units of a list, with what is carried over from their reports in {@code --from}. */
    private boolean ofUnits(Aggregation.UnitsFile list, Terminal terminal, Folders folders) {
        if (agency.name().isPresent()
                || form != null
                || edition != null
                || script.script().isPresent()) {
            throw new UsageError(Message.of("new-of-units"));
        }
        NewInput input = open(folders, NewInput::open);
        Diagnostics diagnostics = new Diagnostics();
        Map<Path, String> earlier = from == null
                ? Map.of()
                : units.removeFrom(new InputFinder(folders, diagnostics).findReports(List.of(from)), folders);
        Path folder = output == null ? Path.of("inputs") : output;
        Optional<Integer> written = UnitsReader.read(list.file(), list.name(), diagnostics)
                .map(read ->
                        new UnitInputs(input, read, earlier, diagnostics).write(folder, excel, year.year(), folders));
        written.ifPresent(count -> terminal.println(Message.of("new-of-units-written", folder, count)));
        terminal.report(diagnostics.first());
        return written.isPresent() && !diagnostics.hasErrors();
    }

    /** A workbook; a warning says what of the draft it cannot hold. */
    private static byte[] workbook(NewInput.Draft draft, Diagnostics diagnostics) {
        List<String> without = Workbook.without(draft);
        if (!without.isEmpty()) {
            diagnostics.add(Diagnostic.warning("workbook-without", String.join("、", without)));
        }
        return Workbook.of(draft);
    }

    private void validate() {
        if (from == null && (agency.name().isEmpty() || year.year().isEmpty())) {
            throw new UsageError(Message.of("new-needs"));
        }
        script.script();
    }

    /** The report of {@code --from}; its errors end the command. */
    private Optional<Reading.Filled> earlier(Forms forms, Terminal terminal, Folders folders) {
        if (from == null) {
            return Optional.empty();
        }
        Reading reading = ReportFile.read(folders.at(from), from.toString(), forms);
        Diagnostics diagnostics = Diagnostics.of(reading.diagnostics());
        if (diagnostics.hasErrors()) {
            throw new CommandFailed(diagnostics.first());
        }
        terminal.report(diagnostics.first());
        return reading.filled();
    }

    private NewInput.NewOptions options(NewInput input, Optional<Reading.Filled> earlier) {
        List<String> names = input.forms().names();
        if (form != null) {
            UsageError.requireKnown("unknown-kind", form, names);
        }
        String wanted = earlier.map(Reading.Filled::form).orElseGet(() -> form == null ? names.get(0) : form);
        if (form != null && !form.equals(wanted)) {
            throw new UsageError(Message.of("not-from", form));
        }
        int about = year.year().orElseGet(() -> earlier.orElseThrow().year() + 1);
        String whose = agency.name().orElseGet(() -> earlier.orElseThrow().agency());
        return new NewInput.NewOptions(edition(input, wanted, about), whose, about, script.script(), earlier);
    }

    private Forms.Edition edition(NewInput input, String wanted, int about) {
        Map<Integer, Forms.Edition> editions = input.editions(wanted);
        if (edition != null) {
            UsageError.requireKnown("unknown-edition", edition, List.copyOf(editions.keySet()));
            return Objects.requireNonNull(editions.get(edition));
        }
        List<String> known = editions.keySet().stream().map(String::valueOf).toList();
        return input.forms()
                .editionFor(wanted, about)
                .orElseThrow(() -> new UsageError(Message.of("year-without-edition", about, String.join(", ", known))));
    }

    /** The options to check the new file with, once it is filled in. */
    private String checkOptions(NewInput.NewOptions options) {
        boolean isLastYear = options.earlier()
                .filter(earlier -> earlier.year() == options.year() - 1)
                .isPresent();
        return (isLastYear ? " --last-year " + from : "") + (templates == null ? "" : " --templates " + templates);
    }

    /** The name of a file of an agency's report. */
    static String fileName(String agency, int year, String ending) {
        return agency.replaceAll("[\\s\\p{Punct}]+", "-") + "-" + year + ending;
    }

    /** Beside the earlier report, with the new year in its name; else {@code inputs/AGENCY-YEAR.yaml}. */
    private Path defaultOutput(NewInput.NewOptions options) {
        String ending = excel ? ".xlsx" : ".yaml";
        if (from == null) {
            return Path.of("inputs", fileName(options.agency(), options.year(), ending));
        }
        String before = String.valueOf(options.earlier().orElseThrow().year());
        String name = Renderer.baseName(from);
        int at = name.lastIndexOf(before);
        String stem = at < 0 ? name + "-" : name.substring(0, at);
        String rest = at < 0 ? "" : name.substring(at + before.length());
        return from.resolveSibling(stem + options.year() + rest + ending);
    }
}
