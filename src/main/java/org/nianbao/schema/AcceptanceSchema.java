package org.nianbao.schema;

import static org.nianbao.schema.Explanations.list;
import static org.nianbao.schema.Explanations.say;

import java.util.List;
import org.nianbao.form.Form;
import org.nianbao.input.Keywords;

/** The schema of accepted findings. */
final class AcceptanceSchema {
    private final Json json;
    private final Form form;

    AcceptanceSchema(Json json, Form form) {
        this.json = json;
        this.form = form;
    }

    void write() {
        json.property(Keywords.ACCEPTED, say("optional") + say("accepted.about"), () -> {
            json.text("type", "array");
            json.object("items", this::item);
            json.text("errorMessage", say("accepted.mistake", list(Keywords.REQUIRED)));
        });
    }

    private void item() {
        json.text("type", "object");
        json.texts("required", Keywords.REQUIRED);
        json.object("properties", () -> {
            word(Keywords.RULE, say("rule.about", list(rules())), this::proposals);
            word(Keywords.SUBJECT, say("subject.about"), () -> {});
            word(Keywords.QUOTE, say("quote.about"), () -> {});
            word(Keywords.REASON, say("reason.about"), () -> {});
        });
        json.flag("additionalProperties", false);
    }

    private void word(String key, String about, Runnable more) {
        json.property(key, InputSchema.need(Keywords.REQUIRED.contains(key)) + about, () -> {
            json.texts("type", List.of("string", "number"));
            json.text("errorMessage", say("word.mistake"));
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
