package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.report.Report;

/**
 * Where the report of a whole says otherwise than its parts come to. A cell that is blank, in it or in a part, says nothing.
 *
 * @param told about figures that somebody typed
 * @param echoes about totals that nobody typed; mostly they follow from what is told
 */
public record Agreement(List<Diagnostic> told, List<Diagnostic> echoes) {
    /** So many units are named, the largest. */
    private static final int NAMED = 3;

    public Agreement {
        told = List.copyOf(told);
        echoes = List.copyOf(echoes);
    }

    /** Holds a report against its parts, in the form's order. */
    public static Agreement of(Report report, SourceSpans places, Total total) {
        String rule = report.form().rule(Form.RuleRole.PARTS, "parts-differ");
        Diagnostics told = new Diagnostics();
        Diagnostics echoes = new Diagnostics();
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
            (cell.isTotal() && !places.has(path) ? echoes : told).add(diagnostic);
        }
        return new Agreement(told.list(), echoes.list());
    }
}
