package org.nianbao.foreign.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;

/** A table of a DOCX (ECMA-376 Part 1, 17.4), once all tracked changes are accepted. */
final class DocxTable {
    private final Element table;

    DocxTable(Element table) {
        this.table = table;
    }

    /**
     * Whether it is a table of figures or words. One that holds a table with more figures than its own, or has a single row, lays
     * out the page.
     */
    boolean isData() {
        long own = figures(rows());
        return rows().size() > 1
                && table.select("w|tbl").stream()
                        .filter(inner -> !inner.equals(table))
                        .map(DocxTable::new)
                        .allMatch(inner -> inner.rows().size() < 2 || figures(inner.rows()) < own);
    }

    private static long figures(List<Element> rows) {
        return rows.stream()
                .flatMap(row -> cells(row).stream())
                .filter(cell -> cell.select("> w|p > w|r > w|t").text().matches("\\s*[0-9]+\\s*"))
                .count();
    }

    /** The rows that are not deleted. */
    List<Element> rows() {
        return DocxText.children(table)
                .filter(row -> row.tagName().equals("w:tr") && row.selectFirst("> w|trPr > w|del") == null)
                .toList();
    }

    /** The cells of a row that are not deleted. */
    static List<Element> cells(Element row) {
        return DocxText.children(row)
                .filter(cell -> cell.tagName().equals("w:tc") && cell.selectFirst("> w|tcPr > w|cellDel") == null)
                .toList();
    }

    /** @param text of a cell */
    TableGrid grid(TableGrid.Builder grid, Function<Element, String> text) throws UnreadableDocument {
        for (Element row : rows()) {
            grid.newRow().skip(number(row, "> w|trPr > w|gridBefore", 0));
            List<Element> cells = new ArrayList<>(cells(row));
            while (!cells.isEmpty()) {
                Element cell = cells.remove(0);
                int span = number(cell, "> w|tcPr > w|gridSpan", 1);
                while (!cells.isEmpty() && continues(cells.get(0), "hMerge")) {
                    span += number(cells.remove(0), "> w|tcPr > w|gridSpan", 1);
                }
                if (continues(cell, "vMerge")) {
                    grid.continued(span);
                } else {
                    grid.cell(PlainText.of(text.apply(cell)), 1, span);
                }
            }
        }
        return grid.build();
    }

    /** Whether a cell goes on with the one before it or above it. */
    private static boolean continues(Element cell, String merged) {
        Element found = cell.selectFirst("> w|tcPr > w|" + merged);
        return found != null && !found.attr("w:val").equals("restart");
    }

    private static int number(Element parent, String selector, int otherwise) {
        Element found = parent.selectFirst(selector);
        String value = found == null ? "" : found.attr("w:val");
        return value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : otherwise;
    }
}
