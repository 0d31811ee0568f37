package org.nianbao.check.prose;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.check.Examined;
import org.nianbao.problem.Problem;
import org.nianbao.report.ProseRules;

/** All that is looked at in prose; the one place that lists it. */
public final class Prose {
    private Prose() {}

    /** What is likely wrong with a report's prose, section by section. */
    public static List<Problem> of(Examined examined) {
        ProseRules rules = examined.report().form().prose();
        List<Problem> problems = new ArrayList<>();
        for (Part part : Part.of(examined)) {
            rules.claims().forEach(claim -> Claims.look(part, claim, problems));
            rules.parts().ifPresent(parts -> Wholes.look(part, parts, problems));
            rules.shares().ifPresent(shares -> Shares.look(part, shares, problems));
            rules.years().ifPresent(years -> Years.look(part, years, problems));
            rules.chapters().ifPresent(chapters -> Chapters.look(part, chapters, problems));
            rules.phrases().forEach(phrase -> Phrases.look(part, phrase, problems));
            Order.look(part, problems);
            Pairs.look(part, problems);
            Punctuation.look(part, problems);
        }
        Expectations.look(examined, rules.expectations(), problems);
        return problems;
    }
}
