package org.nianbao.font;

import org.apache.fontbox.ttf.CmapLookup;
import org.jspecify.annotations.Nullable;

/** The glyphs that a font has for characters; remembered, for reports ask for the same over and over. Safe for threads. */
public final class Characters {
    private final CmapLookup lookup;

    /** By the upper and the lower bits of a code point, one more than the glyph, so that 0 is not known yet. */
    private final int[] @Nullable [] known = new int[(Character.MAX_CODE_POINT >> Byte.SIZE) + 1][];

    Characters(CmapLookup lookup) {
        this.lookup = lookup;
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
            row[column] = Math.max(0, lookup.getGlyphId(codePoint)) + 1;
        }
        return row[column] - 1;
    }
}
