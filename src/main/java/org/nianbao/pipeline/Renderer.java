package org.nianbao.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.nianbao.chart.ChartImage;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.font.UnusableFont;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.input.UnitsReader;
import org.nianbao.output.Attachment;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.output.UndrawableContent;
import org.nianbao.page.Page;
import org.nianbao.report.FiguresCsv;
import org.nianbao.report.Report;
import org.nianbao.sandbox.Sandbox;

/**
 * Renders inputs, each all the way: it is read, checked, its prose is set, the page filled, and the page written in every
 * format, all of them in memory. An input with an error gives no document, unless drafts are asked for.
 *
 * <p>One job may be used by several threads.
 */
public final class Renderer {
    private static final String FIGURES = ".csv";

    private final Engine workshop;
    private final RenderOptions order;
    private final Inspection inspection;
    private final Producer imprint;
    private final Executor writers;

    /** What stops a report. */
    public enum RenderMode {
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
    public record RenderOptions(List<String> formats, RenderMode way, boolean data, Optional<Script> script) {
        public RenderOptions {
            formats = List.copyOf(formats);
        }
    }

    /**
     * Prepares a job.
     *
     * @param workshop the tools
     * @param imprint what documents say of their making
     * @param writers write the formats of a report: several threads are for one report alone; where many are rendered side
     *     by side, each is best written by the thread that renders it
     */
    public Renderer(Engine workshop, RenderOptions order, Producer imprint, Executor writers) {
        this.workshop = workshop;
        this.order = order;
        this.inspection = new Inspection(workshop, LastYear.NONE, order.script());
        this.imprint = imprint;
        this.writers = writers;
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
    public RenderedReport render(Path input, String name) {
        Inspection.Inspected inspected = inspection.inspect(input, name);
        Diagnostics diagnostics = new Diagnostics();
        inspected.findings().diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() != Severity.HINT)
                .forEach(diagnostics::add);
        if (inspected.read().isEmpty() || inspected.hand().isEmpty() || stops(diagnostics)) {
            return rendered(inspected, diagnostics, Map.of(), List.of());
        }
        Reading.Filled filled = inspected.read().get();
        FormatSet press =
                workshop.press(filled.edition().folder(), inspected.hand().get().script());
        try {
            Optional<Page> page = page(filled, inspected, baseName(input), press.typefaces(), diagnostics);
            Map<String, byte[]> files = page.isEmpty()
                    ? Map.of()
                    : write(page.get(), filled.report(), inspected.hand().get(), press, baseName(input));
            return rendered(inspected, diagnostics, files, read(input, filled, inspected));
        } catch (UndrawableContent undrawable) {
            diagnostics.add(undrawable(name, Message.verbatim(String.valueOf(undrawable.getMessage()))));
        } catch (Sandbox.LimitExceeded exceeded) {
            diagnostics.add(undrawable(name, exceeded.reason()));
        } catch (UnusableFont font) {
            diagnostics.add(font.diagnostic());
        }
        return rendered(inspected, diagnostics, Map.of(), List.of());
    }

    private static RenderedReport rendered(
            Inspection.Inspected inspected, Diagnostics diagnostics, Map<String, byte[]> files, List<String> read) {
        FileDiagnostics found = inspected.findings();
        return new RenderedReport(
                inspected.read().map(Reading.Filled::report),
                new FileDiagnostics(found.name(), diagnostics.sorted(), found.accepted()),
                files,
                read);
    }

    /** The local rows and the pictures of an input. */
    private static List<String> read(Path input, Reading.Filled filled, Inspection.Inspected inspected) {
        List<String> read = new ArrayList<>();
        Path folder = Optional.ofNullable(input.toAbsolutePath().getParent()).orElseThrow();
        filled.localRows()
                .flatMap(name -> LocalRows.beside(input, name))
                .ifPresent(rows ->
                        read.add(folder.relativize(rows.toAbsolutePath()).toString()));
        inspected.prose().values().forEach(prose -> read.addAll(prose.pictures().keySet()));
        return read;
    }

    private Optional<Page> page(
            Reading.Filled filled,
            Inspection.Inspected inspected,
            String name,
            FormatSet.FontSet typefaces,
            Diagnostics diagnostics) {
        return workshop.template()
                .fill(
                        filled.report(),
                        inspected.prose(),
                        draw(inspected.charts(), inspected.hand().get(), typefaces),
                        filled.edition().folder(),
                        typefaces.typography(),
                        order.way() == RenderMode.DRAFT,
                        order.data() ? Optional.of(name + FIGURES) : Optional.empty(),
                        diagnostics)
                .map(inspected.hand().get()::write);
    }

    /** A page that a format cannot draw, or not in reasonable time. */
    public static Diagnostic undrawable(Object name, Message reason) {
        return Diagnostic.error("undrawable", Message.of("undrawable", name, reason), Message.of("undrawable.help"));
    }

    /** The charts by the section that they stand in. */
    private static Map<String, List<ChartImage>> draw(
            List<ChartData> charts, ScriptConverter hand, FormatSet.FontSet typefaces) {
        return charts.stream()
                .collect(Collectors.groupingBy(
                        ChartData::section,
                        Collectors.mapping(
                                placed -> ChartImage.of(
                                        hand.write(placed.chart()),
                                        placed.name(),
                                        typefaces.typography(),
                                        typefaces.fonts()),
                                Collectors.toList())));
    }

    private boolean stops(Diagnostics diagnostics) {
        return switch (order.way()) {
            case NORMAL -> diagnostics.stream().anyMatch(diagnostic -> diagnostic.isError() || diagnostic.isToFillIn());
            case STRICT -> !diagnostics.isEmpty();
            case DRAFT -> false;
        };
    }

    /** Whether a file is an input by its name: YAML, and neither one that adds rows to a form nor a list of units. */
    public static boolean isInput(Path file) {
        return file.toString().matches(".*\\.ya?ml") && !LocalRows.isOne(file) && !UnitsReader.isOne(file);
    }

    /** The name of an input's documents, without an ending. */
    public static String baseName(Path input) {
        return String.valueOf(input.getFileName()).replaceFirst("\\.ya?ml$", "");
    }

    /** All formats side by side; formats that can hold files get the figures too, unless they are those of a draft. */
    private Map<String, byte[]> write(Page page, Report report, ScriptConverter hand, FormatSet press, String name) {
        byte[] figures = FiguresCsv.write(report);
        DocumentInfo stamp = hand.write(imprint.stamp(report));
        DocumentInfo full = order.way() == RenderMode.DRAFT
                ? stamp
                : stamp.with(new Attachment(name + FIGURES, "text/csv", figures));
        Map<String, CompletableFuture<byte[]>> futures = new LinkedHashMap<>();
        for (String wanted : order.formats()) {
            Format format = Objects.requireNonNull(press.formats().get(wanted));
            Page own = futures.size() + 1 < order.formats().size() ? page.copy() : page;
            futures.put(
                    name + "." + format.extension(),
                    CompletableFuture.supplyAsync(() -> press.write(wanted, own, full), writers));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        futures.forEach((file, bytes) -> files.put(file, join(bytes)));
        if (order.data()) {
            files.put(name + FIGURES, figures);
        }
        return files;
    }

    private static byte[] join(CompletableFuture<byte[]> bytes) {
        try {
            return bytes.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
