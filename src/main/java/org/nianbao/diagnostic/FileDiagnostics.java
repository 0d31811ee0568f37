package org.nianbao.diagnostic;

import java.util.List;

/**
 * The diagnostics of one file.
 *
 * @param name of the file, as the user typed it; empty for diagnostics of no file, such as a missing folder
 * @param diagnostics in reading order
 * @param accepted number of findings accepted with a reason
 */
public record FileDiagnostics(String name, List<Diagnostic> diagnostics, int accepted) {
    public FileDiagnostics {
        diagnostics = List.copyOf(diagnostics);
        if (accepted < 0) {
            throw new IllegalArgumentException("accepted: " + accepted);
        }
    }

    /** The diagnostics that a list shows: at most 100, see {@link Diagnostics#first}. */
    public List<Diagnostic> listed() {
        return Diagnostics.of(diagnostics).first();
    }

    /** The same for a terminal: many unfilled places are joined into one diagnostic. */
    public List<Diagnostic> summarized() {
        return Diagnostics.of(UnfilledPlaces.joined(diagnostics)).first();
    }

    /** The same without unfilled places. */
    public List<Diagnostic> besidesUnfilled() {
        return Diagnostics.of(diagnostics.stream()
                        .filter(diagnostic -> !diagnostic.isToFillIn())
                        .toList())
                .first();
    }

    /** Whether they belong to no file. */
    public boolean isNoFile() {
        return name.isEmpty();
    }

    /** Number of diagnostics of a severity. */
    public int count(Severity severity) {
        return (int) diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    /** Number of places still to be filled in. */
    public int unfilled() {
        return (int) diagnostics.stream().filter(Diagnostic::isToFillIn).count();
    }
}
