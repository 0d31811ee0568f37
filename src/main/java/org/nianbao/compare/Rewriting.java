package org.nianbao.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nianbao.form.ProseRules.RepetitionRule;
import org.nianbao.form.Section;
import org.nianbao.template.TemplateData;
import org.nianbao.text.MappedProse;
import org.nianbao.text.MappedText;
import org.nianbao.text.SentenceKey;

/**
 * The changes of the prose from one report to a later one.
 *
 * @param before number of the earlier report, from 0
 * @param now number of the later one
 * @param parts the sections in which either has prose, in the order of the form
 */
@TemplateData
public record Rewriting(int before, int now, List<SectionChange> parts) {
    /**
     * The changes of a section.
     *
     * @param section its heading
     * @param repetition of the earlier report, if the form counts it and the section has sentences to count
     * @param tooMuch whether that is more than the form allows
     */
    @TemplateData
    public record SectionChange(
            String section, List<Change> changes, Optional<Repetition> repetition, boolean tooMuch) {
        /** Numbers of sentences, by the name of their change in lower case. */
        @TemplateData
        public Map<String, Long> counts() {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (Change.ChangeKind kind : Change.ChangeKind.values()) {
                counts.put(
                        kind.name().toLowerCase(Locale.ROOT),
                        changes.stream().filter(change -> change.kind() == kind).count());
            }
            return counts;
        }
    }

    /**
     * Compares the prose of two reports.
     *
     * @param before number of the earlier one
     * @param now number of the later one
     */
    static Rewriting of(List<Compared> reports, int before, int now) {
        Compared earlier = reports.get(before);
        Compared later = reports.get(now);
        Optional<RepetitionRule> rule = later.report().form().prose().repetition();
        List<SectionChange> parts = new ArrayList<>();
        for (Section section : later.report().form().sections()) {
            MappedProse was = earlier.prose(section.key());
            MappedProse is = later.prose(section.key());
            if (!was.paragraphs().isEmpty() || !is.paragraphs().isEmpty()) {
                Optional<SentenceKey.Repeated> repeated =
                        rule.map(how -> SentenceKey.of(is, how.shortest()).in(SentenceKey.of(was, how.shortest())));
                parts.add(new SectionChange(
                        section.heading().orElse(section.key()),
                        Changes.between(words(was), words(is)),
                        repeated.filter(some -> some.counted() > 0).map(Repetition::of),
                        rule.filter(how -> how.sections().contains(section.key()))
                                .flatMap(how -> repeated.filter(some -> some.exceeds(how.most(), how.fewest())))
                                .isPresent()));
            }
        }
        return new Rewriting(before, now, parts);
    }

    private static List<String> words(MappedProse prose) {
        return prose.sentences().stream()
                .map(MappedText::words)
                .map(String::strip)
                .toList();
    }
}
