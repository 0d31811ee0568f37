package org.nianbao.chinese;

import java.util.Map;

/**
 * Corrections of the dictionary. Each word is as long as its replacement, in UTF-16 units.
 *
 * @param words Simplified words with their Traditional forms
 * @param variants characters of the dictionary with those printed instead
 */
public record Corrections(Map<String, String> words, Map<String, String> variants) {
    public Corrections {
        words = Map.copyOf(words);
        variants = Map.copyOf(variants);
    }
}
