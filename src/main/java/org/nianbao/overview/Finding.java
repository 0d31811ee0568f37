package org.nianbao.overview;

import java.util.Locale;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.template.TemplateData;

/**
 * A diagnostic in words. It does not keep the text of its file, so that there can be many.
 *
 * @param weight the severity in words
 * @param place in words; empty if it is in no text
 * @param fact cut if it is very long
 * @param help cut if it is very long
 */
@TemplateData
public record Finding(Severity severity, String weight, String id, String place, String fact, String help) {
    /** In characters; a hundred is usual. */
    private static final int LIMIT = 300;

    /** @param file whose name is left out of the place */
    static Finding of(Diagnostic diagnostic, String file, Locale locale) {
        return new Finding(
                diagnostic.severity(),
                Message.of(diagnostic.severity().written()).in(locale),
                diagnostic.id(),
                diagnostic.span().map(span -> span.place(file).in(locale)).orElse(""),
                cut(diagnostic.fact().in(locale)),
                cut(diagnostic.help().in(locale)));
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LIMIT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LIMIT)) + "…";
    }
}
