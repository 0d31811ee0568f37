package org.nianbao.check.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;

/**
 * Checks sentences that compare a figure with last year's: the numbers of a sentence with each other and, if it names a
 * figure of the tables and last year's are at hand, with both tables.
 */
final class Growth {
    /** In characters: how far before a figure or its change its name may be. */
    private static final int REACH = 120;

    private final ProsePart part;
    private final ProseRules rules;
    private final ProseRules.GrowthRule rule;
    private final Paragraph paragraph;
    private final String words;
    private final String scoped;
    private final String lastYear;

    private Growth(ProsePart part, ProseRules rules, ProseRules.GrowthRule rule, Paragraph paragraph, int year) {
        this.part = part;
        this.rules = rules;
        this.rule = rule;
        this.paragraph = paragraph;
        this.words = paragraph.tokens().words();
        this.scoped = Claims.scoped(part, rules.agency(), paragraph.plain());
        this.lastYear = String.valueOf(year - 1);
    }

    static void check(ProsePart part, ProseRules rules) {
        Optional<Integer> year = part.examined().report().year();
        if (rules.growth().isEmpty() || year.isEmpty()) {
            return;
        }
        String last = (year.get() - 1) + "年";
        for (Paragraph paragraph : part.paragraphs()) {
            boolean compares = paragraph.plain().contains(last)
                    || rules.growth()
                            .get()
                            .where()
                            .map(where -> isIn(paragraph, where))
                            .orElse(true);
            if (compares) {
                Growth growth = new Growth(part, rules, rules.growth().get(), paragraph, year.get());
                paragraph.sentences().forEach(growth::check);
            }
        }
    }

    private static boolean isIn(Paragraph paragraph, Expression where) {
        String words = paragraph.tokens().words();
        return where.mayOccurIn(words)
                && paragraph.search(where, words, 0, words.length()).find();
    }

    /** What a sentence says, in order: figures of this year and of last year, and changes. */
    private record Event(ExpressionSearch match, GrowthStatement.Kind kind, int from, int to) {}

    private void check(Paragraph.Sentence sentence) {
        int from = sentence.from();
        while (from < sentence.to()) {
            int semicolon = words.indexOf('；', from);
            int to = semicolon < 0 || semicolon > sentence.to() ? sentence.to() : semicolon + 1;
            check(sentence.from(), from, to);
            from = to;
        }
    }

    /** Checks a part of a sentence up to its first fault; what comes after it may follow from it. */
    private void check(int sentence, int from, int to) {
        List<Event> changes = new ArrayList<>();
        rule.changes().forEach(change -> collect(change, GrowthStatement.Kind.CHANGE, from, to, changes));
        if (changes.isEmpty() && lastBase(from, to).isEmpty()) {
            return;
        }
        List<Event> events = new ArrayList<>(changes);
        collect(rule.last(), GrowthStatement.Kind.LAST, from, to, events);
        collect(rule.current(), GrowthStatement.Kind.CURRENT, from, to, events);
        events.removeIf(event -> event.kind() == GrowthStatement.Kind.CURRENT && isAside(event, events));
        events.sort(Comparator.comparingInt(Event::from));
        GrowthStatement statement = new GrowthStatement(paragraph);
        for (Event event : events) {
            statement = statement.next(event.kind(), event.match());
            if (event.kind() != GrowthStatement.Kind.CURRENT && isWrong(statement, event, sentence, from)) {
                return;
            }
        }
    }

    /** Whether a figure is in brackets without what compares it (3607件（含30件补正），比2022年……). */
    private boolean isAside(Event figure, List<Event> events) {
        int open = words.lastIndexOf('（', figure.from());
        int close = words.indexOf('）', figure.from());
        return open > words.lastIndexOf('）', figure.from())
                && close >= 0
                && events.stream()
                        .noneMatch(event -> event.kind() != GrowthStatement.Kind.CURRENT
                                && open < event.from()
                                && event.from() < close);
    }

    /** Matches that are apart from those that are known. */
    private void collect(Expression wording, GrowthStatement.Kind kind, int from, int to, List<Event> events) {
        if (!wording.mayOccurIn(words.substring(from, to))) {
            return;
        }
        ExpressionSearch found = paragraph.search(wording, words, from, to);
        int at = from;
        while (at < to && found.region(at, to).find()) {
            int start = found.start();
            int end = found.end();
            boolean apart = events.stream().noneMatch(event -> event.from() < end && start < event.to());
            if (apart && (kind != GrowthStatement.Kind.LAST || isLastYear(found))) {
                events.add(new Event(found, kind, start, end));
                found = paragraph.search(wording, words, from, to);
            }
            at = Math.max(end, at + 1);
        }
    }

    private boolean isLastYear(ExpressionSearch match) {
        return !match.has("year") || lastYear.equals(match.group("year"));
    }

    /** Whether the last comparison before an offset is with last year; empty if there is none. */
    private Optional<Boolean> lastBase(int from, int to) {
        ExpressionSearch base = paragraph.search(rule.base(), words, from, to);
        Optional<Boolean> last = Optional.empty();
        while (base.find()) {
            last = Optional.of(isLastYear(base));
        }
        return last;
    }

    private boolean isWrong(GrowthStatement statement, Event event, int sentence, int from) {
        Optional<GrowthStatement.Contradiction> fault = statement.ownFault(event.match());
        boolean meant = fault.isEmpty()
                && lastBase(sentence, event.to()).orElse(false)
                && rule.unless()
                        .filter(unless -> paragraph
                                .search(unless, scoped, from, event.to())
                                .find())
                        .isEmpty()
                && rules.agency()
                        .filter(agency -> OtherAgencies.acts(part, agency, paragraph, from, event.to()))
                        .isEmpty();
        if (meant) {
            fault = figure(statement, event, from).flatMap(figure -> statement.fault(event.match(), years(figure)));
        }
        fault.filter(found -> !part.isFull(rule.rule())).ifPresent(found -> report(found, event));
        return fault.isPresent();
    }

    /** The figures of this year and last year that a named figure may be. */
    private List<GrowthStatement.TwoYears> years(ProseRules.NamedFigure figure) {
        List<GrowthStatement.TwoYears> years = new ArrayList<>();
        for (ProseRules.Interpretation reading : figure.interpretations()) {
            part.sum(reading)
                    .ifPresent(now -> part.lastYears(reading)
                            .ifPresent(last -> years.add(new GrowthStatement.TwoYears(last, now))));
        }
        return years;
    }

    /** The figure that was named last, right before the statement's figure or, if it has none, before the change. */
    private Optional<ProseRules.NamedFigure> figure(GrowthStatement statement, Event event, int from) {
        int anchor = statement.anchor(event.match());
        return NamedFigures.before(paragraph, rule, anchor, Math.max(from, anchor - REACH));
    }

    private void report(GrowthStatement.Contradiction fault, Event event) {
        Diagnostic finding = Diagnostic.warning(
                "growth",
                paragraph.excerpt(event.from(), event.to()),
                fault.last(),
                fault.now(),
                fault.right(),
                part.examined().says(rule.rule()));
        part.add(finding.as(rule.rule()), paragraph, event.from(), event.to());
    }
}
