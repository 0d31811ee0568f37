package org.nianbao.check.prose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nianbao.chinese.Simplified;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.expression.Allowance;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.Fact;
import org.nianbao.form.ProseRules;
import org.nianbao.report.AgencyNames;

/** Finds the name of another agency where the report names its own. */
final class OtherAgencies {
    private OtherAgencies() {}

    static void check(ProsePart part, ProseRules.AgencyRule rule) {
        List<String> own = own(part);
        if (own.isEmpty()) {
            return;
        }
        for (Paragraph paragraph : part.paragraphs()) {
            String words = paragraph.text().words();
            for (Expression says : rule.says()) {
                ExpressionSearch found = paragraph.search(says, words, 0, words.length());
                while (found.find()) {
                    Optional.ofNullable(found.group("name"))
                            .filter(name -> own.stream().noneMatch(one -> isOwn(name, one, rule)))
                            .ifPresent(name -> report(part, rule, paragraph, name, found.start("name")));
                }
            }
        }
    }

    private static List<String> own(ProsePart part) {
        return part.examined().report().names().map(AgencyNames::all).orElse(List.of()).stream()
                .map(Simplified::ifTraditional)
                .toList();
    }

    /** Whether the words between two offsets name another agency as the one that acts. */
    static boolean acts(ProsePart part, ProseRules.AgencyRule rule, Paragraph paragraph, int from, int to) {
        List<String> own = own(part);
        ExpressionSearch found = paragraph.search(rule.others(), paragraph.plain(), from, to);
        while (!own.isEmpty() && found.find()) {
            String name = Objects.requireNonNullElse(found.group("name"), "");
            if (own.stream().noneMatch(one -> isOwn(name, one, rule))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name abbreviates that of the agency, or has its place or whole name in it. */
    private static boolean isOwn(String name, String own, ProseRules.AgencyRule rule) {
        ExpressionSearch place = rule.place().in(own, Allowance.forName());
        String core = place.find() ? Optional.ofNullable(place.group("place")).orElse(own) : own;
        return name.contains(core) || abbreviates(name, own);
    }

    /** Whether all characters of a name are in the whole name, in that order. */
    private static boolean abbreviates(String name, String whole) {
        int at = 0;
        for (int i = 0; i < name.length() && at >= 0; i++) {
            int found = whole.indexOf(name.charAt(i), at);
            at = found < 0 ? -1 : found + 1;
        }
        return at >= 0;
    }

    private static void report(
            ProsePart part, ProseRules.AgencyRule rule, Paragraph paragraph, String name, int start) {
        String own = part.examined().report().agency().orElseThrow();
        String fact = part.examined()
                .report()
                .form()
                .fact(Fact.Role.AGENCY)
                .orElseThrow()
                .key();
        Diagnostic finding = Diagnostic.warning("other-agency", name, fact, own)
                .as(rule.rule())
                .help(Message.of("other-agency.help", name, fact, own));
        part.add(finding, paragraph, start, start + name.length());
    }
}
