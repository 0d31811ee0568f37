package org.nianbao.check.years;

import java.util.List;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.text.MappedProse;
import org.nianbao.text.MappedText;

/** The sentences of a section, with the places where they were typed. */
final class Sentences {
    private Sentences() {}

    static List<MappedText> of(Examined examined, String key) {
        return passage(examined, key).sentences();
    }

    static MappedProse passage(Examined examined, String key) {
        return MappedProse.of(examined.report().prose(key), examined.report()::quoted);
    }

    /** Where a stretch of a sentence was typed. */
    static SourceSpan place(Examined examined, String key, MappedText sentence, int from, int to) {
        int start = sentence.origin(from);
        int end = Math.max(start, sentence.origin(to));
        return examined.places().within(key, examined.report().prose(key), start, end);
    }
}
