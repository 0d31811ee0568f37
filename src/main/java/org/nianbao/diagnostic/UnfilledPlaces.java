package org.nianbao.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        boolean document = first.span().orElseThrow().origin().isPresent();
        Message.Bilingual list = new Message.Bilingual(
                list(unfilled, Locale.CHINESE, "、", "…"), list(unfilled, Locale.ENGLISH, ", ", ", …"));
        return Diagnostic.warning(
                        document ? "to-fill-in.many-cells" : "to-fill-in.many", unfilled.size(), Message.of(list))
                .as(first.id())
                .at(first.span().orElseThrow());
    }

    /** The first lines, or places of a document. */
    private static String list(List<Diagnostic> unfilled, Locale locale, String comma, String ellipsis) {
        List<String> places = unfilled.stream()
                .flatMap(diagnostic -> diagnostic.span().stream())
                .map(span -> span.origin().map(in -> in.in(locale)).orElseGet(() -> Integer.toString(span.line())))
                .distinct()
                .toList();
        List<String> named = places.subList(0, Math.min(LINES, places.size()));
        return String.join(comma, named) + (named.size() < places.size() ? ellipsis : "");
    }
}
