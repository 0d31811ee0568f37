package org.nianbao.diagnostic;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known word or path that a user most likely meant. */
public final class Nearest {
    private Nearest() {}

    /** In characters; the rest of a longer path is ignored. */
    private static final int LONGEST = 100;

    /** The word with the smallest edit distance, if that is at most half of the longer word. */
    public static Optional<String> to(String word, Collection<String> known) {
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (String other : known) {
            int allowed = Math.min(Math.max(word.length(), other.length()) / 2, fewest - 1);
            int changes = changes(word, other, allowed);
            if (changes >= 0) {
                nearest = other;
                fewest = changes;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Up to three paths that end in these words or, if there are none, are nearest to them. */
    private static List<String> pathsTo(String words, Collection<String> known) {
        List<String> ending = known.stream()
                .filter(path -> path.endsWith("." + words))
                .limit(3)
                .toList();
        if (!ending.isEmpty()) {
            return ending;
        }
        String start = words.substring(0, Math.min(words.length(), LONGEST));
        Map<String, Integer> distances = new LinkedHashMap<>();
        known.forEach(path -> distances.put(path, changes(start, path, LONGEST + path.length())));
        return distances.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Suggests the nearest known word or, if none is near, lists them all. Computed when it is shown. */
    public static Message suggestion(String word, Collection<String> known) {
        return locale -> to(word, known)
                .map(near -> Message.of("did-you-mean", near))
                .orElseGet(() -> Message.of("known-are", String.join(", ", known)))
                .in(locale);
    }

    /** Suggests up to three known paths. Computed when it is shown. */
    public static Message pathSuggestion(String words, Collection<String> known) {
        return locale -> Message.of("did-you-mean", String.join(" / ", pathsTo(words, known)))
                .in(locale);
    }

    /** The edit distance of two words; -1 if it is larger than allowed. */
    private static int changes(String word, String other, int allowed) {
        return allowed < 0 || Math.abs(word.length() - other.length()) > allowed
                ? -1
                : new LevenshteinDistance(allowed).apply(word, other);
    }
}
