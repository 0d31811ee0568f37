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
import org.nianbao.report.TableWords;

/**
 * The known values of a new input.
 *
 * @param facts by key, as typed
 * @param prose by section key; empty text for a section that is blank on purpose
 * @param remarks comment lines above a section, by its key
 * @param leftOut optional facts and sections that are commented out
 * @param figures known ones; the others are to be filled in, or computed if they are totals
 * @param toCorrect cells with figures of last year that most likely changed
 * @param doubtful what is in doubt about a cell, for a comment
 * @param words that the agency adds to the tables
 * @param charts of the report
 * @param acceptances of the report that is copied
 * @param lost lines of the earlier report that have no place in the form
 */
public record Filling(
        Map<String, String> facts,
        Map<String, String> prose,
        Map<String, List<String>> remarks,
        Set<String> leftOut,
        Map<CellPath, Cell> figures,
        Set<CellPath> toCorrect,
        Map<CellPath, String> doubtful,
        TableWords words,
        List<ChartRequest> charts,
        List<Acceptance> acceptances,
        List<String> lost) {
    private Filling(Map<String, String> facts, Map<CellPath, Cell> figures) {
        this(
                facts,
                Map.of(),
                Map.of(),
                Set.of(),
                figures,
                Set.of(),
                Map.of(),
                TableWords.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /** A new report: only its agency and year are known. */
    public static Filling fresh(Form form, String agency, int year) {
        Map<String, String> facts = new LinkedHashMap<>();
        form.fact(Fact.Role.AGENCY).ifPresent(fact -> facts.put(fact.key(), agency));
        form.fact(Fact.Role.YEAR).ifPresent(fact -> facts.put(fact.key(), String.valueOf(year)));
        return new Filling(facts, Map.of());
    }

    /** An aggregate report with its sums. */
    public static Filling ofSums(Form form, String agency, int year, Map<CellPath, Cell> sums) {
        Map<String, String> facts = fresh(form, agency, year).facts();
        form.fact(Fact.Role.SCOPE)
                .ifPresent(scope -> facts.put(scope.key(), scope.choices().get(1)));
        return new Filling(facts, sums);
    }

    /**
     * A report carried over from an earlier one, also from another edition of the form.
     *
     * @param diagnostics gets a warning for each value that has no place in the form, and one if no figure is carried over
     */
    public static Filling from(Reading.Filled earlier, Form form, String agency, int year, Diagnostics diagnostics) {
        return new Carried(fresh(form, agency, year), form, year, earlier, diagnostics).filling();
    }
}
