package org.nianbao.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Joins the unfilled places of an input into one diagnostic. A new input has dozens of them. */
final class UnfilledPlaces {
    /** Up to this number they are listed one by one. */
    private static final int LISTED = 10;

    /** Line numbers that the joined diagnostic names. */
    private static final int LINES = 10;

    private UnfilledPlaces() {}

    /** The diagnostics of an input; if many of them are unfilled places, the first of these represents all. */
    static List<Diagnostic> joined(List<Diagnostic> diagnostics) {
        List<Diagnostic> unfilled =
                diagnostics.stream().filter(Diagnostic::isToFillIn).toList();
        if (unfilled.size() <= LISTED) {
            return diagnostics;
        }
        List<Diagnostic> joined = new ArrayList<>(diagnostics);
        joined.set(joined.indexOf(unfilled.get(0)), all(unfilled));
        joined.removeIf(unfilled::contains);
        return joined;
    }

    private static Diagnostic all(List<Diagnostic> unfilled) {
        Diagnostic first = unfilled.get(0);
        List<String> lines = unfilled.stream()
                .flatMap(diagnostic -> diagnostic.span().stream())
                .map(span -> Integer.toString(span.line()))
                .distinct()
                .toList();
        List<String> named = new ArrayList<>(lines.subList(0, Math.min(LINES, lines.size())));
        boolean more = named.size() < lines.size();
        Message.Bilingual list = new Message.Bilingual(
                String.join("、", named) + (more ? "…" : ""), String.join(", ", named) + (more ? ", …" : ""));
        return Diagnostic.warning("to-fill-in.many", unfilled.size(), Message.of(list))
                .as(first.id())
                .at(first.span().orElseThrow());
    }
}
