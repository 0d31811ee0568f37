package org.nianbao.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.chart.ChartImage;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.Reading;
import org.nianbao.output.UndrawableContent;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.FormatSet;
import org.nianbao.pipeline.Producer;
import org.nianbao.pipeline.Renderer;
import org.nianbao.pipeline.ScriptConverter;
import org.nianbao.recognition.ReportFile;
import org.nianbao.sandbox.Sandbox;

/** Reads inputs, compares them and writes the differences as a document. */
public final class ComparisonRenderer {
    private final Engine engine;
    private final Comparison comparison;
    private final ScriptConverter converter;

    private ComparisonRenderer(Engine engine, Comparison comparison, ScriptConverter converter) {
        this.engine = engine;
        this.comparison = comparison;
        this.converter = converter;
    }

    /**
     * Reads inputs and compares them.
     *
     * @param inputs with their names in messages
     * @param script of the page; default: that of the last report
     * @param diagnostics gets the errors; a file with an error is left out, and so is one of another form than the first
     * @return empty if fewer than two are left
     */
    public static Optional<ComparisonRenderer> of(
            Map<Path, String> inputs, Optional<Script> script, Engine engine, Diagnostics diagnostics) {
        List<Compared> sound = new ArrayList<>();
        List.copyOf(inputs.entrySet()).parallelStream()
                .map(input -> ReportFile.read(input.getKey(), input.getValue(), engine.forms()))
                .toList()
                .forEach(read -> {
                    Diagnostics errors = errors(read, script, engine);
                    diagnostics.addAll(errors.sorted());
                    read.filled()
                            .filter(filled -> errors.isEmpty())
                            .map(Compared::new)
                            .ifPresent(sound::add);
                });
        List<Compared> alike = ofOneForm(sound, diagnostics);
        if (alike.size() < 2) {
            diagnostics.add(Diagnostic.error("nothing-to-compare", alike.size()));
            return Optional.empty();
        }
        Comparison comparison = Comparison.of(alike);
        diagnostics.addAll(AcrossYears.of(comparison.reports()));
        Script own = comparison.last().filled().script();
        return ScriptConverter.of(script.orElse(own), kept(alike), engine, diagnostics)
                .map(converter -> new ComparisonRenderer(engine, comparison, converter));
    }

    /** What is not converted: the kept words of the reports, and the names of their files. */
    private static Map<String, String> kept(List<Compared> alike) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Compared report : alike) {
            kept.put(report.name(), report.name());
            kept.putAll(report.filled().kept());
        }
        return kept;
    }

    private static Diagnostics errors(Reading reading, Optional<Script> script, Engine engine) {
        Diagnostics errors = new Diagnostics();
        reading.diagnostics().stream().filter(Diagnostic::isError).forEach(errors::add);
        reading.filled()
                .ifPresent(filled -> ScriptConverter.of(script.orElse(filled.script()), filled.kept(), engine, errors)
                        .ifPresent(converter -> errors.addAll(converter.unprintable(filled, engine))));
        return errors;
    }

    private static List<Compared> ofOneForm(List<Compared> sound, Diagnostics diagnostics) {
        List<Compared> alike = new ArrayList<>();
        for (Compared report : sound) {
            String form = report.filled().form();
            String wanted = sound.get(0).filled().form();
            if (form.equals(wanted)) {
                alike.add(report);
            } else {
                diagnostics.add(Diagnostic.error("not-of-this-form", report.name(), form, wanted));
            }
        }
        return alike;
    }

    /** A text of the comparison in its script; every character keeps its place. */
    public String inScript(String text) {
        return converter.convert(text);
    }

    public Comparison comparison() {
        return comparison;
    }

    /**
     * Writes the differences as a document with the date of the last report.
     *
     * @param format one of {@link FormatSet#names}
     * @param language of the page (BCP 47)
     * @param producer of the document
     * @param diagnostics gets the errors in the templates; then there is no document
     */
    public Optional<byte[]> write(String format, String language, Producer producer, Diagnostics diagnostics) {
        Path form = comparison.last().filled().edition().folder();
        FormatSet formats = engine.formats(form, converter.script());
        FormatSet.FontSet fontSet = formats.fontSet();
        List<ChartImage> charts = new ArrayList<>();
        TrendCharts.of(comparison)
                .forEach((key, chart) -> charts.add(ChartImage.of(
                        converter.convert(chart), "chart:" + key, fontSet.typography(), fontSet.fonts())));
        try {
            return engine.template()
                    .fill(
                            "compare.ftlh",
                            comparison,
                            Map.of("lang", language),
                            charts,
                            form,
                            fontSet.typography(),
                            diagnostics)
                    .map(page -> formats.write(
                            format,
                            converter.convert(page),
                            converter.convert(
                                    producer.documentInfo(comparison.last().report())),
                            FormatSet.budget()));
        } catch (UndrawableContent | Sandbox.LimitExceeded fault) {
            diagnostics.add(Renderer.undrawable(form, fault));
            return Optional.empty();
        }
    }
}
