package org.nianbao.command;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.aggregate.UnitReports;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.listing.Listing;
import org.nianbao.listing.Tally;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Inspection;
import org.nianbao.pipeline.LastYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: lists everything that is wrong with inputs. */
@Command
final class CheckCommand extends Subcommand {
    /** Files that are checked in parallel before their diagnostics are written; this limits the memory. */
    private static final int BATCH = 64;

    @Mixin
    private final Options.Inputs inputs = new Options.Inputs();

    @Mixin
    private final Options.LastYears lastYear = new Options.LastYears();

    @Option(names = "--parts", paramLabel = "${bundle:label.inputs}")
    private List<Path> parts = new ArrayList<>();

    @Mixin
    private final Options.UnitsList units = new Options.UnitsList();

    @Option(names = "--format", paramLabel = "${bundle:label.format}", completionCandidates = ListFormats.class)
    private String format = "text";

    @Option(names = "--output", paramLabel = "${bundle:label.file}")
    private @Nullable Path output;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--fix")
    private boolean fix;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--strict")
    private boolean strict;

    @Option(names = "--watch")
    private boolean watch;

    /** The known formats, for the help. */
    private static final class ListFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Listing.names().iterator();
        }
    }

    @Override
    boolean run(Terminal terminal, Folders folders) throws IOException {
        UsageError.requireKnown("unknown-format", format, Listing.names());
        if (units.file(folders).isPresent() && parts.isEmpty()) {
            throw new UsageError(Message.of("units-of-parts"));
        }
        if (dryRun && !fix) {
            throw new UsageError(Message.of("dry-run-of-fix"));
        }
        Engine engine = engine(folders, List.of());
        return watch
                ? new Watch(
                                terminal,
                                () -> inputs.findReports(folders, new Diagnostics())
                                        .keySet())
                        .repeat(() -> again(engine, terminal, folders))
                : check(engine, terminal, folders);
    }

    private boolean again(Engine engine, Terminal terminal, Folders folders) {
        try {
            return check(engine, terminal, folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean check(Engine engine, Terminal terminal, Folders folders) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Map<Path, String> files = inputs.findReports(folders, diagnostics);
        LastYear earlier = lastYear.read(folders, engine, files.size() == 1, diagnostics);
        Optional<OutputFile> file = Optional.ofNullable(output).map(typed -> outputFile(typed, folders));
        Inspection inspection = new Inspection(engine, earlier, parts(folders, engine, diagnostics), Optional.empty());
        if (fix) {
            new InputMending(inspection, dryRun, terminal, diagnostics).mend(files);
            if (dryRun) {
                terminal.report(diagnostics.list());
                return !diagnostics.hasErrors();
            }
        }
        Writer out = file.isPresent() ? new StringWriter() : terminal.out();
        Tally tally;
        try (Listing listing = Listing.named(format, out, settings(terminal, folders))) {
            listing.part(new FileDiagnostics("", diagnostics.list(), 0)).write();
            list(files, inspection, listing);
            tally = listing.tally();
        } catch (Listing.Faulty template) {
            throw new CommandFailed(List.of(template.diagnostic()));
        }
        file.ifPresent(place -> write(place, out.toString(), tally, terminal));
        return tally.errors() == 0 && (!strict || tally.warnings() == 0);
    }

    private UnitReports parts(Folders folders, Engine engine, Diagnostics diagnostics) {
        if (parts.isEmpty()) {
            return UnitReports.NONE;
        }
        requirePrintable(units, folders);
        Map<Path, String> files = new InputFinder(folders, diagnostics).findReports(parts);
        return UnitReports.of(units.removeFrom(files, folders), units.file(folders), engine.forms(), diagnostics);
    }

    private Listing.ListingSettings settings(Terminal terminal, Folders folders) {
        TextStyle style = output == null ? terminal.style(Terminal.Stream.OUT) : TextStyle.PLAIN;
        return new Listing.ListingSettings(
                templates(folders), Version.PROGRAM, Version.number(), terminal.locale(), style, all);
    }

    private static void list(Map<Path, String> files, Inspection inspection, Listing listing) throws IOException {
        List<Map.Entry<Path, String>> all = List.copyOf(files.entrySet());
        for (int at = 0; at < all.size(); at += BATCH) {
            List<Listing.ListingPart> parts = all.subList(at, Math.min(at + BATCH, all.size())).parallelStream()
                    .map(file -> listing.part(inspection
                            .inspectIsolated(file.getKey(), file.getValue())
                            .findings()))
                    .toList();
            for (Listing.ListingPart part : parts) {
                part.write();
            }
        }
    }

    private static void write(OutputFile file, String list, Tally tally, Terminal terminal) {
        Diagnostics diagnostics = new Diagnostics();
        file.write(list.getBytes(StandardCharsets.UTF_8), diagnostics);
        CommandFailed.ifAny(diagnostics);
        terminal.out().println(tally.summary(terminal.locale()) + " → " + file);
    }
}
