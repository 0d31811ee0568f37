package org.nianbao.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nianbao.console.SnippetText;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Severity;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.Fact;
import org.nianbao.form.Section;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Producer;
import org.nianbao.pipeline.RenderedReport;
import org.nianbao.pipeline.Renderer;
import org.nianbao.report.Report;

/** The program's side of a desk: the workshop of a {@code nianbao render}, kept warm. */
public final class ReportDesk implements Desk {
    private final Renderer job;

    /**
     * Opens the workshop.
     *
     * @param home the unpacked program
     * @throws IllegalStateException if something is wrong with its templates
     */
    public ReportDesk(Path home, List<String> formats) {
        Diagnostics diagnostics = new Diagnostics();
        Engine workshop = Engine.open(
                new Engine.EngineSettings(home.resolve("templates"), List.of(), Optional.of(home.resolve("prepared"))),
                diagnostics);
        if (!diagnostics.isEmpty()) {
            throw new IllegalStateException(told(diagnostics));
        }
        Renderer.RenderOptions order = new Renderer.RenderOptions(
                formats.isEmpty() ? Engine.usualFormatNames() : formats,
                Renderer.RenderMode.NORMAL,
                false,
                Optional.empty());
        this.job = new Renderer(workshop, order, new Producer(producer(), Optional.empty()), Runnable::run);
    }

    /** This program and its version, as its jar has it. */
    private static String producer() {
        return "nianbao " + Renderer.class.getPackage().getImplementationVersion();
    }

    @Override
    public Made make(Path input, String name) {
        RenderedReport rendered = job.render(input, name);
        FileDiagnostics findings = rendered.findings();
        return new Made(
                rendered.report().map(ReportDesk::facts),
                findings.count(Severity.ERROR),
                findings.count(Severity.WARNING),
                told(Diagnostics.of(findings.diagnostics())),
                rendered.files(),
                rendered.files().isEmpty()
                        ? List.of()
                        : figures(rendered.report().orElseThrow()));
    }

    /** The first problem, without its excerpt. */
    private static String told(Diagnostics diagnostics) {
        return diagnostics.stream()
                .findFirst()
                .flatMap(diagnostic -> SnippetText.told(diagnostic, Locale.ENGLISH, TextStyle.PLAIN)
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
        List<Figure> figures = new ArrayList<>();
        for (Section.TableSection section : report.form().tables()) {
            for (Block block : section.table().blocks()) {
                for (Axis.Leaf row : block.rows().leaves()) {
                    for (Axis.Leaf column : block.columns().leaves()) {
                        figures.add(new Figure(
                                section.key(),
                                row.path(),
                                column.path(),
                                report.cell(section.key() + "." + block.path(row, column))
                                        .value()));
                    }
                }
            }
        }
        return figures;
    }
}
