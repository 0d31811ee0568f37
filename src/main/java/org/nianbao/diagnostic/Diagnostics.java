package org.nianbao.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Collects diagnostics, in the order in which they are added. For one thread. */
public final class Diagnostics {
    private final List<Diagnostic> added = new ArrayList<>();

    /** Holds diagnostics that were found before. */
    public static Diagnostics of(Collection<Diagnostic> diagnostics) {
        Diagnostics copy = new Diagnostics();
        copy.addAll(diagnostics);
        return copy;
    }

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

    public Stream<Diagnostic> stream() {
        return added.stream();
    }

    /** How many there are. */
    public int size() {
        return added.size();
    }

    public boolean isEmpty() {
        return added.isEmpty();
    }

    public boolean hasErrors() {
        return stream().anyMatch(Diagnostic::isError);
    }
}
