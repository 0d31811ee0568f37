package org.nianbao.listing;

import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON text in memory that is taken piece by piece. For one thread. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

    JsonGenerator json() {
        return json;
    }

    /** Writes a property if it has a value. */
    void member(String name, Optional<String> value) {
        value.ifPresent(words -> json.writeStringProperty(name, words));
    }

    /** Writes a finished value on a line of its own. */
    void line(String value) {
        json.writeRawValue("\n" + value);
    }

    /** Removes and returns what was written so far. */
    String take() {
        json.flush();
        String taken = text.toString();
        text.getBuffer().setLength(0);
        return taken;
    }

    /** Length of what {@link #take} would return, in UTF-16 units. */
    int length() {
        json.flush();
        return text.getBuffer().length();
    }
}
