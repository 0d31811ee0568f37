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
import org.nianbao.json.JsonWriter;

/**
 * The JSON Schema (draft-07) of the inputs of a form. It accepts what the input reader accepts, as far as a schema can tell,
 * and explains each key in Chinese. It does not check sums.
 *
 * <p>Editors read YAML 1.2: a figure is a number or, in quotes, a string; {@code ~} is null.
 */
public final class InputSchema extends SchemaPart {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    private InputSchema(JsonWriter json, Form form) {
        super(json, form);
    }

    /** The text of the schema. Lines end in {@code \n}; the same form gives the same text. */
    public static String of(Form form) {
        return JsonWriter.indented(json -> new InputSchema(json, form).write());
    }

    @Override
    void write() {
        json.text("$schema", DRAFT);
        json.text("$comment", say("made"));
        json.text("title", say("form", form.name(), form.edition()));
        json.text("description", say("form.about"));
        types("object");
        json.values("required", required());
        properties(() -> {
            property(Keywords.FORM, say("report.about", form.name()), () -> {
                types("string");
                json.text("const", form.name());
            });
            property(
                    Keywords.EDITION,
                    say("edition.about", form.edition()),
                    () -> choices(List.of(String.valueOf(form.edition()))));
            property(Keywords.SCRIPT, say("script.about", Script.HANT.written()), () -> choices(Script.words()));
            property(Keywords.KEPT, say("kept.about"), this::kept);
            property(Keywords.LOCAL_ROWS, say("rows.about"), this::line);
            form.facts().forEach(this::fact);
            property(Keywords.OTHER_NAMES, say("other-names.about"), this::lines);
            form.sections().forEach(this::section);
            new ChartSchema(json, form).write();
            property(Keywords.ANNEXES, say("annexes.about"), this::annexes);
            new AcceptanceSchema(json, form).write();
        });
        form.fact(Fact.Role.YEAR).ifPresent(this::years);
        form.tables().stream().findFirst().ifPresent(table -> new TableSchema(json, form, table).define());
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
        types("string");
        json.text("pattern", Patterns.ONE_LINE);
    }

    /** A line of text, or a list of such. */
    private void lines() {
        types("string", "array");
        json.text("pattern", Patterns.ONE_LINE);
        json.number("minItems", 1);
        json.object("items", this::line);
    }

    private void annexes() {
        types("array");
        json.number("minItems", 1);
        json.object("items", () -> {
            types("object");
            json.values("required", List.of(Keywords.TITLE));
            properties(() -> {
                property(Keywords.TITLE, say("annex.title.about"), this::line);
                property(Keywords.FILE, say("annex.file.about"), () -> {
                    types("string");
                    json.text("pattern", "\\.[cC][sS][vV]$");
                });
                property(Keywords.ROWS, say("annex.table.about"), () -> types("string"));
            });
        });
    }

    private void kept() {
        types("array", "object", "string");
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
        property(fact.key(), about, () -> {
            switch (fact.type()) {
                case TEXT -> {
                    types("string", "number"); // a telephone number is all digits
                    json.text("pattern", Patterns.ONE_LINE);
                }
                case YEAR -> {
                    yearType();
                    json.number("minimum", 1000);
                    json.number("maximum", 2999);
                    json.text("pattern", Patterns.YEAR);
                }
                case DATE -> {
                    types("string");
                    json.text("pattern", Patterns.DATE);
                }
                case CHOICE -> choices(fact.choices());
            }
            mistake(type + ".mistake", choices);
        });
    }

    /** An editor that completes the key uses the first type. */
    private void yearType() {
        types("string", "integer");
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
            property(prose.key(), prose.heading().orElse(prose.key()), about, () -> {
                types("string", "null");
                json.text("pattern", Patterns.PROSE);
                mistake("prose.mistake");
            });
        }
    }

    /** Limits the year unless the input names an edition. The type is repeated for editors that complete the key. */
    private void years(Fact year) {
        json.object("if", () -> json.object("not", () -> json.values("required", List.of(Keywords.EDITION))));
        json.object(
                "then",
                () -> json.object(
                        "properties",
                        () -> json.object(year.key(), () -> {
                            yearType();
                            json.number("minimum", form.firstYear());
                            form.lastYear().ifPresent(last -> json.number("maximum", last));
                        })));
    }
}
