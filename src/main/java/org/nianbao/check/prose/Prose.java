package org.nianbao.check.prose;

import java.util.List;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.expression.Allowance;
import org.nianbao.form.ProseRules;

/** Runs all checks of prose; the one place that lists them. */
public final class Prose {
    private Prose() {}

    /** The findings about growth since last year alone. */
    public static List<Diagnostic> growth(Examined examined, LastFigures last) {
        Diagnostics diagnostics = new Diagnostics();
        ProsePart.of(examined, last, Allowance.forProse(), diagnostics)
                .forEach(part -> Growth.check(part, examined.report().form().prose()));
        return diagnostics.list();
    }

    /**
     * The findings, section by section.
     *
     * @param last figures of last year, as far as they are known
     */
    public static List<Diagnostic> of(Examined examined, LastFigures last) {
        ProseRules rules = examined.report().form().prose();
        Diagnostics diagnostics = new Diagnostics();
        Allowance allowance = Allowance.forProse();
        List<ProsePart> parts = ProsePart.of(examined, last, allowance, diagnostics);
        for (ProsePart part : parts) {
            Claims.check(part, rules);
            rules.parts().ifPresent(rule -> Wholes.check(part, rule));
            rules.parts().ifPresent(rule -> rule.total().ifPresent(total -> TrailingTotals.check(part, rule, total)));
            Shares.check(part, rules);
            Growth.check(part, rules);
            rules.years().ifPresent(rule -> Years.check(part, rule));
            rules.chapters().ifPresent(rule -> Chapters.check(part, rule));
            rules.points().ifPresent(rule -> AnnouncedPoints.check(part, rule));
            rules.agency().ifPresent(rule -> OtherAgencies.check(part, rule));
            Phrases.check(part, rules.phrases());
            NumberingOrder.check(part);
            Pairs.check(part);
            Punctuation.check(part);
        }
        Expectations.check(examined, parts, rules.expectations(), allowance, diagnostics);
        return diagnostics.list();
    }
}
