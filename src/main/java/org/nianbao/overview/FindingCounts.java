package org.nianbao.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.nianbao.diagnostic.Diagnostic;
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
     * Takes the problems of a file.
     *
     * @param file as the problems name it
     * @param most so many are told
     * @param locale whose language they are told in
     */
    public static FindingCounts of(List<Diagnostic> diagnostics, int accepted, String file, int most, Locale locale) {
        return new FindingCounts(
                count(diagnostics, Severity.ERROR),
                count(diagnostics, Severity.WARNING),
                (int) diagnostics.stream().filter(Diagnostic::isToFillIn).count(),
                accepted,
                diagnostics.stream()
                        .filter(diagnostic -> diagnostic.severity() != Severity.HINT)
                        .sorted(Comparator.comparing(Diagnostic::severity))
                        .limit(most)
                        .map(diagnostic -> Finding.of(diagnostic, file, locale))
                        .toList());
    }

    private static int count(List<Diagnostic> diagnostics, Severity severity) {
        return (int) diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    /** How many are not told. */
    int more() {
        return errors + warnings - told.size();
    }
}
