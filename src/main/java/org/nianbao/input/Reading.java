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
import org.nianbao.diagnostic.TypedText;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.Report;

/**
 * The result of reading an input.
 *
 * @param filled the report, if its form was found; wrong figures in it are blank
 * @param diagnostics of the file
 */
public record Reading(Optional<Filled> filled, List<Diagnostic> diagnostics) {
    public Reading {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /**
     * A report and the options of its documents.
     *
     * @param edition of its form
     * @param script of the documents
     * @param kept words, mostly names, and what is printed for each in Traditional, which has the same length
     * @param localRows the file with local rows, as typed
     * @param places of the parts of the report
     * @param texts all that was typed, in the input and its form
     * @param charts in the order of the report
     * @param acceptances of findings
     */
    public record Filled(
            Report report,
            Forms.Edition edition,
            Script script,
            Map<String, String> kept,
            Optional<String> localRows,
            SourceSpans places,
            List<TypedText> texts,
            List<ChartRequest> charts,
            List<Acceptance> acceptances) {
        public Filled {
            kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
            texts = List.copyOf(texts);
            charts = List.copyOf(charts);
            acceptances = List.copyOf(acceptances);
        }

        /** The name of the form. */
        public String form() {
            return report.form().name();
        }

        /** The agency. Throws if the input has none, which is an error of the input. */
        public String agency() {
            return report.agency().orElseThrow();
        }

        /** The year. Throws if the input has none, which is an error of the input. */
        public int year() {
            return report.year().orElseThrow();
        }
    }
}
