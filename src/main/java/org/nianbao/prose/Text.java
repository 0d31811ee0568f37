package org.nianbao.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of prose as a reader has it, in which every character knows where it was typed. Immutable.
 *
 * <p>Offsets are in UTF-16 units from 0.
 */
public final class Text {
    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?]*(?:[。！？!?]+[”’」』）)]*|$)");

    private final String words;
    private final int[] origins;

    Text(String words, int[] origins) {
        this.words = words;
        this.origins = origins;
    }

    /** What a reader reads. */
    public String words() {
        return words;
    }

    /** Where in the typed prose a character begins; of the character behind the last one, where the last one ends. */
    public int origin(int offset) {
        return origins[offset];
    }

    /** A part of it. */
    public Text part(int from, int to) {
        int[] part = new int[to - from + 1];
        System.arraycopy(origins, from, part, 0, part.length);
        return new Text(words.substring(from, to), part);
    }

    /** Its sentences in order, each with its full stop; blank ones are left out. */
    public List<Text> sentences() {
        List<Text> sentences = new ArrayList<>();
        Matcher matcher = SENTENCE.matcher(words);
        while (matcher.find()) {
            if (!matcher.group().isBlank()) {
                sentences.add(part(matcher.start(), matcher.end()));
            }
        }
        return sentences;
    }
}
