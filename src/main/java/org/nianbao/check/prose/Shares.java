package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.form.ProseRules;
import org.nianbao.text.TokenizedText;

/** Sentences that say how many of a whole, and how many per cent that is. */
final class Shares {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In characters: how far before a share its whole may stand. */
    private static final int REACH = 400;

    /** How many shares of a sentence are looked at, and how many of a paragraph's numbers as their whole. */
    private static final int MOST = 400;

    private Shares() {}

    static void look(ProsePart part, ProseRules.ShareRule rule) {
        for (Paragraph paragraph : part.paragraphs()) {
            if (paragraph.marked().plain().indexOf('%') < 0) {
                continue;
            }
            for (Paragraph.Sentence sentence : paragraph.sentences()) {
                Matcher says = paragraph.marked(rule.says(), sentence);
                for (int i = 0; i < MOST && sentence.counts() && says.find(); i++) {
                    compare(part, rule, paragraph, sentence, says);
                }
            }
        }
    }

    private static void compare(
            ProsePart part, ProseRules.ShareRule rule, Paragraph paragraph, Paragraph.Sentence sentence, Matcher says) {
        Optional<BigDecimal> number =
                paragraph.marked().numberAt(says.start("n")).map(TokenizedText.NumberToken::value);
        Optional<BigDecimal> share =
                paragraph.marked().numberAt(says.start("p")).map(TokenizedText.NumberToken::value);
        List<BigDecimal> wholes = new ArrayList<>();
        Matcher whole = rule.whole()
                .matcher(paragraph.marked().words())
                .region(Math.max(sentence.from(), says.start() - REACH), says.start());
        while (whole.find()) {
            paragraph
                    .marked()
                    .numberAt(whole.start("n"))
                    .map(TokenizedText.NumberToken::value)
                    .filter(value -> value.signum() > 0)
                    .ifPresent(wholes::add);
        }
        if (part.isFull(rule.rule()) || number.isEmpty() || share.isEmpty() || wholes.isEmpty()) {
            return;
        }
        if (candidates(part, rule, paragraph).anyMatch(all -> fits(number.get(), all, share.get()))) {
            return;
        }
        BigDecimal all = wholes.get(wholes.size() - 1);
        part.add(
                Diagnostic.warning(
                                "shares",
                                ProsePart.shown(paragraph, says.start(), says.end()),
                                number.get().toPlainString(),
                                all.toPlainString(),
                                percent(number.get(), all)
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .toPlainString(),
                                share.get().toPlainString(),
                                part.examined().says(rule.rule()))
                        .as(rule.rule()),
                paragraph,
                says.start(),
                says.end());
    }

    /** What the share may be of: any number of the paragraph, or what the tables say. */
    private static Stream<BigDecimal> candidates(ProsePart part, ProseRules.ShareRule rule, Paragraph paragraph) {
        return Stream.concat(
                        paragraph.marked().numbers().stream().limit(MOST).map(TokenizedText.NumberToken::value),
                        rule.interpretations().stream().flatMap(reading -> Claims.sum(part, reading).stream()))
                .filter(value -> value.signum() > 0);
    }

    /** Rounded, up or down, at the typed digits: shares are made to sum up to 100. Or within a hundredth of a per cent. */
    private static boolean fits(BigDecimal number, BigDecimal whole, BigDecimal share) {
        BigDecimal off = percent(number, whole).subtract(share).abs();
        return off.compareTo(TOLERANCE) <= 0 || off.compareTo(BigDecimal.ONE.movePointLeft(share.scale())) < 0;
    }

    private static BigDecimal percent(BigDecimal number, BigDecimal whole) {
        return number.multiply(HUNDRED).divide(whole, 10, RoundingMode.HALF_UP);
    }
}
