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
 * Writes the cells of a report as CSV (RFC 4180): CRLF, UTF-8, a line of names first. It begins with a byte order mark;
 * without one, Excel reads it as GBK.
 */
public final class FiguresCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> NAMES =
            List.of("form", "edition", "year", "agency", "table", "row", "column", "labels", "type", "value", "number");

    private static final String NOTE = "note";
    private static final String SEPARATOR = ",";
    private static final String END = "\r\n";
    private static final String QUOTED = "\"" + SEPARATOR + END;

    private FiguresCsv() {}

    /**
     * The cells in the form's order. Table, row and column are the keys of an input; labels are as printed, from the
     * outermost row label to the innermost column label; the value is as printed; the number is in 元 if it is money.
     * A blank cell has neither value nor number. A report with notes in cells has a further
     * column for them. The same report gives the same bytes.
     */
    public static byte[] write(Report report) {
        boolean noted = !report.words().notes().isEmpty();
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK).append(String.join(SEPARATOR, NAMES));
        csv.append(noted ? SEPARATOR + NOTE : "").append(END);
        StringBuilder ofReport = new StringBuilder();
        append(ofReport, report.form().name());
        append(ofReport, String.valueOf(report.form().edition()));
        append(ofReport, report.fact(Fact.Role.YEAR).orElse(""));
        append(ofReport, report.agency().orElse(""));
        for (FormCell cell : report.form().cells().all()) {
            Cell content = report.cell(cell.path());
            csv.append(ofReport);
            append(csv, cell.path().section());
            append(csv, cell.row().path());
            append(csv, cell.column().path());
            append(csv, cell.labels().stream().map(Label::oneLine).collect(Collectors.joining(" › ")));
            append(csv, cell.spec().type().written());
            append(csv, content.text());
            csv.append(quote(content.value().map(BigDecimal::toPlainString).orElse("")));
            csv.append(noted ? SEPARATOR + quote(report.words().note(cell.path())) : "")
                    .append(END);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder line, String field) {
        line.append(quote(field)).append(SEPARATOR);
    }

    private static String quote(String field) {
        boolean plain = QUOTED.chars().allMatch(character -> field.indexOf(character) < 0);
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
