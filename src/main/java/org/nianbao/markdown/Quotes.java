package org.nianbao.markdown;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.report.Report;

/** What the {@code {{path}}} of a section stand for, one after another. */
final class Quotes {
    /** So much of a line shows a quote that is not closed. */
    private static final int SHOWN = 40;

    /** No path of a form is longer. */
    private static final int LONGEST_NAME = 1000;

    private final Report report;
    private final SourceSpans.Search search;
    private final Diagnostics diagnostics;

    /** What could not be read, so that a person knows of it. */
    private final Set<String> told = new HashSet<>();

    /** The sections in which something is still to be filled in: what is blank there will not stay so. */
    private final Set<String> unfinished = new HashSet<>();

    Quotes(Report report, SourceSpans.Search search, Diagnostics diagnostics) {
        this.report = report;
        this.search = search;
        this.diagnostics = diagnostics;
        diagnostics.stream()
                .filter(Diagnostic::isError)
                .flatMap(diagnostic -> diagnostic.subject().stream())
                .forEach(told::add);
        diagnostics.stream()
                .filter(Diagnostic::isToFillIn)
                .flatMap(diagnostic -> diagnostic.subject().stream())
                .map(subject -> new CellPath(subject).section())
                .forEach(unfinished::add);
        report.form().facts().stream()
                .filter(fact -> fact.required() && report.fact(fact.key()).isEmpty())
                .map(Fact::key)
                .forEach(told::add);
    }

    /** The text for a quote, empty where it leads nowhere. Quotes come in the order of the prose. */
    String text(MatchResult match) {
        String name = match.group(1).strip();
        Optional<String> text = report.quoted(name);
        boolean unfilled = text.isPresent() && unfinished.contains(new CellPath(name).section());
        if (unfilled || (text.isPresent() && !text.get().isEmpty())) {
            search.next(match.group());
        } else if (!toldAlready(name)) {
            SourceSpan span = search.next(match.group());
            diagnostics.add(
                    text.isPresent()
                            ? Diagnostic.error("blank-quote", span, name)
                            : Diagnostic.error("unknown-quote", span, name)
                                    .help(Nearest.pathSuggestion(name, report.quotable())));
        }
        return text.orElse("");
    }

    /** Tells of a quote that nothing closes. */
    String open(int start, String prose) {
        int lineEnd = prose.indexOf('\n', start);
        int end = Math.min(lineEnd < 0 ? prose.length() : lineEnd, start + SHOWN);
        int next = prose.indexOf("{{", start + 2);
        diagnostics.add(Diagnostic.error(
                "open-quote", search.next(prose.substring(start, next < 0 ? end : Math.min(end, next)))));
        return "";
    }

    private boolean toldAlready(String name) {
        return name.length() <= LONGEST_NAME
                && (told.contains(name)
                        || new CellPath(name)
                                .parents().stream().map(CellPath::dotted).anyMatch(told::contains));
    }
}
