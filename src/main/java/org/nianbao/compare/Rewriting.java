package org.nianbao.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;
import org.nianbao.text.Passage;
import org.nianbao.text.Substance;
import org.nianbao.text.Text;

/**
 * What became of the prose from one report to a later one.
 *
 * @param before the earlier report
 * @param now the later one
 * @param parts the sections that either of them has prose in, in the order of the form
 */
public record Rewriting(Compared before, Compared now, List<Part> parts) {
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
    public record Part(String section, List<Change> changes, Optional<Substance.Repeated> repetition, boolean tooMuch) {
        public Part {
            changes = List.copyOf(changes);
        }

        /** How many sentences went that way. */
        public long count(Change.Kind kind) {
            return changes.stream().filter(change -> change.kind() == kind).count();
        }
    }

    static Rewriting of(Compared before, Compared now) {
        Optional<ProseRules.Repetition> rule = now.report().form().prose().repetition();
        List<Part> parts = new ArrayList<>();
        for (Section section : now.report().form().sections()) {
            Passage was = before.prose(section.key());
            Passage is = now.prose(section.key());
            if (!was.paragraphs().isEmpty() || !is.paragraphs().isEmpty()) {
                Optional<Substance.Repeated> repetition =
                        rule.map(how -> Substance.of(is, how.shortest()).in(Substance.of(was, how.shortest())));
                parts.add(new Part(
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

    private static List<String> words(Passage passage) {
        return passage.sentences().stream().map(Text::words).map(String::strip).toList();
    }
}
