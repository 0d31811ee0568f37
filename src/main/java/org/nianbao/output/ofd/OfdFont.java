package org.nianbao.output.ofd;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.nianbao.output.UndrawableContent;

/**
 * A font embedded in the PDF and the characters used so far. Its OFD font file has the same glyphs plus a character table
 * for those characters. Not thread-safe.
 */
final class OfdFont {
    private final int id;
    private final PDType0Font font;
    private final byte[] program;
    private final SortedMap<Integer, Integer> glyphs = new TreeMap<>();

    /**
     * Reads the embedded font file.
     *
     * @param id of the font in the OFD
     * @throws UndrawableContent if the font is not an embedded TrueType font
     */
    OfdFont(int id, PDFont font) throws IOException {
        this.id = id;
        PDFontDescriptor descriptor = font.getFontDescriptor();
        PDStream file = descriptor == null ? null : descriptor.getFontFile2();
        if (file == null
                || !(font instanceof PDType0Font composite)
                || !(composite.getDescendantFont() instanceof PDCIDFontType2)) {
            throw new UndrawableContent(font.getName());
        }
        this.font = composite;
        this.program = file.toByteArray();
    }

    int id() {
        return id;
    }

    /** The glyph id of a character code in the PDF. */
    int glyph(int code) throws IOException {
        return font.codeToGID(code);
    }

    /** Whether the character table maps this text to this glyph. It maps each character to the glyph of its first use. */
    boolean maps(int glyph, String text) {
        int character = text.codePointAt(0);
        Integer known = glyphs.putIfAbsent(character, glyph);
        return (known == null || known == glyph) && Character.charCount(character) == text.length();
    }

    /** For example {@code NotoSerifSC-Regular}. */
    String name() {
        return font.getName().replaceFirst("^[A-Z]{6}\\+", "");
    }

    /** For example {@code NotoSerifSC}. */
    String family() {
        return name().replaceFirst("-.*$", "");
    }

    /** The font file. Its name keeps the PDF's random prefix, so that viewers do not confuse it with an installed font. */
    byte[] file() {
        return TrueTypeFile.of(program, glyphs, font.getName());
    }
}
