package org.nianbao.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nianbao.aggregate.Agreement;
import org.nianbao.aggregate.UnitReports;
import org.nianbao.check.Examined;
import org.nianbao.check.Verdict;
import org.nianbao.check.form.Counting;
import org.nianbao.check.form.Deadline;
import org.nianbao.check.form.Sums;
import org.nianbao.check.prose.Prose;
import org.nianbao.check.years.KeptYears;
import org.nianbao.check.years.Repetition;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.markdown.Narrative;
import org.nianbao.markdown.PictureShelf;
import org.nianbao.report.Report;

/**
 * Reads an input and holds it against everything that is known of good reports. It writes nothing. May be used by several
 * threads.
 */
public final class Inspection {
    private final Engine workshop;
    private final LastYear lastYear;
    private final UnitReports parts;
    private final Optional<Script> asked;

    /**
     * Prepares inspections.
     *
     * @param workshop the tools
     * @param lastYear the reports of the year before, as far as they are at hand
     */
    public Inspection(Engine workshop, LastYear lastYear) {
        this(workshop, lastYear, UnitReports.NONE);
    }

    /** @param parts the reports of the units of those that sum them up */
    public Inspection(Engine workshop, LastYear lastYear, UnitReports parts) {
        this(workshop, lastYear, parts, Optional.empty());
    }

    /** @param asked the script that documents will be in, whatever the inputs say */
    Inspection(Engine workshop, LastYear lastYear, Optional<Script> asked) {
        this(workshop, lastYear, UnitReports.NONE, asked);
    }

    private Inspection(Engine workshop, LastYear lastYear, UnitReports parts, Optional<Script> asked) {
        this.workshop = workshop;
        this.lastYear = lastYear;
        this.parts = parts;
        this.asked = asked;
    }

    /**
     * What is known of an input.
     *
     * @param findings the diagnostics
     * @param read the report, where it could be told which form it fills
     * @param prose its prose as blocks of a page, by section
     * @param charts that it shows, in its order
     * @param hand that will write its documents, if its script can be written
     * @param lastYear the report that it was held against, if there is one
     */
    public record Inspected(
            FileDiagnostics findings,
            Optional<Reading.Filled> read,
            Map<String, Narrative> prose,
            List<ChartData> charts,
            Optional<ScriptConverter> hand,
            Optional<Report> lastYear) {}

    /**
     * Inspects one input.
     *
     * @param input the file
     * @param name how messages call it
     */
    public Inspected inspect(Path input, String name) {
        Reading reading = InputReader.read(input, name, workshop.forms());
        Diagnostics diagnostics = Diagnostics.of(reading.diagnostics());
        if (reading.filled().isEmpty()) {
            return new Inspected(
                    new FileDiagnostics(name, diagnostics.sorted(), 0),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
        Reading.Filled filled = reading.filled().get();
        Examined examined = Examined.of(filled.report(), filled.places(), reading.diagnostics());
        Optional<Examined> before = lastYear.of(examined, diagnostics);
        Sums.SumFindings sums = Sums.of(examined, before);
        Agreement agreement = parts.held(filled, examined, diagnostics);
        List<Diagnostic> findings = new ArrayList<>(sums.told());
        findings.addAll(agreement.told());
        List<Diagnostic> echoes = new ArrayList<>(sums.echoes());
        echoes.addAll(agreement.echoes());
        findings.addAll(Counting.of(examined));
        findings.addAll(Deadline.of(examined));
        findings.addAll(Prose.of(examined.without(wrong(sums.told(), filled.acceptances()))));
        before.ifPresent(earlier -> {
            findings.addAll(Repetition.of(examined, earlier));
            findings.addAll(KeptYears.of(examined, earlier));
        });
        Map<String, Narrative> prose = prose(filled, input, diagnostics);
        List<ChartData> charts = ChartData.of(filled, diagnostics);
        Verdict verdict =
                Verdict.of(once(findings), echoes, filled.acceptances(), unseen(examined, before.isPresent()));
        diagnostics.addAll(verdict.open());
        Script script = asked.orElse(filled.script());
        Optional<ScriptConverter> hand = ScriptConverter.of(script, filled.kept(), workshop, diagnostics);
        hand.ifPresent(writer -> diagnostics.addAll(writer.unprintable(filled, workshop)));
        return new Inspected(
                new FileDiagnostics(name, diagnostics.sorted(), verdict.accepted()),
                Optional.of(filled),
                prose,
                charts,
                hand,
                before.map(Examined::report));
    }

    /** The sections whose figures do not add up: prose that differs from them may well be right. */
    private static Set<String> wrong(List<Diagnostic> sums, List<Acceptance> acceptances) {
        return sums.stream()
                .filter(Diagnostic::isError)
                .filter(sum -> acceptances.stream().noneMatch(acceptance -> acceptance.covers(sum)))
                .flatMap(sum -> sum.subject().stream())
                .map(subject -> new CellPath(subject).section())
                .collect(Collectors.toSet());
    }

    /** What nobody could look at: sections that could not be read and, without the other reports, what they are needed for. */
    private Predicate<Acceptance> unseen(Examined examined, boolean lastYearIsThere) {
        Form form = examined.report().form();
        Set<String> unseen = new HashSet<>(lastYearIsThere ? Set.of() : form.rulesAcrossYears());
        if (!parts.asked()) {
            unseen.add(form.rule(Form.RuleRole.PARTS, "parts-differ"));
        }
        return acceptance -> unseen.contains(acceptance.id())
                || examined.unread().contains(new CellPath(acceptance.subject()).section());
    }

    /** Two checks may find the same fault at the same place; it is told once. */
    private static List<Diagnostic> once(List<Diagnostic> findings) {
        Map<List<Object>, Diagnostic> first = new LinkedHashMap<>();
        for (Diagnostic finding : findings) {
            first.putIfAbsent(
                    List.of(
                            finding.id(),
                            finding.subject(),
                            finding.place().map(place -> place.line() + ":" + place.column())),
                    finding);
        }
        return List.copyOf(first.values());
    }

    private static Map<String, Narrative> prose(Reading.Filled filled, Path input, Diagnostics diagnostics) {
        Path folder = Optional.ofNullable(input.toAbsolutePath().getParent()).orElse(Path.of("."));
        PictureShelf shelf = new PictureShelf(folder);
        Map<String, Narrative> prose = new LinkedHashMap<>();
        for (Section section : filled.report().form().sections()) {
            if (section instanceof Section.ProseSection part) {
                prose.put(part.key(), Narrative.of(filled.report(), part, filled.places(), shelf, diagnostics));
            }
        }
        return prose;
    }
}
