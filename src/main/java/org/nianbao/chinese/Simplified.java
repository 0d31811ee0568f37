package org.nianbao.chinese;

import com.github.houbb.opencc4j.support.data.impl.OpenccDatas;
import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Converts Traditional Chinese to Simplified character by character, to recognise input typed in Traditional. */
public final class Simplified {
    /** 著 that is 着 on the mainland: no word for writings or fame. */
    private static final Pattern PARTICLE = Pattern.compile("(?<![显卓土原专编论巨昭合译名])著(?![名作述录称者书])");

    /** The characters of GB 2312, which has those of Simplified Chinese and none that only Traditional has. */
    private static final BitSet GB2312 = gb2312();

    private Simplified() {}

    /** The same in Simplified, if it is in Traditional; each character keeps its place. */
    public static String ifTraditional(String text) {
        boolean common = true;
        for (int i = 0; i < text.length() && common; i++) {
            char c = text.charAt(i);
            common = c < 0x4e00 || c > 0x9fff || GB2312.get(c);
        }
        if (common) {
            return text;
        }
        String simplified = ofProse(text);
        return simplified.length() == text.length() ? simplified : text;
    }

    public static String of(String text) {
        Map<String, List<String>> characters = OpenccDatas.tsChar().data().getDataMap();
        return each(text, character -> {
            List<String> simplified = characters.get(character);
            return simplified == null ? character : simplified.get(0);
        });
    }

    private static BitSet gb2312() {
        byte[] codes = new byte[94 * 94 * 2];
        for (int i = 0; i < codes.length; i += 2) {
            codes[i] = (byte) (0xa1 + i / 2 / 94);
            codes[i + 1] = (byte) (0xa1 + i / 2 % 94);
        }
        BitSet characters = new BitSet();
        for (char character : new String(codes, Charset.forName("GB2312")).toCharArray()) {
            characters.set(character);
        }
        return characters;
    }

    /** Converts prose: words of which a character has two simplified forms (答覆, 覆蓋) by the dictionary, all else as above. */
    public static String ofProse(String text) {
        StringBuilder simplified = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + Ambiguous.LONGEST);
            while (end > at + 1 && !Ambiguous.WORDS.containsKey(text.substring(at, end))) {
                end--;
            }
            end = Character.isHighSurrogate(text.charAt(at)) ? Math.max(end, Math.min(at + 2, text.length())) : end;
            String word = text.substring(at, end);
            simplified.append(Ambiguous.WORDS.getOrDefault(word, of(word)));
            at = end;
        }
        return PARTICLE.matcher(simplified).replaceAll("着");
    }

    /** The words of the dictionaries that are not those of their characters; read when they are first needed. */
    private static final class Ambiguous {
        static final Map<String, String> WORDS = new HashMap<>();
        static final int LONGEST;

        /** Words that are those of their characters. */
        private static final Set<String> PLAIN = new HashSet<>();

        static {
            OpenccDatas.stPhrase().data().getDataMap().forEach((simplified, all) -> enter(all.get(0), simplified));
            OpenccDatas.tsPhrase().data().getDataMap().forEach((traditional, all) -> enter(traditional, all.get(0)));
            LONGEST = WORDS.keySet().stream().mapToInt(String::length).max().orElse(1);
        }

        private static void enter(String traditional, String simplified) {
            if (of(traditional).equals(simplified)) {
                WORDS.remove(traditional);
                PLAIN.add(traditional);
            } else if (!PLAIN.contains(traditional)) {
                WORDS.putIfAbsent(traditional, simplified);
            }
        }
    }

    /** Replaces the code points that a map contains. */
    static String map(String text, Map<String, String> replacements) {
        return each(text, character -> replacements.getOrDefault(character, character));
    }

    /** Replaces each code point; without a stream, for a dictionary has more than a hundred thousand. */
    private static String each(String text, UnaryOperator<String> replacement) {
        StringBuilder replaced = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int end = text.offsetByCodePoints(at, 1);
            replaced.append(replacement.apply(text.substring(at, end)));
            at = end;
        }
        return replaced.toString();
    }
}
