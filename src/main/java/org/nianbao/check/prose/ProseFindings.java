package org.nianbao.check.prose;

import java.util.HashMap;
import java.util.Map;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;

/** What is found in a section. A mistake that is everywhere is told a number of times, not everywhere. */
final class ProseFindings {
    /** How often one rule is told in a section. */
    private static final int MOST = 20;

    private final Diagnostics diagnostics;
    private final Map<String, Integer> told = new HashMap<>();

    ProseFindings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether a rule has been told often enough. */
    boolean enough(String rule) {
        return told.getOrDefault(rule, 0) >= MOST;
    }

    void add(Diagnostic diagnostic) {
        if (!enough(diagnostic.id())) {
            told.merge(diagnostic.id(), 1, Integer::sum);
            diagnostics.add(diagnostic);
        }
    }
}
