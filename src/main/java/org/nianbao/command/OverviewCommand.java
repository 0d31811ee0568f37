package org.nianbao.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.overview.DocumentLinks;
import org.nianbao.overview.OverviewBuilder;
import org.nianbao.overview.OverviewPage;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.LastYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code overview}: one page that tells how far the collecting of reports has come. */
@Command(name = "overview", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class OverviewCommand implements Callable<Integer> {
    private final Main main;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", descriptionKey = "inputs")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--units", paramLabel = "FILE")
    private @Nullable Path units;

    @Option(names = "--year", paramLabel = "YEAR")
    private @Nullable Integer year;

    @Option(names = "--last-year", paramLabel = "FILE|FOLDER")
    private List<Path> lastYear = new ArrayList<>();

    @Option(names = "--documents", paramLabel = "DIR")
    private Path documents = Path.of("output");

    @Option(names = "--output", paramLabel = "FILE")
    private Path output = Path.of("output", "overview.html");

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    OverviewCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Engine workshop = main.workshop(templates, List.of(), spec, diagnostics);
        var due = Optional.ofNullable(units)
                .flatMap(file -> OverviewBuilder.units(main.at(file), file.toString(), diagnostics));
        if (!diagnostics.isEmpty()) {
            main.tell(diagnostics.list());
            return Main.INPUT_AT_FAULT;
        }
        Inputs finder = new Inputs(main, diagnostics);
        Map<Path, String> found = finder.find(inputs);
        OutputFile file = new OutputFile(main, output);
        file.requireIsNoInput(found, spec);
        LastYear earlier =
                lastYear.isEmpty() ? LastYear.NONE : LastYear.of(finder.find(lastYear), workshop, diagnostics);
        var overview = OverviewBuilder.of(
                found,
                workshop,
                earlier,
                due,
                Optional.ofNullable(year),
                DocumentLinks.in(main.at(documents), main.at(output), found.keySet()),
                main.locale());
        String program = Version.PROGRAM + " " + Version.number();
        boolean written = OverviewPage.write(overview, main.templates(), program, main.locale(), diagnostics)
                .filter(page -> file.put(page.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        main.tell(diagnostics.first());
        if (written) {
            main.out()
                    .println(Message.of("overview-written", OverviewPage.told(overview, main.locale()), file)
                            .in(main.locale()));
        }
        return written && !diagnostics.hasErrors() ? Main.DONE : Main.INPUT_AT_FAULT;
    }
}
