package org.nianbao.check.prose;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.expression.Allowance;
import org.nianbao.form.ProseRules;

/** Checks what a section should have: a length, and certain subjects. */
final class Expectations {
    private static final Pattern SPACE = Pattern.compile("\\p{javaWhitespace}+");

    private Expectations() {}

    static void check(
            Examined examined,
            List<ProsePart> parts,
            List<ProseRules.Expectation> expectations,
            Allowance allowance,
            Diagnostics diagnostics) {
        for (ProseRules.Expectation expectation : expectations) {
            String key = expectation.section();
            boolean holds = expectation
                    .since()
                    .flatMap(since -> examined.report().year().map(year -> year >= since))
                    .orElse(true);
            if (holds && examined.places().has(key) && !examined.unread().contains(key)) {
                check(examined, expectation, words(parts, expectation), allowance, diagnostics);
            }
        }
    }

    private static void check(
            Examined examined,
            ProseRules.Expectation expectation,
            String words,
            Allowance allowance,
            Diagnostics diagnostics) {
        String key = expectation.section();
        int length = words.codePointCount(0, words.length());
        Message says = examined.says(expectation.rule());
        Optional<Diagnostic> finding = expectation
                .least()
                .filter(least -> length < least)
                .map(least -> Diagnostic.warning("too-short", key, length, least, says))
                .or(() -> expectation
                        .most()
                        .filter(most -> length > most)
                        .map(most -> Diagnostic.warning("too-many-words", key, length, most, says)))
                .or(() -> expectation
                        .mentions()
                        .filter(subject -> !subject.in(words, allowance).find())
                        .map(subject -> Diagnostic.warning("not-mentioned", key, says)));
        finding.ifPresent(found -> diagnostics.add(found.as(expectation.rule())
                .as(expectation.hint() ? Severity.HINT : Severity.WARNING)
                .at(examined.places().of(key))
                .about(key)
                .acceptable()));
    }

    private static String words(List<ProsePart> parts, ProseRules.Expectation expectation) {
        return parts.stream()
                .filter(part -> part.key().equals(expectation.section()))
                .flatMap(part -> part.paragraphs().stream())
                .map(paragraph ->
                        SPACE.matcher(counting(paragraph, expectation)).replaceAll(""))
                .collect(Collectors.joining());
    }

    /** The sentences of a paragraph that count. */
    private static String counting(Paragraph paragraph, ProseRules.Expectation expectation) {
        String words = paragraph.text().words();
        return expectation.without().isEmpty()
                ? words
                : paragraph.sentences().stream()
                        .filter(sentence -> !paragraph.has(expectation.without().get(), sentence.from(), sentence.to()))
                        .map(sentence -> words.substring(sentence.from(), sentence.to()))
                        .collect(Collectors.joining());
    }
}
