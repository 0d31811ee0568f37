package org.nianbao.check.prose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.prose.Text;
import org.nianbao.report.ProseRules;

/** Sentences that are about another year than the report, as they are when last year's words were kept. */
final class Years {
    /** What stands in brackets is a title or the number of a document. */
    private static final Pattern CITED = Pattern.compile("《[^《》]*》|〔[^〔〕]*〕");

    private Years() {}

    static void look(Part part, ProseRules.Years rule, List<Problem> problems) {
        part.examined().year().ifPresent(own -> {
            for (Text paragraph : part.passage().paragraphs()) {
                for (Text sentence : paragraph.sentences()) {
                    rule.topics().forEach(topic -> look(part, rule.rule(), topic, own, sentence, problems));
                }
            }
        });
    }

    private static void look(
            Part part, String rule, ProseRules.Topic topic, int own, Text sentence, List<Problem> problems) {
        String words = CITED.matcher(sentence.words())
                .replaceAll(match -> "－".repeat(match.group().length()));
        if (topic.unless().isPresent() && topic.unless().get().matcher(words).find()) {
            return;
        }
        Matcher matcher = topic.find().matcher(words);
        while (matcher.find()) {
            int year = Integer.parseInt(matcher.group("year"));
            boolean ahead =
                    year == own + 1 && topic.ahead().contains(part.section().key());
            if (year != own && !ahead) {
                problems.add(part.warning(
                        rule,
                        sentence,
                        matcher.start("year"),
                        matcher.end(),
                        Message.of(
                                "stale-year",
                                Part.shown(sentence.words(), matcher.start("year"), matcher.end()),
                                String.valueOf(year),
                                String.valueOf(own)),
                        Message.of("stale-year.way-out", String.valueOf(own))));
            }
        }
    }
}
