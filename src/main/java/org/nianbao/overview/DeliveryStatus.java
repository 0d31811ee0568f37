package org.nianbao.overview;

import java.util.List;
import java.util.Map;
import org.nianbao.template.TemplateData;

/**
 * The status of a unit.
 *
 * @param number of the unit in the list, from 1
 * @param aggregate whether the report that is due sums up others
 * @param group that it is in; empty without a list of units
 * @param delivered its reports about the year
 * @param toCorrect files that it delivered that do not count as they are
 */
@TemplateData
public record DeliveryStatus(
        int number,
        String name,
        boolean aggregate,
        String group,
        List<Delivery> delivered,
        List<UnmatchedFile> toCorrect) {
    /** The most urgent first; of several that apply, a unit has the first. */
    public enum State {
        MISSING,
        /** It delivered nothing that counts, but something: it cannot be read, or its year or agency is wrong. */
        TO_CORRECT,
        /** More than one report; which of them counts is unknown. */
        TWICE,
        ERRORS,
        /** It has unfilled places. */
        UNFILLED,
        WARNINGS,
        CLEAN
    }

    @TemplateData
    public State state() {
        if (delivered.isEmpty()) {
            return toCorrect.isEmpty() ? State.MISSING : State.TO_CORRECT;
        }
        if (delivered.size() > 1) {
            return State.TWICE;
        }
        FindingCounts findings = delivered.get(0).findings();
        return findings.errors() > 0
                ? State.ERRORS
                : findings.unfilled() > 0 ? State.UNFILLED : findings.warnings() > 0 ? State.WARNINGS : State.CLEAN;
    }

    /** Whether its unit has something to do. */
    public boolean isOpen() {
        return state() != State.CLEAN && state() != State.WARNINGS;
    }

    /** 0 is the most urgent state. */
    @TemplateData
    public int urgency() {
        return List.of(State.values()).indexOf(state());
    }

    @TemplateData
    public boolean faulty() {
        return delivered.stream().anyMatch(delivery -> delivery.findings().errors() > 0);
    }

    /** Its key figures, by name; none if several reports differ in them. */
    @TemplateData
    public Map<String, FigureSummary> figures() {
        List<Map<String, FigureSummary>> all =
                delivered.stream().map(Delivery::figures).distinct().toList();
        return all.size() == 1 ? all.get(0) : Map.of();
    }
}
