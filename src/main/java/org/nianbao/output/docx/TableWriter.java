package org.nianbao.output.docx;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Elements;
import org.nianbao.page.FigureSize;
import org.nianbao.page.Grid;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;

/**
 * Writes one table of the page (ECMA-376 Part 1, 17.4) with a fixed layout: every column and cell has a width, and a cell
 * that spans rows is repeated, empty, in each of them. Not thread-safe.
 */
final class TableWriter {
    /** Writes the content of a cell: at least one paragraph, in lines of {@code width} twips. */
    interface CellContent {
        void write(Element cell, ParagraphFormat format, int width);
    }

    /** Padding in twips at the top and bottom of cells: of any table, in small type, of class {@code tight}. */
    private static final int ABOVE = 30;

    private static final int ABOVE_SMALL = 44;
    private static final int ABOVE_TIGHT = 24;

    /** Padding in twips at the left and right of cells, as in the PDF: of any table, in small type. */
    private static final int BESIDE = 40;

    private static final int BESIDE_SMALL = 30;

    /** The background of the title of a block, as in the official form. */
    private static final String TITLE = "C6D9F1";

    private static final int FIRST_ROW = 0x20;
    private static final int FIRST_COLUMN = 0x80;
    private static final int UNBANDED = 0x600;

    private final Element table;
    private final Grid grid;
    private final boolean small;
    private final boolean keep;
    private final int[] edges;
    private final XmlWriter out;
    private final Paragraphs paragraphs;

    /** Prepares a table {@code width} twips wide. */
    TableWriter(Element table, int width, XmlWriter out, Paragraphs paragraphs) {
        this.table = table;
        this.grid = Grid.of(table);
        this.small = Elements.hasClass(table, "small");
        this.keep = Elements.hasClass(table, "keep");
        this.edges = edges(table, grid.columns(), width);
        this.out = out;
        this.paragraphs = paragraphs;
    }

    void write(CellContent content) {
        out.open("w:tbl");
        writeProperties();
        out.open("w:tblGrid");
        for (int column = 0; column < grid.columns(); column++) {
            out.empty("w:gridCol", "w:w", width(column, 1));
        }
        out.close();
        for (int row = 0; row < grid.rows().size(); row++) {
            writeRow(row, content);
        }
        out.close();
    }

    private void writeProperties() {
        out.open("w:tblPr");
        out.empty("w:tblStyle", "w:val", StyleIds.TABLE_GRID);
        writeWidth("w:tblW", width(0, grid.columns()));
        out.open("w:tblBorders");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            out.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "auto");
        }
        out.close();
        out.empty("w:tblLayout", "w:type", "fixed");
        out.open("w:tblCellMar");
        for (String side : List.of("top", "left", "bottom", "right")) {
            writeWidth("w:" + side, side.equals("top") || side.equals("bottom") ? above() : beside());
        }
        out.close();
        writeLook();
        writeAlternativeText();
        out.close();
    }

    /** Marks the first row and column as headers for screen readers (17.4.55); this does not change the appearance. */
    private void writeLook() {
        boolean row = grid.cellsOf(0).stream().allMatch(Grid.GridCell::header);
        boolean column = !labels(false).isEmpty();
        int bits = UNBANDED + (row ? FIRST_ROW : 0) + (column ? FIRST_COLUMN : 0);
        out.empty("w:tblLook", "w:val", String.format("%04X", bits))
                .with("w:firstRow", row ? 1 : 0, "w:lastRow", 0)
                .with("w:firstColumn", column ? 1 : 0, "w:lastColumn", 0)
                .with("w:noHBand", 1, "w:noVBand", 1);
    }

    /** Writes the caption and the labels of the columns or, if there is no head, of the rows. */
    private void writeAlternativeText() {
        Elements.caption(table).ifPresent(caption -> out.empty("w:tblCaption", "w:val", caption));
        Set<String> labels = labels(grid.rows().get(0).head());
        if (!labels.isEmpty()) {
            out.empty("w:tblDescription", "w:val", String.join("; ", labels));
        }
    }

    /** The labels in the head or, below it, in the first column. */
    private Set<String> labels(boolean head) {
        Set<String> labels = new LinkedHashSet<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            for (Grid.GridCell cell : grid.cellsOf(row)) {
                if (cell.header() && grid.rows().get(row).head() == head && (head || cell.column() == 0)) {
                    labels.add(cell.element().getTextContent().strip());
                }
            }
        }
        labels.remove("");
        return labels;
    }

    private void writeRow(int number, CellContent content) {
        Grid.GridRow row = grid.rows().get(number);
        out.open("w:tr").open("w:trPr").empty("w:cantSplit");
        if (row.head()) {
            out.empty("w:tblHeader");
        }
        out.close();
        ParagraphFormat format = ParagraphFormat.of(role()).keepingNext(staysWithNext(number));
        boolean continued = number > 0
                && Elements.hasClass((Element) row.group(), "continued")
                && grid.rows().get(number - 1).group() != row.group();
        Optional<FigureSize> size = FigureSize.of(row.element());
        for (int column = 0; column < grid.columns(); column++) {
            Grid.GridCell cell = row.slots().get(column);
            if (cell.column() == column) {
                boolean shrinks = size.isPresent() && FigureSize.isFigure(cell.element());
                ParagraphFormat own = continued && column == 0 ? format.onNewPage() : format;
                writeCell(cell, cell.row() < number, shrinks ? own.sized(size.get()) : own, content);
            }
        }
        out.close();
    }

    /** Whether a row stays on one page with the next: in the head, in a group of rows, in a table of class {@code keep}. */
    private boolean staysWithNext(int number) {
        if (number == grid.rows().size() - 1) {
            return false;
        }
        Grid.GridRow row = grid.rows().get(number);
        return keep || row.head() || row.group() == grid.rows().get(number + 1).group();
    }

    /** Writes a cell or, where it {@code continues} from a row above, its empty repetition. */
    private void writeCell(Grid.GridCell cell, boolean continues, ParagraphFormat format, CellContent content) {
        int width = width(cell.column(), cell.colspan());
        out.open("w:tc").open("w:tcPr");
        writeWidth("w:tcW", width);
        if (cell.colspan() > 1) {
            out.empty("w:gridSpan", "w:val", cell.colspan());
        }
        if (cell.rowspan() > 1) {
            out.empty("w:vMerge", "w:val", continues ? "continue" : "restart");
        }
        if (Elements.hasClass(cell.element(), "title")) {
            out.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", TITLE);
        }
        out.empty("w:vAlign", "w:val", "center");
        out.close();
        if (continues) {
            paragraphs.writeEmpty(format);
        } else {
            int room = width - 2 * beside();
            content.write(cell.element(), format.aligned(side(cell.element())), room);
        }
        out.close();
    }

    private static String side(Element cell) {
        return Stream.of("left", "right")
                .filter(side -> Elements.hasClass(cell, side))
                .findFirst()
                .orElse("");
    }

    private TextRole role() {
        return small ? TextRole.TABLE_SMALL : TextRole.TABLE;
    }

    private int beside() {
        return small ? BESIDE_SMALL : BESIDE;
    }

    private int above() {
        return Elements.hasClass(table, "tight") ? ABOVE_TIGHT : small ? ABOVE_SMALL : ABOVE;
    }

    private void writeWidth(String element, int twips) {
        out.empty(element, "w:w", twips, "w:type", "dxa");
    }

    private int width(int column, int columns) {
        return edges[column + columns] - edges[column];
    }

    /** The edges of the columns in twips from the left edge, rounded so that the widths add up to {@code width}. */
    private static int[] edges(Element table, int columns, int width) {
        List<Double> shares = new ArrayList<>();
        for (Element col : Elements.named(table, "col")) {
            String written = col.getAttribute("width").replace("%", "");
            shares.add(written.isEmpty() ? 0 : Double.parseDouble(written));
        }
        double whole = shares.stream().mapToDouble(Double::doubleValue).sum();
        boolean equal = shares.size() != columns || shares.contains(0.0);
        int[] edges = new int[columns + 1];
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += equal ? 1.0 / columns : shares.get(column) / whole;
            edges[column + 1] = (int) Math.round(sum * width);
        }
        return edges;
    }
}
