package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;
import org.nianbao.text.TokenizedText;

/** Checks percentages: a part of a whole with its share. */
final class Shares {
    private static final BigDecimal ALL = new BigDecimal(100);

    /** In characters: how far before a share its whole may be. */
    private static final int REACH = 400;

    /** Maximum number of shares checked in a sentence, and of numbers in a paragraph tried as the whole. */
    private static final int MOST = 400;

    private final ProsePart part;
    private final ProseRules rules;
    private final ProseRules.ShareRule rule;
    private final Paragraph paragraph;

    private Shares(ProsePart part, ProseRules rules, ProseRules.ShareRule rule, Paragraph paragraph) {
        this.part = part;
        this.rules = rules;
        this.rule = rule;
        this.paragraph = paragraph;
    }

    static void check(ProsePart part, ProseRules rules) {
        for (Paragraph paragraph : part.paragraphs()) {
            if (paragraph.plain().indexOf('%') >= 0) {
                rules.shares().ifPresent(rule -> new Shares(part, rules, rule, paragraph).check());
            }
        }
    }

    /**
     * A share as it is stated.
     *
     * @param number that has it; empty if only its name is there
     * @param start of the number or, without one, of what says the share
     */
    private record StatedShare(
            Optional<BigDecimal> number, BigDecimal percent, int start, int from, int to, String of) {}

    private void check() {
        int before = 0;
        for (Paragraph.Sentence sentence : paragraph.sentences()) {
            if (sentence.counts()) {
                boolean continues = paragraph.has(rule.continues(), sentence.from(), sentence.to());
                List<StatedShare> shares = shares(sentence);
                BigDecimal sum = shares.stream().map(StatedShare::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
                boolean full = sum.compareTo(ALL) == 0;
                int earlier = before;
                shares.forEach(share -> check(share, continues ? earlier : sentence.from(), earlier, full));
            }
            before = sentence.from();
        }
    }

    private List<StatedShare> shares(Paragraph.Sentence sentence) {
        List<StatedShare> shares = new ArrayList<>();
        for (var says : rule.says()) {
            ExpressionSearch found = paragraph.search(says, sentence);
            for (int i = 0; i < MOST && found.find(); i++) {
                int from = found.start();
                int to = found.end();
                Optional<BigDecimal> number = found.has("n") ? paragraph.number(found, "n") : Optional.empty();
                boolean exact = !found.has("n") || number.isPresent();
                String of = found.has("of") ? String.valueOf(found.group("of")) : "";
                paragraph
                        .number(found, "p")
                        .filter(percent ->
                                exact && shares.stream().noneMatch(one -> one.from() < to && from < one.to()))
                        .ifPresent(percent -> shares.add(new StatedShare(number, percent, from, from, to, of)));
            }
        }
        return shares;
    }

    /**
     * Compares a share with every whole that it may be of.
     *
     * @param from start of the words that may name the whole
     * @param before start of the sentence before
     * @param full whether the shares of the sentence add up to 100, so that they may have been rounded to do so
     */
    private void check(StatedShare share, int from, int before, boolean full) {
        Optional<BigDecimal> named = figure(share);
        Optional<BigDecimal> number = share.number().or(() -> named);
        boolean general = rule.general()
                .filter(words -> words.in(share.of(), paragraph.allowance()).lookingAt())
                .isPresent();
        BigDecimal least = number.filter(value -> value.signum() > 0).orElse(BigDecimal.ONE);
        Optional<BigDecimal> whole = whole(from, share.start(), least)
                .or(() -> general ? whole(before, share.start(), least) : Optional.empty())
                .or(() -> general && (named.isPresent() || isOfTables(share))
                        ? ofTables().findFirst()
                        : Optional.empty());
        boolean known = number.isPresent() && whole.isPresent() && number.get().compareTo(whole.get()) <= 0;
        if (part.isFull(rule.rule()) || !known) {
            return;
        }
        boolean right = Stream.concat(numbers(share), ofTables())
                .filter(value -> value.signum() > 0)
                .anyMatch(all -> fits(number.orElseThrow(), all, share.percent(), full));
        if (!right) {
            report(share, number.orElseThrow(), whole.orElseThrow());
        }
    }

    private boolean isOfTables(StatedShare share) {
        return rule.tables()
                .filter(words -> words.in(share.of(), paragraph.allowance()).find())
                .isPresent();
    }

    private static boolean fits(BigDecimal number, BigDecimal whole, BigDecimal share, boolean full) {
        BigDecimal exact = Percent.of(number, whole);
        return Percent.isRounded(exact, share) || (full && Percent.isNear(exact, share));
    }

    /** The last number before an offset that is named as a whole, and is one. */
    private Optional<BigDecimal> whole(int from, int to, BigDecimal least) {
        ExpressionSearch wholes =
                paragraph.search(rule.whole(), paragraph.tokens().words(), Math.max(from, to - REACH), to);
        Optional<BigDecimal> whole = Optional.empty();
        while (wholes.find()) {
            Optional<BigDecimal> before = whole;
            whole = paragraph
                    .number(wholes, "n")
                    .filter(value -> value.compareTo(least) >= 0)
                    .or(() -> before);
        }
        return whole;
    }

    /** The figure of the tables that is named right before a share; its number, if it has one, is that of the table. */
    private Optional<BigDecimal> figure(StatedShare share) {
        return rules.growth().stream()
                .flatMap(
                        growth -> NamedFigures.before(paragraph, growth, share.start(), share.start() - REACH).stream())
                .flatMap(figure -> figure.interpretations().stream())
                .flatMap(reading -> part.sum(reading).stream())
                .filter(value -> share.number().isEmpty()
                        || value.compareTo(share.number().get()) == 0)
                .findFirst();
    }

    /** The numbers of the paragraph other than that of a share. */
    private Stream<BigDecimal> numbers(StatedShare share) {
        return paragraph.tokens().numbers().stream()
                .limit(MOST)
                .filter(token -> token.start() < share.from() || token.start() >= share.to())
                .map(TokenizedText.NumberToken::value);
    }

    private Stream<BigDecimal> ofTables() {
        return rule.interpretations().stream().flatMap(reading -> part.sum(reading).stream());
    }

    private void report(StatedShare share, BigDecimal number, BigDecimal whole) {
        Diagnostic finding = Diagnostic.warning(
                "shares",
                paragraph.excerpt(share.from(), share.to()),
                number.toPlainString(),
                whole.toPlainString(),
                Percent.shown(Percent.of(number, whole)),
                share.percent().toPlainString(),
                part.examined().says(rule.rule()));
        part.add(finding.as(rule.rule()), paragraph, share.from(), share.to());
    }
}
