package org.nianbao.check.prose;

import java.util.List;
import java.util.regex.Matcher;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.form.ProseRules;

/** Words that should not be there: placeholders, instructions, wrong citations. */
final class Phrases {
    private Phrases() {}

    static void look(ProsePart part, List<ProseRules.Phrase> phrases) {
        for (ProseRules.Phrase phrase : phrases) {
            for (Paragraph paragraph : part.paragraphs()) {
                look(part, phrase, paragraph);
            }
        }
    }

    private static void look(ProsePart part, ProseRules.Phrase phrase, Paragraph paragraph) {
        Matcher found = phrase.find().matcher(paragraph.text().words());
        StringBuilder mended = new StringBuilder();
        int kept = 0;
        while (!part.isFull(phrase.rule()) && found.find()) {
            int start = mended.length() + found.start() - kept;
            found.appendReplacement(mended, phrase.write().orElse(""));
            kept = found.end();
            part.add(
                    diagnostic(part, phrase, found.group(), mended.substring(start)),
                    paragraph,
                    found.start(),
                    found.end());
        }
    }

    private static Diagnostic diagnostic(ProsePart part, ProseRules.Phrase phrase, String words, String instead) {
        Diagnostic finding = Diagnostic.of(
                        phrase.hint() ? Severity.HINT : Severity.WARNING,
                        "phrase",
                        words,
                        part.examined().says(phrase.rule()))
                .as(phrase.rule());
        return instead.isEmpty() ? finding : finding.help(Message.of("write-instead", instead));
    }
}
