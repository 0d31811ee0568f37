package org.nianbao.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nianbao.output.XmlWriter;

/** A sheet while it is made (ECMA-376 Part 1, 18.3). Rows and columns are numbered from 1. Not thread-safe. */
final class SheetPart {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Paper A4 (18.3.1.63). */
    private static final int A4 = 9;

    /** Of the margins, in inches. */
    private static final double MARGIN = 0.6;

    private final SharedStrings strings;
    private final String name;
    private final boolean landscape;
    private final SortedMap<Integer, SortedMap<Integer, XmlWriter>> rows = new TreeMap<>();
    private final Map<Integer, Double> heights = new TreeMap<>();
    private final SortedMap<Integer, Double> widths = new TreeMap<>();
    private final List<String> merged = new ArrayList<>();
    private final Map<Validation, List<CellRef>> validations = new LinkedHashMap<>();
    private final Map<CellRef, String> links = new TreeMap<>(Comparator.comparingInt(CellRef::row));
    private final List<Marking> markings = new ArrayList<>();
    private Optional<CellRef> frozen = Optional.empty();
    private boolean onePage;

    /** A mark on cells that hold what must not be. */
    private record Marking(List<CellRef> cells, String formula, boolean warning) {}

    SheetPart(SharedStrings strings, String name, boolean landscape) {
        this.strings = strings;
        this.name = name;
        this.landscape = landscape;
    }

    String name() {
        return name;
    }

    SheetPart blank(CellRef at, CellStyle style) {
        cell(at, style, new XmlWriter().empty("c"));
        return this;
    }

    SheetPart text(CellRef at, String text, CellStyle style) {
        XmlWriter cell = new XmlWriter().open("c");
        cell(at, style, cell);
        cell.with("t", "s").leaf("v", strings.index(text));
        return this;
    }

    SheetPart number(CellRef at, BigDecimal value, CellStyle style) {
        XmlWriter cell = new XmlWriter().open("c");
        cell(at, style, cell);
        cell.leaf("v", value.toPlainString());
        return this;
    }

    /** @param value of the formula, as a number or a text */
    SheetPart formula(CellRef at, String formula, String value, CellStyle style) {
        XmlWriter cell = new XmlWriter().open("c");
        cell(at, style, cell);
        if (!Content.isNumber(value)) {
            cell.with("t", "str");
        }
        cell.leaf("f", formula).leaf("v", value);
        return this;
    }

    private void cell(CellRef at, CellStyle style, XmlWriter cell) {
        cell.with("r", at, "s", style.index());
        rows.computeIfAbsent(at.row(), row -> new TreeMap<>()).put(at.column(), cell);
    }

    /** Merges cells, which all get the style, for its borders. */
    SheetPart merge(CellRef first, int down, int across, CellStyle style) {
        for (int row = first.row(); row < first.row() + down; row++) {
            for (int column = first.column(); column < first.column() + across; column++) {
                if (!rows.getOrDefault(row, new TreeMap<>()).containsKey(column)) {
                    blank(new CellRef(row, column), style);
                }
            }
        }
        if (down * across > 1) {
            merged.add(first + ":" + new CellRef(first.row() + down - 1, first.column() + across - 1));
        }
        return this;
    }

    /** @param points height of a row; one without grows with its text */
    void height(int row, double points) {
        heights.put(row, points);
    }

    /** @param characters width of a column, in digits of the standard font */
    void width(int column, double characters) {
        widths.put(column, characters);
    }

    void validate(CellRef at, Validation validation) {
        if (!validation.isEmpty()) {
            validations.computeIfAbsent(validation, same -> new ArrayList<>()).add(at);
        }
    }

    /** Marks cells for which a formula is true; it is that of the first one. */
    void mark(List<CellRef> cells, String formula, boolean warning) {
        markings.add(new Marking(cells, formula, warning));
    }

    void link(CellRef at, String sheet) {
        links.put(at, CellRef.quoted(sheet) + "A1");
    }

    /** Keeps the rows above a cell and the columns before it in view. */
    void freeze(CellRef at) {
        frozen = Optional.of(at);
    }

    /** Prints on a single page. */
    void onOnePage() {
        onePage = true;
    }

    /** The part. */
    byte[] part(boolean first, String footer) {
        XmlWriter xml = new XmlWriter(DECLARATION, "").open("worksheet", "xmlns", NAMESPACE);
        xml.open("sheetPr").empty("pageSetUpPr", "fitToPage", 1).close();
        views(xml, first);
        xml.empty("sheetFormatPr", "defaultRowHeight", 18);
        xml.open("cols");
        widths.forEach(
                (column, width) -> xml.empty("col", "min", column, "max", column, "width", width, "customWidth", 1));
        xml.close().open("sheetData");
        rows.forEach((row, cells) -> {
            xml.open("row", "r", row);
            if (heights.containsKey(row)) {
                xml.with("ht", heights.get(row), "customHeight", 1);
            }
            cells.values().forEach(cell -> xml.raw(cell.toString()));
            xml.close();
        });
        xml.close();
        // no password: who must change a label can, but nobody does by mistake
        xml.empty("sheetProtection", "sheet", 1, "objects", 1, "scenarios", 1)
                .with("formatCells", 0, "formatColumns", 0, "formatRows", 0, "insertRows", 0);
        behindCells(xml);
        xml.empty("printOptions", "horizontalCentered", 1);
        xml.empty("pageMargins", "left", MARGIN, "right", MARGIN, "top", MARGIN, "bottom", MARGIN)
                .with("header", MARGIN / 2, "footer", MARGIN / 2);
        xml.empty("pageSetup", "paperSize", A4, "orientation", landscape ? "landscape" : "portrait")
                .with("fitToWidth", 1, "fitToHeight", onePage ? 1 : 0);
        xml.open("headerFooter").leaf("oddFooter", footer).close();
        xml.open("ignoredErrors")
                .empty("ignoredError", "sqref", "A1:" + new CellRef(Math.max(1, lastRow()), 200))
                .with("numberStoredAsText", 1, "formula", 1, "formulaRange", 1, "unlockedFormula", 1)
                .close();
        return xml.bytes();
    }

    private int lastRow() {
        return rows.isEmpty() ? 0 : rows.lastKey();
    }

    private void views(XmlWriter xml, boolean first) {
        xml.open("sheetViews").open("sheetView", "showGridLines", 0, "workbookViewId", 0);
        if (first) {
            xml.with("tabSelected", 1);
        }
        frozen.ifPresent(at -> {
            xml.empty("pane");
            if (at.column() > 1) {
                xml.with("xSplit", at.column() - 1);
            }
            if (at.row() > 1) {
                xml.with("ySplit", at.row() - 1);
            }
            String pane = at.column() == 1 ? "bottomLeft" : at.row() == 1 ? "topRight" : "bottomRight";
            xml.with("topLeftCell", at, "activePane", pane, "state", "frozen");
            xml.empty("selection", "pane", pane);
        });
        xml.close().close();
    }

    private void behindCells(XmlWriter xml) {
        if (!merged.isEmpty()) {
            xml.open("mergeCells", "count", merged.size());
            merged.forEach(range -> xml.empty("mergeCell", "ref", range));
            xml.close();
        }
        int priority = 1;
        for (Marking marking : markings) {
            xml.open("conditionalFormatting", "sqref", String.join(" ", CellRef.ranges(marking.cells())));
            xml.open("cfRule", "type", "expression", "dxfId", marking.warning() ? 1 : 0, "priority", priority++);
            xml.leaf("formula", marking.formula()).close().close();
        }
        if (!validations.isEmpty()) {
            xml.open("dataValidations", "count", validations.size());
            validations.forEach((validation, cells) -> validation.write(xml, CellRef.ranges(cells)));
            xml.close();
        }
        if (!links.isEmpty()) {
            xml.open("hyperlinks");
            links.forEach((at, location) -> xml.empty("hyperlink", "ref", at, "location", location));
            xml.close();
        }
    }
}
