package org.nianbao.check.years;

import java.util.List;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Place;
import org.nianbao.text.Passage;
import org.nianbao.text.Text;

/** The sentences of a section, with the places where they were typed. */
final class Sentences {
    private Sentences() {}

    static List<Text> of(Examined examined, String key) {
        return passage(examined, key).sentences();
    }

    static Passage passage(Examined examined, String key) {
        return Passage.of(examined.report().prose(key), examined.report()::quoted);
    }

    /** Where a stretch of a sentence was typed. */
    static Place place(Examined examined, String key, Text sentence, int from, int to) {
        int start = sentence.origin(from);
        int end = Math.max(start, sentence.origin(to));
        return examined.places().within(key, examined.report().prose(key), start, end);
    }
}
