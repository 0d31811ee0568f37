package org.nianbao.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.problem.Source;
import org.nianbao.report.Fact;
import org.nianbao.report.Form;
import org.nianbao.report.Section;

/** Reads a {@code form.yaml}: what the form is called, its facts, its sections, its rules. */
final class FormReader {
    private final List<Problem> problems;
    private final Fields fields;
    private final Map<String, Form.Rule> rules = new LinkedHashMap<>();

    private FormReader(List<Problem> problems) {
        this.problems = problems;
        this.fields = new Fields(problems);
    }

    /** The form, or nothing where {@code problems} tells what is wrong with its file. */
    static Optional<Form> read(Source source, List<Problem> problems) {
        int before = problems.size();
        Optional<Item> root = YamlFile.ofTemplate(source).mapping(problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Form form = new FormReader(problems).form(root.get());
        return problems.size() == before ? Optional.of(form) : Optional.empty();
    }

    private Form form(Item root) {
        Map<String, Item> parts =
                fields.of(root, Set.of("name", "edition", "years", "facts", "sections", "rules"), Set.of());
        rules(parts);
        Map<String, Item> years =
                parts.containsKey("years") ? fields.of(parts.get("years"), Set.of("from"), Set.of("to")) : Map.of();
        return new Form(
                fields.text(parts, "name").orElse(""),
                fields.year(parts, "edition").orElse(0),
                fields.year(years, "from").orElse(0),
                fields.year(years, "to"),
                facts(parts),
                sections(parts),
                rules);
    }

    private void rules(Map<String, Item> parts) {
        for (Map.Entry<String, Item> rule : fields.open(parts, "rules").entrySet()) {
            Map<String, Item> texts = fields.of(rule.getValue(), Set.of("zh", "en"), Set.of());
            rules.put(
                    rule.getKey(),
                    new Form.Rule(
                            fields.text(texts, "zh").orElse(""),
                            fields.text(texts, "en").orElse("")));
        }
    }

    private List<Fact> facts(Map<String, Item> parts) {
        List<Fact> facts = new ArrayList<>();
        fields.open(parts, "facts").forEach((key, item) -> {
            Map<String, Item> of = fields.of(item, Set.of("type"), Set.of("role", "optional", "choices"));
            Fact.Type type = fields.oneOf(of, "type", Fact.Type.class).orElse(Fact.Type.TEXT);
            List<String> choices = fields.texts(of, "choices");
            if ((type == Fact.Type.CHOICE) == choices.isEmpty()) {
                fields.wrong(item, key, Message.of("choices-of-a-choice"));
            }
            facts.add(new Fact(
                    key, type, !fields.flag(of, "optional"), fields.oneOf(of, "role", Fact.Role.class), choices));
        });
        for (Fact.Role role : List.of(Fact.Role.AGENCY, Fact.Role.YEAR)) {
            if (parts.containsKey("facts")
                    && facts.stream().noneMatch(fact -> fact.role().equals(Optional.of(role)))) {
                problems.add(Problem.error(
                        "form-no-role",
                        parts.get("facts").place(),
                        Message.of("form-no-role", Fact.written(role)),
                        Message.of("form-no-role.way-out")));
            }
        }
        return facts;
    }

    private List<Section> sections(Map<String, Item> parts) {
        List<Section> sections = new ArrayList<>();
        TableReader tables = new TableReader(problems, fields, rules.keySet());
        fields.open(parts, "sections").forEach((key, item) -> {
            Map<String, Item> of = fields.of(item, Set.of(), Set.of("heading", "prose", "optional", "table"));
            Optional<String> heading = fields.text(of, "heading");
            boolean prose = fields.flag(of, "prose");
            Item table = of.get("table");
            if (prose == (table != null)) {
                problems.add(Problem.error(
                        "form-section",
                        item.place(),
                        Message.of("form-section", key),
                        Message.of("form-section.way-out")));
            } else if (table != null && of.containsKey("optional")) {
                fields.wrong(of, "optional", Message.verbatim("prose: true"));
            } else if (table != null) {
                tables.read(table).ifPresent(read -> sections.add(new Section.Figures(key, heading, read)));
            } else {
                sections.add(new Section.Prose(key, heading, !fields.flag(of, "optional")));
            }
        });
        return sections;
    }
}
