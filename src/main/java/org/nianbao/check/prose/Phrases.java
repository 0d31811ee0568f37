package org.nianbao.check.prose;

import java.util.List;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;

/** Finds words that should not be there: placeholders, instructions, wrong citations. */
final class Phrases {
    private Phrases() {}

    static void check(ProsePart part, List<ProseRules.Phrase> phrases) {
        for (ProseRules.Phrase phrase : phrases) {
            part.paragraphs().forEach(paragraph -> check(part, phrase, paragraph));
        }
    }

    private static void check(ProsePart part, ProseRules.Phrase phrase, Paragraph paragraph) {
        String words = paragraph.text().words();
        ExpressionSearch found = paragraph.search(phrase.find(), words, 0, words.length());
        StringBuilder corrected = new StringBuilder();
        int copied = 0;
        while (!part.isFull(phrase.rule()) && found.find()) {
            if (part.quotes(paragraph, found.start(), found.end())) {
                continue; // a figure is there, or its path is wrong, which is reported
            }
            int start = corrected.length() + found.start() - copied;
            found.appendReplacement(corrected, phrase.write().orElse(""));
            copied = found.end();
            String instead = corrected.substring(start);
            Diagnostic finding = Diagnostic.warning(
                            "phrase", found.group(), part.examined().says(phrase.rule()))
                    .as(phrase.rule())
                    .as(phrase.hint() ? Severity.HINT : Severity.WARNING);
            part.add(
                    instead.isEmpty() ? finding : finding.help(Message.of("write-instead", instead)),
                    paragraph,
                    found.start(),
                    found.end());
        }
    }
}
