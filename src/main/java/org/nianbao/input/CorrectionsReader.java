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
    private CorrectionsReader() {}

    /** Reads a file; empty if {@code diagnostics} got an error. */
    public static Optional<Corrections> read(Path file, Diagnostics diagnostics) {
        int before = diagnostics.size();
        return YamlFile.template(file, diagnostics)
                .map(root -> new MappingReader(root, diagnostics).of(root, Set.of("words", "variants"), Set.of()))
                .map(of -> new Corrections(pairs(of, "words"), pairs(of, "variants")))
                .filter(corrections -> diagnostics.size() == before);
    }

    private static Map<String, String> pairs(MappingReader file, String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        file.open(name)
                .forEach((word, item) -> file.text(item, word).ifPresent(becomes -> {
                    if (becomes.length() != word.length()) {
                        file.wrong(item, word, Message.of("as-long", word.codePointCount(0, word.length())));
                    }
                    pairs.put(word, becomes);
                }));
        return pairs;
    }
}
