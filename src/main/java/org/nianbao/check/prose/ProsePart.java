package org.nianbao.check.prose;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.Section;
import org.nianbao.text.MappedProse;

/**
 * A section of prose that is looked at.
 *
 * @param examined the report it belongs to
 * @param section what it is
 * @param typed as it was written
 * @param paragraphs as a reader has them
 * @param findings gets what is found
 */
record ProsePart(
        Examined examined,
        Section.ProseSection section,
        String typed,
        List<Paragraph> paragraphs,
        ProseFindings findings) {
    /** In characters: how much of a sentence a message quotes. */
    private static final int QUOTED = 48;

    ProsePart {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The sections of prose that have words, in the form's order. */
    static List<ProsePart> of(Examined examined, Diagnostics diagnostics) {
        List<ProsePart> parts = new ArrayList<>();
        for (Section section : examined.report().form().sections()) {
            String typed = examined.report().prose(section.key());
            if (section instanceof Section.ProseSection prose && !typed.isBlank()) {
                List<Paragraph> paragraphs = MappedProse.of(typed, examined.report()::quoted).paragraphs().stream()
                        .map(Paragraph::of)
                        .toList();
                parts.add(new ProsePart(examined, prose, typed, paragraphs, new ProseFindings(diagnostics)));
            }
        }
        return parts;
    }

    /** A problem with some words of it, which can be accepted by quoting them. */
    Diagnostic diagnostic(
            Severity severity, String id, Paragraph paragraph, int from, int to, Message fact, Message help) {
        int start = paragraph.text().origin(from);
        int end = Math.max(start, paragraph.text().origin(to));
        String quote = typed.substring(start, end).strip();
        Message orAccept = Message.of("accept-words", help, id, section.key(), Acceptance.quoted(quote));
        SourceSpan place = examined.places().within(section.key(), typed, start, end);
        return Diagnostic.of(severity, id, place, fact, orAccept)
                .about(section.key())
                .quoting(quote);
    }

    /** A warning about some words of it. */
    Diagnostic warning(String id, Paragraph paragraph, int from, int to, Message fact, Message help) {
        return diagnostic(Severity.WARNING, id, paragraph, from, to, fact, help);
    }

    /** A warning that is told once for all of the section, at its first place: to accept it is to accept them all. */
    Diagnostic warningOnce(String id, Paragraph paragraph, int from, int to, Message fact, Message help) {
        int start = paragraph.text().origin(from);
        SourceSpan place = examined.places()
                .within(section.key(), typed, start, paragraph.text().origin(to));
        return Diagnostic.warning(id, place, fact, Message.of("accept-word", help, id, section.key()))
                .about(section.key());
    }

    /** As much of a sentence as a message can show, around what it is about. */
    static String shown(Paragraph paragraph, int from, int to) {
        Paragraph.Sentence sentence = paragraph.sentenceAt(from);
        int begin = sentence.from();
        String plain = paragraph
                .text()
                .words()
                .substring(begin, Math.max(to, sentence.to()))
                .stripTrailing();
        int start = Math.max(0, Math.min(from - begin - QUOTED / 2, to - begin - QUOTED));
        int end = Math.min(plain.length(), Math.max(to - begin, start + QUOTED));
        return (start > 0 ? "…" : "") + plain.substring(start, end).strip() + (end < plain.length() ? "…" : "");
    }
}
