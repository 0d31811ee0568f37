package org.nianbao.pipeline;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nianbao.aggregate.UnitReports;
import org.nianbao.check.Examined;
import org.nianbao.check.Findings;
import org.nianbao.check.Verdict;
import org.nianbao.check.form.AnnexSums;
import org.nianbao.check.form.Counting;
import org.nianbao.check.form.HugeCounts;
import org.nianbao.check.form.SigningDate;
import org.nianbao.check.form.Sums;
import org.nianbao.check.prose.LastFigures;
import org.nianbao.check.prose.Prose;
import org.nianbao.check.years.KeptYears;
import org.nianbao.check.years.Outliers;
import org.nianbao.check.years.RepeatedProse;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Source;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.markdown.Narrative;
import org.nianbao.picture.PictureShelf;
import org.nianbao.recognition.ReportFile;
import org.nianbao.report.Report;
import org.nianbao.typography.ReadableColumns;

/**
 * Reads an input and makes all checks. It writes nothing. Thread-safe.
 *
 * @param lastYear the known reports of the year before
 * @param parts the reports of units, for checks of aggregate reports
 * @param script of the documents; if empty, each input decides
 */
public record Inspection(Engine engine, LastYear lastYear, UnitReports parts, Optional<Script> script) {
    /** Without reports of units. */
    public Inspection(Engine engine, LastYear lastYear) {
        this(engine, lastYear, UnitReports.NONE, Optional.empty());
    }

    /**
     * An inspected input.
     *
     * @param findings the diagnostics
     * @param read the report, if its form is known
     * @param prose blocks of a page, by section
     * @param charts in the order of the input
     * @param converter to the script of its documents, if there is one
     * @param lastYear the report of the year before, if it is known
     */
    public record Inspected(
            FileDiagnostics findings,
            Optional<Reading.Filled> read,
            Map<String, Narrative> prose,
            List<ChartData> charts,
            Optional<ScriptConverter> converter,
            Optional<Report> lastYear) {
        /** An input that was not read. */
        private static Inspected unread(FileDiagnostics findings) {
            return new Inspected(findings, Optional.empty(), Map.of(), List.of(), Optional.empty(), Optional.empty());
        }
    }

    /** Inspects an input; a fault of the program is recorded and is the only diagnostic. */
    public Inspected inspectIsolated(Path input, String name) {
        return engine.faults().isolate(name, () -> inspect(input, name), Inspected::unread);
    }

    /** Inspects an input, which has that name in messages. */
    public Inspected inspect(Path input, String name) {
        return inspect(input, name, ReportFile.read(input, name, engine.forms()));
    }

    /** Inspects a text that an input may become. */
    public Inspected inspect(Path input, Source text) {
        return inspect(input, text.name(), InputReader.read(input, text, engine.forms()));
    }

    private Inspected inspect(Path input, String name, Reading reading) {
        Diagnostics diagnostics = Diagnostics.of(reading.diagnostics());
        if (reading.filled().isEmpty()) {
            return Inspected.unread(new FileDiagnostics(name, diagnostics.sorted(), 0));
        }
        Reading.Filled filled = reading.filled().get();
        Examined examined = Examined.of(filled.report(), filled.places(), reading.diagnostics());
        Optional<Examined> before = lastYear.of(examined, diagnostics);
        Findings findings = Sums.of(examined, before);
        Set<String> wrong = wrong(findings.primary().list(), filled.acceptances());
        findings.addAll(parts.check(filled, examined, diagnostics));
        Diagnostics primary = findings.primary();
        primary.addAll(Counting.of(examined));
        primary.addAll(HugeCounts.of(examined));
        primary.addAll(SigningDate.of(examined));
        primary.addAll(AnnexSums.of(examined));
        primary.addAll(Prose.of(examined.without(wrong), new LastFigures(before, filled.charts())));
        before.ifPresent(earlier -> {
            primary.addAll(RepeatedProse.of(examined, earlier));
            primary.addAll(KeptYears.of(examined, earlier));
            primary.addAll(Outliers.of(examined, List.of(earlier)));
        });
        Optional<ScriptConverter> converter =
                ScriptConverter.of(script.orElse(filled.script()), filled.kept(), engine, diagnostics);
        Map<String, Narrative> prose = prose(filled, shelf(filled, input, converter), diagnostics);
        List<ChartData> charts = ChartData.of(filled, diagnostics);
        // what is still to be filled in or wrong is reported for each cell
        boolean incomplete =
                reading.diagnostics().stream().anyMatch(finding -> finding.isError() || finding.isToFillIn());
        Verdict verdict = Verdict.of(
                once(primary.list()).stream()
                        .filter(finding -> !(incomplete && finding.id().equals(Sums.UNCHECKED)))
                        .toList(),
                findings.derived().list(),
                filled.acceptances(),
                unseen(examined, before.isPresent()));
        diagnostics.addAll(verdict.open());
        converter.ifPresent(one -> diagnostics.addAll(one.unprintable(filled, engine)));
        return new Inspected(
                new FileDiagnostics(name, diagnostics.sorted(), verdict.accepted()),
                Optional.of(filled),
                prose,
                charts,
                converter,
                before.map(Examined::report));
    }

    /** Sections whose figures do not add up: prose that differs from them may be right. */
    private static Set<String> wrong(List<Diagnostic> sums, List<Acceptance> acceptances) {
        return sums.stream()
                .filter(Diagnostic::isError)
                .filter(sum -> acceptances.stream().noneMatch(acceptance -> acceptance.covers(sum)))
                .flatMap(sum -> sum.subject().stream())
                .map(subject -> new CellPath(subject).section())
                .collect(Collectors.toSet());
    }

    /** Acceptances that cannot be checked: of unread sections, and of rules whose other reports are not known. */
    private Predicate<Acceptance> unseen(Examined examined, boolean lastYearIsThere) {
        Form form = examined.report().form();
        Set<String> unseen = new HashSet<>(lastYearIsThere ? Set.of() : form.rulesAcrossYears());
        if (!parts.asked()) {
            unseen.add(form.rule(Form.RuleRole.PARTS, "parts-differ"));
        }
        return acceptance -> unseen.contains(acceptance.id())
                || examined.unread().contains(new CellPath(acceptance.subject()).section());
    }

    /** Drops diagnostics that another check has found at the same place. */
    private static List<Diagnostic> once(List<Diagnostic> findings) {
        Map<List<Object>, Diagnostic> first = new LinkedHashMap<>();
        for (Diagnostic finding : findings) {
            first.putIfAbsent(
                    List.of(
                            finding.id(),
                            finding.subject(),
                            finding.span().map(place -> place.line() + ":" + place.column())),
                    finding);
        }
        return List.copyOf(first.values());
    }

    /** The pictures beside an input; without a converter, in Simplified Chinese. */
    private PictureShelf shelf(Reading.Filled filled, Path input, Optional<ScriptConverter> converter) {
        Path folder = Optional.ofNullable(input.toAbsolutePath().getParent()).orElse(Path.of("."));
        FormatSet formats = engine.formats(
                filled.edition().folder(),
                converter.map(ScriptConverter::script).orElse(Script.HANS));
        return new PictureShelf(
                folder,
                () -> formats.lettering(
                        text -> converter.map(one -> one.convert(text)).orElse(text)),
                formats::tryOut);
    }

    private Map<String, Narrative> prose(Reading.Filled filled, PictureShelf shelf, Diagnostics diagnostics) {
        ReadableColumns readable = new ReadableColumns(
                engine.formats(filled.edition().folder(), Script.HANS).fontSet().typography());
        Function<String, Narrative> narrative =
                path -> Narrative.of(filled.report(), path, filled.places(), shelf, readable, diagnostics);
        Map<String, Narrative> prose = new LinkedHashMap<>();
        for (Section section : filled.report().form().sections()) {
            String key = section.key();
            if (section instanceof Section.ProseSection) {
                prose.put(key, narrative.apply(key));
            } else {
                filled.report().words().opening(key).ifPresent(path -> prose.put(key, narrative.apply(path)));
            }
        }
        filled.report().words().annexes().forEach(annex -> prose.put(annex.path(), narrative.apply(annex.path())));
        return prose;
    }
}
