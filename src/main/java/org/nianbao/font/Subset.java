package org.nianbao.font;

import java.util.Arrays;

/**
 * A font program with some glyphs of a font, for a PDF to embed (ISO 32000-1, 9.9). A glyph can be in it in two forms: as it
 * is, and stretched, with space behind it.
 */
public final class Subset {
    private final byte[] file;
    private final int[] forms;

    Subset(byte[] file, int[] forms) {
        this.file = file;
        this.forms = forms;
    }

    /** The TrueType file; do not modify it. */
    public byte[] file() {
        return file;
    }

    /** A number for a form of a glyph of the whole font. */
    public static int form(int glyph, boolean stretched) {
        return 2 * glyph + (stretched ? 1 : 0);
    }

    static boolean isStretched(int form) {
        return form % 2 == 1;
    }

    static int glyph(int form) {
        return form / 2;
    }

    /** The index in this file of a form of a glyph; negative if it is not included. */
    public int index(int form) {
        return Arrays.binarySearch(forms, form);
    }

    /** A hash of the selected glyphs. */
    public int fingerprint() {
        return Arrays.hashCode(forms);
    }
}
