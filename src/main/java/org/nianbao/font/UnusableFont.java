package org.nianbao.font;

import java.nio.file.Path;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.sandbox.Sandbox;

/** A font file that cannot be read or parsed. */
public final class UnusableFont extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    UnusableFont(Path file, Exception why) {
        super(file.toString(), why);
        diagnostic =
                why instanceof FontProgram.Replaced ? Diagnostic.error("font-replaced", file) : of(file, reason(why));
    }

    private static Message reason(Exception why) {
        return why instanceof Sandbox.LimitExceeded exceeded
                ? exceeded.reason()
                : Message.verbatim(why.getClass().getSimpleName() + ": " + why.getMessage());
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    static Diagnostic of(Path file, Message reason) {
        return Diagnostic.error("font-unusable", file, reason);
    }
}
