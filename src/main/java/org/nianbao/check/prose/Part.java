package org.nianbao.check.prose;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.check.Examined;
import org.nianbao.problem.Message;
import org.nianbao.problem.Place;
import org.nianbao.problem.Problem;
import org.nianbao.problem.Severity;
import org.nianbao.prose.Passage;
import org.nianbao.prose.Text;
import org.nianbao.report.Section;

/**
 * A section of prose that is looked at.
 *
 * @param examined the report it belongs to
 * @param section what it is
 * @param typed as it was written
 * @param passage as a reader has it
 */
record Part(Examined examined, Section.Prose section, String typed, Passage passage) {
    /** In characters: how much of a sentence a message quotes. */
    private static final int QUOTED = 48;

    /** The sections of prose that have words, in the form's order. */
    static List<Part> of(Examined examined) {
        List<Part> parts = new ArrayList<>();
        for (Section section : examined.report().form().sections()) {
            String typed = examined.report().prose(section.key());
            if (section instanceof Section.Prose prose && !typed.isBlank()) {
                parts.add(new Part(examined, prose, typed, Passage.of(typed, examined.report()::quoted)));
            }
        }
        return parts;
    }

    /** A problem with some words of it, which can be accepted by quoting them. */
    Problem problem(Severity severity, String id, Text text, int from, int to, Message fact, Message wayOut) {
        int start = text.origin(from);
        int end = Math.max(start, text.origin(to));
        String quote = typed.substring(start, end).strip();
        Message orAccept = Message.of("accept-words", wayOut, id, section.key(), quote);
        Place place = examined.places().within(section.key(), typed, start, end);
        return Problem.of(severity, id, place, fact, orAccept)
                .about(section.key())
                .quoting(quote);
    }

    /** A warning about some words of it. */
    Problem warning(String id, Text text, int from, int to, Message fact, Message wayOut) {
        return problem(Severity.WARNING, id, text, from, to, fact, wayOut);
    }

    /** As much of a sentence as a message can show, around what it is about. */
    static String shown(String sentence, int from, int to) {
        String plain = sentence.stripTrailing();
        int start = Math.max(0, Math.min(from - QUOTED / 2, to - QUOTED));
        int end = Math.min(plain.length(), Math.max(to, start + QUOTED));
        return (start > 0 ? "…" : "") + plain.substring(start, end).strip() + (end < plain.length() ? "…" : "");
    }
}
