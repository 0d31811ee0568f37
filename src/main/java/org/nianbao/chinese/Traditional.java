package org.nianbao.chinese;

import com.github.houbb.opencc4j.support.data.impl.OpenccDatas;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Converts Simplified Chinese to Traditional by words, the longest first, from left to right, as OpenCC does. opencc4j
 * provides the dictionary; its own segmentation knows fewer words and takes a second to start. Text keeps its length, and
 * all but Simplified Chinese stays as it is. Thread-safe.
 */
public final class Traditional {
    private static volatile @Nullable Traditional last;

    private final Corrections corrections;

    /** Words and single characters. */
    private final Map<String, String> words = new HashMap<>();

    /** Length of the longest word by its first character. */
    private final Map<Character, Integer> longest = new HashMap<>();

    /** The conversion with some corrections. Unless the last one had the same, this takes some tenths of a second. */
    public static Traditional of(Corrections corrections) {
        Traditional known = last;
        if (known == null || !known.corrections.equals(corrections)) {
            known = new Traditional(corrections);
            last = known;
        }
        return known;
    }

    private Traditional(Corrections corrections) {
        this.corrections = corrections;
        Map<String, String> variants = corrections.variants();
        Map<String, String> characters = firstForms(OpenccDatas.stChar().data().getDataMap(), variants);
        Map<String, String> chosen = firstForms(OpenccDatas.stPhrase().data().getDataMap(), variants);
        chosen.putAll(corrections.words());
        chosen.forEach((simplified, traditional) -> {
            if (simplified.length() == traditional.length()) {
                enter(simplified, traditional);
                // a Traditional word that its characters would change (干預) stays as it is
                if (!chosen.containsKey(traditional)
                        && !Simplified.map(traditional, characters).equals(traditional)) {
                    enter(traditional, traditional);
                }
            }
        });
        characters.forEach((simplified, traditional) -> {
            if (simplified.length() == 1 && traditional.length() == 1 && !words.containsKey(simplified)) {
                enter(simplified, traditional);
            }
        });
    }

    private static Map<String, String> firstForms(Map<String, List<String>> dictionary, Map<String, String> variants) {
        Map<String, String> forms = new HashMap<>();
        dictionary.forEach((simplified, all) -> forms.put(simplified, Simplified.map(all.get(0), variants)));
        return forms;
    }

    private void enter(String word, String traditional) {
        words.put(word, traditional);
        longest.merge(word.charAt(0), word.length(), Math::max);
    }

    /**
     * Converts a text.
     *
     * @param kept words that take precedence over the dictionary, with replacements of the same length
     */
    public String of(String text, Map<String, String> kept) {
        if (kept.isEmpty()) {
            return convert(text);
        }
        String any = kept.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        StringBuilder converted = new StringBuilder();
        int from = 0;
        for (MatchResult word : Pattern.compile(any).matcher(text).results().toList()) {
            converted.append(convert(text.substring(from, word.start()))).append(kept.get(word.group()));
            from = word.end();
        }
        return converted.append(convert(text.substring(from))).toString();
    }

    private String convert(String text) {
        StringBuilder converted = new StringBuilder(text.length());
        while (converted.length() < text.length()) {
            converted.append(longestWord(text, converted.length()));
        }
        return converted.toString();
    }

    /** The conversion of the longest word that begins at an offset; of one character if none does. */
    private String longestWord(String text, int at) {
        int end = Math.min(text.length(), at + longest.getOrDefault(text.charAt(at), 0));
        for (; end > at; end--) {
            String traditional = words.get(text.substring(at, end));
            if (traditional != null) {
                return traditional;
            }
        }
        return text.substring(at, at + 1);
    }
}
