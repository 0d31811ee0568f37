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
 * A font that the PDF embeds, with the characters that were met so far. It is to become a font file of the OFD with the
 * same glyphs, in which every character that was met has its glyph. For one thread.
 */
final class OfdFont {
    private final int id;
    private final PDType0Font font;
    private final byte[] program;
    private final SortedMap<Integer, Integer> glyphs = new TreeMap<>();

    /**
     * Takes the font out of the PDF.
     *
     * @param id of the font in the OFD
     * @throws UndrawableContent if it is none with TrueType glyphs, embedded
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

    /** The glyph of a character code of the PDF. */
    int glyph(int code) throws IOException {
        return font.codeToGID(code);
    }

    /** Whether the font file will give this glyph for this text: it does for the first one that a character is met with. */
    boolean gives(int glyph, String text) {
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

    /** The font file; inside it the font is named as in the PDF, so that it is mistaken for no other. */
    byte[] file() {
        return TrueTypeFile.of(program, glyphs, font.getName());
    }
}
