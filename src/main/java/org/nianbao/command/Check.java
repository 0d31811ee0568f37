package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nianbao.job.Inspection;
import org.nianbao.job.LastYear;
import org.nianbao.job.Outcome;
import org.nianbao.job.Workshop;
import org.nianbao.problem.Ink;
import org.nianbao.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: tells everything that is wrong with inputs, and writes no document. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class Check implements Callable<Integer> {
    private final Main main;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", descriptionKey = "inputs")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--last-year", paramLabel = "FILE|FOLDER")
    private List<Path> lastYear = new ArrayList<>();

    @Option(names = "--strict")
    private boolean strict;

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    Check(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        List<Problem> problems = new ArrayList<>();
        Workshop workshop = Workshop.open(
                new Workshop.Settings(
                        templates == null ? main.templates() : main.at(templates), List.of(), Optional.empty()),
                problems);
        Inputs finder = new Inputs(main, problems);
        Map<Path, String> files = finder.find(inputs);
        LastYear earlier = lastYear.isEmpty() ? LastYear.NONE : LastYear.of(finder.find(lastYear), workshop, problems);
        problems.forEach(this::tell);
        Inspection inspection = new Inspection(workshop, earlier);
        int failed = problems.size();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Outcome outcome = inspection.check(file.getKey(), file.getValue());
            outcome.problems().forEach(this::tell);
            failed += outcome.problems().stream().anyMatch(p -> p.isError() || strict) ? 1 : 0;
        }
        return failed == 0 ? Main.DONE : Main.INPUT_AT_FAULT;
    }

    private void tell(Problem problem) {
        main.out().print(problem.told(main.locale(), Ink.PLAIN));
        main.out().flush();
    }
}
