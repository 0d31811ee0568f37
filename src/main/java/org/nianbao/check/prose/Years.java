package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;
import org.nianbao.text.Numeral;

/** Finds sentences about another year than the report, as they are left when last year's prose is kept. */
final class Years {
    private static final Pattern TITLE = Pattern.compile("《[^《》]{0,200}》");
    private static final Pattern NUMBER = Pattern.compile("〔[^〔〕]{0,40}〕");

    private static final Pattern CHINESE = Pattern.compile("二[〇零][〇零一二三四五六七八九]{2}(?=年)");

    /** In characters: what is quoted behind a year, so that an acceptance fits this place only. */
    private static final int QUOTED = 10;

    private final ProsePart part;
    private final ProseRules.YearRule rule;
    private final int own;
    private final Paragraph paragraph;

    private Years(ProsePart part, ProseRules.YearRule rule, int own, Paragraph paragraph) {
        this.part = part;
        this.rule = rule;
        this.own = own;
        this.paragraph = paragraph;
    }

    static void check(ProsePart part, ProseRules.YearRule rule) {
        part.examined().report().year().ifPresent(own -> {
            for (Paragraph paragraph : part.paragraphs()) {
                if (paragraph.plain().contains("年")) {
                    new Years(part, rule, own, paragraph).check();
                }
            }
        });
    }

    private void check() {
        String titled = blank(NUMBER, digits(paragraph.plain()));
        String words = blank(TITLE, titled);
        for (Paragraph.Sentence sentence : paragraph.sentences()) {
            Spaceless spaceless = Spaceless.of(words, sentence);
            Spaceless withTitles = Spaceless.of(titled, sentence);
            if (withTitles.words().contains("20")) {
                rule.topics().stream()
                        .flatMap(topic -> stale(topic, topic.titles() ? withTitles : spaceless).stream())
                        .findFirst()
                        .ifPresent(stale -> report(stale, sentence));
            }
        }
    }

    /** With the digits of 二〇二四年. */
    private static String digits(String words) {
        return !words.contains("二〇") && !words.contains("二零")
                ? words
                : CHINESE.matcher(words)
                        .replaceAll(match -> Numeral.value(match.group().replace('零', '〇'))
                                .map(BigDecimal::toPlainString)
                                .orElse(match.group()));
    }

    private static String blank(Pattern cited, String words) {
        return cited.matcher(words).replaceAll(match -> "－".repeat(match.group().length()));
    }

    /** A year that should be another one, with the offsets in the paragraph of it and of the end of its words. */
    private record Stale(String id, String year, int right, int from, int to) {}

    private void report(Stale stale, Paragraph.Sentence sentence) {
        int to = Math.min(stale.to() + QUOTED, sentence.to());
        String excerpt = paragraph.excerpt(stale.from(), to);
        String right = String.valueOf(stale.right());
        Diagnostic finding = Diagnostic.warning(stale.id(), excerpt, stale.year(), right);
        part.add(finding.as(rule.rule()), paragraph, stale.from(), to);
    }

    /** The first year of a sentence that is not the right one. */
    private Optional<Stale> stale(ProseRules.Topic topic, Spaceless sentence) {
        String words = sentence.words();
        boolean elsewhere = !topic.only().isEmpty() && !topic.only().contains(part.key());
        if (elsewhere || (topic.alone() && words.contains(own + "年"))) {
            return Optional.empty();
        }
        int right = own + (topic.plan() ? 1 : topic.later());
        ExpressionSearch search = paragraph.search(topic.find(), words, 0, words.length());
        while (search.find()) {
            String year = Objects.requireNonNullElse(search.group("year"), "");
            boolean ahead =
                    year.equals(String.valueOf(own + 1)) && topic.ahead().contains(part.key());
            if (!year.isEmpty()
                    && (topic.plan() ? Integer.parseInt(year) <= own : !year.equals(String.valueOf(right)))
                    && !ahead
                    && topic.unless()
                            .filter(unless -> paragraph
                                    .search(unless, words, 0, words.length())
                                    .find())
                            .isEmpty()) {
                return Optional.of(new Stale(
                        topic.plan() ? "stale-plan" : topic.later() > 0 ? "published-early" : "stale-year",
                        year,
                        right,
                        sentence.origin(search.start("year")),
                        sentence.origin(search.end() - 1) + 1));
            }
        }
        return Optional.empty();
    }
}
