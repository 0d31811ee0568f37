package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Severity;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;
import org.nianbao.text.TokenizedText;

/** Checks that the parts of a whole add up: some of them to at most the whole, all of them to exactly that. */
record Wholes(ProsePart part, ProseRules.EnumerationRule rule, Paragraph paragraph, String words) {
    /** In characters: how far before the whole another number may be it. */
    private static final int REACH = 160;

    /** In per cent of the whole: some parts that lack so little of it may have been meant to be all. */
    private static final BigDecimal NEARLY = new BigDecimal(3);

    /** Number of parts from which they look like all of them. */
    private static final int MANY = 3;

    static void check(ProsePart part, ProseRules.EnumerationRule rule) {
        for (Paragraph paragraph : part.paragraphs()) {
            if (paragraph.tokens().numbers().size() > 1) {
                new Wholes(part, rule, paragraph, paragraph.tokens().words()).check();
            }
        }
    }

    /**
     * A number with its unit.
     *
     * @param value in the base of its unit
     * @param slack how far off it may be, if it was rounded at its last decimal
     */
    private record CountedItem(BigDecimal value, BigDecimal slack) {
        boolean isAtLeast(CountedItem other) {
            return value.compareTo(other.value) >= 0;
        }
    }

    /** The parts of a list, up to its end; {@code full} if some of them are exactly the whole, {@code complete} if the last one is the rest. */
    private record Listed(List<CountedItem> parts, boolean full, boolean complete, int end) {
        CountedItem sum() {
            return parts.stream()
                    .reduce((a, b) -> new CountedItem(a.value.add(b.value), a.slack.add(b.slack)))
                    .orElseThrow();
        }
    }

    private void check() {
        ExpressionSearch whole = search(rule.whole(), 0);
        while (!part.isFull(rule.rule()) && whole.find()) {
            ExpressionSearch some = search(rule.some(), whole.end());
            ExpressionSearch all = search(rule.all(), whole.end());
            boolean partly = some.lookingAt();
            if (partly || all.lookingAt()) {
                figure(whole).ifPresent(figure -> compare(whole, figure, partly, partly ? some.end() : all.end()));
            }
        }
    }

    private ExpressionSearch search(Expression wording, int from) {
        return paragraph.search(wording, words, from, words.length());
    }

    private Optional<CountedItem> figure(ExpressionSearch match) {
        return paragraph
                .tokens()
                .numberAt(match.start("n"))
                .map(token -> figure(token, Objects.requireNonNull(match.group("unit"))));
    }

    private CountedItem figure(TokenizedText.NumberToken token, String unit) {
        BigDecimal factor = rule.unit(unit).factor();
        boolean rounded = token.value().scale() > 0 || factor.compareTo(BigDecimal.ONE) > 0;
        BigDecimal half =
                new BigDecimal("0.5").movePointLeft(Math.max(0, token.value().scale()));
        return new CountedItem(token.value().multiply(factor), rounded ? half.multiply(factor) : BigDecimal.ZERO);
    }

    private void compare(ExpressionSearch whole, CountedItem figure, boolean partly, int from) {
        String unit = Objects.requireNonNull(whole.group("unit"));
        Listed listed = read(rule.part(), unit, figure, from);
        if (listed.parts().isEmpty() && rule.inverse().isPresent()) {
            listed = read(rule.inverse().get(), unit, figure, from);
        }
        if (listed.parts().isEmpty() || listed.full() || (listed.parts().size() == 1 && !partly)) {
            return;
        }
        boolean ended = search(rule.end(), listed.end()).lookingAt();
        CountedItem meant = meant(whole, figure, listed);
        int compared = compared(listed.sum(), meant);
        if (meant.value().signum() > 0 && (compared > 0 || (compared < 0 && ended && (!partly || listed.complete())))) {
            report("wholes", whole, meant, listed);
        } else if (compared < 0 && partly && ended && isNearly(listed, meant)) {
            report("wholes-nearly", whole, meant, listed);
        }
    }

    /** The parts from an offset on: of the unit of the whole, or of one of its kind. */
    private Listed read(Expression wording, String unit, CountedItem whole, int from) {
        List<CountedItem> parts = new ArrayList<>();
        boolean another = false;
        boolean full = false;
        boolean rest = false;
        boolean semicolons = false;
        int at = from;
        ExpressionSearch next = search(wording, from);
        while (next.region(at, words.length()).lookingAt()) {
            char separator = parts.isEmpty() ? '、' : words.charAt(at - 1);
            semicolons |= parts.size() == 1 && separator == '；';
            boolean changes = paragraph
                    .search(rule.another(), words, next.start(), next.end())
                    .find();
            if (!isOfKind(Objects.requireNonNull(next.group("unit")), unit, separator)
                    || (separator == '；' && !semicolons)
                    || (!parts.isEmpty() && changes != another)) {
                break;
            }
            another = changes;
            rest = rule.rest()
                    .filter(words -> paragraph
                            .search(words, this.words, next.start(), next.end())
                            .lookingAt())
                    .isPresent();
            parts.add(figure(next).orElseThrow());
            full |= compared(new Listed(parts, false, false, 0).sum(), whole) == 0;
            at = next.end();
        }
        return new Listed(parts, full, rest, at);
    }

    /** Whether a part counts in the whole's unit or in one of its kind; behind ， that may be a new statement, but for money. */
    private boolean isOfKind(String own, String unit, char separator) {
        ProseRules.SummableUnit one = rule.unit(own);
        ProseRules.SummableUnit other = rule.unit(unit);
        return own.equals(unit)
                || (one.base().equals(other.base())
                        && (separator == '、' || one.factor().compareTo(other.factor()) != 0));
    }

    /** Whether a sum is less than, equal to or more than a whole, as far as their digits say. */
    private static int compared(CountedItem sum, CountedItem whole) {
        BigDecimal off = sum.value().subtract(whole.value());
        return off.abs().compareTo(sum.slack().add(whole.slack())) <= 0 ? 0 : off.signum();
    }

    private static boolean isNearly(Listed listed, CountedItem whole) {
        BigDecimal missing = whole.value().subtract(listed.sum().value()).movePointRight(2);
        return listed.parts().size() >= MANY && missing.compareTo(whole.value().multiply(NEARLY)) <= 0;
    }

    /**
     * The number that the parts are of: the last one before them that no part exceeds, else the first. Any number that
     * they sum up to is right, too.
     */
    private CountedItem meant(ExpressionSearch whole, CountedItem figure, Listed listed) {
        List<CountedItem> numbers = earlier(whole, figure.value().signum() == 0);
        numbers.add(0, figure);
        CountedItem most = listed.parts().stream()
                .max(Comparator.comparing(CountedItem::value))
                .orElseThrow();
        return numbers.stream()
                .filter(one -> compared(listed.sum(), one) == 0)
                .findFirst()
                .or(() -> numbers.stream().filter(one -> one.isAtLeast(most)).findFirst())
                .orElse(numbers.get(numbers.size() - 1));
    }

    /** The numbers before a whole in its sentence, of its unit, the last one first. */
    private List<CountedItem> earlier(ExpressionSearch whole, boolean beyond) {
        int start = whole.start("n");
        int stop = beyond ? 0 : words.lastIndexOf('。', start) + 1;
        int from = Math.max(stop, start - REACH);
        List<CountedItem> numbers = new ArrayList<>();
        String unit = Objects.requireNonNull(whole.group("unit"));
        for (int at = words.lastIndexOf(TokenizedText.EXACT, start - 1);
                at >= from;
                at = words.lastIndexOf(TokenizedText.EXACT, at - 1)) {
            if (words.startsWith(unit, paragraph.tokens().behind(at))) {
                paragraph.tokens().numberAt(at).ifPresent(token -> numbers.add(figure(token, unit)));
            }
        }
        return numbers;
    }

    private void report(String id, ExpressionSearch whole, CountedItem meant, Listed listed) {
        boolean hint = id.equals("wholes-nearly");
        Diagnostic finding = Diagnostic.of(
                hint ? Severity.HINT : Severity.WARNING,
                id,
                paragraph.excerpt(whole.start(), listed.end()),
                listed.parts().stream().map(one -> plain(one.value())).collect(Collectors.joining(" + ")),
                plain(listed.sum().value()),
                plain(meant.value()),
                part.examined().says(rule.rule()));
        part.add(finding.as(rule.rule()), paragraph, whole.start(), listed.end());
    }

    private static String plain(BigDecimal value) {
        return (value.scale() > 0 ? value.stripTrailingZeros() : value).toPlainString();
    }
}
