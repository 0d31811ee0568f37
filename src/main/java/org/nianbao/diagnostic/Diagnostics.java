package org.nianbao.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Collects diagnostics, in the order in which they are added. For one thread. */
public final class Diagnostics {
    private static final int LISTED = 100;

    private static final Comparator<Diagnostic> READING_ORDER = Comparator.comparing((Diagnostic diagnostic) ->
                    diagnostic.span().map(SourceSpan::line).orElse(0))
            .thenComparing(
                    diagnostic -> diagnostic.span().map(SourceSpan::column).orElse(0));

    private final List<Diagnostic> added = new ArrayList<>();

    /** A collector that has some already. */
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

    public void addAll(Diagnostics other) {
        added.addAll(other.added);
    }

    public List<Diagnostic> list() {
        return List.copyOf(added);
    }

    /** A copy by line and column; diagnostics without a place come first. */
    public List<Diagnostic> sorted() {
        return stream().sorted(READING_ORDER).toList();
    }

    /** What has been added since {@link #size} was {@code mark}. */
    public List<Diagnostic> since(int mark) {
        return List.copyOf(added.subList(mark, added.size()));
    }

    public Stream<Diagnostic> stream() {
        return added.stream();
    }

    public int size() {
        return added.size();
    }

    public boolean isEmpty() {
        return added.isEmpty();
    }

    public boolean hasErrors() {
        return stream().anyMatch(Diagnostic::isError);
    }

    /**
     * At most 100 diagnostics, errors before warnings before hints, in the order in which they were added; if there are
     * more, a last one says how many.
     */
    public List<Diagnostic> first() {
        if (added.size() <= LISTED) {
            return list();
        }
        Set<Diagnostic> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Diagnostic> bySeverity =
                stream().sorted(Comparator.comparing(Diagnostic::severity)).toList();
        chosen.addAll(bySeverity.subList(0, LISTED));
        List<Diagnostic> first = new ArrayList<>(added);
        first.removeIf(diagnostic -> !chosen.contains(diagnostic));
        Severity severity = bySeverity.get(LISTED).severity();
        int more = added.size() - first.size();
        first.add(Diagnostic.of(severity, "more", more));
        return first;
    }
}
