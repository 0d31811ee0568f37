package org.nianbao.check.years;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;
import org.nianbao.text.MappedText;

/** Finds sentences copied verbatim from last year's report that still mention last year. */
public final class KeptYears {
    private KeptYears() {}

    /** The findings, in the form's order. */
    public static List<Diagnostic> of(Examined now, Examined before) {
        Diagnostics diagnostics = new Diagnostics();
        ProseRules rules = now.report().form().prose();
        if (rules.years().isEmpty()
                || before.report().year().isEmpty()
                || now.report().year().isEmpty()) {
            return List.of();
        }
        String kept = before.report().year().get() + "年";
        for (Section section : now.report().form().sections()) {
            Set<String> earlier = Sentences.of(before, section.key()).sentences().stream()
                    .map(sentence -> sentence.words().strip())
                    .collect(Collectors.toSet());
            for (MappedText sentence : Sentences.of(now, section.key()).sentences()) {
                String words = sentence.words().strip();
                if (words.contains(kept) && earlier.contains(words)) {
                    diagnostics.add(finding(now, section.key(), sentence, kept)
                            .as(rules.years().get().rule())
                            .acceptable());
                }
            }
        }
        return diagnostics.list();
    }

    private static Diagnostic finding(Examined now, String key, MappedText sentence, String kept) {
        int from = sentence.words().indexOf(kept);
        int to = from + kept.length();
        String own = now.report().year().map(String::valueOf).orElseThrow();
        return Diagnostic.warning("kept-year", sentence.words().strip(), kept, own)
                .at(Sentences.place(now, key, sentence, from, to))
                .about(key)
                .quoting(now.report().prose(key).substring(sentence.origin(from), sentence.origin(to)));
    }
}
