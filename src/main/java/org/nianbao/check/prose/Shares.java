package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.prose.Numeral;
import org.nianbao.prose.Text;
import org.nianbao.report.ProseRules;

/** Sentences that say how many of a whole, and how many per cent that is. */
final class Shares {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Shares() {}

    static void look(Part part, ProseRules.Shares rule, List<Problem> problems) {
        for (Text paragraph : part.passage().paragraphs()) {
            for (Text sentence : paragraph.sentences()) {
                Matcher says = rule.says().matcher(sentence.words());
                while (says.find()) {
                    compare(part, rule, sentence, says, problems);
                }
            }
        }
    }

    private static void compare(
            Part part, ProseRules.Shares rule, Text sentence, Matcher says, List<Problem> problems) {
        Optional<BigDecimal> number = Numeral.value(says.group("n"));
        Optional<BigDecimal> share = Numeral.value(says.group("p"));
        List<BigDecimal> wholes = new ArrayList<>();
        Matcher whole = rule.whole().matcher(sentence.words().substring(0, says.start()));
        while (whole.find()) {
            Numeral.value(whole.group("n")).filter(value -> value.signum() > 0).ifPresent(wholes::add);
        }
        if (number.isEmpty() || share.isEmpty() || wholes.isEmpty()) {
            return;
        }
        if (wholes.stream().anyMatch(all -> fits(number.get(), all, share.get()))) {
            return;
        }
        BigDecimal all = wholes.get(wholes.size() - 1);
        problems.add(part.warning(
                rule.rule(),
                sentence,
                says.start(),
                says.end(),
                Message.of(
                        "shares",
                        Part.shown(sentence.words(), says.start(), says.end()),
                        number.get().toPlainString(),
                        all.toPlainString(),
                        percent(number.get(), all)
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString(),
                        share.get().toPlainString(),
                        part.examined().says(rule.rule())),
                Message.of("shares.way-out")));
    }

    /** Rounded or cut off at the typed digits, or within a hundredth of a per cent. */
    private static boolean fits(BigDecimal number, BigDecimal whole, BigDecimal share) {
        BigDecimal exact = percent(number, whole);
        int digits = Math.max(share.scale(), 0);
        return exact.subtract(share).abs().compareTo(TOLERANCE) <= 0
                || exact.setScale(digits, RoundingMode.HALF_UP).compareTo(share) == 0
                || exact.setScale(digits, RoundingMode.DOWN).compareTo(share) == 0;
    }

    private static BigDecimal percent(BigDecimal number, BigDecimal whole) {
        return number.multiply(HUNDRED).divide(whole, 10, RoundingMode.HALF_UP);
    }
}
