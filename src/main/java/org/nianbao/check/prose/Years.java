package org.nianbao.check.prose;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;

/** Finds sentences about another year than the report, as they are left when last year's prose is kept. */
final class Years {
    /** Titles and document numbers. */
    private static final Pattern CITED = Pattern.compile("《[^《》]{0,200}》|〔[^〔〕]{0,40}〕");

    /** In characters: what is quoted behind a year, so that an acceptance fits this place only. */
    private static final int QUOTED = 10;

    private Years() {}

    static void check(ProsePart part, ProseRules.YearRule rule) {
        part.examined().report().year().ifPresent(own -> {
            for (Paragraph paragraph : part.paragraphs()) {
                if (namesOther(paragraph.plain(), String.valueOf(own))) {
                    check(part, rule, own, paragraph);
                }
            }
        });
    }

    /** Whether a year is named that is not the report's; most paragraphs name none. */
    private static boolean namesOther(String words, String own) {
        for (int at = words.indexOf("20"); at >= 0; at = words.indexOf("20", at + 2)) {
            if (!words.startsWith(own, at)) {
                return true;
            }
        }
        return false;
    }

    private static void check(ProsePart part, ProseRules.YearRule rule, int own, Paragraph paragraph) {
        String words = CITED.matcher(paragraph.plain())
                .replaceAll(match -> "－".repeat(match.group().length()));
        for (Paragraph.Sentence sentence : paragraph.sentences()) {
            rule.topics().stream()
                    .flatMap(topic -> stale(part, topic, own, paragraph, sentence, words).stream())
                    .findFirst()
                    .ifPresent(stale -> {
                        int from = stale.start("year");
                        int to = Math.min(stale.end() + QUOTED, sentence.to());
                        Diagnostic finding = Diagnostic.warning(
                                "stale-year",
                                paragraph.excerpt(from, to),
                                String.valueOf(stale.group("year")),
                                String.valueOf(own));
                        part.add(finding.as(rule.rule()), paragraph, from, to);
                    });
        }
    }

    /** The first year of a sentence that is not the report's. */
    private static Optional<ExpressionSearch> stale(
            ProsePart part,
            ProseRules.Topic topic,
            int own,
            Paragraph paragraph,
            Paragraph.Sentence sentence,
            String words) {
        ExpressionSearch search = paragraph.search(topic.find(), words, sentence.from(), sentence.to());
        while (search.find()) {
            String year = Objects.requireNonNullElse(search.group("year"), "");
            boolean ahead =
                    year.equals(String.valueOf(own + 1)) && topic.ahead().contains(part.key());
            if (!year.isEmpty()
                    && !year.equals(String.valueOf(own))
                    && !ahead
                    && topic.unless()
                            .filter(unless -> paragraph
                                    .search(unless, words, sentence.from(), sentence.to())
                                    .find())
                            .isEmpty()) {
                return Optional.of(search);
            }
        }
        return Optional.empty();
    }
}
