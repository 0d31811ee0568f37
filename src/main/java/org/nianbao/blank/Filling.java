package org.nianbao.blank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.input.Reading;
import org.nianbao.report.ChartRequest;

/**
 * What a blank input knows before anybody fills it in.
 *
 * @param facts by key, as they are typed
 * @param prose by section key; empty text for a section that is blank on purpose
 * @param remarks what stands above a section, line by line, by its key
 * @param leftOut optional facts and sections that are not asked for
 * @param figures by path; what is not here is to be filled in or, if it is a total, reckoned
 * @param toCorrect paths of figures that are last year's and most likely no longer true
 * @param exhibits the charts that are shown
 * @param acceptances of the report that this one is a copy of
 * @param lost what has no place in the form, line by line
 */
public record Filling(
        Map<String, String> facts,
        Map<String, String> prose,
        Map<String, List<String>> remarks,
        Set<String> leftOut,
        Map<CellPath, Cell> figures,
        Set<CellPath> toCorrect,
        List<ChartRequest> exhibits,
        List<Acceptance> acceptances,
        List<String> lost) {
    public Filling {
        facts = new LinkedHashMap<>(facts);
        prose = new LinkedHashMap<>(prose);
        remarks = new LinkedHashMap<>(remarks);
        leftOut = Set.copyOf(leftOut);
        figures = new LinkedHashMap<>(figures);
        toCorrect = Set.copyOf(toCorrect);
        exhibits = List.copyOf(exhibits);
        acceptances = List.copyOf(acceptances);
        lost = List.copyOf(lost);
    }

    /** Of a report about which nothing is known but whose it is, and of which year. */
    public static Filling fresh(Form form, String agency, int year) {
        Map<String, String> facts = new LinkedHashMap<>();
        form.fact(Fact.Role.AGENCY).ifPresent(fact -> facts.put(fact.key(), agency));
        form.fact(Fact.Role.YEAR).ifPresent(fact -> facts.put(fact.key(), String.valueOf(year)));
        return new Filling(facts, Map.of(), Map.of(), Set.of(), Map.of(), Set.of(), List.of(), List.of(), List.of());
    }

    /**
     * Of a report that sums up others.
     *
     * @param sums by path
     */
    public static Filling ofSums(Form form, String agency, int year, Map<CellPath, Cell> sums) {
        Map<String, String> facts =
                new LinkedHashMap<>(fresh(form, agency, year).facts());
        form.fact(Fact.Role.SCOPE)
                .ifPresent(scope -> facts.put(scope.key(), scope.choices().get(1)));
        return new Filling(facts, Map.of(), Map.of(), Set.of(), sums, Set.of(), List.of(), List.of(), List.of());
    }

    /**
     * Of a report that takes over from an earlier one, maybe from another edition of its form.
     *
     * @param diagnostics gets a warning for each thing that has no place in the form, and one if no figure is carried
     */
    public static Filling from(Reading.Filled earlier, Form form, String agency, int year, Diagnostics diagnostics) {
        return new Carried(fresh(form, agency, year), form, year, earlier, diagnostics).filling();
    }
}
