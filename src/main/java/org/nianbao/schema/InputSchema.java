package org.nianbao.schema;

import static org.nianbao.schema.Explanations.list;
import static org.nianbao.schema.Explanations.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.chinese.Script;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.Keywords;

/**
 * The JSON Schema (draft-07) of the inputs of a form. It accepts what the input reader accepts, as far as a schema can tell,
 * and explains each key in Chinese. It does not check sums.
 *
 * <p>Editors read YAML 1.2: a figure is a number or, in quotes, a string; {@code ~} is null.
 */
public final class InputSchema {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    /** Types of a year; an editor that completes the key uses the first. */
    private static final List<String> YEAR_TYPES = List.of("string", "integer");

    private final Form form;
    private final Json json;

    private InputSchema(Form form, Json json) {
        this.form = form;
        this.json = json;
    }

    /** The text of the schema. Lines end in {@code \n}; the same form gives the same text. */
    public static String of(Form form) {
        return Json.object(json -> new InputSchema(form, json).write());
    }

    private void write() {
        json.text("$schema", DRAFT);
        json.text("$comment", say("made"));
        json.text("title", say("form", form.name(), form.edition()));
        json.text("description", say("form.about"));
        json.text("type", "object");
        json.texts("required", required());
        json.object("properties", () -> {
            json.property(Keywords.FORM, say("report.about", form.name()), () -> {
                json.text("type", "string");
                json.text("const", form.name());
            });
            json.property(
                    Keywords.EDITION,
                    say("edition.about", form.edition()),
                    () -> json.words("enum", List.of(String.valueOf(form.edition()))));
            json.property(
                    Keywords.SCRIPT,
                    say("script.about", Script.HANT.written()),
                    () -> json.words("enum", Script.words()));
            json.property(Keywords.KEPT, say("kept.about"), this::kept);
            json.property(Keywords.LOCAL_ROWS, say("rows.about"), this::line);
            form.facts().forEach(this::fact);
            form.sections().forEach(this::section);
            new ChartSchema(json, form).write();
            new AcceptanceSchema(json, form).write();
        });
        json.flag("additionalProperties", false);
        form.fact(Fact.Role.YEAR).ifPresent(this::years);
    }

    private List<String> required() {
        List<String> keys = new ArrayList<>();
        keys.add(Keywords.FORM);
        form.facts().stream().filter(Fact::required).map(Fact::key).forEach(keys::add);
        form.sections().stream()
                .filter(section -> !(section instanceof Section.ProseSection prose) || prose.required())
                .map(Section::key)
                .forEach(keys::add);
        return keys;
    }

    /** A line of text. */
    private void line() {
        json.text("type", "string");
        json.text("pattern", Patterns.ONE_LINE);
    }

    private void kept() {
        json.texts("type", List.of("array", "object", "string"));
        json.text("pattern", Patterns.ONE_LINE);
        json.number("minItems", 1);
        json.object("items", this::line);
        json.number("minProperties", 1);
        json.object("additionalProperties", this::line);
    }

    private void fact(Fact fact) {
        String type = Fact.written(fact.type());
        String choices = list(fact.choices());
        String purpose =
                fact.role().map(role -> say("role." + Fact.written(role))).orElse("");
        String about = need(fact.required()) + purpose + "\n" + say(type + ".about", choices) + years(fact.role());
        json.property(fact.key(), about, () -> {
            switch (fact.type()) {
                case TEXT -> {
                    json.texts("type", List.of("string", "number")); // a telephone number is all digits
                    json.text("pattern", Patterns.ONE_LINE);
                }
                case YEAR -> {
                    json.texts("type", YEAR_TYPES);
                    json.number("minimum", 1000);
                    json.number("maximum", 2999);
                    json.text("pattern", Patterns.YEAR);
                }
                case DATE -> {
                    json.text("type", "string");
                    json.text("pattern", Patterns.DATE);
                }
                case CHOICE -> json.words("enum", fact.choices());
            }
            json.text("errorMessage", say(type + ".mistake", choices));
        });
    }

    static String need(boolean required) {
        return say(required ? "required" : "optional");
    }

    private String years(Optional<Fact.Role> role) {
        return role.equals(Optional.of(Fact.Role.YEAR))
                ? form.lastYear()
                        .map(last -> say("years.between", form.firstYear(), last))
                        .orElseGet(() -> say("years.from", form.firstYear()))
                : "";
    }

    private void section(Section section) {
        if (section instanceof Section.TableSection table) {
            new TableSchema(json, form, table).write();
        } else if (section instanceof Section.ProseSection prose) {
            String about = need(prose.required()) + say("prose.about") + "\n" + say("prose.quotes");
            json.property(prose.key(), prose.heading().orElse(prose.key()), about, () -> {
                json.texts("type", List.of("string", "null"));
                json.text("pattern", Patterns.PROSE);
                json.text("errorMessage", say("prose.mistake"));
            });
        }
    }

    /** Limits the year unless the input names an edition. The type is repeated for editors that complete the key. */
    private void years(Fact year) {
        json.object("if", () -> json.object("not", () -> json.texts("required", List.of(Keywords.EDITION))));
        json.object(
                "then",
                () -> json.object(
                        "properties",
                        () -> json.object(year.key(), () -> {
                            json.texts("type", YEAR_TYPES);
                            json.number("minimum", form.firstYear());
                            form.lastYear().ifPresent(last -> json.number("maximum", last));
                        })));
    }
}
