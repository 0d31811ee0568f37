package org.nianbao.serve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.BlockCells;
import org.nianbao.form.CellLine;
import org.nianbao.form.Identity;
import org.nianbao.form.Term;
import org.nianbao.input.InputTree;
import org.nianbao.json.JsonWriter;
import org.nianbao.report.Report;

/** Writes the state of a report: its text, what stands in each place of its form, and what the check says. */
record StateJson(OpenReport.Snapshot snapshot, Locale locale, JsonWriter out) {
    /** The finding that the report of the year before is not in the folder, which the user can see. */
    private static final String NO_LAST_YEAR = "no-last-year";

    /** @param withForm whether the form is written, too */
    void write(boolean withForm) {
        out.text("id", snapshot.id());
        out.number("revision", snapshot.revision());
        out.number("savedRevision", snapshot.savedRevision());
        out.text("text", snapshot.text());
        out.objects("changes", snapshot.changes(), change -> {
            out.number("from", change.from());
            out.number("to", change.to());
            out.text("insert", change.insert());
        });
        Optional<InputTree> tree = InputTree.of(new Source(snapshot.id(), snapshot.text()));
        Optional<Report> report = snapshot.inspected().read().map(filled -> filled.report());
        if (withForm) {
            report.ifPresent(one -> out.object("form", () -> new FormJson(one, out).write()));
        }
        Map<String, Values.Value> values = new Values(snapshot).all();
        out.object("values", () -> values.forEach((path, value) -> out.object(path, () -> value(value))));
        tree.ifPresent(one -> new ListJson(one, out).write(report.map(Report::form)));
        List<Diagnostic> findings = snapshot.inspected().findings().diagnostics().stream()
                .filter(finding -> !finding.id().equals(NO_LAST_YEAR))
                .toList();
        out.objects("findings", findings, this::finding);
        out.number("unfilled", (int)
                findings.stream().filter(Diagnostic::isToFillIn).count());
        out.objects("sums", report.map(StateJson::differences).orElse(List.of()), difference -> {
            out.text("path", difference.path());
            out.text("rule", difference.rule());
            out.text("message", difference.words());
            out.text("difference", difference.value().toPlainString());
        });
    }

    private void value(Values.Value value) {
        boolean isPrinted = value.state() == Values.ValueState.COMPUTED;
        out.text("text", value.state() == Values.ValueState.OMITTED ? "" : value.text());
        out.number("from", value.from());
        out.number("to", value.to());
        if (isPrinted) {
            out.flag("computed", true);
        }
        if (value.state() == Values.ValueState.TILDE) {
            out.flag("blank", true);
        }
        if (value.state() == Values.ValueState.EMPTY) {
            out.flag("unfilled", true);
        }
        if (value.required()) {
            out.flag("required", true);
        }
        out.text("lastYear", value.lastYear());
        if (!value.note().isEmpty()) {
            out.text("note", value.note());
        }
    }

    private void finding(Diagnostic finding) {
        Severity severity = finding.severity();
        out.text("severity", severity.name().toLowerCase(Locale.ROOT));
        out.text("rule", finding.id());
        out.text("message", finding.fact().in(locale));
        out.text("help", finding.help().in(locale));
        Optional<SourceSpan> span =
                finding.span().filter(place -> place.source().text().equals(snapshot.text()));
        out.number("from", span.map(SourceSpan::start).orElse(0));
        out.number("to", span.map(SourceSpan::end).orElse(0));
        out.text("path", finding.subject());
        out.text("quote", finding.quote());
        if (finding.isAcceptable()) {
            out.flag("acceptable", true);
        }
        if (finding.isToFillIn()) {
            out.flag("unfilled", true);
        }
    }

    /** An equation of the form that does not hold: the cell or line, and the left side minus the right one. */
    private record Difference(String path, String rule, String words, BigDecimal value) {}

    private static List<Difference> differences(Report report) {
        List<Difference> differences = new ArrayList<>();
        for (BlockCells block : report.form().cells().blocks()) {
            for (Identity identity : block.block().rules()) {
                if (!identity.acrossYears()) {
                    block.lines(identity.along())
                            .forEach(line -> difference(report, identity, line).ifPresent(differences::add));
                }
            }
        }
        return differences;
    }

    private static Optional<Difference> difference(Report report, Identity identity, CellLine line) {
        Optional<BigDecimal> left = sum(report, identity.left(), line);
        Optional<BigDecimal> right = sum(report, identity.right(), line);
        if (left.isEmpty() || right.isEmpty() || identity.relation().holds(left.get(), right.get())) {
            return Optional.empty();
        }
        List<Term> terms = identity.right();
        String path = line.cell(terms.get(terms.size() - 1).path()).path().dotted();
        String words = left.get().toPlainString() + " " + identity.relation().sign() + " "
                + right.get().toPlainString();
        return Optional.of(
                new Difference(path, identity.rule(), words, left.get().subtract(right.get())));
    }

    private static Optional<BigDecimal> sum(Report report, List<Term> terms, CellLine line) {
        return terms.stream()
                .map(term -> report.cell(line.cell(term.path()).path())
                        .value()
                        .map(value -> term.minus() ? value.negate() : value))
                .reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    }
}
