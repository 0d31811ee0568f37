package org.nianbao.check.prose;

import java.util.List;
import java.util.stream.Collectors;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.form.ProseRules;

/** What a section should have: enough words, not too many, and certain subjects. */
final class Expectations {
    private Expectations() {}

    static void look(
            Examined examined,
            List<ProsePart> parts,
            List<ProseRules.Expectation> expectations,
            Diagnostics diagnostics) {
        for (ProseRules.Expectation expectation : expectations) {
            String key = expectation.section();
            if (examined.places().has(key) && !examined.unread().contains(key)) {
                look(examined, expectation, words(parts, key), diagnostics);
            }
        }
    }

    private static void look(
            Examined examined, ProseRules.Expectation expectation, String words, Diagnostics diagnostics) {
        String key = expectation.section();
        int length = words.codePointCount(0, words.length());
        Message says = examined.says(expectation.rule());
        if (expectation.least().filter(least -> length < least).isPresent()) {
            diagnostics.add(diagnostic(
                    examined,
                    expectation,
                    Message.of("too-short", key, length, expectation.least().get(), says),
                    "expected.help"));
        } else if (expectation.most().filter(most -> length > most).isPresent()) {
            diagnostics.add(diagnostic(
                    examined,
                    expectation,
                    Message.of("too-many-words", key, length, expectation.most().get(), says),
                    "too-many-words.help"));
        } else if (expectation
                .mentions()
                .filter(subject -> !subject.matcher(words).find())
                .isPresent()) {
            diagnostics.add(diagnostic(examined, expectation, Message.of("not-mentioned", key, says), "expected.help"));
        }
    }

    private static Diagnostic diagnostic(
            Examined examined, ProseRules.Expectation expectation, Message fact, String help) {
        String key = expectation.section();
        return Diagnostic.of(
                        expectation.hint() ? Severity.HINT : Severity.WARNING,
                        expectation.rule(),
                        examined.places().of(key),
                        fact,
                        Message.of("accept-word", Message.of(help), expectation.rule(), key))
                .about(key);
    }

    /** Without spaces, as a person counts them. */
    private static String words(List<ProsePart> parts, String key) {
        return parts.stream()
                .filter(part -> part.section().key().equals(key))
                .flatMap(part -> part.paragraphs().stream())
                .map(paragraph -> unspaced(paragraph.text().words()))
                .collect(Collectors.joining());
    }

    private static String unspaced(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            if (!Character.isWhitespace(words.charAt(i))) {
                kept.append(words.charAt(i));
            }
        }
        return kept.toString();
    }
}
