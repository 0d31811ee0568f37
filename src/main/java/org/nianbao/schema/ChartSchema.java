package org.nianbao.schema;

import static org.nianbao.schema.Explanations.list;
import static org.nianbao.schema.Explanations.say;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nianbao.form.CellType;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.Keywords;
import org.nianbao.json.JsonWriter;

/** The schema of the charts of a report. */
final class ChartSchema extends SchemaPart {
    ChartSchema(JsonWriter json, Form form) {
        super(json, form);
    }

    @Override
    void write() {
        if (form.charts().isEmpty()) {
            return;
        }
        property(Keywords.CHARTS, say("optional") + say("charts.about", list(titles())), () -> {
            types("array");
            json.object("items", this::item);
            json.flag("uniqueItems", true);
            mistake("charts.mistake", list(keys(layout -> true)));
        });
    }

    /** A key, or a mapping. A chart of years needs the figures of earlier years; no other chart may have them. */
    private void item() {
        types("string", "object");
        json.values("required", List.of(Keywords.CHART));
        properties(() -> {
            property(
                    Keywords.CHART,
                    say("required") + say("chart.about", list(titles())),
                    () -> choices(keys(layout -> true)));
            property(
                    Keywords.SECTION,
                    say("optional") + say("chart.section.about"),
                    () -> choices(form.sections().stream().map(Section::key).toList()));
            property(
                    Keywords.EARLIER,
                    say("optional") + say("chart.earlier.about", list(keys(ChartSpec.Layout.YEARS::equals))),
                    () -> {
                        types("object");
                        json.number("minProperties", 1);
                        json.object("propertyNames", () -> json.text("pattern", Patterns.YEAR));
                        json.object("additionalProperties", this::figures);
                    });
        });
        json.object("if", () -> types("string"));
        json.object("then", () -> choices(keys(layout -> layout != ChartSpec.Layout.YEARS)));
        json.object("else", () -> {
            json.object(
                    "if",
                    () -> json.object(
                            "properties",
                            () -> json.object(Keywords.CHART, () -> choices(keys(ChartSpec.Layout.YEARS::equals)))));
            json.object("then", () -> json.values("required", List.of(Keywords.EARLIER)));
            json.object("else", () -> json.object("not", () -> json.values("required", List.of(Keywords.EARLIER))));
        });
    }

    /** The figures of a year: one, or several by name. */
    private void figures() {
        List<CellType> types =
                form.charts().stream().map(ChartSpec::type).distinct().toList();
        String number = types.equals(List.of(CellType.COUNT)) ? "integer" : "number";
        figure(types, number, "string", "null", "object");
        json.object("additionalProperties", () -> figure(types, number, "string", "null"));
    }

    private void figure(List<CellType> figures, String... types) {
        types(types);
        if (!figures.contains(CellType.CHANGE)) {
            json.number("minimum", 0);
        }
        json.text("pattern", figures.stream().map(CellType::pattern).collect(Collectors.joining("|", "^(?:", ")$")));
    }

    private List<String> titles() {
        return form.charts().stream()
                .map(chart -> say("chart", chart.key(), chart.title()))
                .toList();
    }

    private List<String> keys(Predicate<ChartSpec.Layout> layouts) {
        return form.charts().stream()
                .filter(chart -> layouts.test(chart.layout()))
                .map(ChartSpec::key)
                .toList();
    }
}
