package org.nianbao.pipeline;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.SourceSpan;

/**
 * What came of rendering one input.
 *
 * @param diagnostics all that was found, in the order of the file
 * @param written the files that are now in the output folder; empty if none was written
 * @param accepted how many findings stand with a reason
 */
public record Outcome(List<Diagnostic> diagnostics, List<Path> written, int accepted) {
    private static final Comparator<Diagnostic> IN_READING_ORDER = Comparator.comparing((Diagnostic diagnostic) ->
                    diagnostic.place().map(SourceSpan::line).orElse(0))
            .thenComparing(
                    diagnostic -> diagnostic.place().map(SourceSpan::column).orElse(0));

    public Outcome {
        diagnostics = diagnostics.stream().sorted(IN_READING_ORDER).toList();
        written = List.copyOf(written);
    }

    /** How many problems are of that weight. */
    public long count(Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    /** How many places are still to be filled in. */
    public long unfilled() {
        return diagnostics.stream().filter(Diagnostic::isToFillIn).count();
    }
}
