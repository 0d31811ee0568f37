package org.nianbao.schema;

import static org.nianbao.schema.Explanations.say;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nianbao.form.Form;
import org.nianbao.json.JsonWriter;

/** Writes a part of the schema of a form. */
abstract class SchemaPart {
    final JsonWriter json;
    final Form form;

    SchemaPart(JsonWriter json, Form form) {
        this.json = json;
        this.form = form;
    }

    abstract void write();

    /** A property of the input: its title and description, then {@code more}. */
    final void property(String key, String title, String description, Runnable more) {
        json.object(key, () -> {
            json.text("title", title);
            json.text("description", description);
            more.run();
        });
    }

    /** A property whose title is its key. */
    final void property(String key, String description, Runnable more) {
        property(key, key, description, more);
    }

    final void types(String... types) {
        if (types.length == 1) {
            json.text("type", types[0]);
        } else {
            json.values("type", List.of(types));
        }
    }

    /** An object with these properties and no others. */
    final void properties(Runnable properties) {
        json.object("properties", properties);
        json.flag("additionalProperties", false);
    }

    /** The words that a value takes, as YAML may read them: digits as a number and as a string. */
    final void choices(Collection<String> words) {
        List<Object> values = new ArrayList<>();
        for (String word : words) {
            if (word.matches("0|[1-9][0-9]{0,8}")) {
                values.add(Integer.valueOf(word));
            }
            values.add(word);
        }
        json.values("enum", values);
    }

    final void mistake(String key, Object... arguments) {
        json.text("errorMessage", say(key, arguments));
    }

    static String need(boolean required) {
        return say(required ? "required" : "optional");
    }
}
