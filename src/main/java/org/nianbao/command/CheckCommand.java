package org.nianbao.command;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nianbao.aggregate.Aggregation;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: tells everything that is wrong with inputs, and writes no document. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
    /** So many files are looked at side by side before what was found is written; it bounds the memory. */
    private static final int BATCH = 64;

    private final Main main;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", descriptionKey = "inputs")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--last-year", paramLabel = "FILE|FOLDER")
    private List<Path> lastYear = new ArrayList<>();

    @Option(names = "--parts", paramLabel = "FILE|FOLDER")
    private List<Path> parts = new ArrayList<>();

    @Option(names = "--units", paramLabel = "FILE")
    private @Nullable Path units;

    @Option(names = "--format", paramLabel = "text|json|sarif|html")
    private String format = "text";

    @Option(names = "--output", paramLabel = "FILE")
    private @Nullable Path output;

    @Option(names = "--strict")
    private boolean strict;

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    CheckCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        requireKnownFormat();
        if (units != null && parts.isEmpty()) {
            throw main.wrongUse(spec, Message.of("units-of-parts"));
        }
        Diagnostics diagnostics = new Diagnostics();
        Engine workshop = main.workshop(templates, List.of(), spec, diagnostics);
        if (!diagnostics.isEmpty()) {
            main.tell(diagnostics.list());
            return Main.INPUT_AT_FAULT;
        }
        Inputs finder = new Inputs(main, diagnostics);
        Map<Path, String> found = finder.find(inputs);
        LastYear earlier =
                lastYear.isEmpty() ? LastYear.NONE : LastYear.of(finder.find(lastYear), workshop, diagnostics);
        Optional<OutputFile> file = Optional.ofNullable(output).map(typed -> new OutputFile(main, typed));
        file.ifPresent(place -> place.requireIsNoInput(found, spec));
        Inspection inspection = new Inspection(workshop, earlier, parts(finder, workshop, diagnostics));
        StringWriter kept = new StringWriter();
        try {
            Writer out = file.isPresent() ? kept : main.out();
            Tally tally = list(out, inspection, List.copyOf(found.entrySet()), diagnostics);
            return file.isEmpty() || written(file.get(), kept.toString(), tally) ? status(tally) : Main.INPUT_AT_FAULT;
        } catch (Listing.Faulty template) {
            main.tell(List.of(template.diagnostic()));
            return Main.INPUT_AT_FAULT;
        }
    }

    private UnitReports parts(Inputs finder, Engine workshop, Diagnostics diagnostics) {
        if (parts.isEmpty()) {
            return UnitReports.NONE;
        }
        Map<Path, String> files = finder.find(parts);
        files.keySet().removeIf(file -> units != null && file.equals(main.at(units)));
        Optional<Aggregation.UnitsFile> list =
                Optional.ofNullable(units).map(file -> new Aggregation.UnitsFile(main.at(file), file.toString()));
        return UnitReports.of(files, list, workshop.forms(), diagnostics);
    }

    private Tally list(Writer out, Inspection inspection, List<Map.Entry<Path, String>> files, Diagnostics diagnostics)
            throws IOException {
        TextStyle ink = output == null ? main.ink(Main.Stream.OUT) : TextStyle.PLAIN;
        Listing.ListingSettings settings =
                new Listing.ListingSettings(main.templates(), Version.PROGRAM, Version.number(), main.locale(), ink);
        try (Listing listing = Listing.named(format, out, settings)) {
            listing.part(new FileDiagnostics("", diagnostics.list(), 0)).write();
            for (int at = 0; at < files.size(); at += BATCH) {
                List<Listing.ListingPart> parts = files.subList(at, Math.min(at + BATCH, files.size())).parallelStream()
                        .map(file -> listing.part(inspection
                                .inspect(file.getKey(), file.getValue())
                                .findings()))
                        .toList();
                for (Listing.ListingPart part : parts) {
                    part.write();
                }
            }
            return listing.tally();
        }
    }

    /** Whether the list is now in its file; what it comes to is told on the terminal. */
    private boolean written(OutputFile file, String list, Tally tally) {
        boolean written = file.put(list.getBytes(StandardCharsets.UTF_8));
        if (written) {
            main.out().println(tally.told(main.locale()) + " → " + file);
        }
        return written;
    }

    private int status(Tally tally) {
        boolean failed = tally.errors() > 0 || (strict && tally.warnings() > 0);
        return failed ? Main.INPUT_AT_FAULT : Main.DONE;
    }

    private void requireKnownFormat() {
        List<String> known = Listing.names();
        if (!known.contains(format)) {
            throw main.wrongUse(spec, Message.of("unknown-format", format, String.join(", ", known)));
        }
    }
}
