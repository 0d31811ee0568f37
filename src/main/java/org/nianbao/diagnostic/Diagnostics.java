package org.nianbao.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects diagnostics, in the order in which they are added. For one thread. */
public final class Diagnostics {
    private final List<Diagnostic> added = new ArrayList<>();

    public void add(Diagnostic diagnostic) {
        added.add(diagnostic);
    }

    public void addAll(Collection<Diagnostic> diagnostics) {
        added.addAll(diagnostics);
    }

    /** Adds what another collector holds. */
    public void addAll(Diagnostics other) {
        added.addAll(other.added);
    }

    /** A copy of what has been added so far. */
    public List<Diagnostic> list() {
        return List.copyOf(added);
    }

    /** What has been added since {@link #size} was {@code mark}. */
    public List<Diagnostic> since(int mark) {
        return List.copyOf(added.subList(mark, added.size()));
    }

    public int size() {
        return added.size();
    }

    public boolean isEmpty() {
        return added.isEmpty();
    }

    public boolean hasErrors() {
        return added.stream().anyMatch(Diagnostic::isError);
    }
}
