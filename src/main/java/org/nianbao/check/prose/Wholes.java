package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.form.ProseRules;
import org.nianbao.text.TokenizedText;

/**
 * Sentences that name a whole and its parts. Where some parts are named, they cannot be more than the whole; where all
 * are, they are as many.
 */
final class Wholes {
    private final ProsePart part;
    private final ProseRules.EnumerationRule rule;
    private final Paragraph paragraph;
    private final String words;

    private Wholes(ProsePart part, ProseRules.EnumerationRule rule, Paragraph paragraph) {
        this.part = part;
        this.rule = rule;
        this.paragraph = paragraph;
        this.words = paragraph.marked().words();
    }

    static void look(ProsePart part, ProseRules.EnumerationRule rule) {
        for (Paragraph paragraph : part.paragraphs()) {
            if (paragraph.marked().numbers().size() > 2) {
                new Wholes(part, rule, paragraph).look();
            }
        }
    }

    private void look() {
        Matcher whole = rule.whole().matcher(words);
        while (!part.isFull(rule.rule()) && whole.find()) {
            paragraph.marked().numberAt(whole.start("n")).ifPresent(number -> list(whole, number.value()));
        }
    }

    private void list(Matcher whole, BigDecimal number) {
        Matcher some = rule.some().matcher(words).region(whole.end(), words.length());
        Matcher all = rule.all().matcher(words).region(whole.end(), words.length());
        boolean partly = some.lookingAt();
        if (partly || all.lookingAt()) {
            compare(whole, number, partly, partly ? some.end() : all.end());
        }
    }

    private void compare(Matcher whole, BigDecimal number, boolean partly, int from) {
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean full = false;
        boolean turned = false;
        int at = from;
        Matcher next = rule.part().matcher(words);
        while (next.region(at, words.length()).lookingAt()
                && words.substring(next.start("unit"), next.end("unit")).equals(whole.group("unit"))) {
            boolean turns = rule.another()
                    .matcher(words)
                    .region(next.start(), next.start("n"))
                    .find();
            BigDecimal value = paragraph
                    .marked()
                    .numberAt(next.start("n"))
                    .map(TokenizedText.NumberToken::value)
                    .orElseThrow();
            if (!parts.isEmpty() && turns != turned) {
                break;
            }
            turned = turns;
            parts.add(value);
            sum = sum.add(value);
            full |= sum.compareTo(number) == 0;
            at = next.end();
        }
        boolean ended = rule.end().matcher(words).region(at, words.length()).lookingAt();
        int compared = sum.compareTo(number);
        if (parts.size() > 1 && !full && (compared > 0 || (compared < 0 && !partly && ended))) {
            tell(whole.start(), at, parts, sum, number);
        }
    }

    private void tell(int from, int to, List<BigDecimal> parts, BigDecimal sum, BigDecimal number) {
        Diagnostic finding = Diagnostic.warning(
                "wholes",
                ProsePart.shown(paragraph, from, to),
                parts.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" + ")),
                sum.toPlainString(),
                number.toPlainString(),
                part.examined().says(rule.rule()));
        part.add(finding.as(rule.rule()), paragraph, from, to);
    }
}
