package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Fact;
import org.nianbao.form.Section;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.report.Annex;
import org.nianbao.report.Report;

/** Holds two inputs against each other by what they say, cell by cell and word by word. */
final class SameReport {
    private final Workplace place;
    private final Forms forms;

    SameReport(Workplace place, Forms forms) {
        this.place = place;
        this.forms = forms;
    }

    void compare(String expected, String actual) {
        Reading one = read(expected);
        Reading two = read(actual);
        Report first = one.filled().orElseThrow().report();
        Report second = two.filled().orElseThrow().report();
        assertEquals(first.form().edition(), second.form().edition());
        assertEquals(first.quotable(), second.quotable());
        for (Fact fact : first.form().facts()) {
            assertEquals(first.fact(fact.key()), second.fact(fact.key()), fact.key());
        }
        for (Section section : first.form().sections()) {
            assertEquals(first.prose(section.key()), second.prose(section.key()), section.key());
        }
        for (String path : first.quotable()) {
            if (first.has(path)) {
                assertEquals(first.cell(path), second.cell(path), path);
            }
        }
        assertEquals(first.signed(), second.signed());
        assertEquals(first.words().notes(), second.words().notes());
        assertEquals(texts(first), texts(second));
        assertEquals(first.words().below(), second.words().below());
        assertEquals(annexes(first), annexes(second));
        assertEquals(acceptances(one), acceptances(two));
        assertEquals(
                one.filled().orElseThrow().charts(), two.filled().orElseThrow().charts());
        for (String path : first.quotable()) {
            if (waits(one, path)) {
                assertTrue(waits(two, path), path);
            }
        }
    }

    /** The texts above tables and of annexes, without the ends of their last lines. */
    private static Map<String, String> texts(Report report) {
        Map<String, String> texts = new TreeMap<>(report.words().prose());
        texts.replaceAll((path, text) -> text.stripTrailing());
        return texts;
    }

    /** The annexes with their rows, wherever these are from. */
    private static List<Annex> annexes(Report report) {
        return report.words().annexes().stream()
                .map(annex -> new Annex(annex.title(), annex.path(), Optional.empty(), annex.rows()))
                .toList();
    }

    private Reading read(String file) {
        Reading reading = InputReader.read(place.at(file), file, forms);
        assertEquals(
                List.of(),
                reading.diagnostics().stream().filter(Diagnostic::isError).toList(),
                file);
        return reading;
    }

    private static List<String> acceptances(Reading reading) {
        return reading.filled().orElseThrow().acceptances().stream()
                .map(accepted -> String.join(
                        "|", accepted.id(), accepted.subject(), accepted.quote().orElse(""), accepted.reason()))
                .toList();
    }

    /** Whether somebody has yet to write something behind a key. */
    private static boolean waits(Reading reading, String path) {
        SourceSpans places = reading.filled().orElseThrow().places();
        return places.has(path) && places.of(path).words().isEmpty();
    }
}
