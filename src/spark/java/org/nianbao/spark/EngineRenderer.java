package org.nianbao.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nianbao.console.DiagnosticText;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Severity;
import org.nianbao.form.Fact;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.FormatSet;
import org.nianbao.pipeline.Producer;
import org.nianbao.pipeline.RenderedReport;
import org.nianbao.pipeline.Renderer;
import org.nianbao.report.Report;

/** Renders with the engine of {@code nianbao render}, which stays open. */
public final class EngineRenderer implements ReportRenderer {
    private final Renderer renderer;

    /**
     * Opens the engine.
     *
     * @param home the unpacked program
     * @throws IllegalStateException if its templates are faulty
     */
    public EngineRenderer(Path home, List<String> formats) {
        Diagnostics diagnostics = new Diagnostics();
        Engine engine = Engine.open(
                new Engine.EngineSettings(home.resolve("templates"), List.of(), Optional.of(home.resolve("prepared"))),
                diagnostics);
        if (!diagnostics.isEmpty()) {
            throw new IllegalStateException(first(diagnostics.list()));
        }
        Renderer.RenderOptions options = new Renderer.RenderOptions(
                formats.isEmpty() ? FormatSet.defaultNames() : formats,
                Renderer.RenderMode.NORMAL,
                false,
                Optional.empty());
        this.renderer = new Renderer(engine, options, new Producer(producer(), Optional.empty()), Runnable::run);
    }

    /** The program and its version, from its jar. */
    private static String producer() {
        return "nianbao " + Renderer.class.getPackage().getImplementationVersion();
    }

    @Override
    public RenderedInput render(Path input, String name) {
        RenderedReport rendered = renderer.render(input, name);
        FileDiagnostics findings = rendered.findings();
        return new RenderedInput(
                rendered.report().map(EngineRenderer::facts),
                findings.count(Severity.ERROR),
                findings.count(Severity.WARNING),
                first(findings.diagnostics()),
                rendered.files(),
                rendered.files().isEmpty()
                        ? List.of()
                        : figures(rendered.report().orElseThrow()));
    }

    /** The first line of the first diagnostic. */
    private static String first(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .findFirst()
                .flatMap(diagnostic -> DiagnosticText.of(diagnostic, Locale.ENGLISH, TextStyle.PLAIN)
                        .lines()
                        .findFirst())
                .orElse("");
    }

    private static Facts facts(Report report) {
        return new Facts(
                report.agency().orElse(""),
                report.fact(Fact.Role.YEAR).orElse(""),
                report.form().name(),
                report.form().edition(),
                report.isAggregate());
    }

    private static List<Figure> figures(Report report) {
        return report.form().cells().all().stream()
                .map(cell -> new Figure(
                        cell.path().section(),
                        cell.row().path(),
                        cell.column().path(),
                        report.cell(cell.path()).value()))
                .toList();
    }
}
