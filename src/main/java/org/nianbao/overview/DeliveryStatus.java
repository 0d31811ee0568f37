package org.nianbao.overview;

import java.util.List;
import java.util.Map;

/**
 * How it stands with a unit.
 *
 * @param number of the unit in the list, from 1
 * @param name of the unit
 * @param aggregate whether the report counts that sums up others
 * @param group that it is in; empty where nobody put units into groups
 * @param delivered what came from it about the year
 * @param otherYears what came from it about other years
 */
public record DeliveryStatus(
        int number, String name, boolean aggregate, String group, List<Delivery> delivered, List<Delivery> otherYears) {
    public DeliveryStatus {
        delivered = List.copyOf(delivered);
        otherYears = List.copyOf(otherYears);
    }

    /** How it stands, the most urgent first. */
    public enum State {
        /** Nothing came. */
        MISSING,
        /** What came is about another year. */
        OTHER_YEAR,
        /** More than one report came; nobody knows which of them counts. */
        TWICE,
        /** The report has errors. */
        ERRORS,
        /** Something in the report is still to be filled in. */
        UNFILLED,
        /** The report has warnings alone. */
        WARNINGS,
        /** Nothing is wrong. */
        CLEAN
    }

    /** How it stands; of several that are true, the most urgent. */
    public State state() {
        if (delivered.isEmpty()) {
            return otherYears.isEmpty() ? State.MISSING : State.OTHER_YEAR;
        }
        if (delivered.size() > 1) {
            return State.TWICE;
        }
        FindingCounts findings = delivered.get(0).findings();
        return findings.errors() > 0
                ? State.ERRORS
                : findings.unfilled() > 0 ? State.UNFILLED : findings.warnings() > 0 ? State.WARNINGS : State.CLEAN;
    }

    /** Whether a report about the year came. */
    public boolean isDelivered() {
        return !delivered.isEmpty();
    }

    /** Whether what came has errors. */
    public boolean hasErrors() {
        return delivered.stream().anyMatch(delivery -> delivery.findings().errors() > 0);
    }

    /** Its key figures; none as long as it is not known which of several reports counts, unless they agree. */
    Map<String, FigureSummary> figures() {
        List<Map<String, FigureSummary>> all =
                delivered.stream().map(Delivery::figures).distinct().toList();
        return all.size() == 1 ? all.get(0) : Map.of();
    }
}
