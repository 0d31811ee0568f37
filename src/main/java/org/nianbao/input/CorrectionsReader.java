package org.nianbao.input;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.chinese.Corrections;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;

/** Reads a {@code traditional.yaml}. */
public final class CorrectionsReader {
    private final MappingReader fields;

    private CorrectionsReader(Diagnostics diagnostics) {
        this.fields = new MappingReader(diagnostics);
    }

    /**
     * Reads a file.
     *
     * @param diagnostics gets whatever is wrong with it
     * @return the corrections, or nothing where something is wrong
     */
    public static Optional<Corrections> read(Path file, Diagnostics diagnostics) {
        int before = diagnostics.size();
        return YamlFile.read(file, file.toString(), diagnostics)
                .flatMap(source -> YamlFile.ofTemplate(source).mapping(diagnostics))
                .map(root -> new CorrectionsReader(diagnostics).corrections(root))
                .filter(corrections -> diagnostics.size() == before);
    }

    private Corrections corrections(YamlNode root) {
        Map<String, YamlNode> parts = fields.of(root, Set.of("words", "variants"), Set.of());
        return new Corrections(pairs(parts, "words"), pairs(parts, "variants"));
    }

    private Map<String, String> pairs(Map<String, YamlNode> parts, String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Map<String, YamlNode> written = fields.open(parts, name);
        written.keySet()
                .forEach(word -> fields.text(written, word).ifPresent(becomes -> {
                    if (becomes.length() != word.length()) {
                        fields.wrong(written, word, Message.of("as-long", word.codePointCount(0, word.length())));
                    }
                    pairs.put(word, becomes);
                }));
        return pairs;
    }
}
