package org.nianbao.command;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Message;

/** The options of a command are invalid. Exit status 2. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    UsageError(Message reason) {
        super(reason.in(Locale.ENGLISH));
        this.reason = reason;
    }

    Message reason() {
        return reason;
    }

    /** @param key message for an unknown word; it gets the word and the known ones */
    static void requireKnown(String key, Object typed, Collection<?> known) {
        if (!known.contains(typed)) {
            String list = known.stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw new UsageError(Message.of(key, typed, list));
        }
    }
}
