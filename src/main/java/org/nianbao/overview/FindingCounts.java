package org.nianbao.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Severity;

/**
 * What was found in one file. Hints are left to {@code check}.
 *
 * @param errors how many block
 * @param warnings how many are most likely mistakes
 * @param unfilled how many of the warnings are places that are still to be filled in
 * @param accepted how many findings stand with a reason
 * @param told the first ones, errors before warnings
 */
public record FindingCounts(int errors, int warnings, int unfilled, int accepted, List<Finding> told) {
    public FindingCounts {
        told = List.copyOf(told);
    }

    /**
     * Summarizes the diagnostics of a file.
     *
     * @param most number of findings kept
     */
    static FindingCounts of(FileDiagnostics file, int most, Locale locale) {
        return new FindingCounts(
                file.count(Severity.ERROR),
                file.count(Severity.WARNING),
                file.unfilled(),
                file.accepted(),
                file.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.severity() != Severity.HINT)
                        .sorted(Comparator.comparing(Diagnostic::severity))
                        .limit(most)
                        .map(diagnostic -> Finding.of(diagnostic, file.name(), locale))
                        .toList());
    }

    /** How many are not told. */
    int more() {
        return errors + warnings - told.size();
    }
}
