package org.nianbao.problem;

import java.util.Locale;
import java.util.Optional;

/**
 * Something a person can fix.
 *
 * @param severity whether it blocks
 * @param id names the kind of problem, for example {@code unknown-key} or, for a form's rule, {@code A2}
 * @param place where it was written; empty when it is in no text, as with a file that cannot be read
 * @param subject what it is about as a dotted path, if it is about a part of the report
 * @param fact what is wrong, with the figures
 * @param wayOut what to do
 */
public record Problem(
        Severity severity,
        String id,
        Optional<Place> place,
        Optional<String> subject,
        Message fact,
        Optional<Message> wayOut) {

    /** An error at a place. */
    public static Problem error(String id, Place place, Message fact, Message wayOut) {
        return new Problem(Severity.ERROR, id, Optional.of(place), Optional.empty(), fact, Optional.of(wayOut));
    }

    /** An error that stands in no text. */
    public static Problem error(String id, Message fact, Message wayOut) {
        return new Problem(Severity.ERROR, id, Optional.empty(), Optional.empty(), fact, Optional.of(wayOut));
    }

    /** A warning at a place. */
    public static Problem warning(String id, Place place, Message fact, Message wayOut) {
        return new Problem(Severity.WARNING, id, Optional.of(place), Optional.empty(), fact, Optional.of(wayOut));
    }

    /** The same problem, said to be about a part of the report. */
    public Problem about(String path) {
        return new Problem(severity, id, place, Optional.of(path), fact, wayOut);
    }

    /** Whether it blocks. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * The problem as a terminal shows it: place, severity, id and fact on the first line, then the source line with
     * a caret under the value, then the way out. Lines end in {@code \n}.
     */
    public String told(Locale locale) {
        StringBuilder text = new StringBuilder();
        place.ifPresent(at -> text.append(at).append(": "));
        text.append(Message.of(severity == Severity.ERROR ? "error" : "warning").in(locale));
        text.append(' ').append(id).append(": ").append(fact.in(locale)).append('\n');
        place.ifPresent(at -> text.append(Excerpt.of(at)));
        wayOut.ifPresent(way -> text.append("    ")
                .append(Message.of("way-out").in(locale))
                .append(way.in(locale))
                .append('\n'));
        return text.toString();
    }
}
