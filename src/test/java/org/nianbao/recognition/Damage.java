package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What happens to the tables of a document. */
enum Damage {
    ROW_LOST,
    CELL_BLANKED,
    CELL_LOST,
    LABEL_MISSPELT,
    LABEL_LOST,
    COLUMN_LOST,
    ROWS_SWAPPED,
    ROW_DOUBLED,
    HEAD_LOST,
    TABLE_CUT,
    COLUMNS_SWAPPED,
    TABLES_SWAPPED,
    SPAN_DIVIDED,
    PAGES_SHUFFLED,
    COLUMNS_NARROWED;

    private static final List<String> COLUMNS = List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");

    /** Damages a web page. */
    void apply(Document page, Random random) {
        List<Element> rows = page.select("table tr:has(td)");
        List<Element> whole =
                rows.stream().filter(one -> one.select("[rowspan]").isEmpty()).toList();
        Element row = any(rows, random);
        switch (this) {
            case ROW_LOST -> any(whole, random).remove();
            case CELL_BLANKED -> any(page.select("td"), random).text("");
            case CELL_LOST -> any(page.select("td"), random).remove();
            case LABEL_MISSPELT -> misspell(any(row.select("th"), random), random);
            case LABEL_LOST -> row.select("th").last().text("");
            case COLUMN_LOST -> loseColumn(rows, random.nextInt(COLUMNS.size()));
            case ROWS_SWAPPED -> swap(whole, random);
            case ROW_DOUBLED -> row.after(row.clone());
            case HEAD_LOST -> any(page.select("thead"), random).remove();
            case TABLE_CUT -> cut(row);
            case COLUMNS_SWAPPED -> swapColumns(page, rows, random);
            case TABLES_SWAPPED -> swap(page.select("table"), random);
            case SPAN_DIVIDED -> divide(any(page.select("tr:has(td) th[rowspan]"), random));
            case PAGES_SHUFFLED -> {
                cut(row);
                shuffle(page, random);
            }
            case COLUMNS_NARROWED -> narrow(page, random);
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void loseColumn(List<Element> rows, int column) {
        for (Element row : rows) {
            List<Element> cells = row.select("td");
            if (cells.size() == COLUMNS.size()) {
                cells.get(column).remove();
            }
        }
    }

    private static void swap(List<Element> all, Random random) {
        int at = random.nextInt(all.size() - 1);
        Element one = all.get(at);
        Element other = all.get(at + 1 + random.nextInt(all.size() - at - 1));
        Element copy = one.clone();
        one.replaceWith(other.clone());
        other.replaceWith(copy);
    }

    /** A page ends above the row. */
    private static void cut(Element row) {
        Element table = row.closest("table");
        Element rest = new Element("table");
        List<Element> rows = new ArrayList<>(table.select("tr:has(td)"));
        rows.subList(rows.indexOf(row), rows.size()).forEach(rest::appendChild);
        table.after(rest);
    }

    /** The blocks of the document as if they were on three to five pages that somebody dropped. */
    private static void shuffle(Document page, Random random) {
        List<Element> blocks = OtherPrograms.blocks(page);
        List<List<Element>> pages = new ArrayList<>();
        int from = 0;
        for (int left = 3 + random.nextInt(3); left > 0; left--) {
            int to = left == 1 ? blocks.size() : from + random.nextInt(blocks.size() - from + 1);
            pages.add(List.copyOf(blocks.subList(from, to)));
            from = to;
        }
        Collections.shuffle(pages, random);
        page.body().empty();
        pages.forEach(blocksOfOne -> blocksOfOne.forEach(page.body()::appendChild));
    }

    /** Columns in which longer figures take two lines: in a PDF by their widths, elsewhere by a line break. */
    private static void narrow(Document page, Random random) {
        page.select("table")
                .attr("style", "width: " + (20 + random.nextInt(30)) + "%; table-layout: fixed; word-wrap: break-word");
        for (Element cell : page.select("td")) {
            if (cell.text().length() > 2 && random.nextInt(5) == 0) {
                String figure = cell.text();
                cell.text(figure.substring(0, 2)).appendElement("br");
                cell.appendText(figure.substring(2));
            }
        }
    }

    private static void swapColumns(Document page, List<Element> rows, Random random) {
        int one = random.nextInt(COLUMNS.size());
        int other = random.nextInt(COLUMNS.size());
        for (Element row : rows) {
            List<Element> cells = row.select("td");
            if (cells.size() == COLUMNS.size()) {
                swapText(cells.get(one), cells.get(other));
            }
        }
        swapText(head(page, COLUMNS.get(one)), head(page, COLUMNS.get(other)));
    }

    private static Element head(Document page, String label) {
        return page.select("thead th").stream()
                .filter(head -> head.text().replace(" ", "").equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static void swapText(Element one, Element other) {
        String text = one.text();
        one.text(other.text());
        other.text(text);
    }

    /** A merged label becomes one cell for each row, of which the first has the words. */
    private static void divide(Element label) {
        Element row = label.parent();
        for (int rows = Integer.parseInt(label.attr("rowspan")); rows > 1; rows--) {
            row = row.nextElementSibling();
            row.prependChild(new Element("th").attr("colspan", label.attr("colspan")));
        }
        label.removeAttr("rowspan");
    }

    private static void misspell(Element label, Random random) {
        StringBuilder text = new StringBuilder(label.text());
        if (text.length() > 0) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.deleteCharAt(at);
            } else {
                text.setCharAt(at, '错');
            }
        }
        label.text(text.toString());
    }
}
