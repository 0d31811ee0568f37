package org.nianbao.check.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.report.Annex;

/** Compares a total row of an annex with the sums of its columns. */
public final class AnnexSums {
    private static final Pattern TOTAL = Pattern.compile("合计|总计");
    private static final Pattern FIGURE = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern NOTHING = Pattern.compile("[-—–/]*");

    private AnnexSums() {}

    /** The findings, in order. An annex with words in a column, or with rows that are parts of others, has no sums there. */
    public static List<Diagnostic> of(Examined examined) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Annex annex : examined.report().words().annexes()) {
            List<List<String>> totals =
                    annex.rows().stream().skip(1).filter(AnnexSums::isTotal).toList();
            List<List<String>> addends =
                    annex.rows().stream().skip(1).filter(row -> !isTotal(row)).toList();
            boolean hasParts = addends.stream().anyMatch(row -> row.stream().anyMatch(cell -> cell.startsWith("其中")));
            if (totals.size() == 1 && !addends.isEmpty() && !hasParts) {
                for (int column = 1; column < totals.get(0).size(); column++) {
                    check(examined, annex, totals.get(0), addends, column).ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private static boolean isTotal(List<String> row) {
        return row.stream()
                .map(AnnexSums::plain)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .filter(cell -> TOTAL.matcher(cell).matches())
                .isPresent();
    }

    private static Optional<Diagnostic> check(
            Examined examined, Annex annex, List<String> total, List<List<String>> addends, int column) {
        String typed = plain(total.get(column));
        List<String> figures = addends.stream()
                .map(row -> column < row.size() ? plain(row.get(column)) : "")
                .filter(figure -> !NOTHING.matcher(figure).matches())
                .toList();
        boolean adds = FIGURE.matcher(typed).matches()
                && !figures.isEmpty()
                && figures.stream().allMatch(figure -> FIGURE.matcher(figure).matches());
        if (!adds) {
            return Optional.empty();
        }
        BigDecimal sum = figures.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(new BigDecimal(typed)) == 0) {
            return Optional.empty();
        }
        List<String> head = annex.rows().get(0);
        String name = column < head.size() ? head.get(column).replaceAll("\\s+", "") : "";
        String place = annex.file().isPresent() ? annex.file().get() : typed;
        return Optional.of(Diagnostic.warning(
                        "annex-sum",
                        examined.places().of(annex.path(), place),
                        annex.title(),
                        name,
                        sum.toPlainString(),
                        typed)
                .about(annex.path())
                .acceptable());
    }

    /** A cell without blanks and separators, in half-width digits. */
    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}*,]", "");
    }
}
