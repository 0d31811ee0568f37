package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;
import org.nianbao.text.TokenizedText;

/** Checks percentages: a part of a whole with its share. */
final class Shares {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    /** In characters: how far before a share its whole may be. */
    private static final int REACH = 400;

    /** Maximum number of shares checked in a sentence, and of numbers in a paragraph tried as the whole. */
    private static final int MOST = 400;

    private Shares() {}

    static void check(ProsePart part, ProseRules.ShareRule rule) {
        for (Paragraph paragraph : part.paragraphs()) {
            if (paragraph.plain().indexOf('%') < 0) {
                continue;
            }
            int before = 0;
            for (Paragraph.Sentence sentence : paragraph.sentences()) {
                boolean continues = paragraph.has(rule.continues(), sentence.from(), sentence.to());
                int from = continues ? before : sentence.from();
                before = sentence.from();
                ExpressionSearch says = paragraph.search(rule.says(), sentence);
                for (int i = 0; i < MOST && sentence.counts() && says.find(); i++) {
                    compare(part, rule, paragraph, from, says);
                }
            }
        }
    }

    /** @param from start of the words that may name the whole */
    private static void compare(
            ProsePart part, ProseRules.ShareRule rule, Paragraph paragraph, int from, ExpressionSearch says) {
        Optional<BigDecimal> number = paragraph.number(says, "n");
        Optional<BigDecimal> share = paragraph.number(says, "p");
        ExpressionSearch wholes = paragraph.search(
                rule.whole(), paragraph.tokens().words(), Math.max(from, says.start() - REACH), says.start());
        Optional<BigDecimal> whole = Optional.empty();
        while (wholes.find()) {
            Optional<BigDecimal> before = whole;
            whole = paragraph
                    .number(wholes, "n")
                    .filter(value -> value.signum() > 0)
                    .or(() -> before);
        }
        if (part.isFull(rule.rule()) || number.isEmpty() || share.isEmpty() || whole.isEmpty()) {
            return;
        }
        if (candidates(part, rule, paragraph).noneMatch(all -> fits(number.get(), all, share.get()))) {
            Diagnostic finding = Diagnostic.warning(
                    "shares",
                    paragraph.excerpt(says.start(), says.end()),
                    number.get().toPlainString(),
                    whole.get().toPlainString(),
                    percent(number.get(), whole.get())
                            .setScale(2, RoundingMode.HALF_UP)
                            .toPlainString(),
                    share.get().toPlainString(),
                    part.examined().says(rule.rule()));
            part.add(finding.as(rule.rule()), paragraph, says.start(), says.end());
        }
    }

    /** What a share may be of: any number of the paragraph, or sums of cells. */
    private static Stream<BigDecimal> candidates(ProsePart part, ProseRules.ShareRule rule, Paragraph paragraph) {
        return Stream.concat(
                        paragraph.tokens().numbers().stream().limit(MOST).map(TokenizedText.NumberToken::value),
                        rule.interpretations().stream().flatMap(reading -> part.sum(reading).stream()))
                .filter(value -> value.signum() > 0);
    }

    /** Rounded up or down at the typed digits, since shares are made to sum up to 100; or within 0.01 per cent. */
    private static boolean fits(BigDecimal number, BigDecimal whole, BigDecimal share) {
        BigDecimal off = percent(number, whole).subtract(share).abs();
        return off.compareTo(TOLERANCE) <= 0 || off.compareTo(BigDecimal.ONE.movePointLeft(share.scale())) < 0;
    }

    private static BigDecimal percent(BigDecimal number, BigDecimal whole) {
        return number.movePointRight(2).divide(whole, 10, RoundingMode.HALF_UP);
    }
}
