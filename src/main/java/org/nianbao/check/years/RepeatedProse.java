package org.nianbao.check.years;

import java.util.List;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.ProseRules;
import org.nianbao.text.MappedText;
import org.nianbao.text.SentenceKey;

/** Finds sections with too many sentences of last year's report. */
public final class RepeatedProse {
    /** In characters: what a message quotes of a sentence. */
    private static final int QUOTED = 30;

    private RepeatedProse() {}

    /** A finding for each such section, with its sentences. */
    public static List<Diagnostic> of(Examined now, Examined before) {
        Diagnostics diagnostics = new Diagnostics();
        now.report()
                .form()
                .prose()
                .repetition()
                .ifPresent(rule -> rule.sections().forEach(key -> {
                    SentenceKey.Repeated repeated = key(now, key, rule).in(key(before, key, rule));
                    if (repeated.exceeds(rule.most(), rule.fewest())) {
                        diagnostics.add(finding(now, key, repeated, rule));
                    }
                }));
        return diagnostics.list();
    }

    private static SentenceKey key(Examined examined, String section, ProseRules.RepetitionRule rule) {
        return SentenceKey.of(Sentences.of(examined, section), rule.shortest());
    }

    private static Diagnostic finding(
            Examined now, String key, SentenceKey.Repeated repeated, ProseRules.RepetitionRule rule) {
        List<MappedText> sentences = repeated.sentences();
        Diagnostic finding = Diagnostic.warning(
                        "repeated",
                        place(now, key, sentences.get(0)),
                        key,
                        repeated.counted(),
                        sentences.size(),
                        repeated.percent(),
                        now.says(rule.rule()))
                .as(rule.rule())
                .about(key)
                .acceptable();
        for (MappedText sentence : sentences) {
            String words = sentence.words().strip();
            String quoted = words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words;
            finding = finding.related(place(now, key, sentence), Message.verbatim(quoted));
        }
        return finding;
    }

    private static SourceSpan place(Examined examined, String key, MappedText sentence) {
        return Sentences.place(examined, key, sentence, 0, sentence.words().length());
    }
}
