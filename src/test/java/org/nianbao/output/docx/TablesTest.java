package org.nianbao.output.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.nianbao.page.Elements;
import org.nianbao.page.Grid;

@DisplayName("A table of the page is a table of Word")
class TablesTest {
    private static final int TEXT_WIDTH = 8845; // 156 mm in twips, between margins that are rounded on their own

    /** A cell as it is read back; rows and columns are counted from 0. */
    private record Read(int row, int column, int rowspan, int colspan, String text) {}

    @Test
    void everyCellIsWhereThePageHasIt() throws Grid.MalformedTable {
        org.w3c.dom.Element source = Elements.named(
                        Samples.page(Samples.wideTable()).body(), "table")
                .get(0);
        List<Read> expected = new ArrayList<>();
        Grid grid = Grid.of(source);
        for (int row = 0; row < grid.rows().size(); row++) {
            for (Grid.GridCell cell : grid.cellsOf(row)) {
                String text = cell.element().getTextContent();
                expected.add(new Read(row, cell.column(), cell.rowspan(), cell.colspan(), text));
            }
        }
        assertEquals(28, grid.rows().size());
        assertEquals(expected, cells(tables(Samples.wideTable()).get(0)));
    }

    @Test
    void everyCellHasTheWidthOfItsColumns() {
        Element table = tables(Samples.wideTable()).get(0);
        List<Integer> columns = table.select("> w|tblGrid > w|gridCol").eachAttr("w:w").stream()
                .map(Integer::valueOf)
                .toList();
        assertEquals(10, columns.size());
        assertEquals(TEXT_WIDTH, columns.stream().mapToInt(Integer::intValue).sum());
        assertEquals(
                Integer.toString(TEXT_WIDTH), table.select("> w|tblPr > w|tblW").attr("w:w"));
        assertEquals("fixed", table.select("> w|tblPr > w|tblLayout").attr("w:type"));
        for (Element row : table.select("> w|tr")) {
            int column = 0;
            for (Element cell : row.select("> w|tc")) {
                int next = column + span(cell);
                int width = columns.subList(column, next).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                assertEquals(
                        Integer.toString(width), cell.select("> w|tcPr > w|tcW").attr("w:w"));
                column = next;
            }
            assertEquals(10, column, "slots in a row");
        }
    }

    @Test
    void theRowsOfTheHeadRepeatOnEveryPage() {
        Element table = tables(Samples.wideTable()).get(0);
        List<Element> rows = table.select("> w|tr");
        for (int row = 0; row < rows.size(); row++) {
            assertEquals(
                    row < 3, !rows.get(row).select("> w|trPr > w|tblHeader").isEmpty(), "row " + row);
        }
    }

    @Test
    void noRowIsCutAndAKeptTableStaysOnOnePage() {
        List<Element> rows = tables(Samples.wideTable()).get(0).select("> w|tr");
        for (int row = 0; row < rows.size(); row++) {
            assertFalse(rows.get(row).select("> w|trPr > w|cantSplit").isEmpty());
            assertEquals(row < rows.size() - 1, staysWithNext(rows.get(row)), "row " + row);
        }
    }

    @Test
    void elsewhereEachGroupOfRowsStaysTogether() {
        List<Element> rows = tables(
                        "<table><thead><tr><th>头</th></tr></thead><tbody><tr><td>1</td></tr><tr><td>2</td></tr>"
                                + "</tbody><tbody><tr><td>3</td></tr></tbody></table>")
                .get(0)
                .select("> w|tr");
        assertEquals(
                List.of(true, true, false, false),
                rows.stream().map(TablesTest::staysWithNext).toList());
    }

    @Test
    void columnsWithoutWidthsAreEqual() {
        String four = "<table><tbody><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></tbody></table>";
        assertEquals(
                List.of("2211", "2212", "2211", "2211"),
                tables(four).get(0).select("w|gridCol").eachAttr("w:w"));
    }

    @Test
    void cellsAreSetInTheTablesStyleAndOnTheSideTheySay() {
        Element table = tables("<table class=\"small\"><tbody><tr><th class=\"left\">左</th><td class=\"right\">右</td>"
                        + "<td>中<br/>间</td></tr></tbody></table>")
                .get(0);
        assertEquals(
                List.of("TableTextSmall", "TableTextSmall", "TableTextSmall"),
                table.select("w|pStyle").eachAttr("w:val"));
        assertEquals(
                List.of("left", "right"), table.select("w|p > w|pPr > w|jc").eachAttr("w:val"));
        assertEquals(1, table.select("w|br").size());
    }

    @Test
    void theFiguresOfARowHaveTheSizeThatThePageGivesThem() {
        Element table = tables(
                        "<table class=\"small\"><colgroup><col width=\"5\"/><col width=\"95\"/></colgroup><tbody>"
                                + "<tr><td>123</td><td>12345</td></tr>"
                                + "<tr class=\"size-15\"><th>一</th><td>12345</td></tr>"
                                + "<tr class=\"size-15 condensed-80\"><td>−1234.5%</td><td>好</td></tr></tbody></table>")
                .get(0);
        assertEquals(
                List.of("12345 15 100", "−1234.5% 15 80"),
                table.select("w|r:has(w|sz)").stream()
                        .map(run -> run.text() + " " + run.select("w|sz").attr("w:val") + " "
                                + run.select("w|w").attr("w:val"))
                        .toList());
    }

    @Test
    void theCaptionIsTheTablesTitle() {
        Element table = tables(Samples.wideTable()).get(0);
        assertEquals("收到和处理申请情况", table.select("> w|tblPr > w|tblCaption").attr("w:val"));
        assertFalse(table.text().contains("收到和处理申请情况"));
    }

    @Test
    void betweenTwoTablesAndAtTheEndStandsAParagraph() {
        String table = "<table><tbody><tr><td>1</td></tr></tbody></table>";
        Document document = document(table + table);
        assertEquals(
                List.of("w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"),
                document.select("w|body > *").stream().map(Element::tagName).toList());
    }

    @Test
    void aCellEndsInAParagraphWhateverItHolds() {
        String inner = "<table><tbody><tr><td/></tr></tbody></table>";
        Document document = document("<table><tbody><tr><td>" + inner
                + "</td><td/><td><p>一</p><ul><li>二</li></ul></td></tr>" + "</tbody></table>");
        assertEquals(4, document.select("w|tc").size());
        for (Element cell : document.select("w|tc")) {
            assertEquals("w:p", cell.children().get(cell.childrenSize() - 1).tagName());
        }
    }

    private static Document document(String body) {
        return Jsoup.parse(Samples.written(body).text("word/document.xml"), "", Parser.xmlParser());
    }

    private static List<Element> tables(String body) {
        return document(body).select("w|body > w|tbl");
    }

    private static boolean staysWithNext(Element row) {
        List<Element> paragraphs = row.select("w|p");
        assertTrue(!paragraphs.isEmpty());
        int kept = row.select("w|p > w|pPr > w|keepNext").size();
        assertTrue(kept == 0 || kept == paragraphs.size());
        return kept > 0;
    }

    /** Joins the cells that {@code gridSpan} and {@code vMerge} have split. */
    private static List<Read> cells(Element table) {
        List<Read> cells = new ArrayList<>();
        List<Element> rows = table.select("> w|tr");
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            for (Element cell : rows.get(row).select("> w|tc")) {
                int colspan = span(cell);
                if (cell.select("> w|tcPr > w|vMerge").attr("w:val").equals("continue")) {
                    assertEquals("", cell.text());
                    grow(cells, column, colspan);
                } else {
                    cells.add(new Read(
                            row,
                            column,
                            1,
                            colspan,
                            String.join("", cell.select("w|t").eachText())));
                }
                column += colspan;
            }
        }
        return cells;
    }

    private static void grow(List<Read> cells, int column, int colspan) {
        for (int i = cells.size() - 1; i >= 0; i--) {
            Read above = cells.get(i);
            if (above.column() == column) {
                assertEquals(above.colspan(), colspan);
                cells.set(i, new Read(above.row(), column, above.rowspan() + 1, colspan, above.text()));
                return;
            }
        }
        throw new AssertionError("nothing above column " + column);
    }

    private static int span(Element cell) {
        String span = cell.select("> w|tcPr > w|gridSpan").attr("w:val");
        return span.isEmpty() ? 1 : Integer.parseInt(span);
    }
}
