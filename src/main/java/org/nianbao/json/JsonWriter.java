package org.nianbao.json;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes a JSON object, member by member. For one thread. */
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** The text of an object on one line. */
    public static String object(Consumer<JsonWriter> members) {
        return object(ObjectWriteContext.empty(), members);
    }

    /** The text of an object without its braces. */
    public static String members(Consumer<JsonWriter> members) {
        String object = object(members);
        return object.substring(1, object.length() - 1);
    }

    /** The text of an object, one member per line, indented by two spaces, with a final line feed. */
    public static String indented(Consumer<JsonWriter> members) {
        return object(new Indented(), members) + "\n";
    }

    private static String object(ObjectWriteContext layout, Consumer<JsonWriter> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(layout, text)) {
            out.writeStartObject();
            members.accept(new JsonWriter(out));
            out.writeEndObject();
        }
        return text.toString();
    }

    public void object(String name, Runnable members) {
        out.writeObjectPropertyStart(name);
        members.run();
        out.writeEndObject();
    }

    /** An array of objects. */
    public <T> void objects(String name, Collection<T> values, Consumer<T> members) {
        out.writeArrayPropertyStart(name);
        for (T value : values) {
            out.writeStartObject();
            members.accept(value);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** An array of arrays of objects. */
    public <T> void rows(String name, Collection<? extends Collection<T>> rows, Consumer<T> members) {
        out.writeArrayPropertyStart(name);
        for (Collection<T> row : rows) {
            out.writeStartArray();
            for (T value : row) {
                out.writeStartObject();
                members.accept(value);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    public void text(String name, String value) {
        out.writeStringProperty(name, value);
    }

    /** A string, if there is one. */
    public void text(String name, Optional<String> value) {
        value.ifPresent(words -> text(name, words));
    }

    public void number(String name, int value) {
        out.writeNumberProperty(name, value);
    }

    public void flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    /** An array of strings and integers. */
    public void values(String name, Collection<?> values) {
        out.writeArrayPropertyStart(name);
        for (Object value : values) {
            if (value instanceof Integer number) {
                out.writeNumber(number);
            } else {
                out.writeString(value.toString());
            }
        }
        out.writeEndArray();
    }

    private static final class Indented extends ObjectWriteContext.Base {
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
