package org.nianbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.nianbao.chart.Drawing;
import org.nianbao.figures.Figures;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.output.Format;
import org.nianbao.output.OutputFolder;
import org.nianbao.output.Stamp;
import org.nianbao.output.Undrawable;
import org.nianbao.page.Page;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.problem.Severity;
import org.nianbao.report.Fact;
import org.nianbao.report.Report;
import org.nianbao.script.Script;

/**
 * Renders inputs, one at a time, each all the way: it is read, checked, its prose is set, the page filled, and the page
 * written in every format, all of them in memory; only then do files go into the output folder. An input with an error
 * writes nothing, unless drafts are asked for.
 *
 * <p>One job may be used by several threads.
 */
public final class RenderJob {
    private final Workshop workshop;
    private final Order order;
    private final OutputFolder output;
    private final Inspection inspection;
    private final String producer;

    /** What stops a report. */
    public enum Way {
        /** Errors, and what is still to be filled in. */
        NORMAL,
        /** Errors and warnings. */
        STRICT,
        /** Nothing that is found in the input: it is rendered with a mark on every page. */
        DRAFT
    }

    /**
     * What is to be made of each input.
     *
     * @param formats names of the formats to write
     * @param way what stops a report
     * @param data whether the figures are written beside the documents, as CSV
     * @param script of the documents, whatever the inputs say
     */
    public record Order(List<String> formats, Way way, boolean data, Optional<Script> script) {
        public Order {
            formats = List.copyOf(formats);
        }
    }

    /**
     * Prepares a job.
     *
     * @param workshop the tools
     * @param output where the files go
     * @param producer this program and its version
     */
    public RenderJob(Workshop workshop, Order order, OutputFolder output, String producer) {
        this.workshop = workshop;
        this.order = order;
        this.output = output;
        this.inspection = new Inspection(workshop, LastYear.NONE, order.script());
        this.producer = producer;
        if (order.formats().contains("pdf") || order.formats().contains("ofd")) {
            workshop.openFonts(order.script().orElse(Script.HANS));
        }
    }

    /**
     * Renders one input.
     *
     * @param input the file
     * @param name how messages call it
     */
    public Outcome render(Path input, String name) {
        Inspection.Inspected inspected = inspection.inspect(input, name);
        List<Problem> problems = new ArrayList<>(inspected.problems());
        problems.removeIf(problem -> problem.severity() == Severity.HINT);
        if (inspected.read().isEmpty() || inspected.hand().isEmpty() || stops(problems)) {
            return new Outcome(problems, List.of(), inspected.accepted());
        }
        Reading.Filled filled = inspected.read().get();
        Report report = filled.report();
        Hand hand = inspected.hand().get();
        Press press = workshop.press(filled.edition().folder(), hand.script());
        Optional<String> figures = order.data() ? Optional.of(baseName(input) + ".csv") : Optional.empty();
        int before = problems.size();
        Optional<Page> page = workshop.template()
                .fill(
                        report,
                        inspected.prose(),
                        draw(inspected.charts(), hand, press.typefaces()),
                        filled.edition().folder(),
                        press.typefaces().typography(),
                        order.way() == Way.DRAFT,
                        figures,
                        problems)
                .map(hand::write);
        if (page.isEmpty() || problems.size() > before) {
            return new Outcome(problems, List.of(), inspected.accepted());
        }
        List<Path> written = List.of();
        try {
            Map<String, byte[]> files = write(page.get(), hand.write(stamp(report, producer)), press, baseName(input));
            figures.ifPresent(file -> files.put(file, Figures.write(report)));
            written = put(files, problems);
        } catch (Undrawable undrawable) {
            problems.add(Problem.error(
                    "undrawable",
                    Message.of("undrawable", name, String.valueOf(undrawable.getMessage())),
                    Message.of("undrawable.way-out")));
        }
        return new Outcome(problems, written, inspected.accepted());
    }

    /** The charts by the section that they stand in. */
    private static Map<String, List<Drawing>> draw(List<PlacedChart> charts, Hand hand, Press.Typefaces typefaces) {
        return charts.stream()
                .collect(Collectors.groupingBy(
                        PlacedChart::section,
                        Collectors.mapping(
                                placed -> Drawing.of(
                                        hand.write(placed.chart()),
                                        placed.name(),
                                        typefaces.typography(),
                                        typefaces.fonts()),
                                Collectors.toList())));
    }

    private boolean stops(List<Problem> problems) {
        return switch (order.way()) {
            case NORMAL -> problems.stream().anyMatch(problem -> problem.isError() || problem.isToFillIn());
            case STRICT -> !problems.isEmpty();
            case DRAFT -> false;
        };
    }

    /** Whether a file is an input by its name: YAML, and none that adds rows to a form. */
    public static boolean isInput(Path file) {
        return file.toString().matches(".*\\.ya?ml") && !LocalRows.isOne(file);
    }

    /** The name of an input's documents, without an ending. */
    public static String baseName(Path input) {
        return String.valueOf(input.getFileName()).replaceFirst("\\.ya?ml$", "");
    }

    /** All formats side by side. */
    private Map<String, byte[]> write(Page page, Stamp stamp, Press press, String name) {
        Map<String, CompletableFuture<byte[]>> futures = new LinkedHashMap<>();
        for (String wanted : order.formats()) {
            Format format = Objects.requireNonNull(press.formats().get(wanted));
            Page own = page.copy();
            futures.put(name + "." + format.extension(), CompletableFuture.supplyAsync(() -> format.write(own, stamp)));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        futures.forEach((file, bytes) -> files.put(file, join(bytes)));
        return files;
    }

    private static byte[] join(CompletableFuture<byte[]> bytes) {
        try {
            return bytes.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private List<Path> put(Map<String, byte[]> files, List<Problem> problems) {
        try {
            output.put(files);
            return files.keySet().stream().map(output::place).toList();
        } catch (IOException e) {
            problems.add(Problem.unwritable(output.place(""), e));
            return List.of();
        }
    }

    /** The files bear the day the report was signed or, failing that, the first day of the year after its own. */
    static Stamp stamp(Report report, String producer) {
        LocalDate date = report.signed()
                .or(() -> report.fact(Fact.Role.YEAR).map(year -> LocalDate.of(Integer.parseInt(year) + 1, 1, 1)))
                .orElse(LocalDate.EPOCH);
        Instant instant = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Stamp(report.fact(Fact.Role.AGENCY).orElse(""), instant, producer);
    }
}
