package org.nianbao.input;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.chinese.Corrections;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Problem;

/** Reads a {@code traditional.yaml}. */
public final class CorrectionsReader {
    private final Fields fields;

    private CorrectionsReader(List<Problem> problems) {
        this.fields = new Fields(problems);
    }

    /**
     * Reads a file.
     *
     * @param problems gets whatever is wrong with it
     * @return the corrections, or nothing where something is wrong
     */
    public static Optional<Corrections> read(Path file, List<Problem> problems) {
        int before = problems.size();
        return YamlFile.read(file, file.toString(), problems)
                .flatMap(source -> YamlFile.ofTemplate(source).mapping(problems))
                .map(root -> new CorrectionsReader(problems).corrections(root))
                .filter(corrections -> problems.size() == before);
    }

    private Corrections corrections(Item root) {
        Map<String, Item> parts = fields.of(root, Set.of("words", "variants"), Set.of());
        return new Corrections(pairs(parts, "words"), pairs(parts, "variants"));
    }

    private Map<String, String> pairs(Map<String, Item> parts, String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Map<String, Item> written = fields.open(parts, name);
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
