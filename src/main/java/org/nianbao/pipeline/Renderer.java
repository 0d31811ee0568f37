package org.nianbao.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.nianbao.aggregate.UnitReports;
import org.nianbao.chart.ChartImage;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.Source;
import org.nianbao.fit.PageFit;
import org.nianbao.font.UnusableFont;
import org.nianbao.input.LocalRows;
import org.nianbao.input.Reading;
import org.nianbao.input.UnitsReader;
import org.nianbao.output.Attachment;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.UndrawableContent;
import org.nianbao.page.Page;
import org.nianbao.recognition.DocumentReader;
import org.nianbao.report.FiguresCsv;
import org.nianbao.report.Report;
import org.nianbao.sandbox.Sandbox;

/**
 * Renders inputs into documents. The stages of an input:
 *
 * <p>{@link Inspection} reads it, checks its figures and its prose, and turns the prose into blocks of a page. An input with
 * errors is rejected here, unless drafts are wanted.
 *
 * <p>The charts are drawn and the form's template is filled. The result is a {@link Page}: one XHTML document, from which all
 * formats are made. A page in Traditional Chinese is converted as a whole; no step before knows more than Simplified.
 *
 * <p>Each format makes its file from a page of its own, in memory. So a report has all of its documents or none;
 * {@link Batch} writes them to the output folder.
 *
 * <p>Thread-safe.
 */
public final class Renderer {
    static final String FIGURES = ".csv";

    private final Engine engine;
    private final RenderOptions options;
    private final Inspection inspection;
    private final Producer producer;
    private final Executor writers;

    /** What a report is rejected for. */
    public enum RenderMode {
        /** Errors and unfilled places. */
        NORMAL,
        /** Errors and warnings. */
        STRICT,
        /** Nothing; every page has a draft mark. */
        DRAFT
    }

    /**
     * The options of a run.
     *
     * @param formats names of the formats to write
     * @param mode what a report is rejected for
     * @param data whether to write the figures beside the documents, as CSV
     * @param script of the documents; if empty, each input decides
     */
    public record RenderOptions(List<String> formats, RenderMode mode, boolean data, Optional<Script> script) {
        public RenderOptions {
            formats = List.copyOf(formats);
        }

        /** All options; written out because Java takes long to link a record's own. */
        @Override
        public String toString() {
            return String.join(" ", formats.toString(), mode.toString(), Boolean.toString(data), script.toString());
        }
    }

    /**
     * @param writers runs the formats of a report: in parallel for a single report; if many reports are rendered in
     *     parallel, in the thread that renders the report
     */
    public Renderer(Engine engine, RenderOptions options, Producer producer, Executor writers) {
        this.engine = engine;
        this.options = options;
        this.inspection = new Inspection(engine, LastYear.NONE, UnitReports.NONE, options.script());
        this.producer = producer;
        this.writers = writers;
        if (FormatSet.embedFonts(options.formats())) {
            engine.openFonts(options.script().orElse(Script.HANS));
        }
    }

    /** Renders an input, which has that name in messages. */
    public RenderedReport render(Path input, String name) {
        return render(input, name, inspection.inspect(input, name));
    }

    /** Renders a text that an input may become. */
    public RenderedReport render(Path input, Source text) {
        return render(input, text.name(), inspection.inspect(input, text));
    }

    private RenderedReport render(Path input, String name, Inspection.Inspected inspected) {
        Diagnostics diagnostics = new Diagnostics();
        inspected.findings().diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() != Severity.HINT)
                .forEach(diagnostics::add);
        if (inspected.read().isEmpty() || inspected.converter().isEmpty() || rejects(diagnostics)) {
            return rendered(inspected, diagnostics, Map.of(), List.of());
        }
        Reading.Filled filled = inspected.read().get();
        ScriptConverter converter = inspected.converter().get();
        FormatSet formats = engine.formats(filled.edition().folder(), converter.script());
        try {
            Optional<Page> page = page(filled, inspected, baseName(input), formats.fontSet(), diagnostics);
            Map<String, byte[]> files = page.isEmpty()
                    ? Map.of()
                    : write(converter.convert(page.get()), filled.report(), converter, formats, baseName(input));
            return rendered(inspected, diagnostics, files, read(input, filled, inspected));
        } catch (UndrawableContent | Sandbox.LimitExceeded fault) {
            diagnostics.add(undrawable(name, fault));
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

    /** The local rows, the annexes and the pictures of an input. */
    private static List<String> read(Path input, Reading.Filled filled, Inspection.Inspected inspected) {
        List<String> read = new ArrayList<>();
        Path folder = Optional.ofNullable(input.toAbsolutePath().getParent()).orElseThrow();
        filled.localRows()
                .flatMap(name -> LocalRows.beside(input, name))
                .ifPresent(rows ->
                        read.add(folder.relativize(rows.toAbsolutePath()).toString()));
        filled.report().words().annexes().forEach(annex -> annex.file().ifPresent(read::add));
        inspected.prose().values().forEach(prose -> read.addAll(prose.pictures().keySet()));
        return read;
    }

    private Optional<Page> page(
            Reading.Filled filled,
            Inspection.Inspected inspected,
            String name,
            FormatSet.FontSet fontSet,
            Diagnostics diagnostics) {
        return engine.template()
                .fill(
                        filled.report(),
                        inspected.prose(),
                        draw(inspected.charts(), inspected.converter().orElseThrow(), fontSet),
                        filled.edition().folder(),
                        fontSet.typography(),
                        options.mode() == RenderMode.DRAFT,
                        options.data() ? Optional.of(name + FIGURES) : Optional.empty(),
                        diagnostics);
    }

    /** The diagnostic of {@link UndrawableContent} or {@link Sandbox.LimitExceeded}. */
    public static Diagnostic undrawable(Object name, RuntimeException fault) {
        Message reason = fault instanceof Sandbox.LimitExceeded limit
                ? limit.reason()
                : Message.verbatim(String.valueOf(fault.getMessage()));
        return Diagnostic.error("undrawable", name, reason);
    }

    /** The charts, by section. */
    private static Map<String, List<ChartImage>> draw(
            List<ChartData> charts, ScriptConverter converter, FormatSet.FontSet fontSet) {
        return charts.stream()
                .collect(Collectors.groupingBy(
                        ChartData::section,
                        Collectors.mapping(
                                data -> ChartImage.of(
                                        converter.convert(data.chart()),
                                        data.name(),
                                        fontSet.typography(),
                                        fontSet.fonts()),
                                Collectors.toList())));
    }

    private boolean rejects(Diagnostics diagnostics) {
        return switch (options.mode()) {
            case NORMAL -> diagnostics.stream().anyMatch(diagnostic -> diagnostic.isError() || diagnostic.isToFillIn());
            case STRICT -> !diagnostics.isEmpty();
            case DRAFT -> false;
        };
    }

    /** Whether a file is an input by its name: YAML, but neither local rows nor a list of units. */
    public static boolean isInput(Path file) {
        return file.toString().matches("(?is).*\\.ya?ml") && !LocalRows.isOne(file) && !UnitsReader.isOne(file);
    }

    /** The name of an input's documents, without an extension. */
    public static String baseName(Path input) {
        String name = String.valueOf(input.getFileName());
        return DocumentReader.reads(name)
                ? name.substring(0, name.lastIndexOf('.'))
                : name.replaceFirst("(?i)\\.ya?ml$", "");
    }

    /** Writes all formats in parallel. Unless it is a draft, the figures are attached to formats that can hold files. */
    private Map<String, byte[]> write(
            Page page, Report report, ScriptConverter converter, FormatSet formats, String name) {
        byte[] figures = FiguresCsv.write(report);
        DocumentInfo plain = converter.convert(producer.documentInfo(report));
        DocumentInfo info = options.mode() == RenderMode.DRAFT
                ? plain
                : plain.with(new Attachment(name + FIGURES, "text/csv", figures));
        FormatSet.FontSet set = formats.fontSet();
        PageFit.fit(page, set.typography(), set.fonts());
        long copies = options.formats().stream().filter(FormatSet::isPaged).count();
        Page paginated = copies > 0 ? PageFit.paginate(page, set.typography(), set.fonts()) : page;
        Sandbox.Budget budget = FormatSet.budget();
        Map<String, CompletableFuture<byte[]>> futures = new LinkedHashMap<>();
        for (String format : options.formats()) {
            boolean paged = FormatSet.isPaged(format);
            copies -= paged ? 1 : 0;
            Page own = !paged ? page : copies > 0 ? paginated.copy() : paginated; // each thread reads another DOM
            futures.put(
                    name + "." + format,
                    CompletableFuture.supplyAsync(() -> formats.write(format, own, info, budget), writers));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        futures.forEach((file, bytes) -> files.put(file, join(bytes)));
        if (options.data()) {
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
