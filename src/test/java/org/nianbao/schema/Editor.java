package org.nianbao.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Does with an input what editors do: YAML 1.2 to JSON, which a schema is held against. */
final class Editor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(Dialects.getDraft7());

    private final Schema schema;

    Editor(JsonNode schema) {
        this.schema = REGISTRY.getSchema(schema);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** What is wrong with a schema, as draft-07 has it. */
    static List<String> faultsOf(JsonNode schema) {
        return new Editor(json(draft07())).marks(schema);
    }

    /** What would be marked in an input; empty where it is no YAML that an editor could read. */
    Optional<List<String>> marks(byte[] input) {
        return yaml(input).map(this::marks);
    }

    private List<String> marks(JsonNode node) {
        return schema.validate(node).stream().map(Object::toString).toList();
    }

    private static Optional<JsonNode> yaml(byte[] input) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .build();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(input))
                    .toString();
            return Optional.of(JSON.valueToTree(plain(new Load(settings).loadFromString(text))));
        } catch (CharacterCodingException | YamlEngineException | NumberFormatException notYaml) {
            return Optional.empty();
        }
    }

    /** Keys as texts, as editors take them. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, member) -> plain.put(String.valueOf(key), plain(member)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(member -> plain.add(plain(member)));
            return plain;
        }
        return value;
    }

    private static String draft07() {
        try (var in = Schema.class.getResourceAsStream("/draft-07/schema")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
