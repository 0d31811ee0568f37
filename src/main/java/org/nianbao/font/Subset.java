package org.nianbao.font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A font program with some glyphs of a font, for a PDF to embed (ISO 32000-1, 9.9). A glyph can be in it in two forms: as it
 * is, and stretched, with space behind it. Thread-safe.
 */
public final class Subset {
    /** Outlines hardly repeat: zlib's default level takes twice as long and saves four per cent. */
    private static final int LEVEL = 2;

    private final byte[] file;
    private final int[] forms;
    private byte[] compressed = {};

    Subset(byte[] file, int[] forms) {
        this.file = file;
        this.forms = forms;
    }

    /** The TrueType file; do not modify it. */
    public byte[] file() {
        return file;
    }

    /** The file as FlateDecode reads it (ISO 32000-1, 7.4.4); do not modify it. Compressed once. */
    public synchronized byte[] compressed() {
        if (compressed.length == 0) {
            compressed = compress(file);
        }
        return compressed;
    }

    private static byte[] compress(byte[] file) {
        Deflater deflater = new Deflater(LEVEL);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(file.length);
        try (OutputStream out = new DeflaterOutputStream(compressed, deflater, 1 << 13)) {
            out.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
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
