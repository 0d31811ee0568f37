package org.nianbao.workbook;

import java.util.List;
import org.nianbao.output.XmlWriter;

/** The styles of cells (ECMA-376 Part 1, 18.8). Cells to fill in are unlocked and have a light fill. */
enum CellStyle {
    TITLE(Font.TITLE, Fill.NONE, Format.GENERAL, Align.CENTER, false, true),
    HEADING(Font.HEADING, Fill.NONE, Format.GENERAL, Align.LEFT, false, true),
    HINT(Font.HINT, Fill.NONE, Format.GENERAL, Align.LEFT, false, true),
    KEY(Font.BODY, Fill.LABEL, Format.GENERAL, Align.LEFT, true, true),
    KNOWN(Font.BODY, Fill.NONE, Format.GENERAL, Align.LEFT, true, true),
    PROSE(Font.BODY, Fill.INPUT, Format.TEXT, Align.LEFT, true, false),
    YEAR(Font.BODY, Fill.INPUT, Format.WHOLE, Align.LEFT, true, false),
    LABEL(Font.TABLE, Fill.LABEL, Format.GENERAL, Align.CENTER, true, true),
    ROW_LABEL(Font.TABLE, Fill.LABEL, Format.GENERAL, Align.LEFT, true, true),
    BLOCK(Font.STRONG, Fill.BLOCK, Format.GENERAL, Align.LEFT, true, true),
    COUNT(Font.TABLE, Fill.INPUT, Format.WHOLE, Align.CENTER, true, false),
    AMOUNT(Font.TABLE, Fill.INPUT, Format.GENERAL, Align.CENTER, true, false),
    WORDS(Font.TABLE, Fill.INPUT, Format.TEXT, Align.LEFT, true, false),
    /** A figure of last year that most likely changed. */
    CARRIED(Font.TABLE, Fill.CARRIED, Format.GENERAL, Align.CENTER, true, false),
    TOTAL(Font.STRONG, Fill.TOTAL, Format.GENERAL, Align.CENTER, true, true),
    /** A total that was typed and is another than the sum. */
    TYPED_TOTAL(Font.STRONG, Fill.INPUT, Format.GENERAL, Align.CENTER, true, false),
    FACT(Font.TABLE, Fill.NONE, Format.GENERAL, Align.LEFT, true, true),
    CHECK(Font.TABLE, Fill.NONE, Format.DIFFERENCE, Align.CENTER, true, true);

    private final Font font;
    private final Fill fill;
    private final Format format;
    private final Align align;
    private final boolean bordered;
    private final boolean locked;

    CellStyle(Font font, Fill fill, Format format, Align align, boolean bordered, boolean locked) {
        this.font = font;
        this.fill = fill;
        this.format = format;
        this.align = align;
        this.bordered = bordered;
        this.locked = locked;
    }

    /** Fonts that every Chinese Windows has; other systems have substitutes for them. Sizes are in points. */
    private enum Font {
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

        Font(String name, int size, String color, boolean bold) {
            this.name = name;
            this.size = size;
            this.color = color;
            this.bold = bold;
        }
    }

    private enum Fill {
        NONE(""),
        /** The second fill of a workbook is this one, whatever it says. */
        GRAY("gray125"),
        INPUT("FFFFF8DC"),
        CARRIED("FFFCE4D6"),
        LABEL("FFF3F6FA"),
        BLOCK("FFDCE6F1"),
        TOTAL("FFEDEDED");

        private final String color;

        Fill(String color) {
            this.color = color;
        }
    }

    /** Number formats: built-in ones by id, others from 164 on. */
    private enum Format {
        GENERAL(0),
        WHOLE(1),
        TEXT(49),
        DIFFERENCE(164);

        private final int id;

        Format(int id) {
            this.id = id;
        }
    }

    private enum Align {
        LEFT("left"),
        CENTER("center");

        private final String written;

        Align(String written) {
            this.written = written;
        }
    }

    /** The part of the styles: each has the index of its constant; the two differential ones are for errors and warnings. */
    static byte[] part() {
        XmlWriter xml = new XmlWriter(SheetPart.DECLARATION, "").open("styleSheet", "xmlns", SheetPart.NAMESPACE);
        xml.open("numFmts", "count", 1)
                .empty("numFmt", "numFmtId", Format.DIFFERENCE.id, "formatCode", "\"差 \"General;\"差 -\"General")
                .close();
        xml.open("fonts", "count", Font.values().length);
        for (Font font : Font.values()) {
            xml.open("font");
            if (font.bold) {
                xml.empty("b");
            }
            xml.empty("sz", "val", font.size).empty("color", "rgb", font.color);
            xml.empty("name", "val", font.name).empty("charset", "val", 134).close(); // GB 2312
        }
        xml.close().open("fills", "count", Fill.values().length);
        for (Fill fill : Fill.values()) {
            boolean solid = fill.color.startsWith("FF");
            xml.open("fill")
                    .open("patternFill", "patternType", solid ? "solid" : fill == Fill.NONE ? "none" : fill.color);
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
                        List.of(Font.values()).indexOf(font),
                        "fillId",
                        List.of(Fill.values()).indexOf(fill))
                .with("borderId", bordered ? 1 : 0, "xfId", 0, "applyNumberFormat", 1, "applyFont", 1)
                .with("applyFill", 1, "applyBorder", 1, "applyAlignment", 1, "applyProtection", 1)
                .empty("alignment", "horizontal", align.written, "vertical", "center", "wrapText", 1)
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
