package org.nianbao.font;

import java.util.Arrays;

/** A font program with some glyphs of a font, for a PDF to embed (ISO 32000-1, 9.9). */
public final class Subset {
    private final byte[] file;
    private final int[] glyphs;

    Subset(byte[] file, int[] glyphs) {
        this.file = file;
        this.glyphs = glyphs;
    }

    /** The TrueType file; do not modify it. */
    public byte[] file() {
        return file;
    }

    /** The index in this file of a glyph of the whole font; negative if it is not included. */
    public int index(int glyph) {
        return Arrays.binarySearch(glyphs, glyph);
    }

    /** A hash of the selected glyphs. */
    public int fingerprint() {
        return Arrays.hashCode(glyphs);
    }
}
