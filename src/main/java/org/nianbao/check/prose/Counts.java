package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellTerm;
import org.nianbao.form.FormCells;
import org.nianbao.form.ProseRules;
import org.nianbao.form.ProseRules.CountRow;
import org.nianbao.form.ProseRules.CountRule;
import org.nianbao.form.ProseRules.Interpretation;
import org.nianbao.text.TokenizedText.NumberToken;

/**
 * Compares numbers with the cells whose row and column the words around them name, however they are put together. A number
 * counts only if all the words between it and the next marks are known ones, since any other word may make it another
 * statistic.
 */
final class Counts {
    private static final String MARKS = "，；：（）。";
    private static final String ENDS = MARKS + "、";
    private static final String JOINS = "、和与及以";

    /** In clauses without a number before that of the number. */
    private static final int REACH = 2;

    private final ProsePart part;
    private final CountRule rule;
    private final Paragraph paragraph;

    /** The words of the paragraph; the area of an aggregate is blanked, since it is the report's own. */
    private final String words;

    private Counts(ProsePart part, CountRule rule, Paragraph paragraph, String words) {
        this.part = part;
        this.rule = rule;
        this.paragraph = paragraph;
        this.words = words;
    }

    /**
     * Checks a paragraph.
     *
     * @param heading above it
     * @param judged starts of the numbers that were compared before
     */
    static void check(
            ProsePart part, ProseRules rules, Paragraph paragraph, Optional<Paragraph> heading, Set<Integer> judged) {
        String words = Claims.scoped(part, rules.agency(), paragraph.tokens().words());
        for (CountRule rule : rules.counts()) {
            Counts counts = new Counts(part, rule, paragraph, words);
            int known = heading.filter(above ->
                                    above.has(rule.context(), 0, above.plain().length()))
                            .isPresent()
                    ? 0
                    : counts.context();
            for (Paragraph.Sentence sentence : paragraph.sentences()) {
                boolean continues = words.startsWith(Claims.WHICH, sentence.from()); // of what is in another sentence
                if (sentence.counts() && !continues && known < sentence.to()) {
                    counts.check(sentence, rules, judged);
                }
            }
        }
    }

    /** Where the paragraph first shows what it is about; behind it if it does not. */
    private int context() {
        ExpressionSearch context = paragraph.search(rule.context(), paragraph.plain(), 0, words.length());
        return context.find() ? context.start() : words.length();
    }

    private void check(Paragraph.Sentence sentence, ProseRules rules, Set<Integer> judged) {
        for (NumberToken number : paragraph.tokens().numbers()) {
            int start = number.start();
            if (start >= sentence.from() && start < sentence.to() && !judged.contains(start)) {
                ExpressionSearch unit =
                        paragraph.search(rule.unit(), words, paragraph.tokens().behind(start), sentence.to());
                if (unit.lookingAt()) {
                    named(sentence, start, unit.end())
                            .filter(named -> isOurs(sentence, rules, start, named.end()))
                            .ifPresent(named -> compare(number, named));
                }
            }
        }
    }

    /** Whether nothing makes the sentence another agency's, another year's or another statistic. */
    private boolean isOurs(Paragraph.Sentence sentence, ProseRules rules, int start, int end) {
        int clause = Math.max(sentence.from(), words.lastIndexOf('；', start) + 1);
        return rule.unless().stream()
                        .noneMatch(unless ->
                                paragraph.search(unless, words, clause, end).find())
                && rules.agency()
                        .filter(agency -> OtherAgencies.acts(part, agency, paragraph, clause, end))
                        .isEmpty()
                && isOfYear(sentence, start);
    }

    /** Whether the sentence names the report's year last, or none. */
    private boolean isOfYear(Paragraph.Sentence sentence, int start) {
        Optional<Integer> year = Claims.lastYear(paragraph.plain(), sentence.from(), start);
        return year.isEmpty() || year.equals(part.examined().report().year());
    }

    /**
     * What a number counts.
     *
     * @param from where the words about it begin
     * @param end behind its unit
     * @param to where the words end
     * @param rows that it may be in, those named first
     * @param added whether it may be the sum of the rows
     * @param columns that it may be in; empty for that of the row itself
     */
    private record NamedCount(
            int from, int end, int to, List<CountRow> rows, boolean added, List<Optional<String>> columns) {}

    private Optional<NamedCount> named(Paragraph.Sentence sentence, int start, int end) {
        int from = begin(sentence, start);
        int to = end(sentence, end);
        if (!isKnown(from, start) || !isKnown(end, to)) {
            return Optional.empty();
        }
        if (to < sentence.to() && isNumber(to)) { // the words between are those of the next number
            to = end;
        }
        List<CountRow> rows = rows(from, start, end, to);
        List<String> columns = columns(from, start, end, to);
        for (int clause = 0; rows.isEmpty() && columns.isEmpty() && clause < REACH; clause++) {
            int before = from > sentence.from() && "，：".indexOf(words.charAt(from - 1)) >= 0
                    ? begin(sentence, from - 1)
                    : from;
            if (before >= from - 1
                    || (before > sentence.from() && MARKS.indexOf(words.charAt(before - 1)) < 0)
                    || !isKnown(before, from - 1)) {
                return Optional.empty();
            }
            from = before;
            rows = rows(from, start, end, to);
            columns = columns(from, start, end, to);
        }
        boolean stages = rows.size() > 1 && rows.stream().anyMatch(CountRow::otherwise); // 当年收到当年办结
        if ((rows.isEmpty() && columns.isEmpty()) || columns.size() > 1 || stages) {
            return Optional.empty();
        }
        boolean own = !rows.isEmpty();
        boolean isPart = words.startsWith(Claims.WHICH, from);
        if (!isKnownBefore(sentence, from, isPart || !own)) {
            return Optional.empty();
        }
        List<CountRow> meant = own ? rows : inherited(sentence, from);
        List<Optional<String>> in = new ArrayList<>();
        columns.forEach(column -> in.add(Optional.of(column)));
        if (columns.isEmpty()) {
            in.add(Optional.empty());
            columns(sentence.from(), from).forEach(column -> in.add(Optional.of(column)));
        }
        return meant.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamedCount(from, end, to, meant, own && rows.size() > 1, in));
    }

    /** Where the words of a number begin: behind the last mark, or behind the number before. */
    private int begin(Paragraph.Sentence sentence, int start) {
        int at = start;
        while (at > sentence.from() && MARKS.indexOf(words.charAt(at - 1)) < 0 && !isNumber(at - 1)) {
            at--;
        }
        at = at > sentence.from() && isNumber(at - 1) ? behindUnit(at, start) : at;
        while (at < start && JOINS.indexOf(words.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Where the words behind a number end: at the next mark or number. */
    private int end(Paragraph.Sentence sentence, int end) {
        int at = end;
        while (at < sentence.to() && ENDS.indexOf(words.charAt(at)) < 0 && !isNumber(at)) {
            at++;
        }
        return at;
    }

    private boolean isNumber(int at) {
        return words.charAt(at) >= '\uE000' && words.charAt(at) <= '\uE002';
    }

    private boolean isKnown(int from, int to) {
        ExpressionSearch known = paragraph.search(rule.known(), words, from, to);
        return known.lookingAt() && known.end() == to;
    }

    /**
     * Whether all is known that the sentence, or its part behind the last ；, says before an offset.
     *
     * @param all what follows the row that is named last; false if only the words of numbers have to be known
     */
    private boolean isKnownBefore(Paragraph.Sentence sentence, int to, boolean all) {
        int at = Math.max(sentence.from(), words.lastIndexOf('；', to) + 1);
        at = all ? Math.max(at, lastRow(sentence, to)) : at;
        while (at < to) {
            int next = at;
            while (next < to && MARKS.indexOf(words.charAt(next)) < 0 && !isNumber(next)) {
                next++;
            }
            boolean counts = next < to && isNumber(next);
            if ((all || counts) && !isKnown(at, next)) {
                return false;
            }
            at = counts ? behindUnit(Math.min(to, paragraph.tokens().behind(next)), to) : next + 1;
        }
        return true;
    }

    /** Where the words begin that name a row last before an offset; 0 if none do. */
    private int lastRow(Paragraph.Sentence sentence, int to) {
        int last = -1;
        for (CountRow row : rule.rows()) {
            ExpressionSearch named = paragraph.search(row.words(), words, sentence.from(), to);
            while (named.find()) {
                last = Math.max(last, named.start());
            }
        }
        return last < 0 ? 0 : begin(sentence, last);
    }

    private int behindUnit(int from, int to) {
        ExpressionSearch unit = paragraph.search(rule.unit(), words, from, to);
        return unit.lookingAt() ? unit.end() : from;
    }

    private List<CountRow> rows(int from, int start, int end, int to) {
        return rule.rows().stream()
                .filter(row -> has(row.words(), from, start) || has(row.words(), end, to))
                .toList();
    }

    private List<String> columns(int from, int start, int end, int to) {
        Set<String> all = new LinkedHashSet<>(columns(from, start));
        all.addAll(columns(end, to));
        return List.copyOf(all);
    }

    private List<String> columns(int from, int to) {
        return rule.columns().stream()
                .filter(column -> has(column.words(), from, to))
                .map(ProseRules.CountColumn::column)
                .toList();
    }

    private boolean has(Expression one, int from, int to) {
        return from < to && paragraph.search(one, words, from, to).find();
    }

    /** The rows that a number without one may be in: those that the sentence names before, and those meant by itself. */
    private List<CountRow> inherited(Paragraph.Sentence sentence, int from) {
        Set<CountRow> rows = new LinkedHashSet<>();
        rule.rows().stream()
                .filter(row -> has(row.words(), sentence.from(), from))
                .forEach(rows::add);
        rule.rows().stream().filter(CountRow::otherwise).forEach(rows::add);
        return List.copyOf(rows);
    }

    private void compare(NumberToken number, NamedCount named) {
        List<String> readings = new ArrayList<>();
        List<CellTerm> first = List.of();
        BigDecimal all = BigDecimal.ZERO;
        for (CountRow row : named.rows()) {
            for (Interpretation reading : row.equals()) {
                for (Optional<String> column : named.columns()) {
                    Interpretation meant = in(column, reading);
                    Optional<BigDecimal> sum = part.sum(meant);
                    if (meant.terms().isEmpty()) {
                        continue;
                    }
                    if (sum.isEmpty() || sum.get().compareTo(number.value()) == 0) {
                        return;
                    }
                    first = first.isEmpty() ? meant.terms() : first;
                    all = all.add(sum.get());
                    readings.add(Claims.reading(meant, sum.get()));
                }
            }
        }
        boolean isSum = named.added() && all.compareTo(number.value()) == 0;
        if (!readings.isEmpty() && !isSum) {
            String excerpt = paragraph.excerpt(named.from(), named.to());
            String id = named.rows().get(0).rule();
            Diagnostic finding = Claims.finding(part, id, excerpt, number.typed(), readings, first);
            part.add(finding, paragraph, named.from(), named.to());
        }
    }

    /** The same sum in another column; without cells if that has none of them. */
    private Interpretation in(Optional<String> column, Interpretation reading) {
        if (column.isEmpty()) {
            return reading;
        }
        FormCells cells = part.examined().report().form().cells();
        List<CellTerm> terms = new ArrayList<>();
        for (CellTerm term : reading.terms()) {
            CellPath row = term.cell().path().parents().get(0);
            cells.find(row.then(column.get())).ifPresent(cell -> terms.add(new CellTerm(cell, term.minus())));
        }
        String written = reading.written().replaceAll("[.][^. ]+(?= |$)", "." + Matcher.quoteReplacement(column.get()));
        return new Interpretation(written, terms.size() == reading.terms().size() ? terms : List.of());
    }
}
