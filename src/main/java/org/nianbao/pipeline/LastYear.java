package org.nianbao.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.Fact;
import org.nianbao.input.Forms;
import org.nianbao.input.Reading;
import org.nianbao.recognition.ReportFile;
import org.nianbao.report.Report;

/**
 * The reports of the year before, by agency and scope. To save memory only their paths are kept; a report is read again when
 * it is needed. Immutable.
 */
public final class LastYear {
    /** Last year is not compared. */
    public static final LastYear NONE = new LastYear(Map.of(), Optional.empty());

    private final Map<ReportKey, LastYearFile> reports;
    private final Optional<Forms> forms;

    /** @param faulty whether the file has errors */
    private record LastYearFile(Path path, String name, Optional<ReportKey> key, boolean faulty) {
        static LastYearFile read(Path path, String name, Forms forms) {
            Reading reading = ReportFile.read(path, name, forms);
            return new LastYearFile(
                    path, name, reading.filled().flatMap(filled -> keyOf(filled.report(), 0)), reading.hasErrors());
        }
    }

    /** @param scope the form’s word for the reporting scope; empty if the form has none */
    private record ReportKey(String form, String agency, String scope, int year) {
        /** Its name in a message about another key. */
        String besides(ReportKey other) {
            return agency + " " + year + (scope.equals(other.scope) ? "" : " " + scope);
        }
    }

    private LastYear(Map<ReportKey, LastYearFile> reports, Optional<Forms> forms) {
        this.reports = reports;
        this.forms = forms;
    }

    /** Reads files, each with its name in messages; a warning for each that is not a readable report. */
    public static LastYear of(Map<Path, String> files, Engine engine, Diagnostics diagnostics) {
        Map<ReportKey, LastYearFile> reports = new HashMap<>();
        List.copyOf(files.entrySet()).parallelStream()
                .map(file -> LastYearFile.read(file.getKey(), file.getValue(), engine.forms()))
                .toList()
                .forEach(file -> put(file, reports, diagnostics));
        return new LastYear(reports, Optional.of(engine.forms()));
    }

    private static void put(LastYearFile file, Map<ReportKey, LastYearFile> reports, Diagnostics diagnostics) {
        String name = file.name();
        if (file.key().isEmpty()) {
            diagnostics.add(Diagnostic.warning("last-year-unreadable", name));
            return;
        }
        LastYearFile other = reports.putIfAbsent(file.key().get(), file);
        if (other != null) {
            diagnostics.add(Diagnostic.warning("last-year-twice", name, other.name()));
        } else if (file.faulty()) {
            diagnostics.add(Diagnostic.warning("last-year-faulty", name)
                    .as("last-year-unreadable")
                    .help(Message.of("last-year-unreadable.help", name)));
        }
    }

    /** The report of the same agency about the year before; a warning if it is missing. */
    Optional<Examined> of(Examined now, Diagnostics diagnostics) {
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReportKey> key = keyOf(now.report(), 1);
        Optional<LastYearFile> file = key.map(reports::get);
        if (key.isPresent() && file.isEmpty()) {
            diagnostics.add(missing(now, key.get()));
        }
        return file.map(known -> ReportFile.read(known.path(), known.name(), forms.get()))
                .flatMap(read ->
                        read.filled().map(filled -> Examined.of(filled.report(), filled.places(), read.diagnostics())));
    }

    private Diagnostic missing(Examined now, ReportKey key) {
        String fact = now.report().form().fact(Fact.Role.AGENCY).orElseThrow().key();
        SourceSpan place = now.places().of(fact);
        List<String> others = reports.keySet().stream()
                .filter(other -> other.agency().equals(key.agency()) || other.year() == key.year())
                .map(other -> other.besides(key))
                .sorted()
                .limit(3)
                .toList();
        boolean otherScope = reports.keySet().stream()
                .anyMatch(other -> other.agency().equals(key.agency()) && other.year() == key.year());
        return Diagnostic.warning("no-last-year", place, key.agency(), String.valueOf(key.year()))
                .help(
                        others.isEmpty()
                                ? Message.of("no-last-year.help")
                                : Message.of(
                                        otherScope ? "no-last-year.scope" : "no-last-year.others",
                                        String.join(", ", others)));
    }

    private static Optional<ReportKey> keyOf(Report report, int yearsBack) {
        String scope = report.form()
                .fact(Fact.Role.SCOPE)
                .map(fact -> fact.choices().get(report.isAggregate() ? 1 : 0))
                .orElse("");
        return report.year()
                .flatMap(year -> report.agency()
                        .map(agency -> new ReportKey(report.form().name(), agency, scope, year - yearsBack)));
    }
}
