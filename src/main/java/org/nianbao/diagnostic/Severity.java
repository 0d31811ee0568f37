package org.nianbao.diagnostic;

import java.util.Locale;

/** The severity of a diagnostic. */
public enum Severity {
    /** Blocks rendering, but not of a draft. */
    ERROR,
    /** Most likely wrong; blocks rendering with {@code --strict}. */
    WARNING,
    /** Worth a look; reported by {@code check} only. */
    HINT;

    /** The name in machine-readable output, and key of the message: {@code error}, {@code warning}, {@code hint}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
