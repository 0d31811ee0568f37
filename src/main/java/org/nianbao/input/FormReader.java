package org.nianbao.input;

import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.CellTerm;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCells;
import org.nianbao.form.KeyFigure;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;

/** Reads a {@code form.yaml}: what the form is called, its facts, its sections, its rules. */
final class FormReader {
    private static final String KEY_FIGURES = "key-figures";

    private final Diagnostics diagnostics;
    private final MappingReader fields;
    private final Map<String, Form.Rule> rules = new LinkedHashMap<>();

    private FormReader(YamlNode root, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.fields = new MappingReader(diagnostics, Optional.of(root.source()).filter(own -> root.base() != null));
    }

    /**
     * The form, or nothing where {@code diagnostics} tells what is wrong with its files.
     *
     * @param root of the form itself
     * @param prose root of what is known of its prose, if there is such a file
     */
    static Optional<Form> read(YamlNode root, Optional<YamlNode> prose, Diagnostics diagnostics) {
        int before = diagnostics.size();
        Form form = new FormReader(root, diagnostics).form(root, prose);
        return diagnostics.size() == before ? Optional.of(form) : Optional.empty();
    }

    private Form form(YamlNode root, Optional<YamlNode> proseRoot) {
        Map<String, YamlNode> parts = fields.of(
                root,
                Set.of("name", "edition", "years", "facts", "sections", "rules"),
                Set.of(Layers.BASED_ON, "deadlines", "charts", KEY_FIGURES));
        rules(parts);
        Optional<Map<String, YamlNode>> prose =
                proseRoot.map(item -> fields.of(item, Set.of("rules"), ProseReader.PARTS));
        prose.ifPresent(this::rules);
        Map<String, YamlNode> years =
                parts.containsKey("years") ? fields.of(parts.get("years"), Set.of("from"), Set.of("to")) : Map.of();
        int before = diagnostics.size();
        List<Fact> facts = facts(parts);
        List<Section> sections = sections(parts, facts.stream().map(Fact::key).toList());
        boolean readable = diagnostics.size() == before; // charts, key figures and prose speak of cells
        FormCells cells = new FormCells(readable ? sections : List.of());
        CellSums sums = new CellSums(cells, fields);
        return new Form(
                fields.text(parts, "name").orElse(""),
                fields.year(parts, "edition").orElse(0),
                fields.year(years, "from").orElse(0),
                fields.year(years, "to"),
                facts,
                sections,
                cells,
                rules,
                deadlines(parts),
                readable ? new ChartSpecReader(fields, sections, sums).read(parts) : List.of(),
                readable ? keyFigures(parts, sums) : List.of(),
                prose.filter(item -> readable)
                        .map(item -> new ProseReader(fields, rules.keySet(), sections, sums).read(item))
                        .orElse(ProseRules.NONE));
    }

    private List<KeyFigure> keyFigures(Map<String, YamlNode> parts, CellSums sums) {
        List<KeyFigure> figures = new ArrayList<>();
        fields.open(parts, KEY_FIGURES).forEach((name, item) -> {
            List<CellTerm> terms = sums.terms(item);
            figures.add(new KeyFigure(name, CellSums.type(terms), terms));
        });
        return figures;
    }

    private Optional<Form.Deadlines> deadlines(Map<String, YamlNode> parts) {
        if (!parts.containsKey("deadlines")) {
            return Optional.empty();
        }
        Map<String, YamlNode> of = fields.of(parts.get("deadlines"), Set.of("rule", "days"), Set.of());
        Map<String, MonthDay> days = new LinkedHashMap<>();
        fields.open(of, "days").forEach((level, item) -> {
            try {
                days.put(level, MonthDay.parse("--" + item.text()));
            } catch (DateTimeParseException noSuchDay) {
                fields.wrong(item, level, Message.verbatim("01-31"));
            }
        });
        String rule = fields.text(of, "rule").orElse("");
        fields.requireRule(rule, rules.keySet(), parts.get("deadlines"));
        return days.isEmpty() ? Optional.empty() : Optional.of(new Form.Deadlines(rule, days));
    }

    private void rules(Map<String, YamlNode> parts) {
        for (Map.Entry<String, YamlNode> rule : fields.open(parts, "rules").entrySet()) {
            Map<String, YamlNode> texts = fields.of(rule.getValue(), Set.of("zh", "en"), Set.of("of"));
            rules.put(
                    rule.getKey(),
                    new Form.Rule(
                            fields.text(texts, "zh").orElse(""),
                            fields.text(texts, "en").orElse(""),
                            fields.oneOf(texts, "of", Form.RuleRole.class)));
        }
    }

    private List<Fact> facts(Map<String, YamlNode> parts) {
        List<Fact> facts = new ArrayList<>();
        fields.open(parts, "facts").forEach((key, item) -> {
            Map<String, YamlNode> of =
                    fields.of(item, Set.of("type"), Set.of("role", "optional", "choices", "guesses", YamlNode.AFTER));
            Fact.Type type = fields.oneOf(of, "type", Fact.Type.class).orElse(Fact.Type.TEXT);
            List<String> choices = fields.texts(of, "choices");
            if ((type == Fact.Type.CHOICE) == choices.isEmpty()) {
                fields.wrong(item, key, Message.of("choices-of-a-choice"));
            }
            Optional<Fact.Role> role = fields.oneOf(of, "role", Fact.Role.class);
            if (role.equals(Optional.of(Fact.Role.SCOPE)) && choices.size() != 2) {
                fields.wrong(item, key, Message.of("two-scopes"));
            }
            facts.add(new Fact(key, type, !fields.flag(of, "optional"), role, choices, guesses(of, choices)));
        });
        for (Fact.Role role : List.of(Fact.Role.AGENCY, Fact.Role.YEAR)) {
            if (parts.containsKey("facts")
                    && facts.stream().noneMatch(fact -> fact.role().equals(Optional.of(role)))) {
                diagnostics.add(
                        Diagnostic.error("form-no-role", parts.get("facts").place(), Fact.written(role)));
            }
        }
        return facts;
    }

    private Map<String, Pattern> guesses(Map<String, YamlNode> of, List<String> choices) {
        Map<String, Pattern> guesses = new LinkedHashMap<>();
        fields.open(of, "guesses").forEach((choice, item) -> {
            if (!choices.contains(choice)) {
                fields.wrong(item, choice, Message.verbatim(String.join(" / ", choices)));
            }
            guesses.put(choice, fields.pattern(item, item.text()));
        });
        return guesses;
    }

    private List<Section> sections(Map<String, YamlNode> parts, List<String> facts) {
        List<Section> sections = new ArrayList<>();
        fields.open(parts, "sections").forEach((key, item) -> {
            Map<String, YamlNode> of =
                    fields.of(item, Set.of(), Set.of("heading", "prose", "optional", "table", YamlNode.AFTER));
            Optional<String> heading = fields.text(of, "heading");
            boolean prose = fields.flag(of, "prose");
            YamlNode table = of.get("table");
            if (prose == (table != null)) {
                diagnostics.add(Diagnostic.error("form-section", item.place(), key));
            } else if (table != null && of.containsKey("optional")) {
                fields.wrong(of, "optional", Message.verbatim("prose: true"));
            } else if (table != null) {
                new TableReader(diagnostics, fields, rules.keySet(), facts, key)
                        .read(table)
                        .ifPresent(read -> sections.add(new Section.TableSection(key, heading, read)));
            } else {
                sections.add(new Section.ProseSection(key, heading, !fields.flag(of, "optional")));
            }
        });
        return sections;
    }
}
