package org.nianbao.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.form.Axis;
import org.nianbao.form.Block;
import org.nianbao.form.Cell;
import org.nianbao.form.Fact;
import org.nianbao.form.Label;
import org.nianbao.form.Section;

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
        for (Section.TableSection section : report.form().tables()) {
            for (Block block : section.table().blocks()) {
                figures.block(section, block);
            }
        }
        return figures.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void block(Section.TableSection section, Block block) {
        for (Axis.Leaf row : block.rows().leaves()) {
            for (Axis.Leaf column : block.columns().leaves()) {
                Cell cell = report.cell(section.key() + "." + block.path(row, column));
                line(List.of(
                        report.form().name(),
                        String.valueOf(report.form().edition()),
                        report.fact(Fact.Role.YEAR).orElse(""),
                        report.agency().orElse(""),
                        section.key(),
                        row.path(),
                        column.path(),
                        labels(row, column),
                        block.takes(row, column).type().written(),
                        cell.text(),
                        cell.value().map(BigDecimal::toPlainString).orElse("")));
            }
        }
    }

    private static String labels(Axis.Leaf row, Axis.Leaf column) {
        return Stream.concat(row.trail().stream(), column.trail().stream())
                .map(Label::text)
                .map(text -> text.replace("\n", ""))
                .collect(Collectors.joining(" › "));
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
