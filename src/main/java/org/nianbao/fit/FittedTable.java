package org.nianbao.fit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nianbao.font.TextWidth;
import org.nianbao.page.Elements;
import org.nianbao.page.FigureSize;
import org.nianbao.page.Grid;
import org.nianbao.typography.ReadableColumns;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Fits the content of a table into its cells. */
final class FittedTable {
    static final double PADDING = ReadableColumns.PADDING;

    /** The share of a page that is filled, because the heights of rows are estimates. */
    private static final double USED = 0.985;

    /** The same for a table that is broken: its pages hold many rows, and a row too many would stand alone on the next page. */
    private static final double USED_OF_BROKEN = 0.95;

    /** The most by which the rows of a table may be set closer, in points, so that it stays on one page. */
    private static final double TIGHTENED = 2;

    /** The space around a table in points, and the lines that a title above it takes. */
    private static final double BESIDE = 12;

    private static final int TITLE_LINES = 5;

    private final Element table;
    private final Grid grid;
    private final TextWidth widths;
    private final double width;

    /** @param widths by the typography of the table's pages */
    FittedTable(Element table, TextWidth widths) {
        this.table = table;
        this.grid = Grid.of(table);
        this.widths = widths;
        this.width = new ReadableColumns(widths.typography()).table();
    }

    /** Sets the widths of columns that have none, breaks long words, and shrinks the figures of a row, all alike. */
    void fit() {
        if (Elements.named(table, "col").isEmpty()) {
            setWidths();
        }
        List<Double> columns = columns();
        for (int row = 0; row < grid.rows().size(); row++) {
            double largest = size();
            for (Grid.GridCell cell : grid.cellsOf(row)) {
                double room = columns.subList(cell.column(), cell.column() + cell.colspan()).stream()
                                .mapToDouble(Double::doubleValue)
                                .sum()
                        - PADDING;
                boolean isFigure = FigureSize.isFigure(cell.element());
                if (isFigure) {
                    largest = Math.min(largest, room / widthOf(cell, room));
                }
                if (!isFigure || FigureSize.figure(cell.element()) != cell.element()) {
                    new LongWords(widths, role(), room / size()).breakIn(cell.element());
                }
            }
            shrink(grid.rows().get(row).element(), largest);
        }
    }

    /**
     * Keeps the table on a page, or breaks it if it is longer. It breaks between any rows if no cell spans them; else it
     * begins on a new page with its heading, or if it is only a little longer than a page, its rows are set closer instead.
     */
    void paginate() {
        double page = widths.typography().textHeight();
        List<Double> columns = columns();
        Function<Grid, RowHeights> measure = rows -> new RowHeights(rows, columns, widths, role());
        RowHeights heights = measure.apply(grid);
        Optional<OpeningLines.HeadingLines> heading = new OpeningLines(widths).heading(table);
        Optional<Double> opening = new OpeningLines(widths).above(table);
        double above = opening.or(() -> heading.map(OpeningLines.HeadingLines::height))
                .map(lines -> lines + BESIDE)
                .orElse(line() * TITLE_LINES);
        double excess = above + heights.of(0, grid.rows().size()) - page * USED;
        if (excess <= 0) {
            if (Elements.named(table, "tbody").size() == 1) {
                Elements.addClass(table, "keep");
            }
            return;
        }
        if (mayBreakBetweenRows(heights, page * USED)) {
            separateRows();
            return;
        }
        if (heading.isPresent() && excess <= TIGHTENED * grid.rows().size()) {
            Elements.addClass(table, "tight");
            return;
        }
        Elements.removeClass(table, "keep");
        heading.filter(lines -> opening.isEmpty())
                .ifPresent(lines -> Elements.addClass(Elements.opening(lines.heading()), "page-top"));
        List<Double> ems =
                columns.stream().map(column -> (column - PADDING) / size()).toList();
        new LongTable(table, ems, measure, page * USED_OF_BROKEN, isTraditional() ? "續" : "续")
                .breakOver(above, opening.isPresent() || heading.isPresent());
    }

    private boolean isTraditional() {
        String language = table.getOwnerDocument().getDocumentElement().getAttribute("lang");
        return language.contains("Hant") || language.equals("zh-TW") || language.equals("zh-HK");
    }

    /** Whether no cell below the head spans rows, and each row fits a page below the head. */
    private boolean mayBreakBetweenRows(RowHeights heights, double page) {
        int head = (int) grid.rows().stream().filter(Grid.GridRow::head).count();
        return IntStream.range(head, grid.rows().size())
                .allMatch(row -> heights.of(0, head) + heights.of(row, row + 1) <= page
                        && grid.cellsOf(row).stream().allMatch(cell -> cell.rowspan() == 1));
    }

    /** Makes each row below the head a group of its own: all formats keep groups on one page. */
    private void separateRows() {
        Elements.removeClass(table, "keep");
        for (Element group : Elements.named(table, "tbody")) {
            for (Element row : Elements.children(group)) {
                Node separate = group.getParentNode().insertBefore(group.cloneNode(false), group);
                separate.appendChild(row);
            }
            group.getParentNode().removeChild(group);
        }
    }

    private double line() {
        return widths.typography()
                .style(TextRole.HEADING_1)
                .pitch()
                .map(pitch -> pitch.points().doubleValue())
                .orElse(2 * size());
    }

    /** The widths of the columns in points. */
    private List<Double> columns() {
        List<Double> shares = Elements.named(table, "col").stream()
                .map(col -> Double.valueOf(col.getAttribute("width")))
                .toList();
        double whole = shares.stream().mapToDouble(Double::doubleValue).sum();
        return shares.stream().map(share -> width * share / whole).toList();
    }

    private void setWidths() {
        double least = new ColumnWidths(grid, widths, TextRole.TABLE).least();
        if (least * sizeOf(TextRole.TABLE) + grid.columns() * PADDING > width && !Elements.hasClass(table, "small")) {
            Elements.addClass(table, "small");
        }
        double room = (width - grid.columns() * PADDING) / size();
        new ColumnWidths(grid, widths, role()).set(table, room, PADDING / size());
    }

    /** The width of a figure in ems; 0.1 if it fits anyway. No digit is wider than an em, few are wider than half of one. */
    private double widthOf(Grid.GridCell cell, double room) {
        String text = FigureSize.figure(cell.element()).getTextContent().strip();
        return text.length() * size() <= room ? 0.1 : widths.of(text, role());
    }

    /** @param largest size in points at which all figures fit */
    private void shrink(Element row, double largest) {
        if (largest < size()) {
            int halfPoints = Math.max(ReadableColumns.HALF_POINTS, (int) (largest * 2));
            int percent = (int) Math.min(100, largest * 2 / halfPoints * 100);
            new FigureSize(halfPoints, Math.max(1, percent)).applyTo(row);
        }
    }

    private TextRole role() {
        return Elements.hasClass(table, "small") ? TextRole.TABLE_SMALL : TextRole.TABLE;
    }

    private double size() {
        return sizeOf(role());
    }

    private double sizeOf(TextRole role) {
        return widths.typography().style(role).size().points().doubleValue();
    }
}
