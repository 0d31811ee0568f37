package org.nianbao.schema;

import static org.nianbao.schema.Explanations.say;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.chinese.Script;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.Keywords;

/**
 * The JSON Schema (draft-07) of the inputs that fill a form. It accepts what the reader of inputs reads without an error, as
 * far as a schema can tell, and explains each key in Chinese. What must add up is not its business.
 *
 * <p>Editors read YAML 1.2, so a figure comes as a number or, in quotes, as text; {@code ~} comes as null.
 */
public final class InputSchema {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    private final Form form;
    private final Json json;

    private InputSchema(Form form, Json json) {
        this.form = form;
        this.json = json;
    }

    /** The schema's text: lines end in {@code \n}, and the same form gives the same text. */
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
            name();
            edition();
            script();
            kept();
            localRows();
            FactSchema facts = new FactSchema(json, form);
            form.facts().forEach(facts::write);
            form.sections().forEach(this::section);
            new ChartSchema(json, form).write();
            new AcceptanceSchema(json, form).write();
        });
        json.flag("additionalProperties", false);
        yearsUnlessTheEditionIsSaid();
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

    private void name() {
        json.object(Keywords.FORM, () -> {
            json.text("title", Keywords.FORM);
            json.text("description", say("report.about", form.name()));
            json.text("type", "string");
            json.text("const", form.name());
        });
    }

    private void edition() {
        List<String> editions = List.of(String.valueOf(form.edition()));
        json.object(Keywords.EDITION, () -> {
            json.text("title", Keywords.EDITION);
            json.text("description", say("edition.about", form.edition()));
            json.words("enum", editions);
        });
    }

    private void script() {
        json.object(Keywords.SCRIPT, () -> {
            json.text("title", Keywords.SCRIPT);
            json.text("description", say("script.about", Script.HANT.written()));
            json.words("enum", Script.words());
        });
    }

    private void kept() {
        json.object(Keywords.KEPT, () -> {
            json.text("title", Keywords.KEPT);
            json.text("description", say("kept.about"));
            json.texts("type", List.of("array", "object", "string"));
            json.text("pattern", Patterns.ONE_LINE);
            json.number("minItems", 1);
            json.object("items", () -> {
                json.text("type", "string");
                json.text("pattern", Patterns.ONE_LINE);
            });
            json.number("minProperties", 1);
            json.object("additionalProperties", () -> {
                json.text("type", "string");
                json.text("pattern", Patterns.ONE_LINE);
            });
        });
    }

    private void localRows() {
        json.object(Keywords.LOCAL_ROWS, () -> {
            json.text("title", Keywords.LOCAL_ROWS);
            json.text("description", say("rows.about"));
            json.text("type", "string");
            json.text("pattern", Patterns.ONE_LINE);
        });
    }

    private void section(Section section) {
        if (section instanceof Section.ProseSection prose) {
            prose(prose);
        } else if (section instanceof Section.TableSection figures) {
            new TableSchema(json, form, figures).write();
        }
    }

    private void prose(Section.ProseSection section) {
        json.object(section.key(), () -> {
            json.text("title", section.heading().orElse(section.key()));
            json.text(
                    "description",
                    say(section.required() ? "required" : "optional") + say("prose.about") + "\n"
                            + say("prose.quotes"));
            json.texts("type", List.of("string", "null"));
            json.text("pattern", Patterns.PROSE);
            json.text("errorMessage", say("prose.mistake"));
        });
    }

    /** Where no edition is asked for, the year asks for it. The type is said again for editors that propose the key. */
    private void yearsUnlessTheEditionIsSaid() {
        form.fact(Fact.Role.YEAR).ifPresent(year -> {
            json.object("if", () -> json.object("not", () -> json.texts("required", List.of(Keywords.EDITION))));
            json.object(
                    "then",
                    () -> json.object(
                            "properties",
                            () -> json.object(year.key(), () -> {
                                json.texts("type", FactSchema.YEAR);
                                json.number("minimum", form.firstYear());
                                form.lastYear().ifPresent(last -> json.number("maximum", last));
                            })));
        });
    }
}
