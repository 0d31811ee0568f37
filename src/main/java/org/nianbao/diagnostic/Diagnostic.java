package org.nianbao.diagnostic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something a person can fix.
 *
 * @param severity whether it blocks
 * @param id names the kind of problem, for example {@code unknown-key} or, for a form's rule, {@code A2}
 * @param place where it was written; empty when it is in no text, as with a file that cannot be read
 * @param subject what it is about as a dotted path, if it is about a part of the report
 * @param quote the words of the prose that it is about, if it is about some
 * @param fact what is wrong, with the figures
 * @param help what to do
 * @param related other places that belong to it, in reading order
 */
public record Diagnostic(
        Severity severity,
        String id,
        Optional<SourceSpan> place,
        Optional<String> subject,
        Optional<String> quote,
        Message fact,
        Optional<Message> help,
        List<Related> related) {
    /** The id of what is no mistake: somebody has yet to fill something in. */
    public static final String TO_FILL_IN = "to-fill-in";

    public Diagnostic {
        related = List.copyOf(related);
    }

    /**
     * A place that belongs to a problem.
     *
     * @param place where it is; may be in another file
     * @param words what stands there
     */
    public record Related(SourceSpan place, Message words) {}

    /** A problem at a place. */
    public static Diagnostic of(Severity severity, String id, SourceSpan place, Message fact, Message help) {
        return new Diagnostic(
                severity,
                id,
                Optional.of(place),
                Optional.empty(),
                Optional.empty(),
                fact,
                Optional.of(help),
                List.of());
    }

    /** An error at a place. */
    public static Diagnostic error(String id, SourceSpan place, Message fact, Message help) {
        return of(Severity.ERROR, id, place, fact, help);
    }

    /** A warning at a place. */
    public static Diagnostic warning(String id, SourceSpan place, Message fact, Message help) {
        return of(Severity.WARNING, id, place, fact, help);
    }

    /** A hint at a place. */
    public static Diagnostic hint(String id, SourceSpan place, Message fact, Message help) {
        return of(Severity.HINT, id, place, fact, help);
    }

    /** An error that stands in no text. */
    public static Diagnostic error(String id, Message fact, Message help) {
        return nowhere(Severity.ERROR, id, fact, help);
    }

    /** Something could not be written; what was there before is untouched. */
    public static Diagnostic unwritable(Object place, IOException e) {
        String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
        return error("unwritable", Message.of("unwritable", place, reason), Message.of("unwritable.help"));
    }

    /** A warning that stands in no text. */
    public static Diagnostic warning(String id, Message fact, Message help) {
        return nowhere(Severity.WARNING, id, fact, help);
    }

    /** A hint that stands in no text. */
    public static Diagnostic hint(String id, Message fact, Message help) {
        return nowhere(Severity.HINT, id, fact, help);
    }

    static Diagnostic nowhere(Severity severity, String id, Message fact, Message help) {
        return new Diagnostic(
                severity, id, Optional.empty(), Optional.empty(), Optional.empty(), fact, Optional.of(help), List.of());
    }

    /** The same problem, said to be about a part of the report. */
    public Diagnostic about(String path) {
        return new Diagnostic(severity, id, place, Optional.of(path), quote, fact, help, related);
    }

    /** The same problem, said to be about some words of the prose. */
    public Diagnostic quoting(String words) {
        return new Diagnostic(severity, id, place, subject, Optional.of(words), fact, help, related);
    }

    /** The same problem, with one more place that belongs to it. */
    public Diagnostic related(SourceSpan other, Message words) {
        List<Related> all = new ArrayList<>(related);
        all.add(new Related(other, words));
        return new Diagnostic(severity, id, place, subject, quote, fact, help, all);
    }

    /** Whether it will be gone once the report is finished. */
    public boolean isToFillIn() {
        return id.equals(TO_FILL_IN);
    }

    /** Whether it blocks. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
