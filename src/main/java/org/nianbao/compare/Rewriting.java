package org.nianbao.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;
import org.nianbao.text.MappedProse;
import org.nianbao.text.MappedText;
import org.nianbao.text.SentenceKey;

/**
 * What became of the prose from one report to a later one.
 *
 * @param before the earlier report
 * @param now the later one
 * @param parts the sections that either of them has prose in, in the order of the form
 */
public record Rewriting(Compared before, Compared now, List<SectionChange> parts) {
    public Rewriting {
        parts = List.copyOf(parts);
    }

    /**
     * One section.
     *
     * @param section its heading
     * @param changes what became of each sentence
     * @param repetition the sentences of now that stood in before too, where the form says how to count them
     * @param tooMuch whether that is more than the form wants
     */
    public record SectionChange(
            String section, List<Change> changes, Optional<SentenceKey.Repeated> repetition, boolean tooMuch) {
        public SectionChange {
            changes = List.copyOf(changes);
        }

        /** How many sentences went that way. */
        public long count(Change.ChangeKind kind) {
            return changes.stream().filter(change -> change.kind() == kind).count();
        }
    }

    static Rewriting of(Compared before, Compared now) {
        Optional<ProseRules.RepetitionRule> rule = now.report().form().prose().repetition();
        List<SectionChange> parts = new ArrayList<>();
        for (Section section : now.report().form().sections()) {
            MappedProse was = before.prose(section.key());
            MappedProse is = now.prose(section.key());
            if (!was.paragraphs().isEmpty() || !is.paragraphs().isEmpty()) {
                Optional<SentenceKey.Repeated> repetition =
                        rule.map(how -> SentenceKey.of(is, how.shortest()).in(SentenceKey.of(was, how.shortest())));
                parts.add(new SectionChange(
                        section.heading().orElse(section.key()),
                        Changes.between(words(was), words(is)),
                        repetition,
                        rule.filter(how -> how.sections().contains(section.key()))
                                .flatMap(how -> repetition.map(share -> share.exceeds(how.most(), how.fewest())))
                                .orElse(false)));
            }
        }
        return new Rewriting(before, now, parts);
    }

    private static List<String> words(MappedProse passage) {
        return passage.sentences().stream()
                .map(MappedText::words)
                .map(String::strip)
                .toList();
    }
}
