package org.nianbao.input;

import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.expression.Expression;
import org.nianbao.form.CellTerm;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCells;
import org.nianbao.form.KeyFigure;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;
import org.nianbao.form.Table;

/** Reads a {@code form.yaml}: name, facts, sections and rules of a form. */
final class FormReader {
    private static final String KEY_FIGURES = "key-figures";

    private final Diagnostics diagnostics;
    private final MappingReader fields;
    private final Map<String, Form.Rule> rules = new LinkedHashMap<>();

    private FormReader(MappingReader fields, Diagnostics diagnostics) {
        this.fields = fields;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a form; empty if there are diagnostics about its files.
     *
     * @param root of {@code form.yaml}
     * @param prose root of {@code prose.yaml}, if the form has one
     * @param layer the file of a form that is based on another one
     * @param diagnostics of this form only
     */
    static Optional<Form> read(
            YamlNode root, Optional<YamlNode> prose, Optional<Source> layer, Diagnostics diagnostics) {
        MappingReader fields = new MappingReader(root, diagnostics, layer)
                .of(
                        root,
                        Set.of("name", "edition", "years", "facts", "sections", "rules"),
                        Set.of(Layers.BASED_ON, "deadlines", "charts", KEY_FIGURES));
        Form form = new FormReader(fields, diagnostics).form(prose);
        return diagnostics.isEmpty() ? Optional.of(form) : Optional.empty();
    }

    private Form form(Optional<YamlNode> proseRoot) {
        rules(fields);
        Optional<MappingReader> prose = proseRoot.map(item -> fields.of(item, Set.of("rules"), ProseReader.PARTS));
        prose.ifPresent(this::rules);
        Optional<MappingReader> years =
                fields.value("years").map(item -> fields.of(item, Set.of("from"), Set.of("to")));
        int before = diagnostics.size();
        List<Fact> facts = facts();
        List<Section> sections = sections(facts.stream().map(Fact::key).toList());
        boolean readable = diagnostics.size() == before; // charts, key figures and prose refer to cells
        FormCells cells = new FormCells(readable ? sections : List.of());
        CellSums sums = new CellSums(cells, fields);
        return new Form(
                fields.text("name").orElse(""),
                fields.year("edition").orElse(0),
                years.flatMap(of -> of.year("from")).orElse(0),
                years.flatMap(of -> of.year("to")),
                facts,
                sections,
                cells,
                rules,
                fields.value("deadlines").flatMap(this::deadlines),
                readable
                        ? new ChartSpecReader(
                                        fields,
                                        sections.stream().map(Section::key).toList(),
                                        sums)
                                .read()
                        : List.of(),
                readable ? keyFigures(sums) : List.of(),
                prose.filter(of -> readable)
                        .map(of -> new ProseReader(of, rules.keySet(), sections, sums).read())
                        .orElse(ProseRules.NONE));
    }

    private void rules(MappingReader file) {
        file.open("rules").forEach((id, item) -> {
            MappingReader of = fields.of(item, Set.of("zh", "en"), Set.of("of"));
            rules.put(
                    id,
                    new Form.Rule(
                            of.text("zh").orElse(""), of.text("en").orElse(""), of.oneOf("of", Form.RuleRole.class)));
        });
    }

    private List<KeyFigure> keyFigures(CellSums sums) {
        List<KeyFigure> figures = new ArrayList<>();
        fields.open(KEY_FIGURES).forEach((name, item) -> {
            List<CellTerm> terms = sums.terms(item);
            figures.add(new KeyFigure(name, CellSums.type(terms), terms));
        });
        return figures;
    }

    private Optional<Form.Deadlines> deadlines(YamlNode item) {
        MappingReader of = fields.of(item, Set.of("rule", "days"), Set.of());
        Map<String, MonthDay> days = new LinkedHashMap<>();
        of.open("days").forEach((level, day) -> {
            try {
                days.put(level, MonthDay.parse("--" + day.text()));
            } catch (DateTimeParseException e) {
                fields.wrong(day, level, Message.verbatim("01-31"));
            }
        });
        String rule = of.rule("rule", rules.keySet()).orElse("");
        return days.isEmpty() ? Optional.empty() : Optional.of(new Form.Deadlines(rule, days));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        fields.open("facts").forEach((key, item) -> facts.add(fact(key, item)));
        for (Fact.Role role : List.of(Fact.Role.AGENCY, Fact.Role.YEAR)) {
            if (facts.stream().noneMatch(fact -> fact.role().equals(Optional.of(role)))) {
                fields.value("facts").ifPresent(item -> fields.error("form-no-role", item, Fact.written(role)));
            }
        }
        return facts;
    }

    private Fact fact(String key, YamlNode item) {
        MappingReader of =
                fields.of(item, Set.of("type"), Set.of("role", "optional", "choices", "guesses", YamlNode.AFTER));
        Fact.Type type = of.oneOf("type", Fact.Type.class).orElse(Fact.Type.TEXT);
        List<String> choices = of.texts("choices");
        if ((type == Fact.Type.CHOICE) == choices.isEmpty()) {
            fields.wrong(item, key, Message.of("choices-of-a-choice"));
        }
        Optional<Fact.Role> role = of.oneOf("role", Fact.Role.class);
        if (role.equals(Optional.of(Fact.Role.SCOPE)) && choices.size() != 2) {
            fields.wrong(item, key, Message.of("two-scopes"));
        }
        return new Fact(key, type, !of.flag("optional"), role, choices, guesses(of, choices));
    }

    private Map<String, Expression> guesses(MappingReader fact, List<String> choices) {
        Map<String, Expression> guesses = new LinkedHashMap<>();
        fact.open("guesses").forEach((choice, item) -> {
            if (!choices.contains(choice)) {
                fields.wrong(item, choice, MappingReader.oneOf(choices));
            }
            guesses.put(choice, fields.expression(item, item.text()));
        });
        return guesses;
    }

    private List<Section> sections(List<String> facts) {
        List<Section> sections = new ArrayList<>();
        fields.open("sections").forEach((key, item) -> {
            MappingReader of =
                    fields.of(item, Set.of(), Set.of("heading", "prose", "optional", "table", YamlNode.AFTER));
            Optional<String> heading = of.text("heading");
            Optional<YamlNode> table = of.value("table");
            if (of.flag("prose") == table.isPresent()) {
                fields.error("form-section", item, key);
            } else if (table.isEmpty()) {
                sections.add(new Section.ProseSection(key, heading, !of.flag("optional")));
            } else if (of.has("optional")) {
                of.wrong("optional", Message.verbatim("prose: true"));
            } else {
                Table read = new TableReader(fields, rules.keySet(), facts, key).read(table.get());
                sections.add(new Section.TableSection(key, heading, read));
            }
        });
        return sections;
    }
}
