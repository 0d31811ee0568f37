package org.nianbao.output.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A font of a document that says without an exception which characters it lacks, for {@link PaperText}. */
abstract class PaperFont extends PDFont {
    /** The width of a character that the font lacks. */
    static final float MISSING = -1;

    PaperFont(COSDictionary dictionary) {
        super(dictionary);
    }

    /** The width of a character in thousandths of the size, or {@link #MISSING}. */
    abstract float width(int character);

    /** @throws IllegalArgumentException if the font lacks a character, as in other fonts of PDFBox */
    @Override
    public final float getStringWidth(String text) {
        float width = 0;
        for (int k = 0;
                k < text.length();
                k = text.offsetByCodePoints(k, 1)) { // often called; a stream takes twice as long
            float next = width(text.codePointAt(k));
            if (next == MISSING) {
                throw missing(text.codePointAt(k));
            }
            width += next;
        }
        return width;
    }

    final IllegalArgumentException missing(int character) {
        return new IllegalArgumentException("No glyph for U+%04X in %s".formatted(character, getName()));
    }

    @Override
    public final float getWidthFromFont(int code) throws IOException {
        return getWidth(code);
    }

    @Override
    protected final float getStandard14Width(int code) {
        throw new IllegalStateException(getName());
    }

    @Override
    public final boolean hasExplicitWidth(int code) {
        return true;
    }

    @Override
    public final boolean isEmbedded() {
        return true;
    }

    @Override
    public final boolean isDamaged() {
        return false;
    }

    @Override
    public final boolean isVertical() {
        return false;
    }

    /** Does nothing: a character is encoded before it is drawn. */
    @Override
    public final void addToSubset(int character) {}
}
