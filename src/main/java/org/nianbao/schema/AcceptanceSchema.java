package org.nianbao.schema;

import static org.nianbao.schema.Explanations.list;
import static org.nianbao.schema.Explanations.say;

import java.util.List;
import org.nianbao.form.Form;
import org.nianbao.input.Keywords;
import org.nianbao.json.JsonWriter;

/** The schema of accepted findings. */
final class AcceptanceSchema extends SchemaPart {
    AcceptanceSchema(JsonWriter json, Form form) {
        super(json, form);
    }

    @Override
    void write() {
        property(Keywords.ACCEPTED, say("optional") + say("accepted.about"), () -> {
            types("array");
            json.object("items", this::item);
            mistake("accepted.mistake", list(Keywords.REQUIRED));
        });
    }

    private void item() {
        types("object");
        json.values("required", Keywords.REQUIRED);
        properties(() -> {
            word(Keywords.RULE, say("rule.about", list(rules())), this::proposals);
            word(Keywords.SUBJECT, say("subject.about"), () -> {});
            word(Keywords.QUOTE, say("quote.about"), () -> {});
            word(Keywords.REASON, say("reason.about"), () -> {});
        });
    }

    private void word(String key, String about, Runnable more) {
        property(key, need(Keywords.REQUIRED.contains(key)) + about, () -> {
            types("string", "number");
            mistake("word.mistake");
            more.run();
        });
    }

    /** What editors propose for a rule: its id and its sentence. */
    private void proposals() {
        json.objects("defaultSnippets", form.rules().entrySet(), rule -> {
            json.text("label", rule.getKey());
            json.text("description", rule.getValue().zh());
            json.text("body", rule.getKey());
        });
    }

    private List<String> rules() {
        return form.rules().entrySet().stream()
                .map(rule -> say("rule", rule.getKey(), rule.getValue().zh()))
                .toList();
    }
}
