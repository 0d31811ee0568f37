package org.nianbao.input;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nianbao.chinese.Script;
import org.nianbao.chinese.Simplified;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.Report;

/**
 * Reads an input: one YAML file, one report. Its keys are the form's own words; every scalar is typed by the form
 * from the text as it was written. All problems of a file are told at once.
 */
public final class InputReader {
    /** A comment that was indented like prose. */
    private static final Pattern EARLIER_PROSE =
            Pattern.compile("(?m)^#\\s*(?:" + Keywords.LAST_YEAR + "|[0-9]{4}年)" + Keywords.EARLIER_PROSE);

    private final Forms forms;
    private final Path file;
    private final Source source;
    private final Diagnostics diagnostics;
    private final MappingReader fields;
    private final SourceSpans places;

    private InputReader(Forms forms, Path file, Source source, Diagnostics diagnostics) {
        this.forms = forms;
        this.file = file;
        this.source = source;
        this.diagnostics = diagnostics;
        this.fields = new MappingReader(diagnostics);
        this.places = new SourceSpans(source);
    }

    /**
     * Reads a file.
     *
     * @param file to read
     * @param name how messages call it
     * @param forms that it may fill
     */
    public static Reading read(Path file, String name, Forms forms) {
        Diagnostics diagnostics = new Diagnostics();
        return YamlFile.read(file, name, diagnostics)
                .map(source -> read(file, source, forms, diagnostics))
                .orElseGet(() -> new Reading(Optional.empty(), diagnostics.list()));
    }

    /**
     * Reads a text that is to be put into a file.
     *
     * @param file that it is to be put into
     */
    public static Reading read(Path file, Source text, Forms forms) {
        return read(file, text, forms, new Diagnostics());
    }

    private static Reading read(Path file, Source source, Forms forms, Diagnostics diagnostics) {
        Optional<Reading.Filled> filled = YamlFile.ofInput(source)
                .mapping(diagnostics)
                .flatMap(root -> new InputReader(forms, file, source, diagnostics).fill(root));
        return new Reading(filled, diagnostics.list());
    }

    private Optional<Reading.Filled> fill(YamlNode root) {
        Map<String, YamlNode.Entry> entries = root.entries(diagnostics);
        return edition(entries)
                .flatMap(edition -> withLocalRows(edition, entries))
                .flatMap(edition -> {
                    Optional<Diagnostic> other = OtherEdition.of(
                            entries, edition, forms.editionsOf(edition.form().name()));
                    other.ifPresent(diagnostics::add);
                    return other.isPresent() ? Optional.empty() : Optional.of(filled(edition, entries));
                });
    }

    private Reading.Filled filled(Forms.Edition edition, Map<String, YamlNode.Entry> entries) {
        Form form = edition.form();
        Map<String, String> facts = new LinkedHashMap<>();
        Map<String, String> prose = new LinkedHashMap<>();
        Map<CellPath, Cell> cells = new LinkedHashMap<>();
        refuseUnknown(entries, form);
        for (Fact fact : form.facts()) {
            YamlNode item = value(entries, fact.key(), fact.required(), "missing-key.help");
            if (item != null) {
                fact(fact, item).ifPresent(text -> facts.put(fact.key(), text));
            }
        }
        for (Section section : form.sections()) {
            if (section instanceof Section.ProseSection part) {
                YamlNode item = value(entries, part.key(), part.required(), "missing-key.help");
                if (item != null) {
                    prose.put(part.key(), prose(part, item));
                }
            } else if (section instanceof Section.TableSection part) {
                YamlNode item = value(entries, part.key(), true, "missing-table.help");
                if (item != null) {
                    new FigureReader(form, diagnostics, fields, places, cells).read(part.key(), item);
                }
            }
        }
        Optional<LocalDate> signed = form.fact(Fact.Role.DATE)
                .map(fact -> facts.get(fact.key()))
                .flatMap(WrittenDate::read)
                .map(WrittenDate::day);
        Report report = new Report(form, facts, signed, prose, cells);
        Optional<String> localRows = Optional.ofNullable(entries.get(Keywords.LOCAL_ROWS))
                .map(entry -> entry.value().text());
        return new Reading.Filled(
                report,
                edition,
                script(entries),
                kept(entries),
                localRows,
                places,
                charts(entries, report),
                acceptances(entries));
    }

    private Script script(Map<String, YamlNode.Entry> entries) {
        YamlNode.Entry written = entries.get(Keywords.SCRIPT);
        if (written == null) {
            return Script.HANS;
        }
        return Script.ofWritten(written.value().text()).orElseGet(() -> {
            fields.wrong(written.value(), Keywords.SCRIPT, Message.verbatim(String.join(" / ", Script.words())));
            return Script.HANS;
        });
    }

    /** A list of words that are printed as they are, or a mapping to what is printed for them. */
    private Map<String, String> kept(Map<String, YamlNode.Entry> entries) {
        Map<String, String> kept = new LinkedHashMap<>();
        YamlNode.Entry written = entries.get(Keywords.KEPT);
        if (written == null) {
            return kept;
        }
        YamlNode value = written.value();
        value.entries(diagnostics)
                .forEach((word, entry) -> kept.put(word, entry.value().text()));
        List<YamlNode> words = value.isSequence() ? value.members() : value.isScalar() ? List.of(value) : List.of();
        words.forEach(word -> kept.put(word.text(), word.text()));
        boolean sound = !kept.isEmpty()
                && kept.entrySet().stream()
                        .allMatch(pair -> !pair.getKey().isBlank()
                                && pair.getKey().length() == pair.getValue().length());
        if (!sound || value.isTilde()) {
            fields.wrong(value, Keywords.KEPT, Message.of("kept-words", Keywords.KEPT));
            return Map.of();
        }
        return kept;
    }

    /** The edition with the rows that the input asks for beside its own. */
    private Optional<Forms.Edition> withLocalRows(Forms.Edition edition, Map<String, YamlNode.Entry> entries) {
        YamlNode.Entry named = entries.get(Keywords.LOCAL_ROWS);
        if (named == null) {
            return Optional.of(edition);
        }
        String name = named.value().text();
        Optional<Path> found = LocalRows.beside(file, name);
        if (found.isEmpty()) {
            diagnostics.add(Diagnostic.error("no-local-rows", named.value().place(), name, LocalRows.ENDING));
            return Optional.empty();
        }
        String told = Path.of(source.name()).resolveSibling(name).toString();
        Optional<Forms.Edition> extended = forms.withRowsOf(found.get(), told, diagnostics);
        if (extended.isPresent() && !extended.get().folder().equals(edition.folder())) {
            Form theirs = extended.get().form();
            Form own = edition.form();
            diagnostics.add(Diagnostic.error(
                    "other-form",
                    named.value().place(),
                    name,
                    theirs.name() + " " + theirs.edition(),
                    own.name() + " " + own.edition()));
            return Optional.empty();
        }
        return extended;
    }

    private Optional<Forms.Edition> edition(Map<String, YamlNode.Entry> entries) {
        YamlNode.Entry named = entries.get(Keywords.FORM);
        List<String> names = forms.names();
        if (named == null) {
            Optional<YamlNode> traditional = entries.values().stream()
                    .map(YamlNode.Entry::key)
                    .filter(key -> Simplified.of(key.text()).equals(Keywords.FORM))
                    .findFirst();
            traditional.ifPresent(key -> diagnostics.add(fields.unknown("unknown-key", key, Set.of(Keywords.FORM))));
            if (traditional.isPresent()) {
                return Optional.empty();
            }
            diagnostics.add(Diagnostic.error("no-form", source.top(), Keywords.FORM)
                    .help(
                            LocalRows.isOne(file)
                                    ? Message.of("no-form.local-rows", Keywords.LOCAL_ROWS)
                                    : Message.of("no-form.help", Keywords.FORM, String.join(" / ", names))));
            return Optional.empty();
        }
        String name = named.value().text();
        List<Forms.Edition> editions = forms.editionsOf(name);
        if (editions.isEmpty()) {
            diagnostics.add(Diagnostic.error("unknown-form", named.value().place(), name)
                    .help(Nearest.suggestion(Simplified.of(name), names)));
            return Optional.empty();
        }
        return chosen(name, editions, entries);
    }

    /** The edition that is asked for, or the one that serves the report's year, or else the newest. */
    private Optional<Forms.Edition> chosen(
            String name, List<Forms.Edition> editions, Map<String, YamlNode.Entry> entries) {
        List<String> known = editions.stream()
                .map(edition -> String.valueOf(edition.form().edition()))
                .toList();
        YamlNode.Entry asked = entries.get(Keywords.EDITION);
        if (asked != null) {
            int index = known.indexOf(asked.value().text());
            if (index < 0) {
                fields.wrong(asked.value(), Keywords.EDITION, Message.verbatim(String.join(" / ", known)));
                return Optional.empty();
            }
            holdAgainstYear(editions.get(index).form(), asked, entries);
            return Optional.of(editions.get(index));
        }
        Forms.Edition newest = editions.get(editions.size() - 1);
        YamlNode.Entry year = newest.form()
                .fact(Fact.Role.YEAR)
                .map(fact -> entries.get(fact.key()))
                .orElse(null);
        if (year == null || !year.value().text().matches("[12][0-9]{3}")) {
            return Optional.of(newest);
        }
        Optional<Forms.Edition> serving =
                forms.editionFor(name, Integer.parseInt(year.value().text()));
        if (serving.isEmpty()) {
            diagnostics.add(Diagnostic.error(
                            "no-edition",
                            year.value().place(),
                            year.value().text(),
                            Keywords.EDITION,
                            String.join(" / ", known))
                    .as(newest.form().rule(Form.RuleRole.EDITION, "no-edition")));
        }
        return serving;
    }

    /** An edition may be asked for that isn't the year's own; mostly that is a slip. */
    private void holdAgainstYear(Form form, YamlNode.Entry asked, Map<String, YamlNode.Entry> entries) {
        places.put(Keywords.EDITION, asked.value().start(), asked.value().end());
        form.fact(Fact.Role.YEAR)
                .map(fact -> entries.get(fact.key()))
                .map(entry -> entry.value().text())
                .filter(year -> year.matches("[12][0-9]{3}") && !form.covers(Integer.parseInt(year)))
                .ifPresent(year -> diagnostics.add(Diagnostic.warning(
                                "edition-asked",
                                asked.value().place(),
                                asked.value().text(),
                                year)
                        .as(form.rule(Form.RuleRole.EDITION, "edition"))
                        .about(Keywords.EDITION)));
    }

    private void refuseUnknown(Map<String, YamlNode.Entry> entries, Form form) {
        Set<String> known = new LinkedHashSet<>(
                List.of(Keywords.FORM, Keywords.EDITION, Keywords.SCRIPT, Keywords.KEPT, Keywords.LOCAL_ROWS));
        form.facts().forEach(fact -> known.add(fact.key()));
        form.sections().forEach(section -> known.add(section.key()));
        if (!form.charts().isEmpty()) {
            known.add(Keywords.CHARTS);
        }
        known.add(Keywords.ACCEPTED);
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                diagnostics.add(fields.unknown("unknown-key", entry.key(), known));
            }
        });
    }

    /** What stands under a key; a required one that is missing is a problem. */
    private @Nullable YamlNode value(Map<String, YamlNode.Entry> entries, String key, boolean required, String help) {
        YamlNode.Entry entry = entries.get(key);
        if (entry == null) {
            if (required) {
                diagnostics.add(
                        Diagnostic.error("missing-key", source.top(), key).help(Message.of(help, key)));
            }
            return null;
        }
        places.put(key, entry.value().start(), entry.value().end());
        return entry.value();
    }

    private Optional<String> fact(Fact fact, YamlNode item) {
        if (item.isMissing() && !fact.isEssential()) {
            diagnostics.add(toFillIn(fact.key(), item, fact.required() ? "to-fill-in.needed" : "to-fill-in.fact"));
            return Optional.of("").filter(blank -> fact.required());
        }
        String text = item.text().strip();
        Optional<String> printed = switch (fact.type()) {
            case TEXT ->
                Optional.of(text)
                        .filter(words -> !item.isTilde() && words.lines().count() == 1);
            case YEAR -> Optional.of(text).filter(year -> year.matches("[12][0-9]{3}"));
            case DATE -> WrittenDate.read(text).map(WrittenDate::printed);
            case CHOICE -> Optional.of(text).filter(fact.choices()::contains);
        };
        if (printed.isEmpty() && fact.type() == Fact.Type.CHOICE) {
            fields.wrong(item, fact.key(), Message.verbatim(String.join(" / ", fact.choices())));
        } else if (printed.isEmpty()) {
            fields.wrong(item, fact.key(), Message.of("a-" + Fact.written(fact.type())));
        }
        return printed;
    }

    private String prose(Section.ProseSection section, YamlNode item) {
        if (item.isTilde()) {
            return "";
        }
        if (item.text().startsWith("｜")) {
            diagnostics.add(Diagnostic.error("full-width-bar", item.place()));
        } else if (item.isFolded()) {
            diagnostics.add(Diagnostic.warning("lines-joined", item.place(), section.key()));
        }
        Matcher earlier = EARLIER_PROSE.matcher(item.text());
        if (earlier.find()) {
            diagnostics.add(Diagnostic.error("earlier-prose", item.placeOf(earlier.group()), section.key())
                    .about(section.key()));
        }
        if (item.isUnwritten()) {
            diagnostics.add(toFillIn(section.key(), item, "no-prose"));
        } else if (!item.isScalar() || item.text().isBlank()) {
            diagnostics.add(
                    Diagnostic.error("no-prose", item.place(), section.key()).about(section.key()));
        }
        return item.text();
    }

    private static Diagnostic toFillIn(String key, YamlNode item, String help) {
        return Diagnostic.warning(Diagnostic.TO_FILL_IN, item.place(), key)
                .help(Message.of(help + ".help", key))
                .about(key);
    }

    private List<ChartRequest> charts(Map<String, YamlNode.Entry> entries, Report report) {
        YamlNode.Entry list = report.form().charts().isEmpty() ? null : entries.get(Keywords.CHARTS);
        Optional<Integer> year = report.year();
        return list == null
                ? List.of()
                : new ChartRequestReader(report.form(), year, diagnostics, fields, places).read(list.value());
    }

    private List<Acceptance> acceptances(Map<String, YamlNode.Entry> entries) {
        List<Acceptance> acceptances = new ArrayList<>();
        YamlNode.Entry list = entries.get(Keywords.ACCEPTED);
        if (list == null) {
            return acceptances;
        }
        if (!list.value().isSequence()) {
            fields.wrong(
                    list.value(),
                    Keywords.ACCEPTED,
                    Message.of("an-acceptance", Keywords.RULE, Keywords.SUBJECT, Keywords.REASON));
        }
        for (YamlNode member : list.value().members()) {
            Map<String, YamlNode> of = fields.of(member, Set.copyOf(Keywords.REQUIRED), Set.of(Keywords.QUOTE));
            Optional<String> rule = fields.text(of, Keywords.RULE);
            Optional<String> subject = fields.text(of, Keywords.SUBJECT);
            Optional<String> reason = fields.text(of, Keywords.REASON);
            if (rule.isPresent() && subject.isPresent() && reason.isPresent()) {
                acceptances.add(new Acceptance(
                        rule.get(), subject.get(), fields.text(of, Keywords.QUOTE), reason.get(), member.place()));
            }
        }
        return acceptances;
    }
}
