package org.nianbao.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.CellType;
import org.nianbao.form.Diagram;
import org.nianbao.form.Section;
import org.nianbao.form.Term;

/** Reads the charts that a form offers. */
final class DiagramReader {
    /** Nobody tells more columns of one year apart. */
    private static final int MOST_BY_YEAR = 4;

    private final Fields fields;
    private final List<String> sections;
    private final CellSums sums;

    DiagramReader(Fields fields, List<Section> sections) {
        this.fields = fields;
        this.sections = sections.stream().map(Section::key).toList();
        this.sums = new CellSums(sections, fields);
    }

    List<Diagram> read(Map<String, Item> form) {
        List<Diagram> diagrams = new ArrayList<>();
        fields.open(form, "charts").forEach((key, item) -> diagrams.add(diagram(key, item)));
        return diagrams;
    }

    private Diagram diagram(String key, Item item) {
        Map<String, Item> of = fields.of(item, Set.of("title", "kind", "section", "unit", "parts"), Set.of());
        Diagram.Kind kind = fields.oneOf(of, "kind", Diagram.Kind.class).orElse(Diagram.Kind.BARS);
        String section = fields.text(of, "section").orElse("");
        if (of.containsKey("section") && !sections.contains(section)) {
            fields.unknownName(section, sections, Objects.requireNonNull(of.get("section")));
        }
        List<Diagram.Part> parts = parts(of, kind);
        List<CellType> types = parts.stream()
                .flatMap(part -> part.terms().stream())
                .map(sums::type)
                .distinct()
                .toList();
        return new Diagram(
                key,
                fields.text(of, "title").orElse(""),
                kind,
                section,
                fields.text(of, "unit").orElse(""),
                types.size() == 1 ? types.get(0) : CellType.AMOUNT,
                parts);
    }

    private List<Diagram.Part> parts(Map<String, Item> of, Diagram.Kind kind) {
        List<Diagram.Part> parts = new ArrayList<>();
        fields.open(of, "parts").forEach((name, item) -> {
            List<Term> terms = sums.terms(item);
            if (item.text().isBlank()) {
                fields.wrong(item, name, Message.of("a-text"));
            }
            parts.add(new Diagram.Part(name, terms));
        });
        int most = kind == Diagram.Kind.YEARS ? MOST_BY_YEAR : Integer.MAX_VALUE;
        if (of.containsKey("parts") && (parts.isEmpty() || parts.size() > most)) {
            fields.wrong(of, "parts", Message.of("parts-of-a-chart", MOST_BY_YEAR));
        }
        return parts;
    }
}
