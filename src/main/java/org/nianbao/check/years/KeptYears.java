package org.nianbao.check.years;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;
import org.nianbao.text.MappedText;

/** Sentences that stood in last year's report word for word and still name its year as their own. */
public final class KeptYears {
    private KeptYears() {}

    /** Each such sentence, in the form's order. */
    public static List<Diagnostic> of(Examined now, Examined before) {
        Diagnostics diagnostics = new Diagnostics();
        ProseRules rules = now.report().form().prose();
        if (rules.years().isEmpty()
                || before.report().year().isEmpty()
                || now.report().year().isEmpty()) {
            return diagnostics.list();
        }
        String rule = rules.years().get().rule();
        String kept = before.report().year().get() + "年";
        for (Section section : now.report().form().sections()) {
            Set<String> earlier = new HashSet<>();
            Sentences.of(before, section.key())
                    .forEach(sentence -> earlier.add(sentence.words().strip()));
            for (MappedText sentence : Sentences.of(now, section.key())) {
                String words = sentence.words().strip();
                if (words.contains(kept) && earlier.contains(words)) {
                    diagnostics.add(diagnostic(now, section.key(), sentence, rule, kept));
                }
            }
        }
        return diagnostics.list();
    }

    private static Diagnostic diagnostic(Examined now, String key, MappedText sentence, String rule, String kept) {
        String typed = now.report().prose(key);
        int at = sentence.words().indexOf(kept);
        int start = sentence.origin(at);
        int end = sentence.origin(at + kept.length());
        SourceSpan place = Sentences.place(now, key, sentence, at, at + kept.length());
        String own = now.report().year().map(String::valueOf).orElse("");
        return Diagnostic.warning("kept-year", place, sentence.words().strip(), kept, own)
                .as(rule)
                .about(key)
                .quoting(typed.substring(start, end))
                .acceptable();
    }
}
