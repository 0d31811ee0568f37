package org.nianbao.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.nianbao.form.Cell;
import org.nianbao.form.Fact;
import org.nianbao.form.FormCell;
import org.nianbao.form.Label;

/**
 * Every cell of a report's tables as a line of CSV (RFC 4180): CRLF, UTF-8, a head. It begins with a byte order mark, for
 * without one Excel takes it for GBK; other programs skip it.
 */
public final class FiguresCsv {
    private static final String MARK = "\uFEFF";
    private static final List<String> HEAD =
            List.of("form", "edition", "year", "agency", "table", "row", "column", "labels", "type", "value", "number");

    private static final List<String> QUOTED = List.of("\"", ",", "\r", "\n");

    private final StringBuilder out = new StringBuilder(MARK);
    private final Report report;

    private FiguresCsv(Report report) {
        this.report = report;
        line(HEAD);
    }

    /**
     * The figures in the order of the form. A row, a column and its table are called as an input calls them, and their
     * labels as the form prints them, units and all, from the outermost row label to the innermost column label. A value is
     * written as in the documents, and a number as one reckons with it, money in 元; of a blank cell there is neither, which
     * is not {@code 0}. The same report gives the same bytes.
     */
    public static byte[] write(Report report) {
        FiguresCsv figures = new FiguresCsv(report);
        report.form().cells().all().forEach(figures::cell);
        return figures.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void cell(FormCell cell) {
        Cell content = report.cell(cell.path());
        line(List.of(
                report.form().name(),
                String.valueOf(report.form().edition()),
                report.fact(Fact.Role.YEAR).orElse(""),
                report.agency().orElse(""),
                cell.path().section(),
                cell.row().path(),
                cell.column().path(),
                cell.labels().stream().map(Label::oneLine).collect(Collectors.joining(" › ")),
                cell.spec().type().written(),
                content.text(),
                content.value().map(BigDecimal::toPlainString).orElse("")));
    }

    private void line(List<String> fields) {
        out.append(fields.stream().map(FiguresCsv::field).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String field(String words) {
        boolean quoted = QUOTED.stream().anyMatch(words::contains);
        return quoted ? '"' + words.replace("\"", "\"\"") + '"' : words;
    }
}
