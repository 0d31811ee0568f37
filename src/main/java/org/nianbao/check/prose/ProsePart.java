package org.nianbao.check.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.Section;
import org.nianbao.text.MappedProse;

/** A section of prose that is checked. */
final class ProsePart {
    /** In characters: the length of a sentence that a message quotes. */
    private static final int QUOTED = 48;

    /** Findings of one rule in a section. */
    private static final int MOST = 20;

    private final Examined examined;
    private final Section.ProseSection section;
    private final String typed;
    private final List<Paragraph> paragraphs;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> counts = new HashMap<>();

    private ProsePart(Examined examined, Section.ProseSection section, String typed, Diagnostics diagnostics) {
        this.examined = examined;
        this.section = section;
        this.typed = typed;
        this.paragraphs = MappedProse.of(typed, examined.report()::quoted).paragraphs().stream()
                .map(Paragraph::of)
                .toList();
        this.diagnostics = diagnostics;
    }

    /** The sections of prose that have words, in the form's order. */
    static List<ProsePart> of(Examined examined, Diagnostics diagnostics) {
        List<ProsePart> parts = new ArrayList<>();
        for (Section section : examined.report().form().sections()) {
            String typed = examined.report().prose(section.key());
            if (section instanceof Section.ProseSection prose && !typed.isBlank()) {
                parts.add(new ProsePart(examined, prose, typed, diagnostics));
            }
        }
        return parts;
    }

    Examined examined() {
        return examined;
    }

    String key() {
        return section.key();
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /** Whether no more findings of a rule are wanted. */
    boolean isFull(String rule) {
        return counts.getOrDefault(rule, 0) >= MOST;
    }

    /** Adds a finding about some words, which are quoted to accept it. */
    void add(Diagnostic finding, Paragraph paragraph, int from, int to) {
        int start = paragraph.text().origin(from);
        int end = Math.max(start, paragraph.text().origin(to));
        put(finding.quoting(typed.substring(start, end).strip()), start, end);
    }

    /** Adds a finding about the whole section, at its first place. */
    void addOnce(Diagnostic finding, Paragraph paragraph, int from, int to) {
        put(finding, paragraph.text().origin(from), paragraph.text().origin(to));
    }

    private void put(Diagnostic finding, int start, int end) {
        if (!isFull(finding.id())) {
            counts.merge(finding.id(), 1, Integer::sum);
            diagnostics.add(finding.at(examined.places().within(key(), typed, start, end))
                    .about(key())
                    .acceptable());
        }
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
