package org.nianbao.font;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Maps code points to the glyphs of a font. Caches lookups, since reports repeat the same characters. Thread-safe. */
public final class CharacterMap {
    private final IntUnaryOperator lookup;
    private final int glyphCount;

    /** By the upper and the lower bits of a code point: its glyph plus 1, or 0 if it was not looked up yet. */
    private final int[] @Nullable [] known = new int[(Character.MAX_CODE_POINT >> Byte.SIZE) + 1][];

    /**
     * Creates a map.
     *
     * @param lookup from code points to glyph indices; an index outside the font means that the font lacks the character
     */
    CharacterMap(IntUnaryOperator lookup, int glyphCount) {
        this.lookup = lookup;
        this.glyphCount = glyphCount;
    }

    /** The glyph index of a code point in the font file; 0 if the font lacks it. */
    public int glyph(int codePoint) {
        int[] row = known[codePoint >> Byte.SIZE];
        if (row == null) {
            row = new int[1 << Byte.SIZE];
            known[codePoint >> Byte.SIZE] = row;
        }
        int column = codePoint & 0xFF;
        if (row[column] == 0) {
            int glyph = lookup.applyAsInt(codePoint);
            row[column] = (glyph < 0 || glyph >= glyphCount ? 0 : glyph) + 1;
        }
        return row[column] - 1;
    }
}
