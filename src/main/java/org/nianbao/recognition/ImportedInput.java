package org.nianbao.recognition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.blank.BlankInput;
import org.nianbao.blank.Filling;
import org.nianbao.blank.Yaml;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Source;
import org.nianbao.foreign.Place;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Keywords;
import org.nianbao.input.Reading;

/** Writes the input of a recognized report. What is in doubt is a comment at its place. */
public final class ImportedInput {
    private ImportedInput() {}

    /**
     * The text of the input. Lines end in {@code \n}.
     *
     * @param report with agency and year
     * @param schema path from the file to the JSON Schema of the form, if there is one
     * @param wrong what is wrong with its sums; a comment offers to accept each
     */
    public static String of(RecognizedReport report, Forms forms, Optional<String> schema, List<Diagnostic> wrong) {
        Form form = report.edition().form();
        Map<String, List<String>> header = new LinkedHashMap<>();
        boolean usual = form.fact(Fact.Role.YEAR)
                .flatMap(fact -> forms.editionFor(
                        form.name(), Integer.parseInt(report.facts().getOrDefault(fact.key(), "0"))))
                .filter(edition -> edition.form().edition() == form.edition())
                .isPresent();
        if (!usual) {
            header.put(Keywords.EDITION, List.of(String.valueOf(form.edition())));
        }
        if (report.script() != Script.HANS) {
            header.put(Keywords.SCRIPT, List.of(report.script().written()));
        }
        header.putAll(report.more());
        Map<CellPath, String> doubtful = new LinkedHashMap<>();
        for (Diagnostic doubt : report.doubts()) {
            doubt.subject()
                    .map(CellPath::new)
                    .filter(path -> form.cells().find(path).isPresent())
                    .ifPresent(path -> doubtful.putIfAbsent(path, doubt.fact().in(Locale.CHINESE)));
        }
        Filling filling = new Filling(
                report.facts(),
                report.prose(),
                wrong.isEmpty()
                        ? Map.of()
                        : Map.of(
                                Keywords.ACCEPTED,
                                wrong.stream().map(ImportedInput::accepted).toList()),
                leftOut(report),
                report.figures(),
                Set.of(),
                doubtful,
                report.words(),
                report.charts(),
                List.of(),
                report.lost());
        return BlankInput.of(form, header, Map.of(), filling, schema);
    }

    /** Reads the report as an input, without writing one. Places in diagnostics are those of the document. */
    static Reading read(RecognizedReport recognized, Path document, String name, Forms forms) {
        RecognizedReport report = recognized.withPictures(picture -> Optional.empty());
        String text = of(report, forms, Optional.empty(), List.of());
        Map<Integer, Place> origins = InputReader.read(document, new Source(name, text), forms)
                .filled()
                .map(filled -> report.origins().in(filled.places()))
                .orElse(Map.of());
        Source source = Source.ofDocument(name, text, origins);
        Reading reading = InputReader.read(document, source, forms);
        List<Diagnostic> diagnostics = new ArrayList<>(reading.diagnostics());
        report.doubts().stream()
                .filter(doubt -> !doubt.id().equals("doubt-blank")) // the reading says so, too
                .map(doubt -> placed(doubt, reading, source))
                .forEach(diagnostics::add);
        return new Reading(reading.filled(), diagnostics);
    }

    private static String accepted(Diagnostic wrong) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(Keywords.RULE, Yaml.scalar(wrong.id()));
        keys.put(Keywords.SUBJECT, Yaml.scalar(wrong.subject().orElse("")));
        keys.put(Keywords.REASON, "");
        return "- " + Yaml.mapping(keys) + "  # " + wrong.fact().in(Locale.CHINESE);
    }

    private static Diagnostic placed(Diagnostic doubt, Reading reading, Source source) {
        return doubt.at(reading.filled()
                .flatMap(filled -> doubt.subject().map(path -> filled.places().of(path)))
                .orElse(source.top()));
    }

    /** Optional facts and sections that the document does not have. */
    private static Set<String> leftOut(RecognizedReport report) {
        Set<String> leftOut = new HashSet<>();
        Form form = report.edition().form();
        form.facts().stream().filter(fact -> !fact.required()).map(Fact::key).forEach(leftOut::add);
        form.sections().stream()
                .filter(section -> section instanceof Section.ProseSection prose && !prose.required())
                .map(Section::key)
                .forEach(leftOut::add);
        leftOut.removeAll(report.facts().keySet());
        leftOut.removeAll(report.prose().keySet());
        return leftOut;
    }
}
