package org.nianbao.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.form.ProseRules.RepetitionRule;
import org.nianbao.form.Section;
import org.nianbao.template.TemplateData;
import org.nianbao.text.SentenceKey;

/**
 * A section in which the reports of two agencies about one year have too many sentences in common.
 *
 * @param one number of the report that repeats more of the other, from 0
 * @param other number of the other report
 * @param section its heading
 */
@TemplateData
public record Copy(int one, int other, String section, Repetition repetition) {
    private static final Comparator<Copy> SHARE =
            Comparator.comparing(copy -> copy.repetition().percent());

    /** The copies among all pairs of reports, the greatest share first. */
    static List<Copy> among(List<Compared> reports) {
        List<Copy> copies = new ArrayList<>();
        Compared last = reports.get(reports.size() - 1);
        last.report()
                .form()
                .prose()
                .repetition()
                .ifPresent(rule -> last.report().form().sections().stream()
                        .filter(section -> rule.sections().contains(section.key()))
                        .forEach(section -> collect(reports, section, rule, copies)));
        copies.sort(SHARE.reversed());
        return copies;
    }

    private static void collect(List<Compared> reports, Section section, RepetitionRule rule, List<Copy> copies) {
        List<SentenceKey> keys = reports.stream()
                .map(report -> SentenceKey.of(report.prose(section.key()), rule.shortest()))
                .toList();
        String heading = section.heading().orElse(section.key());
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                Compared a = reports.get(i);
                Compared b = reports.get(j);
                if (a.year().equals(b.year()) && !a.isOfSameAgency(b)) {
                    Stream.of(copy(i, j, heading, keys, rule), copy(j, i, heading, keys, rule))
                            .flatMap(Optional::stream)
                            .max(SHARE)
                            .ifPresent(copies::add);
                }
            }
        }
    }

    private static Optional<Copy> copy(
            int one, int other, String heading, List<SentenceKey> keys, RepetitionRule rule) {
        return Optional.of(keys.get(one).in(keys.get(other)))
                .filter(repeated -> repeated.exceeds(rule.most(), rule.fewest()))
                .map(repeated -> new Copy(one, other, heading, Repetition.of(repeated)));
    }
}
