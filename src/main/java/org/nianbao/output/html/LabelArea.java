package org.nianbao.output.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.nianbao.page.Elements;
import org.nianbao.page.Grid;
import org.nianbao.page.Grid.GridCell;
import org.w3c.dom.Element;

/**
 * The columns with the labels of a table's rows. On narrow screens they stay while the figures scroll: their widths and
 * places are custom properties (CSS Custom Properties Level 1), of which the style sheet makes lengths.
 *
 * @param widths their widths in proportion: the roots of those on paper, so that narrow ones have room for a short word
 * @param narrowest the share of the table's width that the narrowest of the other columns has on paper
 */
record LabelArea(Grid grid, List<Double> widths, double narrowest) {
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 12;

    static LabelArea of(Element table) {
        Grid grid = Grid.of(table);
        int columns = grid.rows().stream()
                .filter(row -> !row.head())
                .mapToInt(LabelArea::labels)
                .max()
                .orElse(0);
        List<Double> onPaper = Elements.named(table, "col").stream()
                .map(col -> Double.valueOf(col.getAttribute("width")))
                .toList();
        double all = sum(onPaper);
        double narrowest = onPaper.stream()
                .skip(columns)
                .mapToDouble(width -> width / all)
                .min()
                .orElse(1);
        return new LabelArea(
                grid, onPaper.stream().limit(columns).map(Math::sqrt).toList(), narrowest);
    }

    private static int labels(Grid.GridRow row) {
        int column = 0;
        while (column < row.slots().size() && row.slots().get(column).header()) {
            column++;
        }
        return column;
    }

    boolean isEmpty() {
        return widths.isEmpty() || widths.size() == grid.columns();
    }

    /** Whether a column, from 0, is one of them. */
    boolean has(int column) {
        return column < widths.size();
    }

    /** Whether a cell, of the head or below it, is in them. */
    boolean has(GridCell cell) {
        return cell.column() + cell.colspan() <= widths.size();
    }

    /** The properties of the table: how many other columns it has, the share of the narrowest, and the most digits in one. */
    String tableProperties() {
        int digits = grid.rows().stream()
                .filter(row -> !row.head())
                .flatMap(row -> row.slots().stream())
                .filter(cell -> !cell.header() && cell.colspan() == 1)
                .mapToInt(cell -> cell.element()
                        .getTextContent()
                        .strip()
                        .split("[（(]", 2)[0]
                        .length())
                .max()
                .orElse(0);
        return ";--figures:%d;--narrowest:%s;--digits:%d"
                .formatted(
                        grid.columns() - widths.size(),
                        rounded(narrowest),
                        Math.max(FEWEST_DIGITS, Math.min(MOST_DIGITS, digits)));
    }

    /** The property of a column: its share of the width of all labels. */
    String columnProperty(int column) {
        return ";--share:" + share(column, column + 1);
    }

    /** The property of a cell: the share of the width that is left of it. */
    String cellProperty(GridCell cell) {
        return ";--before:" + share(0, cell.column());
    }

    private String share(int from, int to) {
        return rounded(sum(widths.subList(from, to)) / sum(widths));
    }

    private static double sum(List<Double> widths) {
        return widths.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String rounded(double share) {
        return BigDecimal.valueOf(share)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
