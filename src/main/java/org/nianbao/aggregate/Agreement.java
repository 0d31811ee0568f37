package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nianbao.check.Findings;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.report.Report;

/** Compares an aggregate report with the sums of its parts. Cells that are blank in it or in a part are skipped. */
final class Agreement {
    /** Units named in a message, the largest. */
    private static final int NAMED = 3;

    private Agreement() {}

    /** Compares cell by cell, in the form's order. */
    static Findings of(Report report, SourceSpans places, Total total) {
        String rule = report.form().rule(Form.RuleRole.PARTS, "parts-differ");
        Findings findings = new Findings();
        for (FormCell cell : total.kind().cells()) {
            String path = cell.path().dotted();
            Optional<BigDecimal> sum = total.sum(path);
            Optional<BigDecimal> written = report.cell(cell.path()).value();
            if (sum.isEmpty() || written.isEmpty() || sum.get().compareTo(written.get()) == 0) {
                continue;
            }
            String largest = total.groups(path).stream()
                    .flatMap(group -> group.units().stream())
                    .sorted(Comparator.comparing(
                                    (Total.Share share) -> share.value().abs())
                            .reversed())
                    .limit(NAMED)
                    .map(share -> share.name() + " " + share.value().toPlainString())
                    .collect(Collectors.joining("、"));
            Diagnostic diagnostic = Diagnostic.error(
                            largest.isEmpty() ? "parts-zero" : "parts-differ",
                            places.of(path),
                            cell.path().inSection(),
                            total.parts().size(),
                            sum.get().toPlainString(),
                            written.get().toPlainString(),
                            sum.get().subtract(written.get()).abs().toPlainString(),
                            largest)
                    .as(rule)
                    .help(Message.of("accept", rule, path))
                    .about(path);
            (cell.isTotal() && !places.has(path) ? findings.derived() : findings.primary()).add(diagnostic);
        }
        return findings;
    }
}
