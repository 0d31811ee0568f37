package org.nianbao.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.CellTerm;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Section;

/** Reads the charts that a form offers. */
final class ChartSpecReader {
    /** Nobody tells more columns of one year apart. */
    private static final int MOST_BY_YEAR = 4;

    private final MappingReader fields;
    private final List<String> sections;
    private final CellSums sums;

    ChartSpecReader(MappingReader fields, List<Section> sections, CellSums sums) {
        this.fields = fields;
        this.sections = sections.stream().map(Section::key).toList();
        this.sums = sums;
    }

    List<ChartSpec> read(Map<String, YamlNode> form) {
        List<ChartSpec> diagrams = new ArrayList<>();
        fields.open(form, "charts").forEach((key, item) -> diagrams.add(diagram(key, item)));
        return diagrams;
    }

    private ChartSpec diagram(String key, YamlNode item) {
        Map<String, YamlNode> of = fields.of(item, Set.of("title", "kind", "section", "unit", "parts"), Set.of());
        ChartSpec.Layout kind = fields.oneOf(of, "kind", ChartSpec.Layout.class).orElse(ChartSpec.Layout.BARS);
        String section = fields.text(of, "section").orElse("");
        if (of.containsKey("section") && !sections.contains(section)) {
            fields.unknownName(section, sections, Objects.requireNonNull(of.get("section")));
        }
        List<ChartSpec.SeriesSpec> parts = parts(of, kind);
        return new ChartSpec(
                key,
                fields.text(of, "title").orElse(""),
                kind,
                section,
                fields.text(of, "unit").orElse(""),
                CellSums.type(
                        parts.stream().flatMap(part -> part.terms().stream()).toList()),
                parts);
    }

    private List<ChartSpec.SeriesSpec> parts(Map<String, YamlNode> of, ChartSpec.Layout kind) {
        List<ChartSpec.SeriesSpec> parts = new ArrayList<>();
        fields.open(of, "parts").forEach((name, item) -> {
            List<CellTerm> terms = sums.terms(item);
            if (item.text().isBlank()) {
                fields.wrong(item, name, Message.of("a-text"));
            }
            parts.add(new ChartSpec.SeriesSpec(name, terms));
        });
        int most = kind == ChartSpec.Layout.YEARS ? MOST_BY_YEAR : Integer.MAX_VALUE;
        if (of.containsKey("parts") && (parts.isEmpty() || parts.size() > most)) {
            fields.wrong(of, "parts", Message.of("parts-of-a-chart", MOST_BY_YEAR));
        }
        return parts;
    }
}
