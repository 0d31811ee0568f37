package org.nianbao.chinese;

import com.github.houbb.opencc4j.support.data.impl.OpenccDatas;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Converts Traditional Chinese to Simplified character by character, to recognise input typed in Traditional. */
public final class Simplified {
    private Simplified() {}

    public static String of(String text) {
        Map<String, List<String>> characters = OpenccDatas.tsChar().data().getDataMap();
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character ->
                        characters.getOrDefault(character, List.of(character)).get(0))
                .collect(Collectors.joining());
    }

    /** Replaces the code points that a map contains. */
    static String map(String text, Map<String, String> replacements) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> replacements.getOrDefault(character, character))
                .collect(Collectors.joining());
    }
}
