package org.nianbao.console;

import org.nianbao.diagnostic.Severity;

/** How a terminal highlights the parts of a diagnostic. */
public enum TextStyle {
    PLAIN,
    /** Colours of ECMA-48 (SGR). Every part also differs by its words. */
    ANSI;

    /** A part that can be highlighted. */
    enum Token {
        PLACE("1"), // bold
        ERROR("1;31"), // bold red
        WARNING("1;33"), // bold yellow
        HINT("1;36"), // bold cyan
        CARET("1;31"),
        HELP("32"); // green

        private final String code;

        Token(String code) {
            this.code = code;
        }

        static Token of(Severity severity) {
            return valueOf(severity.name());
        }
    }

    String apply(Token token, String text) {
        return this == PLAIN ? text : "\u001B[" + token.code + "m" + text + "\u001B[0m";
    }
}
