package org.nianbao.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that somebody most likely meant. */
public final class Nearest {
    private Nearest() {}

    /** The known word that takes the fewest changes, if they are fewer than half of the longer one's characters. */
    public static Optional<String> to(String word, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .filter(other -> distance.apply(word, other) * 2 <= Math.max(word.length(), other.length()))
                .min(Comparator.comparingInt(other -> distance.apply(word, other)));
    }

    /** The few known paths that somebody most likely meant: those that end in these words, or else the nearest ones. */
    public static List<String> pathsTo(String words, Collection<String> known) {
        List<String> ending = known.stream()
                .filter(path -> path.endsWith("." + words))
                .limit(3)
                .toList();
        if (!ending.isEmpty()) {
            return ending;
        }
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .sorted(Comparator.comparingInt(path -> distance.apply(words, path)))
                .limit(3)
                .toList();
    }
}
