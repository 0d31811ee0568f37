package org.nianbao.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.check.Verdict;
import org.nianbao.check.prose.LastFigures;
import org.nianbao.check.prose.Prose;
import org.nianbao.check.years.Outliers;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.Fact;

/** What reports say of the year before, if the report of that year is compared with them. */
final class AcrossYears {
    /** From so many years on, outliers are reported. */
    private static final int MANY_YEARS = 3;

    private AcrossYears() {}

    /** The findings of each report whose agency has another one of the year before. */
    static List<Diagnostic> of(List<Compared> ordered) {
        Diagnostics findings = new Diagnostics();
        for (Compared now : ordered) {
            List<Compared> earlier = new ArrayList<>();
            for (Compared other : ordered) {
                if (now.isOfSameAgency(other) && yearsBack(now, other) > 0) {
                    earlier.add(0, other); // ordered by year
                }
            }
            if (!earlier.isEmpty() && yearsBack(now, earlier.get(0)) == 1) {
                long years = ordered.stream().filter(now::isOfSameAgency).count();
                check(now, earlier, years >= MANY_YEARS, findings);
            }
        }
        return findings.list();
    }

    private static int yearsBack(Compared now, Compared other) {
        return now.report().year().orElse(0) - other.report().year().orElse(0);
    }

    private static void check(Compared now, List<Compared> earlier, boolean many, Diagnostics findings) {
        Compared before = earlier.get(0);
        Examined examined = examined(now);
        Optional<Examined> last = Optional.of(examined(before));
        List<Diagnostic> growth =
                Prose.growth(examined, new LastFigures(last, now.filled().charts()));
        findings.addAll(Verdict.of(growth, List.of(), now.filled().acceptances(), acceptance -> true)
                .open());
        if (many) {
            findings.addAll(Outliers.of(
                    examined, earlier.stream().map(AcrossYears::examined).toList()));
        }
        if (!now.agency().equals(before.agency())) {
            String fact =
                    now.report().form().fact(Fact.Role.AGENCY).orElseThrow().key();
            findings.add(
                    Diagnostic.hint("compared-renamed", examined.places().of(fact), before.agency(), now.agency()));
        }
        if (!now.filled().edition().folder().equals(before.filled().edition().folder())) {
            String fact = now.report().form().fact(Fact.Role.YEAR).orElseThrow().key();
            findings.add(Diagnostic.hint("compared-editions", examined.places().of(fact), before.year(), now.year()));
        }
    }

    private static Examined examined(Compared report) {
        return Examined.of(report.report(), report.filled().places(), List.of());
    }
}
