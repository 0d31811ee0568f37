package org.nianbao.diagnostic;

import java.util.Optional;

/**
 * A finding that users accept, with their reason.
 *
 * @param id of the finding, for example {@code A2}
 * @param subject dotted path of the part that it is about
 * @param quote words that it is about, if it is about words
 * @param reason never empty
 * @param span of the acceptance itself
 */
public record Acceptance(String id, String subject, Optional<String> quote, String reason, SourceSpan span) {
    /** Words as a YAML scalar in quotes. */
    public static String quoted(String words) {
        boolean plain = words.indexOf('"') < 0 && words.indexOf('\\') < 0;
        return plain ? '"' + words + '"' : "'" + words.replace("'", "''") + "'";
    }

    /** Whether this accepts a finding. */
    public boolean covers(Diagnostic diagnostic) {
        return diagnostic.id().equals(id)
                && diagnostic.subject().equals(Optional.of(subject))
                && diagnostic.quote().equals(quote);
    }
}
