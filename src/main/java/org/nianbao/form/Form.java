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
 * One edition of an official form, as its {@code form.yaml} describes it.
 *
 * @param name of the form
 * @param edition the year of the edition
 * @param firstYear the first year whose reports use this edition
 * @param lastYear the last such year; empty while the edition is in force
 * @param facts in the form's order
 * @param sections in the form's order
 * @param cells of the sections
 * @param rules by id; every rule that a table names is here
 * @param deadlines for publishing, if the form has any
 * @param charts that the form offers
 * @param keyFigures the figures that an overview of many reports shows, in order
 * @param prose rules for the prose
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

    /** The text of a rule in Chinese and English, and its meaning to the program, if it has any. */
    public record Rule(String zh, String en, Optional<RuleRole> of) {}

    /** The meaning of a rule to the program. Equations need none. */
    public enum RuleRole {
        /** A figure must be of its type. */
        FIGURES,
        /** The edition must be that of the report's year. */
        EDITION,
        /** The figures of an aggregate report must be the sums of its units' figures. */
        PARTS
    }

    /** The id of the rule with a role; the other id if the form has no such rule. */
    public String rule(RuleRole role, String otherwise) {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().of().equals(Optional.of(role)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    /** The last days for publishing a report, in the year after its own, by level of the agency, with the id of their rule. */
    public record Deadlines(String rule, Map<String, MonthDay> days) {
        public Deadlines {
            days = new LinkedHashMap<>(days);
        }

        /** The last day for a level; the latest of all days if the level is unknown. */
        public MonthDay of(Optional<String> level) {
            return level.map(days::get).orElseGet(() -> Collections.max(days.values()));
        }
    }

    /** Whether reports of that year use this edition. */
    public boolean covers(int year) {
        return year >= firstYear && lastYear.map(last -> year <= last).orElse(true);
    }

    /** The fact with a role, if the form has one. */
    public Optional<Fact> fact(Fact.Role role) {
        return facts.stream()
                .filter(fact -> fact.role().equals(Optional.of(role)))
                .findFirst();
    }

    /** The ids of the rules that compare with last year's report. */
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

    /** The sections that are tables, in order. */
    public List<Section.TableSection> tables() {
        return sections.stream()
                .filter(Section.TableSection.class::isInstance)
                .map(Section.TableSection.class::cast)
                .toList();
    }
}
