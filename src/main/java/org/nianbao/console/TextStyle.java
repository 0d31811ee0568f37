package org.nianbao.console;

import org.nianbao.diagnostic.Severity;

/** How a terminal sets off the parts of a problem. */
@FunctionalInterface
public interface TextStyle {
    /** What can be set off. */
    enum Token {
        /** File, line and column. */
        PLACE,
        /** The words "error" and its id. */
        ERROR,
        /** The words "warning" and its id. */
        WARNING,
        /** The words "hint" and its id. */
        HINT,
        /** The carets under a value. */
        CARET,
        /** The words that open help. */
        HELP;

        /** The part that names a problem of that weight. */
        public static Token of(Severity severity) {
            return valueOf(severity.name());
        }
    }

    /** Nothing is set off. */
    TextStyle PLAIN = (part, words) -> words;

    /** The words with whatever the terminal needs around them. */
    String on(Token part, String words);
}
