package org.nianbao.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An official form in one edition. All that is known of it comes from its {@code form.yaml}.
 *
 * @param name what the form is called
 * @param edition the year of the edition
 * @param firstYear the first year that reports of this edition are about
 * @param lastYear the last one; empty while the edition is in force
 * @param facts in the form's order
 * @param sections in the form's order
 * @param rules by id, what each says; every rule that a table names is here
 */
public record Form(
        String name,
        int edition,
        int firstYear,
        Optional<Integer> lastYear,
        List<Fact> facts,
        List<Section> sections,
        Map<String, Rule> rules) {
    public Form {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        rules = new LinkedHashMap<>(rules);
    }

    /**
     * What a rule says.
     *
     * @param zh in Chinese
     * @param en in English
     */
    public record Rule(String zh, String en) {}

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

    /** The parts that are tables, in order. */
    public List<Section.Figures> tables() {
        return sections.stream()
                .filter(Section.Figures.class::isInstance)
                .map(Section.Figures.class::cast)
                .toList();
    }
}
