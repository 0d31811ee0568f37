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

/** Checks that the parts of a whole add up: some of them to at most the whole, all of them to exactly that. */
record Wholes(ProsePart part, ProseRules.EnumerationRule rule, Paragraph paragraph, String words) {
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
