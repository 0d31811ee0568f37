package org.nianbao.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;

/**
 * The reports of the year before, by agency and scope. Of each only its file is kept: it is read again when it is wanted, so
 * that there may be very many. Immutable; may be used by several threads.
 */
public final class LastYear {
    /** Nobody asked for last year. */
    public static final LastYear NONE = new LastYear(Map.of(), false);

    private final Map<ReportKey, Input> reports;
    private final boolean asked;

    /** A file, and how it is read. */
    private record Input(Path file, String name, Engine workshop) {
        Found find() {
            Reading reading = InputReader.read(file, name, workshop.forms());
            return new Found(
                    this,
                    examined(reading).flatMap(report -> key(report, 0)),
                    reading.diagnostics().stream().anyMatch(Diagnostic::isError));
        }

        Optional<Examined> examined() {
            return examined(InputReader.read(file, name, workshop.forms()));
        }

        private static Optional<Examined> examined(Reading reading) {
            return reading.filled().map(filled -> Examined.of(filled.report(), filled.places(), reading.diagnostics()));
        }
    }

    /** What came of reading a file. */
    private record Found(Input input, Optional<ReportKey> key, boolean faulty) {}

    /** @param scope the form’s word for whose doings it counts; empty if the form has none */
    private record ReportKey(String form, String agency, String scope, int year) {
        /** What it is called where another one is looked for. */
        String besides(ReportKey other) {
            return agency + " " + year + (scope.equals(other.scope) ? "" : " " + scope);
        }
    }

    private LastYear(Map<ReportKey, Input> reports, boolean asked) {
        this.reports = reports;
        this.asked = asked;
    }

    /**
     * Reads last year's reports.
     *
     * @param files each with the name that messages call it
     * @param diagnostics gets a warning for each file that is no readable report
     */
    public static LastYear of(Map<Path, String> files, Engine workshop, Diagnostics diagnostics) {
        Map<ReportKey, Input> reports = new HashMap<>();
        List.copyOf(files.entrySet()).parallelStream()
                .map(file -> new Input(file.getKey(), file.getValue(), workshop).find())
                .toList()
                .forEach(found -> put(found, reports, diagnostics));
        return new LastYear(reports, true);
    }

    private static void put(Found found, Map<ReportKey, Input> reports, Diagnostics diagnostics) {
        String name = found.input().name();
        if (found.key().isEmpty()) {
            diagnostics.add(Diagnostic.warning(
                    "last-year-unreadable",
                    Message.of("last-year-unreadable", name),
                    Message.of("last-year-unreadable.help", name)));
            return;
        }
        Input other = reports.putIfAbsent(found.key().get(), found.input());
        if (other != null) {
            diagnostics.add(Diagnostic.warning(
                    "last-year-twice",
                    Message.of("last-year-twice", name, other.name()),
                    Message.of("last-year-twice.help", other.name())));
        } else if (found.faulty()) {
            diagnostics.add(Diagnostic.warning(
                    "last-year-unreadable",
                    Message.of("last-year-faulty", name),
                    Message.of("last-year-unreadable.help", name)));
        }
    }

    /**
     * The report of the same agency about the year before.
     *
     * @param diagnostics gets a warning if last year was asked for and there is none
     */
    Optional<Examined> of(Examined now, Diagnostics diagnostics) {
        if (!asked) {
            return Optional.empty();
        }
        Optional<ReportKey> key = key(now, 1);
        Optional<Input> found = key.map(reports::get);
        if (key.isPresent() && found.isEmpty()) {
            diagnostics.add(missing(now.report(), now, key.get()));
        }
        return found.flatMap(Input::examined);
    }

    private Diagnostic missing(Report report, Examined now, ReportKey key) {
        String fact = report.form().fact(Fact.Role.AGENCY).orElseThrow().key();
        SourceSpan place = now.places().of(fact);
        List<String> others = new ArrayList<>();
        reports.keySet().stream()
                .filter(other -> other.agency().equals(key.agency()) || other.year() == key.year())
                .map(other -> other.besides(key))
                .sorted()
                .limit(3)
                .forEach(others::add);
        boolean otherScope = reports.keySet().stream()
                .anyMatch(other -> other.agency().equals(key.agency()) && other.year() == key.year());
        return Diagnostic.warning(
                "no-last-year",
                place,
                Message.of("no-last-year", key.agency(), String.valueOf(key.year())),
                others.isEmpty()
                        ? Message.of("no-last-year.help")
                        : Message.of(
                                otherScope ? "no-last-year.scope" : "no-last-year.others", String.join(", ", others)));
    }

    private static Optional<ReportKey> key(Examined report, int yearsBack) {
        Report read = report.report();
        String scope = read.form()
                .fact(Fact.Role.SCOPE)
                .map(fact -> fact.choices().get(read.isAggregate() ? 1 : 0))
                .orElse("");
        return report.year()
                .flatMap(year -> read.fact(Fact.Role.AGENCY)
                        .map(agency -> new ReportKey(read.form().name(), agency, scope, year - yearsBack)));
    }
}
