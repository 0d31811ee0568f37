package org.nianbao.check.prose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.form.ProseRules;

/** Sentences that are about another year than the report, as they are when last year's words were kept. */
final class Years {
    /** What stands in brackets is a title or the number of a document. */
    private static final Pattern CITED = Pattern.compile("《[^《》]{0,200}》|〔[^〔〕]{0,40}〕");

    /** In characters: so much is quoted behind the year, to tell it from others that are accepted. */
    private static final int QUOTED = 10;

    private Years() {}

    static void look(ProsePart part, ProseRules.YearRule rule) {
        part.examined().report().year().ifPresent(own -> {
            for (Paragraph paragraph : part.paragraphs()) {
                if (namesOther(paragraph.marked().plain(), String.valueOf(own))) {
                    look(part, rule, own, paragraph);
                }
            }
        });
    }

    private static void look(ProsePart part, ProseRules.YearRule rule, int own, Paragraph paragraph) {
        String words = CITED.matcher(paragraph.marked().plain())
                .replaceAll(match -> "－".repeat(match.group().length()));
        for (Paragraph.Sentence sentence : paragraph.sentences()) {
            rule.topics().stream()
                    .flatMap(topic -> stale(part, topic, own, sentence, words).stream())
                    .findFirst()
                    .ifPresent(stale -> tell(part, rule.rule(), own, paragraph, stale));
        }
    }

    /** Whether a year is named that is not the report's: most paragraphs name none. */
    private static boolean namesOther(String words, String own) {
        for (int at = words.indexOf("20"); at >= 0; at = words.indexOf("20", at + 2)) {
            if (!words.startsWith(own, at)) {
                return true;
            }
        }
        return false;
    }

    /** The first year of a sentence that is not the report's, with the words that show it. */
    private static Optional<Stale> stale(
            ProsePart part, ProseRules.Topic topic, int own, Paragraph.Sentence sentence, String words) {
        Matcher matcher = topic.find().matcher(words).region(sentence.from(), sentence.to());
        while (matcher.find()) {
            int year = Integer.parseInt(matcher.group("year"));
            boolean ahead = year == own + 1 && topic.ahead().contains(part.key());
            if (year != own && !ahead && !isElsewhere(topic, words, sentence)) {
                int end = Math.min(matcher.end() + QUOTED, sentence.to());
                return Optional.of(new Stale(year, matcher.start("year"), end));
            }
        }
        return Optional.empty();
    }

    /** A year that is another one, and the words that name it. */
    private record Stale(int year, int from, int to) {}

    private static void tell(ProsePart part, String rule, int own, Paragraph paragraph, Stale stale) {
        Diagnostic finding = Diagnostic.warning(
                "stale-year",
                ProsePart.shown(paragraph, stale.from(), stale.to()),
                String.valueOf(stale.year()),
                String.valueOf(own));
        part.add(finding.as(rule), paragraph, stale.from(), stale.to());
    }

    private static boolean isElsewhere(ProseRules.Topic topic, String words, Paragraph.Sentence sentence) {
        return topic.unless()
                .filter(unless -> unless.matcher(words)
                        .region(sentence.from(), sentence.to())
                        .find())
                .isPresent();
    }
}
