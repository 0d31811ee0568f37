package org.nianbao;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.blank.Filling;
import org.nianbao.blank.NewInput;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.input.Keywords;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;
import org.nianbao.workbook.Workbook;

/** The workbooks of inputs, filled in with all that they say. */
public final class FilledWorkbooks {
    private FilledWorkbooks() {}

    /** The workbook of an input; a total is typed if it is there. */
    public static byte[] of(Workplace place, String input) {
        return Workbook.of(draft(read(place, input)));
    }

    static Reading.Filled read(Workplace place, String input) {
        return InputReader.read(place.at(input), input, Workplace.FORMS)
                .filled()
                .orElseThrow();
    }

    private static NewInput.Draft draft(Reading.Filled filled) {
        Report report = filled.report();
        Form form = report.form();
        SourceSpans places = filled.places();
        Map<String, String> facts = new LinkedHashMap<>();
        form.facts().forEach(fact -> report.fact(fact.key()).ifPresent(words -> facts.put(fact.key(), words)));
        Map<String, String> prose = new LinkedHashMap<>();
        form.sections().stream()
                .filter(Section.ProseSection.class::isInstance)
                .map(Section::key)
                .filter(places::has)
                .forEach(key -> prose.put(key, report.prose(key)));
        Map<CellPath, Cell> figures = new HashMap<>();
        for (FormCell cell : form.cells().all()) {
            boolean typed = places.has(cell.path().dotted());
            if (typed || !(cell.isTotal() || cell.spec().optional())) {
                figures.put(cell.path(), report.cell(cell.path()));
            }
        }
        Map<String, List<String>> more = new LinkedHashMap<>();
        if (!form.covers(filled.year())) {
            more.put(Keywords.EDITION, List.of(String.valueOf(form.edition())));
        }
        if (filled.script() != Script.HANS) {
            more.put(Keywords.SCRIPT, List.of(filled.script().written()));
        }
        filled.localRows().ifPresent(name -> more.put(Keywords.LOCAL_ROWS, List.of(name)));
        Filling filling = new Filling(
                facts,
                prose,
                Map.of(),
                Set.of(),
                figures,
                Set.of(),
                Map.of(),
                report.words(),
                List.of(),
                List.of(),
                List.of());
        return new NewInput.Draft(form, more, Map.of(), filling, Map.of(), Optional.empty());
    }

    /** The report of an input. */
    public static Report report(Workplace place, String input) {
        return read(place, input).report();
    }

    /** All that a report says, by path. */
    public static Map<String, String> words(Report report) {
        return words(report, report);
    }

    /**
     * All that a report says, by path.
     *
     * @param text the report with its facts and prose
     */
    public static Map<String, String> words(Report report, Report text) {
        Map<String, String> words = new LinkedHashMap<>();
        Form form = report.form();
        words.put("版式", String.valueOf(form.edition()));
        form.facts().forEach(fact -> text.fact(fact.key()).ifPresent(said -> words.put(fact.key(), said)));
        for (FormCell cell : form.cells().all()) {
            if (cell.spec().fact().isEmpty()) {
                words.put(cell.path().dotted(), report.cell(cell.path()).toString());
            }
        }
        for (Section section : form.sections()) {
            if (section instanceof Section.ProseSection) {
                words.put(section.key(), text.prose(section.key()).strip());
            }
        }
        return words;
    }
}
