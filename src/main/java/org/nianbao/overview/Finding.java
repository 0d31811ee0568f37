package org.nianbao.overview;

import java.util.Locale;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.SourceSpan;

/**
 * A problem in words. It holds nothing of the file, so that very many can be kept.
 *
 * @param severity whether it blocks
 * @param id names the kind of problem
 * @param place where it was written, in words; empty when it is in no text
 * @param fact what is wrong, cut where it is very long
 */
public record Finding(Severity severity, String id, String place, String fact) {
    /** In characters; a hundred is usual. */
    private static final int LONGEST = 300;

    /** @param file the name of the file that is spoken of, so that it need not be named again */
    static Finding of(Diagnostic diagnostic, String file, Locale locale) {
        return new Finding(
                diagnostic.severity(),
                diagnostic.id(),
                diagnostic.place().map(place -> point(place, file).in(locale)).orElse(""),
                cut(diagnostic.fact().in(locale)));
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static Message point(SourceSpan place, String file) {
        String name = place.source().name();
        return name.equals(file)
                ? Message.of("at-line", place.line(), place.column())
                : Message.of("at-line-of", name, place.line(), place.column());
    }
}
