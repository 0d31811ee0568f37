package org.nianbao.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.nianbao.diagnostic.Source;
import org.nianbao.output.OutputFolder;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.FormatSet;
import org.nianbao.pipeline.Producer;
import org.nianbao.pipeline.RenderedReport;
import org.nianbao.pipeline.Renderer;
import org.nianbao.pipeline.Renderer.RenderMode;
import org.nianbao.pipeline.Renderer.RenderOptions;

/** Makes the documents of a report as it is in the browser, saved or not. Thread-safe. */
final class Documents {
    /** Formats and their types on the web. */
    static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "pdf", "application/pdf",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "ofd", "application/ofd");

    private final Engine engine;
    private final Producer producer;
    private final Path output;

    /** @param output folder that finished documents are written to */
    Documents(Engine engine, Producer producer, Path output) {
        this.engine = engine;
        this.producer = producer;
        this.output = output;
    }

    /** The document of a report in a format: without a draft mark, if nothing is wrong or missing. Empty if there is none. */
    Optional<byte[]> document(OpenReport report, String format) {
        RenderedReport finished = render(report, List.of(format), RenderMode.NORMAL);
        return finished.files().isEmpty() ? first(render(report, List.of(format), RenderMode.DRAFT)) : first(finished);
    }

    /** The report as a web page with marks of its places. */
    Optional<String> page(OpenReport report) {
        RenderedReport draft = render(report, List.of("html"), RenderMode.DRAFT);
        return first(draft)
                .flatMap(html ->
                        draft.report().map(one -> new PageMarks(one).in(new String(html, StandardCharsets.UTF_8))));
    }

    /** Writes the documents in all formats to the output folder, unless something is wrong or missing. */
    RenderedReport write(OpenReport report) throws IOException {
        RenderedReport finished = render(report, FormatSet.defaultNames(), RenderMode.NORMAL);
        if (!finished.files().isEmpty()) {
            new OutputFolder(output).put(finished.files());
        }
        return finished;
    }

    Path output() {
        return output;
    }

    private RenderedReport render(OpenReport report, List<String> formats, RenderMode mode) {
        RenderOptions options = new RenderOptions(formats, mode, false, Optional.empty());
        Renderer renderer = new Renderer(engine, options, producer, ForkJoinPool.commonPool());
        OpenReport.Snapshot snapshot = report.snapshot();
        return renderer.render(report.path(), new Source(snapshot.id(), snapshot.text()));
    }

    private static Optional<byte[]> first(RenderedReport rendered) {
        return rendered.files().values().stream().map(Objects::requireNonNull).findFirst();
    }
}
