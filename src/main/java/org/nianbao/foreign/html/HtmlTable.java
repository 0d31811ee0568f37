package org.nianbao.foreign.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;

/** A table of a page (HTML standard, 4.9). */
final class HtmlTable {
    private final Element table;

    HtmlTable(Element table) {
        this.table = table;
    }

    /**
     * Whether it is a table of figures or words. One that holds a table with more figures than its own, or has a single row, lays
     * out the page.
     */
    boolean isData() {
        long own = figures(table);
        return rows().size() > 1
                && table.select("table").stream()
                        .filter(inner -> !inner.equals(table))
                        .allMatch(inner -> new HtmlTable(inner).rows().size() < 2 || figures(inner) < own);
    }

    /** How many cells of a table, without those of tables in it, hold nothing but a figure. */
    static long figures(Element table) {
        return new HtmlTable(table)
                .rows().stream()
                        .flatMap(row -> cells(row).stream())
                        .filter(cell -> cell.selectFirst("table") == null)
                        .filter(cell -> PlainText.withoutSpaces(cell.text()).matches("[0-9０-９]+"))
                        .count();
    }

    private List<Element> rows() {
        return table.select("tr").stream()
                .filter(row -> table.equals(row.closest("table")) && !HtmlDocument.isUnseen(row))
                .toList();
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell -> cell.normalName().matches("t[dh]") && !HtmlDocument.isUnseen(cell))
                .toList();
    }

    TableGrid grid(TableGrid.Builder grid) throws UnreadableDocument {
        List<Element> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            grid.newRow();
            for (Element cell : cells(rows.get(i))) {
                int down = HtmlDocument.number(cell, "rowspan", 1);
                grid.cell(text(cell), down == 0 ? below(rows, i) : down, HtmlDocument.number(cell, "colspan", 1));
            }
        }
        return grid.build();
    }

    /** A row span of 0 goes to the end of the row group. */
    private static int below(List<Element> rows, int from) {
        return (int) rows.subList(from, rows.size()).stream()
                .takeWhile(row -> Objects.equals(row.parent(), rows.get(from).parent()))
                .count();
    }

    /** The figures of a chart as a sentence: title, then a part for each row. */
    static String words(Element table) {
        List<List<String>> rows = table.select("tr").stream()
                .map(row -> row.select("th, td").eachText())
                .filter(row -> row.size() > 1)
                .toList();
        List<String> parts = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            List<String> heads = rows.get(0);
            parts.add(cells.get(0)
                    + IntStream.range(1, cells.size())
                            .mapToObj(i -> (heads.size() == 2 || i >= heads.size() ? "" : heads.get(i)) + cells.get(i))
                            .collect(Collectors.joining("、")));
        }
        return table.select("caption").text() + "：" + String.join("；", parts) + "。";
    }

    private static String text(Element cell) {
        Element shown = cell.clone();
        shown.select("br").forEach(br -> br.after(" "));
        shown.select("p, div, td, li").forEach(block -> block.prependChild(new TextNode(" ")));
        shown.select("del, script, style").remove();
        shown.select("*").stream().filter(HtmlDocument::isUnseen).toList().forEach(Element::remove);
        shown.select("sup, a[href^=#]:matches(^\\[?[0-9]+\\]?$)").stream()
                .filter(raised -> raised.text().matches("\\[?[0-9]+\\]?"))
                .forEach(raised -> raised.text("[" + raised.text().replaceAll("\\D", "") + "]")); // that of a note
        shown.select("input[type=text], input:not([type])").forEach(field -> field.after(field.val()));
        return PlainText.of(shown.wholeText());
    }
}
