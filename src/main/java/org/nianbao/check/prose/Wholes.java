package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;
import org.nianbao.text.TokenizedText;

/** Checks that the parts of a whole add up: some of them to at most the whole, all of them to exactly that. */
record Wholes(ProsePart part, ProseRules.EnumerationRule rule, Paragraph paragraph, String words) {
    /** In characters: how far before the whole another number may be it. */
    private static final int REACH = 160;

    static void check(ProsePart part, ProseRules.EnumerationRule rule) {
        for (Paragraph paragraph : part.paragraphs()) {
            if (paragraph.tokens().numbers().size() > 2) {
                new Wholes(part, rule, paragraph, paragraph.tokens().words()).check();
            }
        }
    }

    private void check() {
        ExpressionSearch whole = search(rule.whole(), 0);
        while (!part.isFull(rule.rule()) && whole.find()) {
            paragraph.number(whole, "n").ifPresent(number -> check(whole, number));
        }
    }

    private ExpressionSearch search(Expression wording, int from) {
        return paragraph.search(wording, words, from, words.length());
    }

    private void check(ExpressionSearch whole, BigDecimal number) {
        ExpressionSearch some = search(rule.some(), whole.end());
        ExpressionSearch all = search(rule.all(), whole.end());
        boolean partly = some.lookingAt();
        if (partly || all.lookingAt()) {
            compare(whole, number, partly, partly ? some.end() : all.end());
        }
    }

    private void compare(ExpressionSearch whole, BigDecimal number, boolean partly, int from) {
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean full = false;
        boolean another = false;
        int at = from;
        ExpressionSearch next = search(rule.part(), from);
        while (next.region(at, words.length()).lookingAt() && Objects.equals(next.group("unit"), whole.group("unit"))) {
            boolean changes = paragraph
                    .search(rule.another(), words, next.start(), next.start("n"))
                    .find();
            if (!parts.isEmpty() && changes != another) {
                break;
            }
            another = changes;
            parts.add(paragraph.number(next, "n").orElseThrow());
            sum = sum.add(parts.get(parts.size() - 1));
            full |= sum.compareTo(number) == 0;
            at = next.end();
        }
        boolean ended = search(rule.end(), at).lookingAt();
        int compared = sum.compareTo(number);
        if (parts.size() > 1 && !full && (compared > 0 || (compared < 0 && !partly && ended))) {
            report(whole, meant(whole, number, parts, sum), parts, sum, partly, at);
        }
    }

    /**
     * The number that the parts are of: the last one before them that no part exceeds, else the first. Any number that
     * they sum up to is right, too.
     */
    private BigDecimal meant(ExpressionSearch whole, BigDecimal number, List<BigDecimal> parts, BigDecimal sum) {
        List<BigDecimal> numbers = earlier(whole, number.signum() == 0);
        numbers.add(0, number);
        BigDecimal most = parts.stream().max(BigDecimal::compareTo).orElseThrow();
        return numbers.stream()
                .filter(one -> one.compareTo(sum) == 0)
                .findFirst()
                .or(() ->
                        numbers.stream().filter(one -> one.compareTo(most) >= 0).findFirst())
                .orElse(numbers.get(numbers.size() - 1));
    }

    /** The numbers before a whole in its sentence, of its unit, the last one first. */
    private List<BigDecimal> earlier(ExpressionSearch whole, boolean beyond) {
        int start = whole.start("n");
        int stop = beyond ? 0 : words.lastIndexOf('。', start) + 1;
        int from = Math.max(stop, start - REACH);
        List<BigDecimal> numbers = new ArrayList<>();
        String unit = Objects.requireNonNull(whole.group("unit"));
        for (int at = words.lastIndexOf(TokenizedText.EXACT, start - 1);
                at >= from;
                at = words.lastIndexOf(TokenizedText.EXACT, at - 1)) {
            if (words.startsWith(unit, paragraph.tokens().behind(at))) {
                paragraph.tokens().numberAt(at).ifPresent(token -> numbers.add(token.value()));
            }
        }
        return numbers;
    }

    private void report(
            ExpressionSearch whole, BigDecimal number, List<BigDecimal> parts, BigDecimal sum, boolean partly, int at) {
        int compared = sum.compareTo(number);
        if (number.signum() > 0 && (compared > 0 || (compared < 0 && !partly))) {
            Diagnostic finding = Diagnostic.warning(
                    "wholes",
                    paragraph.excerpt(whole.start(), at),
                    parts.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" + ")),
                    sum.toPlainString(),
                    number.toPlainString(),
                    part.examined().says(rule.rule()));
            part.add(finding.as(rule.rule()), paragraph, whole.start(), at);
        }
    }
}
