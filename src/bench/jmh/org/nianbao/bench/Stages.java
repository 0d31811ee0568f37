package org.nianbao.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Inspection;
import org.nianbao.pipeline.LastYear;
import org.nianbao.pipeline.Producer;
import org.nianbao.pipeline.Renderer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One report in a warm process: inspected, or rendered to one format (which includes inspecting it). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 10, time = 2)
public class Stages {
    /** The input. */
    @Param("inputs/yanshi-2021.yaml")
    public String input;

    private Inspection inspection;
    private Renderer html;
    private Renderer pdf;
    private Renderer docx;

    /** Opens the engine. */
    @Setup
    public void open() {
        Diagnostics diagnostics = new Diagnostics();
        Engine engine = Engine.open(
                new Engine.EngineSettings(
                        Path.of("templates"), List.of(), Optional.of(Path.of("target/nianbao/prepared"))),
                diagnostics);
        if (!diagnostics.isEmpty()) {
            throw new IllegalStateException(diagnostics.toString());
        }
        inspection = new Inspection(engine, LastYear.NONE);
        html = renderer(engine, "html");
        pdf = renderer(engine, "pdf");
        docx = renderer(engine, "docx");
    }

    private static Renderer renderer(Engine engine, String format) {
        return new Renderer(
                engine,
                new Renderer.RenderOptions(List.of(format), Renderer.RenderMode.NORMAL, false, Optional.empty()),
                new Producer("nianbao", Optional.empty()),
                Runnable::run);
    }

    @Benchmark
    public Object inspection() {
        return inspection.inspect(Path.of(input), input);
    }

    @Benchmark
    public Object html() {
        return html.render(Path.of(input), input);
    }

    @Benchmark
    public Object pdf() {
        return pdf.render(Path.of(input), input);
    }

    @Benchmark
    public Object docx() {
        return docx.render(Path.of(input), input);
    }
}
