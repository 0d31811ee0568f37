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

/** Prose that was taken over from last year's report. Tables repeat by nature and are not looked at. */
public final class RepeatedProse {
    /** In characters: how much of a sentence a message quotes. */
    private static final int QUOTED = 30;

    private final Examined now;
    private final Examined before;
    private final ProseRules.RepetitionRule rule;

    private RepeatedProse(Examined now, Examined before, ProseRules.RepetitionRule rule) {
        this.now = now;
        this.before = before;
        this.rule = rule;
    }

    /** The sections too much of which stood in last year's report, each with the sentences. */
    public static List<Diagnostic> of(Examined now, Examined before) {
        Diagnostics diagnostics = new Diagnostics();
        now.report().form().prose().repetition().ifPresent(rule -> {
            RepeatedProse repetition = new RepeatedProse(now, before, rule);
            rule.sections().forEach(key -> repetition.look(key, diagnostics));
        });
        return diagnostics.list();
    }

    private void look(String key, Diagnostics diagnostics) {
        SentenceKey.Repeated repeated = substance(now, key).in(substance(before, key));
        if (!repeated.exceeds(rule.most(), rule.fewest())) {
            return;
        }
        Diagnostic diagnostic = Diagnostic.warning(
                        "repeated",
                        place(now, key, repeated.sentences().get(0)),
                        key,
                        repeated.counted(),
                        repeated.sentences().size(),
                        repeated.percent(),
                        now.says(rule.rule()))
                .as(rule.rule())
                .about(key)
                .acceptable();
        for (MappedText sentence : repeated.sentences()) {
            String words = sentence.words().strip();
            diagnostic = diagnostic.related(
                    place(now, key, sentence),
                    Message.verbatim(words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words));
        }
        diagnostics.add(diagnostic);
    }

    private SentenceKey substance(Examined examined, String key) {
        return SentenceKey.of(Sentences.passage(examined, key), rule.shortest());
    }

    private static SourceSpan place(Examined examined, String key, MappedText sentence) {
        return Sentences.place(examined, key, sentence, 0, sentence.words().length());
    }
}
