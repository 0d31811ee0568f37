package org.nianbao.input;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nianbao.chinese.Script;
import org.nianbao.chinese.Simplified;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.diagnostic.TypedText;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Section;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.Report;

/**
 * Reads an input: one YAML file, one report. Its keys are the form's own words, and the form determines the type of each
 * scalar. All errors of a file are reported together.
 */
public final class InputReader {
    private final Forms forms;
    private final Path file;
    private final YamlNode root;
    private final Diagnostics diagnostics;
    private final MappingReader fields;
    private final SourceSpans places;

    /** The keys of the form that were typed with a slip. */
    private final Set<String> misspelt = new HashSet<>();

    /** The end of the value that was read last. */
    private SourceSpan behindLast;

    private InputReader(Forms forms, Path file, YamlNode root, Diagnostics diagnostics) {
        this.forms = forms;
        this.file = file;
        this.root = root;
        this.diagnostics = diagnostics;
        this.fields = new MappingReader(root, diagnostics);
        this.places = new SourceSpans(root.source());
        this.behindLast = root.source().top();
    }

    /**
     * Reads a file.
     *
     * @param name of the file in messages
     */
    public static Reading read(Path file, String name, Forms forms) {
        Diagnostics diagnostics = new Diagnostics();
        return read(file, YamlFile.input(file, name, diagnostics), forms, diagnostics);
    }

    /**
     * Reads a text.
     *
     * @param file to which the text will be written
     */
    public static Reading read(Path file, Source text, Forms forms) {
        Diagnostics diagnostics = new Diagnostics();
        return read(file, YamlFile.input(text, diagnostics), forms, diagnostics);
    }

    private static Reading read(Path file, Optional<YamlNode> root, Forms forms, Diagnostics diagnostics) {
        Optional<Reading.Filled> filled =
                root.flatMap(mapping -> new InputReader(forms, file, mapping, diagnostics).fill());
        return new Reading(filled, diagnostics.list());
    }

    private Optional<Reading.Filled> fill() {
        Optional<Forms.Edition> edition = edition().flatMap(this::withLocalRows);
        Optional<Diagnostic> other = edition.flatMap(chosen ->
                OtherEdition.of(root, chosen, forms.editionsOf(chosen.form().name())));
        other.ifPresent(diagnostics::add);
        return other.isPresent() ? Optional.empty() : edition.map(this::filled);
    }

    private Optional<Forms.Edition> edition() {
        Optional<YamlNode> named = root.value(Keywords.FORM);
        if (named.isEmpty()) {
            diagnostics.add(noForm());
            return Optional.empty();
        }
        String name = named.get().text();
        List<Forms.Edition> editions = forms.editionsOf(name);
        if (editions.isEmpty()) {
            diagnostics.add(Diagnostic.error("unknown-form", named.get().place(), name)
                    .help(Nearest.suggestion(Simplified.of(name), forms.names())));
            return Optional.empty();
        }
        Optional<YamlNode> asked = root.value(Keywords.EDITION);
        return asked.isPresent() ? asked(asked.get(), editions) : ofYear(editions);
    }

    private Diagnostic noForm() {
        Set<String> form = Set.of(Keywords.FORM);
        Message help = LocalRows.isOne(file)
                ? Message.of("no-form.local-rows", Keywords.LOCAL_ROWS)
                : Message.of("no-form.help", Keywords.FORM, String.join(" / ", forms.names()));
        return root.values().keySet().stream()
                .filter(key -> Simplified.of(key).equals(Keywords.FORM))
                .findFirst()
                .map(traditional -> fields.unknown("unknown-key", root.key(traditional), form))
                .orElseGet(() -> Diagnostic.error("no-form", root.source().top(), Keywords.FORM)
                        .help(help));
    }

    /** The edition that the input names. One that is not the edition of the report's year is most likely a mistake. */
    private Optional<Forms.Edition> asked(YamlNode asked, List<Forms.Edition> editions) {
        Optional<Forms.Edition> found = editions.stream()
                .filter(edition -> edition.number().equals(asked.text()))
                .findFirst();
        if (found.isEmpty()) {
            fields.wrong(asked, Keywords.EDITION, MappingReader.oneOf(numbers(editions)));
            return found;
        }
        Form form = found.get().form();
        places.put(Keywords.EDITION, asked.start(), asked.end());
        year(form)
                .filter(year -> WrittenDate.year(year.text())
                        .filter(number -> !form.covers(number))
                        .isPresent())
                .ifPresent(year ->
                        diagnostics.add(Diagnostic.warning("edition-asked", asked.place(), asked.text(), year.text())
                                .as(form.rule(Form.RuleRole.EDITION, "edition"))
                                .about(Keywords.EDITION)));
        return found;
    }

    /** The edition for the report's year or, if the year cannot be read, the newest one. */
    private Optional<Forms.Edition> ofYear(List<Forms.Edition> editions) {
        Forms.Edition newest = editions.get(editions.size() - 1);
        Form form = newest.form();
        Optional<YamlNode> year = year(form);
        Optional<Integer> number = year.map(YamlNode::text).flatMap(WrittenDate::meantYear);
        if (number.isEmpty()) {
            return Optional.of(newest);
        }
        Optional<Forms.Edition> serving = forms.editionFor(form.name(), number.get());
        if (serving.isEmpty()) {
            YamlNode typed = year.orElseThrow();
            String known = String.join(" / ", numbers(editions));
            diagnostics.add(Diagnostic.error("no-edition", typed.place(), typed.text(), Keywords.EDITION, known)
                    .as(form.rule(Form.RuleRole.EDITION, "no-edition")));
        }
        return serving;
    }

    private Optional<YamlNode> year(Form form) {
        return form.fact(Fact.Role.YEAR).flatMap(fact -> root.value(fact.key()));
    }

    private static List<String> numbers(List<Forms.Edition> editions) {
        return editions.stream().map(Forms.Edition::number).toList();
    }

    /** The edition with the local rows that the input names. */
    private Optional<Forms.Edition> withLocalRows(Forms.Edition edition) {
        Optional<YamlNode> named = root.value(Keywords.LOCAL_ROWS);
        if (named.isEmpty()) {
            return Optional.of(edition);
        }
        String name = named.get().text();
        Optional<Path> found = LocalRows.beside(file, name);
        if (found.isEmpty()) {
            fields.error("no-local-rows", named.get(), name, LocalRows.ENDING);
            return Optional.empty();
        }
        String shown = Path.of(root.source().name()).resolveSibling(name).toString();
        Optional<Forms.Edition> extended = forms.withRowsOf(found.get(), shown, diagnostics);
        Optional<Forms.Edition> other =
                extended.filter(theirs -> !theirs.folder().equals(edition.folder()));
        other.ifPresent(theirs -> fields.error("other-form", named.get(), name, theirs.title(), edition.title()));
        return other.isPresent() ? Optional.empty() : extended;
    }

    private Reading.Filled filled(Forms.Edition edition) {
        Form form = edition.form();
        refuseUnknown(form);
        Map<String, String> facts = new LinkedHashMap<>();
        for (Fact fact : form.facts()) {
            value(fact.key(), fact.required(), "missing-key.help")
                    .flatMap(item -> fact(fact, item))
                    .ifPresent(text -> facts.put(fact.key(), text));
        }
        Map<String, String> prose = new LinkedHashMap<>();
        Map<CellPath, Cell> cells = new LinkedHashMap<>();
        TableWordsReader words = new TableWordsReader(fields, places);
        FigureReader figures = new FigureReader(form, fields, places, cells, words);
        for (Section section : form.sections()) {
            if (section instanceof Section.ProseSection part) {
                value(part.key(), part.required(), "missing-key.help")
                        .ifPresent(
                                item -> prose.put(part.key(), new SectionText(part.key(), item, diagnostics).read()));
            } else if (section instanceof Section.TableSection part) {
                value(part.key(), true, "missing-table.help").ifPresent(item -> figures.read(part.key(), item));
            }
        }
        List<TypedText> annexes = new AnnexReader(file, fields, places, diagnostics, words).read();
        Optional<LocalDate> signed = form.fact(Fact.Role.DATE)
                .map(fact -> facts.get(fact.key()))
                .flatMap(WrittenDate::read)
                .map(WrittenDate::day);
        Report report = new Report(form, facts, signed, prose, cells, words.words(), otherNames());
        return new Reading.Filled(
                report,
                edition,
                fields.parsed(Keywords.SCRIPT, MappingReader.oneOf(Script.words()), Script::ofWritten)
                        .orElse(Script.HANS),
                root.value(Keywords.KEPT).map(this::kept).orElse(Map.of()),
                root.value(Keywords.LOCAL_ROWS).map(YamlNode::text),
                places,
                Stream.of(root.texts(), edition.data().form().texts(), annexes.stream())
                        .flatMap(all -> all)
                        .toList(),
                charts(report),
                acceptances());
    }

    private void refuseUnknown(Form form) {
        Set<String> known = new LinkedHashSet<>(
                List.of(Keywords.FORM, Keywords.EDITION, Keywords.SCRIPT, Keywords.KEPT, Keywords.LOCAL_ROWS));
        form.facts().forEach(fact -> known.add(fact.key()));
        known.add(Keywords.OTHER_NAMES);
        form.sections().forEach(section -> known.add(section.key()));
        if (!form.charts().isEmpty()) {
            known.add(Keywords.CHARTS);
        }
        known.add(Keywords.ANNEXES);
        known.add(Keywords.ACCEPTED);
        root.values().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> diagnostics.add(unknown(form, key, known)));
    }

    /** The diagnostic of an unknown key: that of a table's row says where it belongs. */
    private Diagnostic unknown(Form form, String key, Set<String> known) {
        YamlNode typed = root.key(key);
        for (Section section : form.sections()) {
            if (section instanceof Section.TableSection) {
                KeyTree keys = form.cells().keys(section.key());
                Optional<String> path = keys.children().containsKey(key) ? Optional.of(key) : keys.pathTo(key);
                if (path.isPresent()) {
                    Diagnostic found = Diagnostic.error("unknown-key", typed.place(), key)
                            .help(Message.of("belongs-to", section.key() + "." + path.get()))
                            .about(section.key());
                    return path.get().equals(key) ? indented(section, typed, found) : found;
                }
            }
        }
        Nearest.to(key, known).ifPresent(misspelt::add);
        return fields.unknown("unknown-key", typed, known);
    }

    /** With the indentation of the other rows of a table, if the row follows them. */
    private Diagnostic indented(Section section, YamlNode row, Diagnostic found) {
        List<String> keys = List.copyOf(root.values().keySet());
        String before = keys.get(Math.max(0, keys.indexOf(row.text()) - 1));
        return root.value(before).filter(rows -> before.equals(section.key())).stream()
                .flatMap(rows -> rows.values().keySet().stream().limit(1).map(rows::key))
                .map(first -> SourceLine.at(root.source(), first.start()).indent())
                .filter(indent -> indent > 0)
                .map(indent -> SourceLine.at(root.source(), row.start()).indentedLike(indent, "indentation"))
                .map(meant -> found.help(meant.help()).edit(meant.edits()))
                .findFirst()
                .orElse(found);
    }

    /** The value of a key. A required one that is missing, and not only misspelt, is an error behind the value before. */
    private Optional<YamlNode> value(String key, boolean required, String help) {
        Optional<YamlNode> value = root.value(key);
        if (value.isEmpty() && required && !misspelt.contains(key)) {
            diagnostics.add(Diagnostic.error("missing-key", behindLast, key).help(Message.of(help, key)));
        }
        value.ifPresent(item -> {
            places.put(key, item.start(), item.end());
            behindLast = item.placeBehind();
        });
        return value;
    }

    private Optional<String> fact(Fact fact, YamlNode item) {
        if (item.isMissing() && !fact.isEssential()) {
            diagnostics.add(
                    SectionText.toFillIn(fact.key(), item, fact.required() ? "to-fill-in.needed" : "to-fill-in.fact"));
            return Optional.of("").filter(blank -> fact.required());
        }
        return new FactReader(fields).read(fact, item);
    }

    /** Former and short names of the agency, by which its other reports are found. */
    private List<String> otherNames() {
        return root.value(Keywords.OTHER_NAMES).map(YamlNode::oneOrMore).orElse(List.of()).stream()
                .flatMap(item -> fields.name(Keywords.OTHER_NAMES, item).stream())
                .toList();
    }

    /** A list of words that are printed as they are, or a mapping of words to what is printed for them. */
    private Map<String, String> kept(YamlNode words) {
        Map<String, String> kept = new LinkedHashMap<>();
        words.values().forEach((word, printed) -> kept.put(word, printed.text()));
        if (!words.isMapping()) {
            words.oneOrMore().forEach(word -> kept.put(word.text(), word.text()));
        }
        boolean sameLengths = kept.entrySet().stream()
                .allMatch(pair -> !pair.getKey().isBlank()
                        && pair.getKey().length() == pair.getValue().length());
        if (kept.isEmpty() || !sameLengths || words.isTilde()) {
            fields.wrong(words, Keywords.KEPT, Message.of("kept-words", Keywords.KEPT));
            return Map.of();
        }
        return kept;
    }

    private List<ChartRequest> charts(Report report) {
        return root.value(Keywords.CHARTS)
                .filter(list -> !report.form().charts().isEmpty())
                .map(list -> new ChartRequestReader(report, fields, places).read(list))
                .orElse(List.of());
    }

    private List<Acceptance> acceptances() {
        Optional<YamlNode> list = root.value(Keywords.ACCEPTED);
        list.filter(item -> !item.isSequence())
                .ifPresent(item -> fields.wrong(
                        item,
                        Keywords.ACCEPTED,
                        Message.of("an-acceptance", Keywords.RULE, Keywords.SUBJECT, Keywords.REASON)));
        return list.map(YamlNode::members).orElse(List.of()).stream()
                .flatMap(member -> acceptance(member).stream())
                .toList();
    }

    private Optional<Acceptance> acceptance(YamlNode member) {
        MappingReader of = fields.of(member, Set.copyOf(Keywords.REQUIRED), Set.of(Keywords.QUOTE));
        Optional<String> rule = of.text(Keywords.RULE);
        Optional<String> subject = of.text(Keywords.SUBJECT);
        Optional<String> reason = of.text(Keywords.REASON);
        Optional<String> quote = of.text(Keywords.QUOTE);
        return rule.isPresent() && subject.isPresent() && reason.isPresent()
                ? Optional.of(new Acceptance(rule.get(), subject.get(), quote, reason.get(), member.place()))
                : Optional.empty();
    }
}
