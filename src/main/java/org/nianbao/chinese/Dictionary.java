package org.nianbao.chinese;

import com.github.houbb.opencc4j.support.data.impl.OpenccDatas;
import com.github.houbb.opencc4j.support.datamap.IDataMap;
import com.github.houbb.opencc4j.support.segment.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * opencc4j's words and characters with our corrections, and a text's parting into them: the longest word first, from left
 * to right, as OpenCC does. The library's own parting knows no words but its own, and takes a second to start.
 *
 * <p>A word keeps its length, and Traditional words stay what they are: what a character alone would become wrong (干預)
 * is entered as a word that becomes itself.
 */
final class Dictionary implements IDataMap, Segment {
    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, List<String>> characters = new HashMap<>();

    /** How long the longest word is that opens with a character. */
    private final Map<Character, Integer> longest = new HashMap<>();

    Dictionary(Corrections corrections) {
        OpenccDatas.stChar()
                .data()
                .getDataMap()
                .forEach((simplified, forms) ->
                        characters.put(simplified, List.of(variant(forms.get(0), corrections.variants()))));
        Map<String, String> chosen = new HashMap<>();
        OpenccDatas.stPhrase()
                .data()
                .getDataMap()
                .forEach((simplified, forms) -> chosen.put(simplified, variant(forms.get(0), corrections.variants())));
        chosen.putAll(corrections.words());
        chosen.forEach((simplified, traditional) -> {
            if (simplified.length() == traditional.length()) {
                enter(simplified, traditional);
                if (!chosen.containsKey(traditional)
                        && !byCharacter(traditional).equals(traditional)) {
                    enter(traditional, traditional);
                }
            }
        });
    }

    private void enter(String word, String traditional) {
        words.put(word, List.of(traditional));
        longest.merge(word.charAt(0), word.length(), Math::max);
    }

    private static String variant(String traditional, Map<String, String> variants) {
        StringBuilder printed = new StringBuilder();
        traditional
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> printed.append(variants.getOrDefault(character, character)));
        return printed.toString();
    }

    private String byCharacter(String text) {
        StringBuilder turned = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> turned.append(
                        characters.getOrDefault(character, List.of(character)).get(0)));
        return turned.toString();
    }

    @Override
    public List<String> seg(String text) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); at += parts.get(parts.size() - 1).length()) {
            int end = Math.min(text.length(), at + longest.getOrDefault(text.charAt(at), 1));
            while (end > at + 1 && !words.containsKey(text.substring(at, end))) {
                end--;
            }
            parts.add(text.substring(at, end));
        }
        return parts;
    }

    @Override
    public Map<String, List<String>> stPhrase() {
        return words;
    }

    @Override
    public Map<String, List<String>> stChar() {
        return characters;
    }

    @Override
    public Map<String, List<String>> tsPhrase() {
        return Map.of();
    }

    @Override
    public Map<String, List<String>> tsChar() {
        return Map.of();
    }

    @Override
    public Set<String> tChars() {
        return Set.of();
    }

    @Override
    public Set<String> sChars() {
        return Set.of();
    }
}
