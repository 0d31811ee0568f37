package org.nianbao.check.prose;

import java.util.List;
import java.util.regex.Matcher;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.problem.Severity;
import org.nianbao.prose.Text;
import org.nianbao.report.ProseRules;

/** Words that should not be there: placeholders, instructions, wrong citations. */
final class Phrases {
    private Phrases() {}

    static void look(Part part, ProseRules.Phrase phrase, List<Problem> problems) {
        for (Text paragraph : part.passage().paragraphs()) {
            Matcher found = phrase.find().matcher(paragraph.words());
            StringBuilder mended = new StringBuilder();
            int kept = 0;
            while (found.find()) {
                int start = mended.length() + found.start() - kept;
                found.appendReplacement(mended, phrase.write().orElse(""));
                kept = found.end();
                problems.add(problem(part, phrase, paragraph, found, mended.substring(start)));
            }
        }
    }

    private static Problem problem(Part part, ProseRules.Phrase phrase, Text paragraph, Matcher found, String instead) {
        return part.problem(
                phrase.hint() ? Severity.HINT : Severity.WARNING,
                phrase.rule(),
                paragraph,
                found.start(),
                found.end(),
                Message.of("phrase", found.group(), part.examined().says(phrase.rule())),
                instead.isEmpty() ? Message.of("phrase.way-out") : Message.of("write-instead", instead));
    }
}
