package org.nianbao.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;
import org.nianbao.text.SentenceKey;

/**
 * A section of which two bodies' reports about one year have too many sentences in common.
 *
 * @param one the report more of which stands in the other
 * @param other the other one
 * @param section its heading
 * @param repeated the sentences of {@code one} that stand in {@code other} too
 */
public record Copy(Compared one, Compared other, String section, SentenceKey.Repeated repeated) {
    private static final Comparator<Copy> SHARE =
            Comparator.comparing(copy -> copy.repeated().percent());

    /** All pairs of reports with such a section, those with the greatest share first. */
    static List<Copy> among(List<Compared> reports) {
        List<Copy> copies = new ArrayList<>();
        Compared last = reports.get(reports.size() - 1);
        last.report().form().prose().repetition().ifPresent(rule -> {
            for (Section section : last.report().form().sections()) {
                if (rule.sections().contains(section.key())) {
                    collect(reports, section, rule, copies);
                }
            }
        });
        copies.sort(SHARE.reversed());
        return copies;
    }

    private static void collect(
            List<Compared> reports, Section section, ProseRules.RepetitionRule rule, List<Copy> copies) {
        List<SentenceKey> said = reports.stream()
                .map(report -> SentenceKey.of(report.prose(section.key()), rule.shortest()))
                .toList();
        String heading = section.heading().orElse(section.key());
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                Compared a = reports.get(i);
                Compared b = reports.get(j);
                if (a.year().equals(b.year()) && !a.agency().equals(b.agency())) {
                    Copy ofA = new Copy(a, b, heading, said.get(i).in(said.get(j)));
                    Copy ofB = new Copy(b, a, heading, said.get(j).in(said.get(i)));
                    Stream.of(ofA, ofB)
                            .filter(copy -> copy.repeated().exceeds(rule.most(), rule.fewest()))
                            .max(SHARE)
                            .ifPresent(copies::add);
                }
            }
        }
    }
}
