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
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.output.UndrawableContent;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.FormatSet;
import org.nianbao.pipeline.Producer;
import org.nianbao.pipeline.Renderer;
import org.nianbao.pipeline.ScriptConverter;
import org.nianbao.report.Report;
import org.nianbao.sandbox.Sandbox;

/** Reads inputs, compares them and writes the differences as a document. */
public final class ComparisonRenderer {
    private final Engine engine;
    private final Comparison comparison;

    /** The folder of the form of the last report, relative to the templates folder. */
    private final Path form;

    private final ScriptConverter converter;

    private ComparisonRenderer(Engine engine, Comparison comparison, Path form, ScriptConverter converter) {
        this.engine = engine;
        this.comparison = comparison;
        this.form = form;
        this.converter = converter;
    }

    /**
     * Reads inputs and compares them.
     *
     * @param inputs with their names, as messages call them
     * @param script of the page; default: that of the last report
     * @param diagnostics gets the errors; a file with an error is left out, and so is one of another form than the first
     * @return empty if fewer than two are left
     */
    public static Optional<ComparisonRenderer> of(
            Map<Path, String> inputs, Optional<Script> script, Engine engine, Diagnostics diagnostics) {
        List<Reading.Filled> sound = new ArrayList<>();
        List.copyOf(inputs.entrySet()).parallelStream()
                .map(input -> InputReader.read(input.getKey(), input.getValue(), engine.forms()))
                .toList()
                .forEach(read -> {
                    Diagnostics errors = errors(read, script, engine);
                    diagnostics.addAll(errors.sorted());
                    read.filled().filter(filled -> errors.isEmpty()).ifPresent(sound::add);
                });
        List<Reading.Filled> alike = ofOneForm(sound, diagnostics);
        if (alike.size() < 2) {
            diagnostics.add(Diagnostic.error("nothing-to-compare", alike.size()));
            return Optional.empty();
        }
        Comparison comparison = Comparison.of(alike.stream()
                .map(read -> new Compared(name(read), read.report()))
                .toList());
        Reading.Filled last = last(alike, comparison);
        return ScriptConverter.of(script.orElse(last.script()), kept(alike), engine, diagnostics)
                .map(converter -> new ComparisonRenderer(
                        engine, comparison, last.edition().folder(), converter));
    }

    private static String name(Reading.Filled read) {
        return read.places().source().name();
    }

    /** What is not converted: the kept words of the reports, and the names of their files. */
    private static Map<String, String> kept(List<Reading.Filled> alike) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Reading.Filled read : alike) {
            kept.put(name(read), name(read));
            kept.putAll(read.kept());
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

    private static List<Reading.Filled> ofOneForm(List<Reading.Filled> sound, Diagnostics diagnostics) {
        List<Reading.Filled> alike = new ArrayList<>();
        for (Reading.Filled read : sound) {
            String name = read.report().form().name();
            String wanted = sound.get(0).report().form().name();
            if (name.equals(wanted)) {
                alike.add(read);
            } else {
                diagnostics.add(Diagnostic.error("not-of-this-form", name(read), name, wanted));
            }
        }
        return alike;
    }

    private static Reading.Filled last(List<Reading.Filled> alike, Comparison comparison) {
        Report last = comparison.last().report();
        return alike.stream()
                .filter(filled -> filled.report() == last)
                .findFirst()
                .orElseThrow();
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
                                    producer.documentInfo(comparison.last().report()))));
        } catch (UndrawableContent | Sandbox.LimitExceeded fault) {
            diagnostics.add(Renderer.undrawable(form, fault));
            return Optional.empty();
        }
    }
}
