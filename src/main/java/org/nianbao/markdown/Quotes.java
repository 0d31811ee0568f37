package org.nianbao.markdown;

import java.util.HashSet;
import java.util.List;
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

/** Resolves the {@code {{path}}} of a section, in order. */
final class Quotes {
    /** In characters: the part of a line that shows an unclosed quote. */
    private static final int SHOWN = 40;

    private static final int LONGEST_PATH = 1000;

    private final Report report;
    private final SourceSpans.Search search;
    private final Diagnostics diagnostics;

    /** Paths with errors. */
    private final Set<String> reported = new HashSet<>();

    /** Sections still to be filled in, where a blank cell is no error. */
    private final Set<String> unfinished = new HashSet<>();

    Quotes(Report report, SourceSpans.Search search, Diagnostics diagnostics) {
        this.report = report;
        this.search = search;
        this.diagnostics = diagnostics;
        diagnostics.stream()
                .filter(Diagnostic::isError)
                .flatMap(diagnostic -> diagnostic.subject().stream())
                .forEach(reported::add);
        diagnostics.stream()
                .filter(Diagnostic::isToFillIn)
                .flatMap(diagnostic -> diagnostic.subject().stream())
                .map(subject -> new CellPath(subject).section())
                .forEach(unfinished::add);
        report.form().facts().stream()
                .filter(fact -> fact.required() && report.fact(fact.key()).isEmpty())
                .map(Fact::key)
                .forEach(reported::add);
    }

    /** The text of a quote; empty if its path is unknown. */
    String text(MatchResult match) {
        String name = match.group(1).strip();
        Optional<String> text = report.quoted(name);
        boolean unfilled = text.isPresent() && unfinished.contains(new CellPath(name).section());
        if (unfilled || (text.isPresent() && !text.get().isEmpty())) {
            search.next(match.group());
        } else if (!isReported(name)) {
            SourceSpan span = search.next(match.group());
            diagnostics.add(text.isPresent() ? Diagnostic.error("blank-quote", span, name) : unknown(match, span));
        }
        return text.orElse("");
    }

    private Diagnostic unknown(MatchResult match, SourceSpan span) {
        String name = match.group(1).strip();
        Diagnostic unknown =
                Diagnostic.error("unknown-quote", span, name).help(Nearest.pathSuggestion(name, report.quotable()));
        return meant(report, name)
                .map(path -> unknown.instead(match.group(), "{{" + path + "}}"))
                .orElse(unknown);
    }

    /** The only path that can be meant: with other dots, without blanks, or without its first keys. */
    static Optional<String> meant(Report report, String typed) {
        String path = typed.replaceAll("[。．·]", ".").replaceAll("[\\s\\p{Z}]+", "");
        if (path.length() > LONGEST_PATH || report.quoted(path).isPresent()) {
            return Optional.of(path).filter(known -> known.length() <= LONGEST_PATH);
        }
        List<String> ending = report.quotable().stream()
                .filter(known -> known.endsWith("." + path))
                .limit(2)
                .toList();
        return ending.size() == 1 && !path.isEmpty() ? Optional.of(ending.get(0)) : Optional.empty();
    }

    /** Reports an unclosed quote. */
    String open(int start, String prose) {
        int lineEnd = prose.indexOf('\n', start);
        int end = Math.min(lineEnd < 0 ? prose.length() : lineEnd, start + SHOWN);
        int next = prose.indexOf("{{", start + 2);
        diagnostics.add(Diagnostic.error(
                "open-quote", search.next(prose.substring(start, next < 0 ? end : Math.min(end, next)))));
        return "";
    }

    private boolean isReported(String name) {
        return name.length() <= LONGEST_PATH
                && (reported.contains(name)
                        || new CellPath(name)
                                .parents().stream().map(CellPath::dotted).anyMatch(reported::contains));
    }
}
