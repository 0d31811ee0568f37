package org.nianbao.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.Fact;
import org.nianbao.input.Forms;
import org.nianbao.input.Keywords;
import org.nianbao.input.Reading;
import org.nianbao.recognition.ReportFile;
import org.nianbao.report.AgencyNames;
import org.nianbao.report.Report;
import org.nianbao.report.Units;

/**
 * The reports of the year before, by agency and scope. To save memory only their paths are kept; a report is read again when
 * it is needed. Immutable.
 */
public final class LastYear {
    /** Last year is not compared. */
    public static final LastYear NONE = new LastYear(Map.of(), Optional.empty(), List.of());

    private final Map<ReportKey, LastYearFile> reports;
    private final Optional<Forms> forms;

    /** The files whose report may be of the same agency under a name that neither report says. */
    private final List<LastYearFile> named;

    /** @param faulty whether the file has errors */
    private record LastYearFile(Path path, String name, Optional<ReportKey> key, List<String> others, boolean faulty) {
        static LastYearFile read(Path path, String name, Forms forms) {
            Reading reading = ReportFile.read(path, name, forms);
            Optional<Report> report = reading.filled().map(Reading.Filled::report);
            return new LastYearFile(
                    path,
                    name,
                    report.flatMap(one -> keyOf(one, 0)),
                    report.flatMap(Report::names).map(AgencyNames::others).orElse(List.of()),
                    reading.hasErrors());
        }
    }

    /** @param scope the form’s word for the reporting scope; empty if the form has none */
    private record ReportKey(String form, String agency, String scope, int year) {
        /** Its name in a message about another key. */
        String besides(ReportKey other) {
            return agency + " " + year + (scope.equals(other.scope) ? "" : " " + scope);
        }

        /** The same of an agency of that name, however its brackets and spaces are typed. */
        ReportKey named(String name) {
            return new ReportKey(form, Units.normalized(name), scope, year);
        }

        ReportKey normalized() {
            return named(agency);
        }
    }

    private LastYear(Map<ReportKey, LastYearFile> reports, Optional<Forms> forms, List<LastYearFile> named) {
        this.reports = reports;
        this.forms = forms;
        this.named = named;
    }

    /** Reads files, each with its name in messages; a warning for each that is not a readable report. */
    public static LastYear of(Map<Path, String> files, Engine engine, Diagnostics diagnostics) {
        Map<ReportKey, LastYearFile> reports = new HashMap<>();
        List.copyOf(files.entrySet()).parallelStream()
                .map(file -> LastYearFile.read(file.getKey(), file.getValue(), engine.forms()))
                .toList()
                .forEach(file -> put(file, reports, diagnostics));
        List.copyOf(reports.values())
                .forEach(file -> file.key()
                        .ifPresent(key -> file.others().forEach(other -> reports.putIfAbsent(key.named(other), file))));
        return new LastYear(reports, Optional.of(engine.forms()), List.of());
    }

    /**
     * The same reports. If only one of the given files is about the year before, it is taken for last year’s report even
     * under another name of the agency, with a hint.
     */
    public LastYear taking(Set<Path> given) {
        return new LastYear(
                reports,
                forms,
                reports.values().stream()
                        .distinct()
                        .filter(file -> given.contains(file.path()))
                        .toList());
    }

    private static void put(LastYearFile file, Map<ReportKey, LastYearFile> reports, Diagnostics diagnostics) {
        String name = file.name();
        if (file.key().isEmpty()) {
            diagnostics.add(Diagnostic.warning("last-year-unreadable", name));
            return;
        }
        LastYearFile other = reports.putIfAbsent(file.key().get().normalized(), file);
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
        Optional<LastYearFile> file = key.flatMap(one -> known(now, one));
        if (key.isPresent() && file.isEmpty()) {
            file = renamed(key.get());
            diagnostics.add(
                    file.map(other -> otherName(now, key.get(), other)).orElseGet(() -> missing(now, key.get())));
        }
        return file.map(known -> ReportFile.read(known.path(), known.name(), forms.get()))
                .flatMap(read ->
                        read.filled().map(filled -> Examined.of(filled.report(), filled.places(), read.diagnostics())));
    }

    private Optional<LastYearFile> known(Examined now, ReportKey key) {
        return now.report().names().stream()
                .flatMap(names -> names.all().stream())
                .flatMap(name -> Optional.ofNullable(reports.get(key.named(name))).stream())
                .findFirst();
    }

    /** The only named file that differs in the agency alone. */
    private Optional<LastYearFile> renamed(ReportKey key) {
        List<LastYearFile> others = named.stream()
                .filter(file -> file.key()
                        .filter(other -> other.named(key.agency()).equals(key.normalized()))
                        .isPresent())
                .toList();
        return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    private static Diagnostic otherName(Examined now, ReportKey key, LastYearFile file) {
        String fact = now.report().form().fact(Fact.Role.AGENCY).orElseThrow().key();
        String before = file.key().orElseThrow().agency();
        return Diagnostic.hint("last-year-renamed", now.places().of(fact), file.name(), before, key.agency())
                .help(Message.of("last-year-renamed.help", Keywords.OTHER_NAMES, before));
    }

    private Diagnostic missing(Examined now, ReportKey key) {
        String fact = now.report().form().fact(Fact.Role.AGENCY).orElseThrow().key();
        SourceSpan place = now.places().of(fact);
        List<ReportKey> all = reports.values().stream()
                .distinct()
                .flatMap(file -> file.key().stream())
                .toList();
        List<String> others = all.stream()
                .filter(other -> other.agency().equals(key.agency()) || other.year() == key.year())
                .map(other -> other.besides(key))
                .sorted()
                .limit(3)
                .toList();
        List<ReportKey> sameYear =
                all.stream().filter(other -> other.year() == key.year()).toList();
        String help = sameYear.stream().anyMatch(other -> other.agency().equals(key.agency()))
                ? "no-last-year.scope"
                : sameYear.isEmpty() ? "no-last-year.others" : "no-last-year.renamed";
        return Diagnostic.warning("no-last-year", place, key.agency(), String.valueOf(key.year()))
                .help(
                        others.isEmpty()
                                ? Message.of("no-last-year.help")
                                : Message.of(help, String.join(", ", others), Keywords.OTHER_NAMES));
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
