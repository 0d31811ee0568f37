package org.nianbao.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.input.UnitsReader;
import org.nianbao.output.OutputFolder;
import org.nianbao.overview.DocumentLinks;
import org.nianbao.overview.Overview;
import org.nianbao.overview.OverviewBuilder;
import org.nianbao.overview.OverviewPage;
import org.nianbao.overview.Reminders;
import org.nianbao.pipeline.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code overview}: writes a page about the reports that have been delivered. */
@Command
final class OverviewCommand extends Subcommand {
    @Mixin
    private final Options.Inputs inputs = new Options.Inputs();

    @Mixin
    private final Options.UnitsList units = new Options.UnitsList();

    @Mixin
    private final Options.Year year = new Options.Year();

    @Mixin
    private final Options.LastYears lastYear = new Options.LastYears();

    @Option(names = "--documents", paramLabel = "${bundle:label.folder}")
    private Path documents = Path.of("output");

    @Option(names = "--output", paramLabel = "${bundle:label.file}")
    private Path output = Path.of("output", "overview.html");

    @Option(names = "--reminders", paramLabel = "${bundle:label.folder}")
    private @Nullable Path reminders;

    @Override
    boolean run(Terminal terminal, Folders folders) {
        Optional<Integer> wanted = year.year();
        Engine engine = engine(folders, List.of());
        Diagnostics diagnostics = new Diagnostics();
        var due = units.file(folders).flatMap(list -> UnitsReader.read(list.file(), list.name(), diagnostics));
        CommandFailed.ifAny(diagnostics);
        requirePrintable(units, folders);
        Map<Path, String> files = inputs.findReports(folders, diagnostics);
        OutputFile file = outputFile(output, folders);
        Overview overview = OverviewBuilder.of(
                files,
                engine,
                lastYear.read(folders, engine, files.size() == 1, diagnostics),
                due,
                wanted,
                DocumentLinks.in(folders.at(documents), folders.at(output), files.keySet()),
                terminal.locale());
        Optional<String> page = OverviewPage.write(
                overview, templates(folders), Version.named(), Version.today(), terminal.locale(), diagnostics);
        boolean written = page.isPresent() && file.write(page.get().getBytes(StandardCharsets.UTF_8), diagnostics);
        if (reminders != null) {
            remind(overview, reminders, terminal, folders, diagnostics);
        }
        terminal.report(diagnostics.first());
        if (written) {
            terminal.println(Message.of("overview-written", overview.summary(terminal.locale()), file));
        }
        return written && !diagnostics.hasErrors();
    }

    /** Writes the reminders, a file for each unit. */
    private void remind(Overview overview, Path folder, Terminal terminal, Folders folders, Diagnostics diagnostics) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Reminders.of(overview, templates(folders), Version.today(), diagnostics)
                .forEach((unit, text) -> files.put(
                        unit.replaceAll("[\\s\\p{Punct}]+", "-") + ".txt", text.getBytes(StandardCharsets.UTF_8)));
        try {
            OutputFolder written = new OutputFolder(folders.at(folder).toAbsolutePath());
            written.create();
            written.put(files);
            terminal.println(Message.of("reminders-written", folder, files.size()));
        } catch (IOException e) {
            diagnostics.add(Diagnostic.unwritable(folder, e));
        }
    }
}
