package org.nianbao.check.prose;

import java.util.List;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.ProseRules;

/** All that is looked at in prose; the one place that lists it. */
public final class Prose {
    private Prose() {}

    /** What is likely wrong with a report's prose, section by section. */
    public static List<Diagnostic> of(Examined examined) {
        ProseRules rules = examined.report().form().prose();
        Diagnostics diagnostics = new Diagnostics();
        List<ProsePart> parts = ProsePart.of(examined, diagnostics);
        for (ProsePart part : parts) {
            Claims.look(part, rules.claims());
            rules.parts().ifPresent(rule -> Wholes.look(part, rule));
            rules.shares().ifPresent(rule -> Shares.look(part, rule));
            rules.years().ifPresent(rule -> Years.look(part, rule));
            rules.chapters().ifPresent(rule -> Chapters.look(part, rule));
            Phrases.look(part, rules.phrases());
            NumberingOrder.look(part);
            Pairs.look(part);
            Punctuation.look(part);
        }
        Expectations.look(examined, parts, rules.expectations(), diagnostics);
        return diagnostics.list();
    }
}
