package org.nianbao.font;

import java.util.Arrays;

/** Some glyphs of a font as a font program of their own, for a PDF to embed (ISO 32000-1, 9.9). */
public final class Subset {
    private final byte[] packed;
    private final int length;
    private final int[] glyphs;

    Subset(byte[] packed, int length, int[] glyphs) {
        this.packed = packed;
        this.length = length;
        this.glyphs = glyphs;
    }

    /** The file, in the ZLIB format (RFC 1950). */
    public byte[] packed() {
        return packed;
    }

    /** Of the file, unpacked, in bytes. */
    public int length() {
        return length;
    }

    /** The number in the file of what was another glyph of the whole font; below zero if it is not there. */
    public int place(int glyph) {
        return Arrays.binarySearch(glyphs, glyph);
    }

    /** Tells this choice of glyphs from others; the same for the same glyphs. */
    public int fingerprint() {
        return Arrays.hashCode(glyphs);
    }
}
