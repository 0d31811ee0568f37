package org.nianbao.chinese;

import java.util.Map;

/**
 * Where the dictionary is overruled. Each word is as long as what it becomes, in UTF-16.
 *
 * @param words Simplified words, and what they are in Traditional
 * @param variants characters that the dictionary chooses, and the ones that are to be printed for them
 */
public record Corrections(Map<String, String> words, Map<String, String> variants) {
    public Corrections {
        words = Map.copyOf(words);
        variants = Map.copyOf(variants);
    }
}
