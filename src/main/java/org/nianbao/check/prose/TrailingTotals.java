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

/** Checks a total that follows its parts (培训12场、讲座3场，共15场). */
record TrailingTotals(ProsePart part, ProseRules.EnumerationRule rule, Paragraph paragraph, String words) {
    /** In characters: how far before a total its first part may be. */
    private static final int REACH = 200;

    /** What the first part may follow. */
    private static final String STARTS = "，、；：（。共";

    /** A total of other things, too, is more than so many times its parts, or less. */
    private static final BigDecimal FAR = new BigDecimal("1.5");

    static void check(ProsePart part, ProseRules.EnumerationRule rule, Expression total) {
        for (Paragraph paragraph : part.paragraphs()) {
            String words = paragraph.tokens().words();
            if (paragraph.tokens().numbers().size() > 2 && total.mayOccurIn(words)) {
                new TrailingTotals(part, rule, paragraph, words).check(total);
            }
        }
    }

    private void check(Expression total) {
        ExpressionSearch found = paragraph.search(total, words, 0, words.length());
        while (!part.isFull(rule.rule()) && found.find()) {
            CountedItem.of(found, paragraph, rule).ifPresent(sum -> compare(found, sum));
        }
    }

    /** A total is right if it is the sum of the last parts before it, or one of them. */
    private void compare(ExpressionSearch total, CountedItem sum) {
        List<CountedItem> parts = parts(total);
        boolean right = parts.size() < 2;
        for (int i = 0; i < parts.size(); i++) {
            right |= CountedItem.sum(parts.subList(i, parts.size())).comparedTo(sum) == 0
                    || parts.get(i).comparedTo(sum) == 0;
        }
        if (!right && isOf(parts, total, sum)) {
            report(total, parts, sum);
        }
    }

    /** Whether a total counts what its parts do: it says nothing else, or words of theirs, and is not far off. */
    private boolean isOf(List<CountedItem> parts, ExpressionSearch total, CountedItem sum) {
        String what = total.group("before") + " " + total.group("what");
        if (what.isBlank()) {
            return true;
        }
        String all = parts.stream().map(CountedItem::words).collect(Collectors.joining());
        boolean shares = false;
        for (int i = 0; i + 2 <= what.length(); i++) {
            String word = what.substring(i, i + 2);
            shares |= all.contains(word) && !isCommon(word);
        }
        BigDecimal value = CountedItem.sum(parts).value();
        return shares
                && sum.value().compareTo(value.multiply(FAR)) <= 0
                && value.compareTo(sum.value().multiply(FAR)) <= 0;
    }

    private boolean isCommon(String word) {
        return rule.common()
                .filter(common -> common.in(word, paragraph.allowance()).find())
                .isPresent();
    }

    /** The longest row of parts that ends right before a total; empty if there is none. */
    private List<CountedItem> parts(ExpressionSearch total) {
        int end = total.start();
        int from = Math.max(words.lastIndexOf('。', end - 1) + 1, end - REACH);
        for (int start = from; start < end; start++) {
            if (start == from || STARTS.indexOf(words.charAt(start - 1)) >= 0) {
                List<CountedItem> parts = parts(start, end, Objects.requireNonNull(total.group("unit")));
                if (!parts.isEmpty()) {
                    return parts;
                }
            }
        }
        return List.of();
    }

    private List<CountedItem> parts(int start, int end, String unit) {
        List<CountedItem> parts = new ArrayList<>();
        int at = start;
        ExpressionSearch next = paragraph.search(rule.part(), words, start, end);
        while (at < end && next.region(at, end).lookingAt()) {
            String own = Objects.requireNonNull(next.group("unit"));
            if (!rule.unit(own).base().equals(rule.unit(unit).base())) {
                return List.of();
            }
            CountedItem.of(next, paragraph, rule).ifPresent(parts::add);
            at = next.end();
        }
        return at == end ? parts : List.of();
    }

    private void report(ExpressionSearch total, List<CountedItem> parts, CountedItem sum) {
        Diagnostic finding = Diagnostic.warning(
                "wholes",
                paragraph.excerpt(total.start(), total.end()),
                parts.stream().map(CountedItem::shown).collect(Collectors.joining(" + ")),
                CountedItem.sum(parts).shown(),
                sum.shown(),
                part.examined().says(rule.rule()));
        part.add(finding.as(rule.rule()), paragraph, total.start(), total.end());
    }
}
