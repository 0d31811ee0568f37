package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.Form;
import org.nianbao.form.ProseRules;
import org.nianbao.text.Numbering;

/** Checks sentences that state the number of the report's chapters, or list them. */
final class Chapters {
    private Chapters() {}

    static void check(ProsePart part, ProseRules.ChapterRule rule) {
        for (Paragraph paragraph : part.paragraphs()) {
            for (Paragraph.Sentence sentence : paragraph.sentences()) {
                if (sentence.counts()) {
                    rule.says().stream()
                            .map(says -> paragraph.search(says, sentence))
                            .filter(ExpressionSearch::find)
                            .findFirst()
                            .ifPresent(says -> compare(part, rule, paragraph, says));
                }
            }
        }
    }

    private static void compare(
            ProsePart part, ProseRules.ChapterRule rule, Paragraph paragraph, ExpressionSearch says) {
        List<String> titles = titles(part.examined().report().form());
        int stated = paragraph.number(says, "n").map(BigDecimal::intValue).orElse(0);
        List<Integer> counts = rule.between().stream()
                .map(between -> listed(says.group("list"), titles, between, paragraph))
                .toList();
        int mentioned = mentioned(says.group("list"), rule, paragraph);
        // the last way of counting takes the parts of a title apart
        List<Integer> whole = counts.subList(0, Math.max(0, counts.size() - 1));
        boolean lacks = stated == rule.mentions().size() && whole.contains(mentioned) && !whole.contains(stated);
        int listed = lacks ? mentioned : counts.isEmpty() ? 0 : counts.get(0);
        int actual = listed > 1 ? listed : titles.size();
        if (stated != actual && (lacks || (!counts.contains(stated) && mentioned != stated))) {
            Diagnostic finding = Diagnostic.warning(
                            listed > 1 ? "chapters-listed" : "chapters-of-form",
                            paragraph.excerpt(says.start(), says.end()),
                            stated,
                            actual)
                    .help(Message.of("chapters.help", String.join("、", titles)));
            part.add(finding.as(rule.rule()), paragraph, says.start(), says.end());
        }
    }

    /** Number of the form's chapters that a list mentions. */
    private static int mentioned(@Nullable String list, ProseRules.ChapterRule rule, Paragraph paragraph) {
        return list == null
                ? 0
                : (int) rule.mentions().stream()
                        .filter(words ->
                                paragraph.search(words, list, 0, list.length()).find())
                        .count();
    }

    /** The headings without their numbers. */
    private static List<String> titles(Form form) {
        return form.sections().stream()
                .flatMap(section -> section.heading().stream())
                .map(heading -> Numbering.of(heading).map(Numbering::title).orElse(heading))
                .toList();
    }

    /** Number of chapters in a list; one whose title has a comma counts once. */
    private static int listed(@Nullable String list, List<String> titles, Expression separator, Paragraph paragraph) {
        if (list == null || list.isBlank()) {
            return 0;
        }
        String plain = list;
        // the longest first, so that none is taken for a part of another one
        for (String title : titles.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            plain = plain.replace(title, "＃");
        }
        return items(plain, separator, paragraph);
    }

    /** The number of items of a list. */
    static int items(String list, Expression separator, Paragraph paragraph) {
        int items = 0;
        int from = 0;
        ExpressionSearch between = paragraph.search(separator, list, 0, list.length());
        while (between.find()) {
            items += list.substring(from, between.start()).isBlank() ? 0 : 1;
            from = between.end();
        }
        return items + (list.substring(from).isBlank() ? 0 : 1);
    }
}
