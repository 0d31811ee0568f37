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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.nianbao.check.Checks;
import org.nianbao.check.Glyphs;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.narrative.Narrative;
import org.nianbao.narrative.PictureShelf;
import org.nianbao.output.Format;
import org.nianbao.output.OutputFolder;
import org.nianbao.output.Stamp;
import org.nianbao.output.Undrawable;
import org.nianbao.page.Page;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.report.Fact;
import org.nianbao.report.Report;
import org.nianbao.report.Section;

/**
 * Renders inputs, one at a time, each all the way: it is read, checked, its prose is set, the page filled, and the page
 * written in every format, all of them in memory; only then do files go into the output folder. An input with an error
 * writes nothing, unless drafts are asked for.
 *
 * <p>One job may be used by several threads.
 */
public final class RenderJob {
    private final Workshop workshop;
    private final List<String> formats;
    private final OutputFolder output;
    private final boolean draft;
    private final String producer;

    /**
     * Prepares a job.
     *
     * @param workshop the tools
     * @param formats names of the formats to write
     * @param output where the files go
     * @param draft whether to render in spite of errors, with a mark on every page
     * @param producer this program and its version
     */
    public RenderJob(Workshop workshop, List<String> formats, OutputFolder output, boolean draft, String producer) {
        this.workshop = workshop;
        this.formats = List.copyOf(formats);
        this.output = output;
        this.draft = draft;
        this.producer = producer;
        if (formats.contains("pdf")) {
            workshop.openFonts();
        }
    }

    /**
     * Renders one input.
     *
     * @param input the file
     * @param name how messages call it
     */
    public Outcome render(Path input, String name) {
        Reading reading = InputReader.read(input, name, workshop.forms());
        List<Problem> problems = new ArrayList<>(reading.problems());
        if (reading.filled().isEmpty()) {
            return new Outcome(problems, List.of(), 0);
        }
        Reading.Filled filled = reading.filled().get();
        Report report = filled.report();
        Checks.Verdict verdict =
                Checks.weigh(Checks.of(report, filled.places(), unread(problems)), filled.acceptances());
        problems.addAll(verdict.open());
        Map<String, Narrative> prose = prose(filled, input, problems);
        Press press = workshop.press(filled.edition().folder());
        problems.addAll(
                Glyphs.missing(report, filled.places(), press.typefaces().fonts()::cover));
        if (!draft && problems.stream().anyMatch(Problem::isError)) {
            return new Outcome(problems, List.of(), verdict.accepted());
        }
        int before = problems.size();
        Optional<Page> page = workshop.template()
                .fill(
                        report,
                        prose,
                        filled.edition().folder(),
                        press.typefaces().typography(),
                        draft,
                        problems);
        if (page.isEmpty() || problems.size() > before) {
            return new Outcome(problems, List.of(), verdict.accepted());
        }
        List<Path> written = List.of();
        try {
            written = put(write(page.get(), stamp(report), press, baseName(input)), problems);
        } catch (Undrawable undrawable) {
            problems.add(Problem.error(
                    "undrawable",
                    Message.of("undrawable", name, String.valueOf(undrawable.getMessage())),
                    Message.of("undrawable.way-out")));
        }
        return new Outcome(problems, written, verdict.accepted());
    }

    /** The name of an input's documents, without an ending. */
    public static String baseName(Path input) {
        return String.valueOf(input.getFileName()).replaceFirst("\\.ya?ml$", "");
    }

    /** The sections with rows or columns that could not be told, so that figures are missing from their sums. */
    private static Set<String> unread(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> Set.of("unknown-key", "no-rows").contains(problem.id()))
                .flatMap(problem -> problem.subject().stream())
                .map(subject -> subject.replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
    }

    private static Map<String, Narrative> prose(Reading.Filled filled, Path input, List<Problem> problems) {
        Path folder = Optional.ofNullable(input.toAbsolutePath().getParent()).orElse(Path.of("."));
        PictureShelf shelf = new PictureShelf(folder);
        Map<String, Narrative> prose = new LinkedHashMap<>();
        for (Section section : filled.report().form().sections()) {
            if (section instanceof Section.Prose part) {
                prose.put(part.key(), Narrative.of(filled.report(), part, filled.places(), shelf, problems));
            }
        }
        return prose;
    }

    /** All formats side by side. */
    private Map<String, byte[]> write(Page page, Stamp stamp, Press press, String name) {
        Map<String, CompletableFuture<byte[]>> futures = new LinkedHashMap<>();
        for (String wanted : formats) {
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
            String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            problems.add(Problem.error(
                    "unwritable",
                    Message.of("unwritable", output.place(""), reason),
                    Message.of("unwritable.way-out")));
            return List.of();
        }
    }

    /** The files bear the day the report was signed or, failing that, the first day of the year after its own. */
    private Stamp stamp(Report report) {
        LocalDate date = report.signed()
                .or(() -> report.fact(Fact.Role.YEAR).map(year -> LocalDate.of(Integer.parseInt(year) + 1, 1, 1)))
                .orElse(LocalDate.EPOCH);
        Instant instant = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Stamp(report.fact(Fact.Role.AGENCY).orElse(""), instant, producer);
    }
}
