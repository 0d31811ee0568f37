package org.nianbao.schema;

import static org.nianbao.schema.Explanations.list;
import static org.nianbao.schema.Explanations.say;

import java.util.List;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;

/** The schema of what an input says in a word. */
final class FactSchema {
    /** What a year may come as; an editor that proposes the key goes by the first. */
    static final List<String> YEAR = List.of("string", "integer");

    private final Json json;
    private final Form form;

    FactSchema(Json json, Form form) {
        this.json = json;
        this.form = form;
    }

    void write(Fact fact) {
        String type = Fact.written(fact.type());
        String choices = list(fact.choices());
        json.object(fact.key(), () -> {
            json.text("title", fact.key());
            json.text("description", purpose(fact) + "\n" + say(type + ".about", choices) + years(fact));
            switch (fact.type()) {
                case TEXT -> text();
                case YEAR -> year();
                case DATE -> date();
                case CHOICE -> json.words("enum", fact.choices());
            }
            json.text("errorMessage", say(type + ".mistake", choices));
        });
    }

    /** A word may be all digits, such as a telephone number. */
    private void text() {
        json.texts("type", List.of("string", "number"));
        json.text("pattern", Patterns.ONE_LINE);
    }

    private void year() {
        json.texts("type", YEAR);
        json.number("minimum", 1000);
        json.number("maximum", 2999);
        json.text("pattern", Patterns.YEAR);
    }

    private void date() {
        json.text("type", "string");
        json.text("pattern", Patterns.DATE);
    }

    private static String purpose(Fact fact) {
        return say(fact.required() ? "required" : "optional")
                + fact.role().map(role -> say("role." + Fact.written(role))).orElse("");
    }

    private String years(Fact fact) {
        if (!form.fact(Fact.Role.YEAR).filter(fact::equals).isPresent()) {
            return "";
        }
        return form.lastYear()
                .map(last -> say("years.between", form.firstYear(), last))
                .orElseGet(() -> say("years.from", form.firstYear()));
    }
}
