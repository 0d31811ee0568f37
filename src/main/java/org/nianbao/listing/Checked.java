package org.nianbao.listing;

import java.util.List;
import org.nianbao.diagnostic.Diagnostic;

/**
 * What came of checking one input.
 *
 * @param name of the file, as the person typed it; empty for what belongs to no file, such as a folder that is not there
 * @param diagnostics in reading order
 * @param accepted how many findings stand with a reason
 */
public record Checked(String name, List<Diagnostic> diagnostics, int accepted) {
    public Checked {
        diagnostics = List.copyOf(diagnostics);
        if (accepted < 0) {
            throw new IllegalArgumentException("accepted: " + accepted);
        }
    }

    /** The problems that are listed: not more than a person takes in. */
    List<Diagnostic> told() {
        return Diagnostic.first(diagnostics);
    }

    /** Whether these are problems that belong to no file. */
    boolean isNoFile() {
        return name.isEmpty();
    }
}
