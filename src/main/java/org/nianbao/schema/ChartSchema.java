package org.nianbao.schema;

import static org.nianbao.schema.Explanations.list;
import static org.nianbao.schema.Explanations.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nianbao.form.CellType;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.Keywords;

/** The schema of the charts of a report. */
final class ChartSchema {
    private final Json json;
    private final Form form;

    ChartSchema(Json json, Form form) {
        this.json = json;
        this.form = form;
    }

    void write() {
        if (form.charts().isEmpty()) {
            return;
        }
        json.property(Keywords.CHARTS, say("optional") + say("charts.about", list(titles())), () -> {
            json.text("type", "array");
            json.object("items", this::item);
            json.flag("uniqueItems", true);
            json.text("errorMessage", say("charts.mistake", list(keys(true))));
        });
    }

    /** A key, or a mapping. A chart of years needs the figures of earlier years; no other chart may have them. */
    private void item() {
        json.texts("type", List.of("string", "object"));
        json.texts("required", List.of(Keywords.CHART));
        json.object("properties", () -> {
            json.property(
                    Keywords.CHART,
                    say("required") + say("chart.about", list(titles())),
                    () -> json.words("enum", keys(true)));
            json.property(
                    Keywords.SECTION,
                    say("optional") + say("chart.section.about"),
                    () -> json.words(
                            "enum", form.sections().stream().map(Section::key).toList()));
            json.property(Keywords.EARLIER, say("optional") + say("chart.earlier.about", list(keys(false))), () -> {
                json.text("type", "object");
                json.number("minProperties", 1);
                json.object("propertyNames", () -> json.text("pattern", Patterns.YEAR));
                json.object("additionalProperties", this::figures);
            });
        });
        json.flag("additionalProperties", false);
        json.object("if", () -> json.text("type", "string"));
        json.object("then", () -> json.words("enum", alone()));
        json.object("else", () -> {
            json.object(
                    "if",
                    () -> json.object(
                            "properties", () -> json.object(Keywords.CHART, () -> json.words("enum", keys(false)))));
            json.object("then", () -> json.texts("required", List.of(Keywords.EARLIER)));
            json.object("else", () -> json.object("not", () -> json.texts("required", List.of(Keywords.EARLIER))));
        });
    }

    /** The figures of a year: one, or several by name. */
    private void figures() {
        figure(List.of("string", "null", "object"));
        json.object("additionalProperties", () -> figure(List.of("string", "null")));
    }

    private void figure(List<String> otherTypes) {
        List<CellType> figures =
                form.charts().stream().map(ChartSpec::type).distinct().toList();
        List<String> types = new ArrayList<>(List.of(figures.equals(List.of(CellType.COUNT)) ? "integer" : "number"));
        types.addAll(otherTypes);
        json.texts("type", types);
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

    private List<String> keys(boolean all) {
        return form.charts().stream()
                .filter(chart -> all || chart.layout() == ChartSpec.Layout.YEARS)
                .map(ChartSpec::key)
                .toList();
    }

    private List<String> alone() {
        List<String> keys = new ArrayList<>(keys(true));
        keys.removeAll(keys(false));
        return keys;
    }
}
