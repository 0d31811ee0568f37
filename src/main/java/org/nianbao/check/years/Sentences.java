package org.nianbao.check.years;

import org.nianbao.check.Examined;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.text.MappedProse;
import org.nianbao.text.MappedText;

/** The prose of a section with its places. */
final class Sentences {
    private Sentences() {}

    static MappedProse of(Examined examined, String key) {
        return MappedProse.of(examined.report().prose(key), examined.report()::quoted);
    }

    /** The place of a part of a sentence. */
    static SourceSpan place(Examined examined, String key, MappedText sentence, int from, int to) {
        int start = sentence.origin(from);
        int end = Math.max(start, sentence.origin(to));
        return examined.places().within(key, examined.report().prose(key), start, end);
    }
}
