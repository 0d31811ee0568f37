package org.nianbao.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Severity;
import org.nianbao.template.TemplateData;

/**
 * The findings in one file, without hints.
 *
 * @param unfilled number of unfilled places
 * @param accepted number of accepted findings
 * @param listed the first findings, errors before warnings
 */
@TemplateData
public record FindingCounts(int errors, int warnings, int unfilled, int accepted, List<Finding> listed) {
    /**
     * Summarizes the diagnostics of a file.
     *
     * @param limit number of findings kept
     */
    static FindingCounts of(FileDiagnostics file, int limit, Locale locale) {
        return new FindingCounts(
                file.count(Severity.ERROR),
                file.count(Severity.WARNING),
                file.unfilled(),
                file.accepted(),
                file.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.severity() != Severity.HINT)
                        .sorted(Comparator.comparing(Diagnostic::severity))
                        .limit(limit)
                        .map(diagnostic -> Finding.of(diagnostic, file.name(), locale))
                        .toList());
    }

    /** Number of findings that are not listed. */
    @TemplateData
    public int more() {
        return errors + warnings - listed.size();
    }
}
