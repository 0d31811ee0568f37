package org.nianbao.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON object that somebody sent: maps, lists, strings, integers, booleans and null. */
public final class JsonReader {
    private static final int DEEPEST = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(20)
                    .build())
            .build();

    private JsonReader() {}

    /** The text is no JSON object, is nested too deeply, or has a number that is no integer. */
    public static final class Malformed extends RuntimeException {
        private Malformed(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }

    /**
     * Reads the text of an object.
     *
     * @throws Malformed if it is no object
     */
    public static Map<String, @Nullable Object> object(String text) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("no object", null);
            }
            Map<String, @Nullable Object> object = members(in);
            if (in.nextToken() != null) {
                throw new Malformed("more than an object", null);
            }
            return object;
        } catch (JacksonException e) {
            throw new Malformed(String.valueOf(e.getOriginalMessage()), e);
        }
    }

    private static Map<String, @Nullable Object> members(JsonParser in) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            members.put(name, value(in, in.nextToken()));
        }
        return members;
    }

    private static @Nullable Object value(JsonParser in, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> members(in);
            case START_ARRAY -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
                    values.add(value(in, next));
                }
                yield values;
            }
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> in.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new Malformed("no integer", null);
        };
    }
}
