package org.nianbao.markdown;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.page.EstimatedWidth;
import org.nianbao.page.FigureSize;
import org.nianbao.typography.ReadableColumns;

/** Finds tables of the prose that have more columns than a page has room for. */
record WideTables(List<String> lines, SourceSpans.Search search, ReadableColumns readable, Diagnostics diagnostics) {
    void check() {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (TableRow.isRow(lines.get(i)) && TableRow.isRule(lines.get(i + 1))) {
                int end = i;
                while (end < lines.size() && TableRow.isRow(lines.get(end))) {
                    end++;
                }
                check(lines.subList(i, end));
                i = end;
            }
        }
    }

    private void check(List<String> rows) {
        int columns = TableRow.cells(rows.get(0)).size();
        int most = (int) (readable.table() / readable.ofWords());
        if (columns > most) {
            diagnostics.add(Diagnostic.error("table-fits-no-page", search.next(rows.get(0)), columns, most));
        } else if (least(rows, columns) > readable.table()) {
            diagnostics.add(Diagnostic.warning("table-too-wide", search.next(rows.get(0)), columns, most));
        }
    }

    /** The width at which the figures of the table can be read. */
    private double least(List<String> rows, int columns) {
        List<Double> least = new ArrayList<>();
        for (String row : rows) {
            List<String> cells = TableRow.cells(row);
            for (int i = 0; i < Math.min(columns, cells.size()); i++) {
                double width = least(cells.get(i).strip());
                if (i == least.size()) {
                    least.add(width);
                }
                least.set(i, Math.max(least.get(i), width));
            }
        }
        return least.stream().mapToDouble(Double::doubleValue).sum();
    }

    private double least(String cell) {
        double figure = FigureSize.isFigure(cell) ? readable.ofFigure(EstimatedWidth.of(cell)) : 0;
        return Math.max(figure, readable.ofWords());
    }
}
