package org.nianbao.chinese;

import com.github.houbb.opencc4j.support.data.impl.OpenccDatas;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns Traditional Chinese into Simplified, character by character, to tell what somebody meant. */
public final class Simplified {
    private Simplified() {}

    /** The same words in Simplified; each character keeps its place. */
    public static String of(String text) {
        Map<String, List<String>> characters = OpenccDatas.tsChar().data().getDataMap();
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character ->
                        characters.getOrDefault(character, List.of(character)).get(0))
                .collect(Collectors.joining());
    }
}
