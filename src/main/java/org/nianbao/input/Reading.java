package org.nianbao.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.Report;

/**
 * What came of reading one input.
 *
 * @param filled the report, where it could be told which form it fills; wrong figures in it are blank
 * @param diagnostics all that is wrong with the way it is written
 */
public record Reading(Optional<Filled> filled, List<Diagnostic> diagnostics) {
    public Reading {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /**
     * A report with what is known of its making.
     *
     * @param report what it says
     * @param edition the form it fills
     * @param script that its documents are in
     * @param kept words, most of them names, and what is printed for each in Traditional; as long as the word
     * @param localRows the file that adds rows to the form, as the input names it
     * @param places where each part of it was written
     * @param charts the charts that it shows, in its order
     * @param acceptances the findings that stand
     */
    public record Filled(
            Report report,
            Forms.Edition edition,
            Script script,
            Map<String, String> kept,
            Optional<String> localRows,
            SourceSpans places,
            List<ChartRequest> charts,
            List<Acceptance> acceptances) {
        public Filled {
            kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
            charts = List.copyOf(charts);
            acceptances = List.copyOf(acceptances);
        }

        /** The name of the form. */
        public String form() {
            return report.form().name();
        }

        /** The agency. An input without one has an error; then this throws. */
        public String agency() {
            return report.agency().orElseThrow();
        }

        /** The year. An input without one has an error; then this throws. */
        public int year() {
            return report.year().orElseThrow();
        }
    }
}
