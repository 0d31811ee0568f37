package org.nianbao.output.ofd;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import org.nianbao.font.Sfnt;

/**
 * Completes a font program from a PDF into a TrueType file. PDF fonts lack the tables {@code cmap}, {@code name},
 * {@code OS/2} and {@code post}.
 */
final class TrueTypeFile {
    private static final int BMP = 0x10000;
    private static final int WINDOWS = 3;
    private static final int UNICODE_BMP = 1;
    private static final int ENGLISH = 0x409;

    private TrueTypeFile() {}

    /**
     * Returns the completed file.
     *
     * @param program the font program; glyph ids do not change
     * @param glyphs glyph ids by code point
     * @param name of the font, in ASCII
     */
    static byte[] of(byte[] program, SortedMap<Integer, Integer> glyphs, String name) {
        SortedMap<String, byte[]> tables = Sfnt.tables(program);
        ByteBuffer head = table(tables, "head");
        ByteBuffer measures = table(tables, "hhea");
        try {
            tables.put("cmap", CharacterTable.of(glyphs));
            tables.put("name", names(name));
            tables.put("OS/2", measures(head, measures, glyphs));
            tables.put("post", post());
            return Sfnt.file(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: all in memory
        }
    }

    private static ByteBuffer table(Map<String, byte[]> tables, String tag) {
        byte[] table = tables.get(tag);
        if (table == null) {
            throw new IllegalStateException(tag);
        }
        return ByteBuffer.wrap(table);
    }

    /** Family, face, unique name, full name, PostScript name. */
    private static byte[] names(String name) throws IOException {
        int[] kinds = {1, 2, 3, 4, 6};
        String regular = "Regular";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        shorts(out, 0, kinds.length, 6 + 12 * kinds.length);
        for (int kind : kinds) {
            boolean face = kind == 2;
            shorts(out, WINDOWS, UNICODE_BMP, ENGLISH, kind);
            shorts(out, 2 * (face ? regular : name).length(), face ? 2 * name.length() : 0);
        }
        out.writeChars(name + regular);
        return bytes.toByteArray();
    }

    private static byte[] measures(ByteBuffer head, ByteBuffer horizontal, SortedMap<Integer, Integer> glyphs)
            throws IOException {
        int em = head.getShort(18);
        int ascent = horizontal.getShort(4);
        int descent = horizontal.getShort(6);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        shorts(out, 3, em, 400, 5, 0); // version, average width, weight, width class, embedding allowed
        shorts(out, em / 2, em / 2, 0, em / 7, em / 2, em / 2, 0, em / 2, em / 20, em / 4, 0); // sub, super, strike
        out.write(new byte[10 + 16]); // no classification, no Unicode ranges
        out.writeBytes("NONE");
        shorts(out, 0x40, basic(glyphs.isEmpty() ? 0 : glyphs.firstKey()));
        shorts(out, basic(glyphs.isEmpty() ? 0 : glyphs.lastKey()));
        shorts(out, ascent, descent, horizontal.getShort(8), Math.max(0, head.getShort(42)));
        shorts(out, Math.max(0, -head.getShort(38)));
        out.write(new byte[8]); // no code pages
        shorts(out, em / 2, em * 7 / 10, 0, ' ', 0);
        return bytes.toByteArray();
    }

    private static int basic(int character) {
        return Math.min(character, BMP - 1);
    }

    /** Version 3: no glyph names. */
    private static byte[] post() {
        return ByteBuffer.allocate(32).putInt(0x00030000).array();
    }

    private static void shorts(DataOutputStream out, int... numbers) throws IOException {
        for (int number : numbers) {
            out.writeShort(number);
        }
    }
}
