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

/** Creates font descriptors (ISO 32000-1, 9.8) from the tables of a font. */
final class Descriptor {
    private static final float EM = 1000;

    /** OpenType 1.9, OS/2: the mutually exclusive bits of fsType. */
    private static final int PERMISSION = 0xF;

    /** OpenType 1.9, OS/2: the italic and oblique bits of fsSelection. */
    private static final int SLANTED = 0x201;

    /** OpenType 1.9, OS/2: the first version with a cap height. */
    private static final int WITH_HEIGHTS = 2;

    /** StemV in widths of the bounding box: no table has it, and readers ignore it for embedded fonts. */
    private static final float STEM = 0.13f;

    private Descriptor() {}

    /** The descriptor, without the font program. */
    static PDFontDescriptor of(TrueTypeFont font) throws IOException {
        OS2WindowsMetricsTable measures = required(font.getOS2Windows(), "OS/2");
        PostScriptTable post = required(font.getPostScript(), "post");
        HorizontalHeaderTable lines = required(font.getHorizontalHeader(), "hhea");
        HeaderTable header = required(font.getHeader(), "head");
        if (!permits(measures)) {
            throw new IOException("fsType " + measures.getFsType() + " forbids embedding");
        }
        float scale = EM / header.getUnitsPerEm();
        PDRectangle box = new PDRectangle(font.getFontBBox());
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

    private static <T> T required(T table, String name) throws IOException {
        if (table == null) {
            throw new IOException("no table " + name);
        }
        return table;
    }
}
