package org.nianbao.output.pdf;

import java.io.IOException;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.PostScriptTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/** What a PDF says of a font besides its glyphs (ISO 32000-1, 9.8), taken from the font's own tables. */
final class Descriptor {
    private static final float EM = 1000;

    /** OpenType 1.9, OS/2: the low bits of fsType, of which no two are set. */
    private static final int PERMISSION = 0xF;

    /** OpenType 1.9, OS/2: italic and oblique in fsSelection. */
    private static final int SLANTED = 0x201;

    /** OpenType 1.9, OS/2: the first version with heights of letters. */
    private static final int WITH_HEIGHTS = 2;

    /** The width of stems is in no table; nothing draws by it where the font is embedded. */
    private static final float STEM = 0.13f;

    private Descriptor() {}

    /** The descriptor, without the font's program. */
    static PDFontDescriptor of(TrueTypeFont font) throws IOException {
        OS2WindowsMetricsTable measures = needed(font.getOS2Windows(), "OS/2");
        PostScriptTable post = needed(font.getPostScript(), "post");
        HorizontalHeaderTable lines = needed(font.getHorizontalHeader(), "hhea");
        HeaderTable header = needed(font.getHeader(), "head");
        if (!permits(measures)) {
            throw new IOException("fsType " + measures.getFsType() + " forbids to embed it");
        }
        float scale = EM / header.getUnitsPerEm();
        PDRectangle box = new PDRectangle();
        box.setLowerLeftX(header.getXMin() * scale);
        box.setLowerLeftY(header.getYMin() * scale);
        box.setUpperRightX(header.getXMax() * scale);
        box.setUpperRightY(header.getYMax() * scale);
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.FONT_DESC);
        PDFontDescriptor descriptor = new PDFontDescriptor(dictionary);
        descriptor.setFontName(font.getName());
        descriptor.setFontBoundingBox(box);
        descriptor.setSymbolic(true);
        descriptor.setFixedPitch(post.getIsFixedPitch() > 0);
        descriptor.setItalic((measures.getFsSelection() & SLANTED) != 0);
        descriptor.setItalicAngle(post.getItalicAngle());
        descriptor.setFontWeight(measures.getWeightClass());
        descriptor.setAscent(lines.getAscender() * scale);
        descriptor.setDescent(lines.getDescender() * scale);
        descriptor.setCapHeight(
                scale * (measures.getVersion() >= WITH_HEIGHTS ? measures.getCapHeight() : measures.getTypoAscender()));
        descriptor.setStemV(box.getWidth() * STEM);
        return descriptor;
    }

    private static boolean permits(OS2WindowsMetricsTable measures) {
        int type = measures.getFsType();
        return (type & PERMISSION) != OS2WindowsMetricsTable.FSTYPE_RESTRICTED
                && (type & OS2WindowsMetricsTable.FSTYPE_BITMAP_ONLY) == 0
                && (type & OS2WindowsMetricsTable.FSTYPE_NO_SUBSETTING) == 0;
    }

    private static <T> T needed(T table, String name) throws IOException {
        if (table == null) {
            throw new IOException("no table " + name);
        }
        return table;
    }
}
