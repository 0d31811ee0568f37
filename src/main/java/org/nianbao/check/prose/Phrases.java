package org.nianbao.check.prose;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.expression.Allowance;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;

/** Finds words that should not be there: placeholders, instructions, wrong citations. */
final class Phrases {
    private final ProsePart part;
    private final Paragraph paragraph;
    private final List<Reported> findings = new ArrayList<>();

    /** What is reported: a sentence of the form that is pasted is one mistake. */
    private record Reported(int from, int to) {}

    private Phrases(ProsePart part, Paragraph paragraph) {
        this.part = part;
        this.paragraph = paragraph;
    }

    static void check(ProsePart part, List<ProseRules.Phrase> phrases) {
        List<ProseRules.Phrase> applicable = phrases.stream()
                .filter(phrase ->
                        phrase.agency().isEmpty() || isOf(part, phrase.agency().get()))
                .toList();
        for (Paragraph paragraph : part.paragraphs()) {
            Phrases checked = new Phrases(part, paragraph);
            applicable.forEach(checked::check);
        }
    }

    private static boolean isOf(ProsePart part, Expression agency) {
        return part.agency()
                .filter(name -> agency.in(name, Allowance.forName()).find())
                .isPresent();
    }

    /** Whether some of the words are in another finding. */
    private boolean isReported(int from, int to) {
        return findings.stream().anyMatch(finding -> finding.from() < to && from < finding.to());
    }

    private void check(ProseRules.Phrase phrase) {
        String words = paragraph.text().words();
        if (!phrase.find().mayOccurIn(words)) {
            return; // as for most phrases; a search that finds nothing costs more
        }
        ExpressionSearch found = paragraph.search(phrase.find(), words, 0, words.length());
        StringBuilder corrected = new StringBuilder();
        int copied = 0;
        while (!part.isFull(phrase.rule()) && found.find()) {
            if (part.quotes(paragraph, found.start(), found.end()) || isReported(found.start(), found.end())) {
                continue; // a figure is there, or its path is wrong, which is reported
            }
            findings.add(new Reported(found.start(), found.end()));
            int start = corrected.length() + found.start() - copied;
            found.appendReplacement(corrected, phrase.write().orElse(""));
            copied = found.end();
            String instead = corrected.substring(start);
            Diagnostic finding = Diagnostic.warning(
                            "phrase",
                            paragraph.shown().substring(found.start(), found.end()),
                            part.examined().says(phrase.rule()))
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
