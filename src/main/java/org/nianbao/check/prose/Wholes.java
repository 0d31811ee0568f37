package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.prose.Numeral;
import org.nianbao.prose.Text;
import org.nianbao.report.ProseRules;

/**
 * Sentences that name a whole and its parts. Where some parts are named, they cannot be more than the whole; where all
 * are, they are as many.
 */
final class Wholes {
    private Wholes() {}

    static void look(Part part, ProseRules.Parts rule, List<Problem> problems) {
        for (Text paragraph : part.passage().paragraphs()) {
            for (Text sentence : paragraph.sentences()) {
                Matcher whole = rule.whole().matcher(sentence.words());
                while (whole.find()) {
                    Optional<BigDecimal> number = Numeral.value(whole.group("n"));
                    number.ifPresent(sum -> compare(part, rule, sentence, whole, sum, problems));
                }
            }
        }
    }

    private static void compare(
            Part part, ProseRules.Parts rule, Text sentence, Matcher whole, BigDecimal number, List<Problem> problems) {
        Matcher some = rule.some()
                .matcher(sentence.words())
                .region(whole.end(), sentence.words().length());
        Matcher all = rule.all()
                .matcher(sentence.words())
                .region(whole.end(), sentence.words().length());
        boolean partly = some.lookingAt();
        if (!partly && !all.lookingAt()) {
            return;
        }
        List<BigDecimal> parts = new ArrayList<>();
        Matcher next = rule.part().matcher(sentence.words());
        int at = partly ? some.end() : all.end();
        while (next.region(at, sentence.words().length()).lookingAt()
                && next.group("unit").equals(whole.group("unit"))) {
            Numeral.value(next.group("n")).ifPresent(parts::add);
            at = next.end();
        }
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int compared = sum.compareTo(number);
        if (parts.size() < 2 || compared == 0 || (partly && compared < 0)) {
            return;
        }
        problems.add(part.warning(
                rule.rule(),
                sentence,
                whole.start(),
                at,
                Message.of(
                        "wholes",
                        Part.shown(sentence.words(), whole.start(), at),
                        parts.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" + ")),
                        sum.toPlainString(),
                        number.toPlainString(),
                        part.examined().says(rule.rule())),
                Message.of("wholes.way-out")));
    }
}
