package org.nianbao.check;

import org.nianbao.diagnostic.Diagnostics;

/**
 * Findings of checks.
 *
 * @param primary about what was typed
 * @param derived about computed totals; most of them follow from a primary finding
 */
public record Findings(Diagnostics primary, Diagnostics derived) {
    public Findings() {
        this(new Diagnostics(), new Diagnostics());
    }

    public void addAll(Findings other) {
        primary.addAll(other.primary);
        derived.addAll(other.derived);
    }
}
