package org.nianbao.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.chart.Drawing;
import org.nianbao.check.prose.Glyphs;
import org.nianbao.compare.Compared;
import org.nianbao.compare.Comparison;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.limit.Limit;
import org.nianbao.output.Undrawable;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.report.Report;

/** Holds inputs against each other: each is read, those that can be read are compared, and what differs becomes a page. */
public final class CompareJob {
    private final Workshop workshop;
    private final Comparison comparison;

    /** The folder of the form of the last report, relative to the templates folder. */
    private final Path form;

    private CompareJob(Workshop workshop, Comparison comparison, Path form) {
        this.workshop = workshop;
        this.comparison = comparison;
        this.form = form;
    }

    /** An input and what came of reading it. */
    private record Read(String name, Reading reading) {
        Reading.Filled filled() {
            return reading.filled().orElseThrow();
        }

        Report report() {
            return filled().report();
        }
    }

    /**
     * Reads inputs and compares them.
     *
     * @param inputs the files, each with the name that messages call it
     * @param problems gets the errors in the way they are written; a file with an error is left out, and so is one that
     *     fills another form than the first one
     * @return nothing if fewer than two are left
     */
    public static Optional<CompareJob> of(Map<Path, String> inputs, Workshop workshop, List<Problem> problems) {
        List<Read> sound = new ArrayList<>();
        List.copyOf(inputs.entrySet()).parallelStream()
                .map(input -> new Read(
                        input.getValue(), InputReader.read(input.getKey(), input.getValue(), workshop.forms())))
                .toList()
                .forEach(read -> {
                    List<Problem> errors = errors(read.reading(), workshop);
                    problems.addAll(new Outcome(errors, List.of(), 0).problems());
                    if (read.reading().filled().isPresent() && errors.isEmpty()) {
                        sound.add(read);
                    }
                });
        List<Read> alike = ofOneForm(sound, problems);
        if (alike.size() < 2) {
            problems.add(Problem.error(
                    "nothing-to-compare",
                    Message.of("nothing-to-compare", alike.size()),
                    Message.of("nothing-to-compare.way-out")));
            return Optional.empty();
        }
        Comparison comparison = Comparison.of(alike.stream()
                .map(read -> new Compared(read.name(), read.report()))
                .toList());
        return Optional.of(new CompareJob(workshop, comparison, folder(alike, comparison)));
    }

    private static List<Problem> errors(Reading reading, Workshop workshop) {
        List<Problem> errors = new ArrayList<>(reading.problems());
        errors.removeIf(problem -> !problem.isError());
        reading.filled()
                .ifPresent(filled -> errors.addAll(Glyphs.missing(
                        filled.report(),
                        filled.places(),
                        workshop.press(filled.edition().folder()).typefaces().fonts()::cover)));
        return errors;
    }

    private static List<Read> ofOneForm(List<Read> sound, List<Problem> problems) {
        List<Read> alike = new ArrayList<>();
        for (Read read : sound) {
            String name = read.report().form().name();
            String wanted = sound.get(0).report().form().name();
            if (name.equals(wanted)) {
                alike.add(read);
            } else {
                problems.add(Problem.error(
                        "not-of-this-form",
                        Message.of("not-of-this-form", read.name(), name),
                        Message.of("not-of-this-form.way-out", wanted)));
            }
        }
        return alike;
    }

    private static Path folder(List<Read> alike, Comparison comparison) {
        Report last = comparison.last().report();
        return alike.stream()
                .map(Read::filled)
                .filter(filled -> filled.report() == last)
                .map(filled -> filled.edition().folder())
                .findFirst()
                .orElseThrow();
    }

    /** What differs. */
    public Comparison comparison() {
        return comparison;
    }

    /**
     * What differs, as a document. It bears the date of the last report.
     *
     * @param format one of {@link Workshop#formatNames}
     * @param language of the page (BCP 47)
     * @param imprint what documents say of their making
     * @param problems gets whatever is wrong with the templates; then there is no document
     */
    public Optional<byte[]> write(String format, String language, Imprint imprint, List<Problem> problems) {
        Press press = workshop.press(form);
        Press.Typefaces typefaces = press.typefaces();
        List<Drawing> charts = new ArrayList<>();
        Trends.of(comparison)
                .forEach((key, chart) ->
                        charts.add(Drawing.of(chart, "chart:" + key, typefaces.typography(), typefaces.fonts())));
        try {
            return workshop.template()
                    .fill(comparison, charts, language, form, typefaces.typography(), problems)
                    .map(page -> press.write(
                            format, page, imprint.stamp(comparison.last().report())));
        } catch (Undrawable undrawable) {
            problems.add(RenderJob.undrawable(form, Message.verbatim(String.valueOf(undrawable.getMessage()))));
            return Optional.empty();
        } catch (Limit.Exceeded exceeded) {
            problems.add(RenderJob.undrawable(form, exceeded.reason()));
            return Optional.empty();
        }
    }
}
