package org.nianbao.diagnostic;

import java.util.Locale;

/** How much a problem weighs. */
public enum Severity {
    /** Blocks rendering, unless a draft is asked for. */
    ERROR,
    /** Most likely wrong: is told, and blocks nothing unless the strict way is asked for. */
    WARNING,
    /** Worth a look when a report is checked; blocks nothing. */
    HINT;

    /** The name for machines, and of the sentence that says it to people: {@code error}, {@code warning}, {@code hint}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
