package org.nianbao.diagnostic;

import java.util.Optional;

/**
 * A finding that people know of and let stand, with their reason.
 *
 * @param id of the finding, for example {@code A2}
 * @param subject the dotted path it is about
 * @param quote the words it is about, where it is about words
 * @param reason why it stands; never empty
 * @param place where the acceptance itself was written
 */
public record Acceptance(String id, String subject, Optional<String> quote, String reason, SourceSpan place) {
    /** Words as YAML takes them for a value, whatever quotation marks they hold. */
    public static String quoted(String words) {
        boolean plain = words.indexOf('"') < 0 && words.indexOf('\\') < 0;
        return plain ? '"' + words + '"' : "'" + words.replace("'", "''") + "'";
    }

    /** Whether this accepts that very problem. */
    public boolean covers(Diagnostic diagnostic) {
        return diagnostic.id().equals(id)
                && diagnostic.subject().equals(Optional.of(subject))
                && diagnostic.quote().equals(quote);
    }
}
