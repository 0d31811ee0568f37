package org.nianbao.form;

import java.time.MonthDay;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An official form in one edition. All that is known of it comes from its {@code form.yaml}.
 *
 * @param name what the form is called
 * @param edition the year of the edition
 * @param firstYear the first year that reports of this edition are about
 * @param lastYear the last one; empty while the edition is in force
 * @param facts in the form's order
 * @param sections in the form's order
 * @param cells of the sections
 * @param rules by id, what each says; every rule that a table names is here
 * @param deadlines until when reports are published, if the form says so
 * @param charts that a report may show
 * @param keyFigures what is looked at first where many reports are collected, the most telling one first
 * @param prose what is known of good prose in it
 */
public record Form(
        String name,
        int edition,
        int firstYear,
        Optional<Integer> lastYear,
        List<Fact> facts,
        List<Section> sections,
        FormCells cells,
        Map<String, Rule> rules,
        Optional<Deadlines> deadlines,
        List<ChartSpec> charts,
        List<KeyFigure> keyFigures,
        ProseRules prose) {
    public Form {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        rules = new LinkedHashMap<>(rules);
        charts = List.copyOf(charts);
        keyFigures = List.copyOf(keyFigures);
    }

    /**
     * What a rule says.
     *
     * @param zh in Chinese
     * @param en in English
     * @param of what the program itself holds against it, if anything
     */
    public record Rule(String zh, String en, Optional<RuleRole> of) {}

    /** What the program itself holds against a rule that is no equation. */
    public enum RuleRole {
        /** Whether a figure is one of its type. */
        FIGURES,
        /** Whether the edition is that of the report's year. */
        EDITION,
        /** Whether a report that sums up others says what they come to. */
        PARTS
    }

    /** The id of the rule that plays a role; where the form has none, the other id. */
    public String rule(RuleRole role, String otherwise) {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().of().equals(Optional.of(role)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * Until when a report is published, in the year after its own.
     *
     * @param rule id of the rule that says so
     * @param days the last day, by level of the body
     */
    public record Deadlines(String rule, Map<String, MonthDay> days) {
        public Deadlines {
            days = new LinkedHashMap<>(days);
        }

        /** The last day for a body of that level or, where that is not known, of all. */
        public MonthDay of(Optional<String> level) {
            return level.map(days::get).orElseGet(() -> Collections.max(days.values()));
        }
    }

    /** Whether reports about that year use this edition. */
    public boolean serves(int year) {
        return year >= firstYear && lastYear.map(last -> year <= last).orElse(true);
    }

    /** The fact that plays a role, if the form has it. */
    public Optional<Fact> fact(Fact.Role role) {
        return facts.stream()
                .filter(fact -> fact.role().equals(Optional.of(role)))
                .findFirst();
    }

    /** The ids of the rules that last year's report is needed for, or may add findings to. */
    public Set<String> rulesAcrossYears() {
        Set<String> ids = new HashSet<>();
        prose.repetition().map(ProseRules.RepetitionRule::rule).ifPresent(ids::add);
        prose.years().map(ProseRules.YearRule::rule).ifPresent(ids::add);
        cells.blocks().stream()
                .flatMap(block -> block.block().identities().stream())
                .filter(Identity::acrossYears)
                .map(Identity::rule)
                .forEach(ids::add);
        return ids;
    }

    /** The parts that are tables, in order. */
    public List<Section.TableSection> tables() {
        return sections.stream()
                .filter(Section.TableSection.class::isInstance)
                .map(Section.TableSection.class::cast)
                .toList();
    }
}
