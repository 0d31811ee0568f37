package org.nianbao.schema;

import java.io.StringWriter;
import java.util.Collection;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes a JSON object, member by member. */
final class Json {
    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** The text of an object, one member per line, indented by two spaces, with a final line feed. */
    static String object(Consumer<Json> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(new Formatting(), text)) {
            out.writeStartObject();
            members.accept(new Json(out));
            out.writeEndObject();
        }
        return text.append('\n').toString();
    }

    void object(String name, Runnable members) {
        out.writeObjectPropertyStart(name);
        members.run();
        out.writeEndObject();
    }

    /** A property of a schema: its title and description, then {@code more}. */
    void property(String key, String title, String description, Runnable more) {
        object(key, () -> {
            text("title", title);
            text("description", description);
            more.run();
        });
    }

    /** A property whose title is its key. */
    void property(String key, String description, Runnable more) {
        property(key, key, description, more);
    }

    <T> void objects(String name, Collection<T> values, Consumer<T> members) {
        out.writeArrayPropertyStart(name);
        for (T value : values) {
            out.writeStartObject();
            members.accept(value);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    void text(String name, String value) {
        out.writeStringProperty(name, value);
    }

    void number(String name, int value) {
        out.writeNumberProperty(name, value);
    }

    void flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    void texts(String name, Collection<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
    }

    /** Words as YAML may read them: a word of digits as a number and as a string. */
    void words(String name, Collection<String> words) {
        out.writeArrayPropertyStart(name);
        for (String word : words) {
            if (word.matches("0|[1-9][0-9]{0,8}")) {
                out.writeNumber(Integer.parseInt(word));
            }
            out.writeString(word);
        }
        out.writeEndArray();
    }

    private static final class Formatting extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withArrayElementSpacing(Separators.Spacing.NONE))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
