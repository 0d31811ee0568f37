package org.nianbao.font;

import java.nio.file.Path;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Problem;
import org.nianbao.sandbox.Limit;

/** A font file that turned out to be none when it was needed. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Unusable(Path file, Exception why) {
        super(file.toString(), why);
        problem = why instanceof Program.Replaced
                ? Problem.error("font-replaced", Message.of("font-replaced", file), Message.of("font-replaced.way-out"))
                : of(file, reason(why));
    }

    private static Message reason(Exception why) {
        return why instanceof Limit.Exceeded exceeded
                ? exceeded.reason()
                : Message.verbatim(why.getClass().getSimpleName() + ": " + why.getMessage());
    }

    /** What to tell. */
    public Problem problem() {
        return problem;
    }

    static Problem of(Path file, Message reason) {
        return Problem.error(
                "font-unusable", Message.of("font-unusable", file, reason), Message.of("font-unusable.way-out"));
    }
}
