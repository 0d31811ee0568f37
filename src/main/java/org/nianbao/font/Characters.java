package org.nianbao.font;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The glyphs that a font has for characters; remembered, for reports ask for the same over and over. Safe for threads. */
public final class Characters {
    private final IntUnaryOperator lookup;
    private final int glyphs;

    /** By the upper and the lower bits of a code point, one more than the glyph, so that 0 is not known yet. */
    private final int[] @Nullable [] known = new int[(Character.MAX_CODE_POINT >> Byte.SIZE) + 1][];

    /**
     * The characters of a font.
     *
     * @param lookup from code points to glyphs; for those that the font lacks, numbers that no glyph has
     * @param glyphs how many glyphs there are
     */
    Characters(IntUnaryOperator lookup, int glyphs) {
        this.lookup = lookup;
        this.glyphs = glyphs;
    }

    /** The number of a code point's glyph in the font's file; 0 if there is none. */
    public int glyph(int codePoint) {
        int[] row = known[codePoint >> Byte.SIZE];
        if (row == null) {
            row = new int[1 << Byte.SIZE];
            known[codePoint >> Byte.SIZE] = row;
        }
        int column = codePoint & 0xFF;
        if (row[column] == 0) {
            int glyph = lookup.applyAsInt(codePoint);
            row[column] = (glyph < 0 || glyph >= glyphs ? 0 : glyph) + 1;
        }
        return row[column] - 1;
    }
}
