package org.nianbao.check.prose;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.prose.Numbering;
import org.nianbao.prose.Numeral;
import org.nianbao.prose.Text;
import org.nianbao.report.Form;
import org.nianbao.report.ProseRules;

/** Sentences that say how many chapters the report has, and which. */
final class Chapters {
    private Chapters() {}

    static void look(Part part, ProseRules.Chapters rule, List<Problem> problems) {
        Form form = part.examined().report().form();
        List<String> titles = titles(form);
        for (Text paragraph : part.passage().paragraphs()) {
            for (Text sentence : paragraph.sentences()) {
                Matcher says = rule.says().matcher(sentence.words());
                if (says.find()) {
                    int stated = Numeral.value(says.group("n")).orElseThrow().intValue();
                    int listed = listed(says.group("list"), titles, rule);
                    int has = listed > 0 ? listed : titles.size();
                    if (stated != has) {
                        problems.add(part.warning(
                                rule.rule(),
                                sentence,
                                says.start(),
                                says.end(),
                                Message.of(
                                        listed > 0 ? "chapters-listed" : "chapters-of-form",
                                        Part.shown(sentence.words(), says.start(), says.end()),
                                        stated,
                                        has),
                                Message.of("chapters.way-out", String.join("、", titles))));
                    }
                }
            }
        }
    }

    /** The headings without their numbers, the longest first, so that none is taken for a part of another one. */
    private static List<String> titles(Form form) {
        return form.sections().stream()
                .flatMap(section -> section.heading().stream())
                .map(heading -> Numbering.of(heading).map(Numbering::title).orElse(heading))
                .toList();
    }

    /** How many chapters a list names; a chapter whose title holds a comma counts once. */
    private static int listed(@Nullable String list, List<String> titles, ProseRules.Chapters rule) {
        if (list == null || list.isBlank()) {
            return 0;
        }
        String plain = list;
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
