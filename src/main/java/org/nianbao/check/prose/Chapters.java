package org.nianbao.check.prose;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Form;
import org.nianbao.form.ProseRules;
import org.nianbao.text.Numbering;

/** Sentences that say how many chapters the report has, and which. */
final class Chapters {
    private Chapters() {}

    static void look(ProsePart part, ProseRules.ChapterRule rule) {
        for (Paragraph paragraph : part.paragraphs()) {
            if (paragraph.marked().words().contains("部分")) {
                for (Paragraph.Sentence sentence : paragraph.sentences()) {
                    if (sentence.counts()) {
                        look(part, rule, paragraph, sentence);
                    }
                }
            }
        }
    }

    private static void look(
            ProsePart part, ProseRules.ChapterRule rule, Paragraph paragraph, Paragraph.Sentence sentence) {
        Matcher says = paragraph.marked(rule.says(), sentence);
        if (!says.find()) {
            return;
        }
        List<String> titles = titles(part.examined().report().form());
        int stated = paragraph
                .marked()
                .numberAt(says.start("n"))
                .map(number -> number.value().intValue())
                .orElse(0);
        int listed = listed(says.group("list"), titles, rule);
        int has = listed > 1 ? listed : titles.size();
        if (stated != has) {
            Diagnostic finding = Diagnostic.warning(
                            listed > 1 ? "chapters-listed" : "chapters-of-form",
                            ProsePart.shown(paragraph, says.start(), says.end()),
                            stated,
                            has)
                    .help(Message.of("chapters.help", String.join("、", titles)));
            part.add(finding.as(rule.rule()), paragraph, says.start(), says.end());
        }
    }

    /** The headings without their numbers. */
    private static List<String> titles(Form form) {
        return form.sections().stream()
                .flatMap(section -> section.heading().stream())
                .map(heading -> Numbering.of(heading).map(Numbering::title).orElse(heading))
                .toList();
    }

    /** How many chapters a list names; a chapter whose title holds a comma counts once. */
    private static int listed(@Nullable String list, List<String> titles, ProseRules.ChapterRule rule) {
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
        return (int) rule.between()
                .splitAsStream(plain)
                .filter(item -> !item.isBlank())
                .count();
    }
}
