package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.nianbao.check.Examined;
import org.nianbao.chinese.Simplified;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.expression.Allowance;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;
import org.nianbao.text.MappedProse;
import org.nianbao.text.MappedText;

/** A section of prose that is checked. */
final class ProsePart {
    /** Maximum number of findings of one rule in a section. */
    private static final int MOST = 20;

    private final Examined examined;
    private final LastFigures last;
    private final String key;
    private final String typed;
    private final List<Paragraph> paragraphs;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> counts = new HashMap<>();

    private ProsePart(Examined examined, LastFigures last, String key, Allowance allowance, Diagnostics diagnostics) {
        this.examined = examined;
        this.last = last;
        this.key = key;
        this.typed = examined.report().prose(key);
        this.paragraphs = MappedProse.of(typed, examined.report()::quoted).paragraphs().stream()
                .map(text -> Paragraph.of(text, allowance))
                .toList();
        this.diagnostics = diagnostics;
    }

    /** The sections of prose that have words, and the prose above tables, in the form's order. */
    static List<ProsePart> of(Examined examined, LastFigures last, Allowance allowance, Diagnostics diagnostics) {
        List<ProsePart> parts = new ArrayList<>();
        for (Section section : examined.report().form().sections()) {
            String key = examined.report().words().opening(section.key()).orElse(section.key());
            if (!examined.report().prose(key).isBlank()) {
                parts.add(new ProsePart(examined, last, key, allowance, diagnostics));
            }
        }
        return parts;
    }

    Examined examined() {
        return examined;
    }

    /** The agency's name in Simplified Chinese, in which rules are written. */
    Optional<String> agency() {
        return examined.report().agency().map(Simplified::ifTraditional);
    }

    /** The key of the section. */
    String key() {
        return key;
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /** The number of spaces in front of a paragraph's line. */
    int indent(Paragraph paragraph) {
        int start = typed.lastIndexOf('\n', paragraph.text().origin(0) - 1) + 1;
        int end = start;
        while (end < typed.length() && typed.charAt(end) == ' ') {
            end++;
        }
        return end - start;
    }

    /** Whether a paragraph is an item of a list without numbers. */
    boolean isBullet(Paragraph paragraph) {
        int start = typed.lastIndexOf('\n', paragraph.text().origin(0) - 1) + 1 + indent(paragraph);
        return "-*+".indexOf(typed.charAt(start)) >= 0 && typed.startsWith(" ", start + 1);
    }

    /** A sum of cells, if all of them can be read and none is blank. */
    Optional<BigDecimal> sum(ProseRules.Interpretation reading) {
        boolean known = reading.terms().stream()
                .allMatch(term -> examined.canRead(term.cell().path()));
        return known ? examined.report().sum(reading.terms()) : Optional.empty();
    }

    /** The same sum in last year's figures, if they are known. */
    Optional<BigDecimal> lastYears(ProseRules.Interpretation reading) {
        return examined.report().year().flatMap(year -> last.sum(reading.terms(), year - 1));
    }

    /** Whether a rule has all the findings that are kept. */
    boolean isFull(String rule) {
        return counts.getOrDefault(rule, 0) >= MOST;
    }

    /** Whether some words are around a quote of a cell. */
    boolean quotes(Paragraph paragraph, int from, int to) {
        MappedText text = paragraph.text();
        return typed.substring(text.origin(from), Math.max(text.origin(from), text.origin(to)))
                .contains("{{");
    }

    /** Adds a finding about matched words. */
    void add(Diagnostic finding, Paragraph paragraph, Matcher match) {
        add(finding, paragraph, match.start(), match.end());
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
            diagnostics.add(finding.at(examined.places().within(key, typed, start, end))
                    .about(key)
                    .acceptable());
        }
    }
}
