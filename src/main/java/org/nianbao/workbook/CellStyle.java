package org.nianbao.workbook;

import java.util.List;
import org.nianbao.output.XmlWriter;

/** The styles of cells (ECMA-376 Part 1, 18.8). Cells to fill in are unlocked and have a light fill. */
enum CellStyle {
    TITLE(CellFont.TITLE, CellFill.NONE, NumberFormat.GENERAL, CellAlign.CENTER, false, true),
    HEADING(CellFont.HEADING, CellFill.NONE, NumberFormat.GENERAL, CellAlign.LEFT, false, true),
    HINT(CellFont.HINT, CellFill.NONE, NumberFormat.GENERAL, CellAlign.LEFT, false, true),
    KEY(CellFont.BODY, CellFill.LABEL, NumberFormat.GENERAL, CellAlign.LEFT, true, true),
    KNOWN(CellFont.BODY, CellFill.NONE, NumberFormat.GENERAL, CellAlign.LEFT, true, true),
    PROSE(CellFont.BODY, CellFill.INPUT, NumberFormat.TEXT, CellAlign.LEFT, true, false),
    YEAR(CellFont.BODY, CellFill.INPUT, NumberFormat.WHOLE, CellAlign.LEFT, true, false),
    LABEL(CellFont.TABLE, CellFill.LABEL, NumberFormat.GENERAL, CellAlign.CENTER, true, true),
    ROW_LABEL(CellFont.TABLE, CellFill.LABEL, NumberFormat.GENERAL, CellAlign.LEFT, true, true),
    BLOCK(CellFont.STRONG, CellFill.BLOCK, NumberFormat.GENERAL, CellAlign.LEFT, true, true),
    COUNT(CellFont.TABLE, CellFill.INPUT, NumberFormat.WHOLE, CellAlign.CENTER, true, false),
    AMOUNT(CellFont.TABLE, CellFill.INPUT, NumberFormat.GENERAL, CellAlign.CENTER, true, false),
    WORDS(CellFont.TABLE, CellFill.INPUT, NumberFormat.TEXT, CellAlign.LEFT, true, false),
    /** A figure of last year that most likely changed. */
    CARRIED(CellFont.TABLE, CellFill.CARRIED, NumberFormat.GENERAL, CellAlign.CENTER, true, false),
    TOTAL(CellFont.STRONG, CellFill.TOTAL, NumberFormat.GENERAL, CellAlign.CENTER, true, true),
    /** A total that was typed and is another than the sum. */
    TYPED_TOTAL(CellFont.STRONG, CellFill.INPUT, NumberFormat.GENERAL, CellAlign.CENTER, true, false),
    FACT(CellFont.TABLE, CellFill.NONE, NumberFormat.GENERAL, CellAlign.LEFT, true, true),
    CHECK(CellFont.TABLE, CellFill.NONE, NumberFormat.DIFFERENCE, CellAlign.CENTER, true, true);

    private final CellFont font;
    private final CellFill fill;
    private final NumberFormat format;
    private final CellAlign align;
    private final boolean bordered;
    private final boolean locked;

    CellStyle(CellFont font, CellFill fill, NumberFormat format, CellAlign align, boolean bordered, boolean locked) {
        this.font = font;
        this.fill = fill;
        this.format = format;
        this.align = align;
        this.bordered = bordered;
        this.locked = locked;
    }

    /** Fonts that every Chinese Windows has; other systems have substitutes for them. Sizes are in points. */
    private enum CellFont {
        BODY("宋体", 11, "FF000000", false),
        TITLE("黑体", 16, "FF000000", false),
        HEADING("黑体", 12, "FF000000", false),
        TABLE("宋体", 10, "FF000000", false),
        STRONG("宋体", 10, "FF000000", true),
        HINT("宋体", 9, "FF666666", false);

        private final String name;
        private final int size;
        private final String color;
        private final boolean bold;

        CellFont(String name, int size, String color, boolean bold) {
            this.name = name;
            this.size = size;
            this.color = color;
            this.bold = bold;
        }
    }

    private enum CellFill {
        NONE(""),
        /** The second fill of a workbook is this one, whatever it says. */
        GRAY("gray125"),
        INPUT("FFFFF8DC"),
        CARRIED("FFFCE4D6"),
        LABEL("FFF3F6FA"),
        BLOCK("FFDCE6F1"),
        TOTAL("FFEDEDED");

        private final String color;

        CellFill(String color) {
            this.color = color;
        }
    }

    /** Number formats: built-in ones by id, others from 164 on. */
    private enum NumberFormat {
        GENERAL(0),
        WHOLE(1),
        TEXT(49),
        DIFFERENCE(164);

        private final int id;

        NumberFormat(int id) {
            this.id = id;
        }
    }

    private enum CellAlign {
        LEFT("left"),
        CENTER("center");

        private final String written;

        CellAlign(String written) {
            this.written = written;
        }
    }

    /** The part of the styles: each has the index of its constant; the two differential ones are for errors and warnings. */
    static byte[] part() {
        XmlWriter xml = new XmlWriter(SheetPart.DECLARATION, "").open("styleSheet", "xmlns", SheetPart.NAMESPACE);
        xml.open("numFmts", "count", 1)
                .empty("numFmt", "numFmtId", NumberFormat.DIFFERENCE.id, "formatCode", "\"差 \"General;\"差 -\"General")
                .close();
        xml.open("fonts", "count", CellFont.values().length);
        for (CellFont font : CellFont.values()) {
            xml.open("font");
            if (font.bold) {
                xml.empty("b");
            }
            xml.empty("sz", "val", font.size).empty("color", "rgb", font.color);
            xml.empty("name", "val", font.name).empty("charset", "val", 134).close(); // GB 2312
        }
        xml.close().open("fills", "count", CellFill.values().length);
        for (CellFill fill : CellFill.values()) {
            boolean solid = fill.color.startsWith("FF");
            xml.open("fill")
                    .open("patternFill", "patternType", solid ? "solid" : fill == CellFill.NONE ? "none" : fill.color);
            if (solid) {
                xml.empty("fgColor", "rgb", fill.color);
            }
            xml.close().close();
        }
        xml.close();
        borders(xml);
        xml.open("cellStyleXfs", "count", 1)
                .empty("xf", "numFmtId", 0, "fontId", 0, "fillId", 0, "borderId", 0)
                .close();
        xml.open("cellXfs", "count", values().length + 1)
                .empty("xf", "numFmtId", 0, "fontId", 0, "fillId", 0, "borderId", 0, "xfId", 0);
        for (CellStyle style : values()) {
            style.write(xml);
        }
        xml.close();
        xml.open("cellStyles", "count", 1)
                .empty("cellStyle", "name", "Normal", "xfId", 0, "builtinId", 0)
                .close();
        xml.open("dxfs", "count", 2);
        differential(xml, "FF9C0006", "FFFFC7CE");
        differential(xml, "FF7F6000", "FFFFE699");
        return xml.bytes();
    }

    private static void borders(XmlWriter xml) {
        xml.open("borders", "count", 2).open("border");
        for (String side : new String[] {"left", "right", "top", "bottom", "diagonal"}) {
            xml.empty(side);
        }
        xml.close().open("border");
        for (String side : new String[] {"left", "right", "top", "bottom"}) {
            xml.open(side, "style", "thin").empty("color", "rgb", "FF7F7F7F").close();
        }
        xml.empty("diagonal").close().close();
    }

    private static void differential(XmlWriter xml, String color, String fill) {
        xml.open("dxf").open("font").empty("b").empty("color", "rgb", color).close();
        xml.open("fill")
                .open("patternFill")
                .empty("bgColor", "rgb", fill)
                .close()
                .close()
                .close();
    }

    private void write(XmlWriter xml) {
        xml.open("xf", "numFmtId", format.id)
                .with(
                        "fontId",
                        List.of(CellFont.values()).indexOf(font),
                        "fillId",
                        List.of(CellFill.values()).indexOf(fill))
                .with("borderId", bordered ? 1 : 0, "xfId", 0, "applyNumberFormat", 1, "applyFont", 1)
                .with("applyFill", 1, "applyBorder", 1, "applyAlignment", 1, "applyProtection", 1)
                .empty("alignment", "horizontal", align.written, "vertical", "center", "wrapText", 1)
                .with("indent", bordered && align == CellAlign.LEFT ? 1 : 0)
                .empty("protection", "locked", locked ? 1 : 0)
                .close();
    }

    /** The index of the style in its part; 0 is that of all other cells. */
    int index() {
        return List.of(values()).indexOf(this) + 1;
    }

    /** The size of its font, in points. */
    int size() {
        return font.size;
    }
}
