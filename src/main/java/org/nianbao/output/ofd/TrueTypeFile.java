package org.nianbao.output.ofd;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a whole TrueType file of the font program in a PDF. A PDF needs neither the table from characters to glyphs, nor
 * the names and measures by which systems know a font, so its font program has none of them.
 */
final class TrueTypeFile {
    private static final int BMP = 0x10000;
    private static final int WINDOWS = 3;
    private static final int UNICODE_BMP = 1;
    private static final int UNICODE_FULL = 10;
    private static final int ENGLISH = 0x409;
    /** As many as fit into the sixteen bits of the table's length; the full table has the others too. */
    private static final int MOST_SEGMENTS = 8000;

    private static final long CHECKSUM = 0xB1B0AFBAL;

    private TrueTypeFile() {}

    /** Characters in a row whose glyphs stand in a row. */
    private record Segment(int first, int last, int glyph) {}

    /**
     * The whole file.
     *
     * @param program of the PDF; its glyphs stay where they are
     * @param glyphs by code point
     * @param name of the font, in ASCII
     */
    static byte[] of(byte[] program, SortedMap<Integer, Integer> glyphs, String name) {
        SortedMap<String, byte[]> tables = tables(program);
        ByteBuffer head = table(tables, "head");
        ByteBuffer measures = table(tables, "hhea");
        try {
            tables.put("cmap", characters(segments(glyphs)));
            tables.put("name", names(name));
            tables.put("OS/2", measures(head, measures, glyphs));
            tables.put("post", post());
            return file(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    private static SortedMap<String, byte[]> tables(byte[] program) {
        ByteBuffer in = ByteBuffer.wrap(program);
        SortedMap<String, byte[]> tables = new TreeMap<>();
        int count = in.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            byte[] table = new byte[in.getInt(entry + 12)];
            in.get(in.getInt(entry + 8), table);
            tables.put(new String(program, entry, 4, StandardCharsets.ISO_8859_1), table);
        }
        return tables;
    }

    private static ByteBuffer table(Map<String, byte[]> tables, String tag) {
        byte[] table = tables.get(tag);
        if (table == null) {
            throw new IllegalStateException(tag);
        }
        return ByteBuffer.wrap(table);
    }

    private static List<Segment> segments(SortedMap<Integer, Integer> glyphs) {
        List<Segment> segments = new ArrayList<>();
        glyphs.forEach((character, glyph) -> {
            Segment last = segments.isEmpty() ? new Segment(-2, -2, 0) : segments.get(segments.size() - 1);
            if (character == last.last + 1 && character != BMP && glyph == last.glyph + character - last.first) {
                segments.set(segments.size() - 1, new Segment(last.first, character, last.glyph));
            } else {
                segments.add(new Segment(character, character, glyph));
            }
        });
        return segments;
    }

    /** Two tables: one of sixteen bits, for old programs, and one of all characters. */
    private static byte[] characters(List<Segment> segments) throws IOException {
        byte[] basic = basic(segments.stream()
                .filter(segment -> segment.last < BMP - 1)
                .limit(MOST_SEGMENTS)
                .toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        shorts(out, 0, 2);
        shorts(out, WINDOWS, UNICODE_BMP);
        out.writeInt(20);
        shorts(out, WINDOWS, UNICODE_FULL);
        out.writeInt(20 + basic.length);
        out.write(basic);
        shorts(out, 12, 0);
        out.writeInt(16 + 12 * segments.size());
        out.writeInt(0);
        out.writeInt(segments.size());
        for (Segment segment : segments) {
            out.writeInt(segment.first);
            out.writeInt(segment.last);
            out.writeInt(segment.glyph);
        }
        return bytes.toByteArray();
    }

    /** Format 4, which ends with a segment of its own. */
    private static byte[] basic(List<Segment> segments) throws IOException {
        int count = segments.size() + 1;
        int range = 2 * Integer.highestOneBit(count);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        shorts(out, 4, 16 + 8 * count, 0, 2 * count);
        shorts(out, range, Integer.numberOfTrailingZeros(range / 2), 2 * count - range);
        for (Segment segment : segments) {
            out.writeShort(segment.last);
        }
        shorts(out, 0xFFFF, 0);
        for (Segment segment : segments) {
            out.writeShort(segment.first);
        }
        out.writeShort(0xFFFF);
        for (Segment segment : segments) {
            out.writeShort(segment.glyph - segment.first);
        }
        out.writeShort(1);
        out.write(new byte[2 * count]);
        return bytes.toByteArray();
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
        shorts(out, 3, em, 400, 5, 0); // version, mean width, normal weight and width, may be embedded
        shorts(out, em / 2, em / 2, 0, em / 7, em / 2, em / 2, 0, em / 2, em / 20, em / 4, 0); // sub, super, strike
        out.write(new byte[10 + 16]); // neither classified nor which blocks it covers
        out.writeBytes("NONE");
        shorts(out, 0x40, basic(glyphs.isEmpty() ? 0 : glyphs.firstKey()));
        shorts(out, basic(glyphs.isEmpty() ? 0 : glyphs.lastKey()));
        shorts(out, ascent, descent, horizontal.getShort(8), Math.max(0, head.getShort(42)));
        shorts(out, Math.max(0, -head.getShort(38)));
        out.write(new byte[8]); // which code pages it covers
        shorts(out, em / 2, em * 7 / 10, 0, ' ', 0);
        return bytes.toByteArray();
    }

    private static int basic(int character) {
        return Math.min(character, BMP - 1);
    }

    /** No glyph has a name. */
    private static byte[] post() {
        return ByteBuffer.allocate(32).putInt(0x00030000).array();
    }

    private static byte[] file(SortedMap<String, byte[]> tables) throws IOException {
        table(tables, "head").putInt(8, 0);
        int range = 16 * Integer.highestOneBit(tables.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x00010000);
        shorts(out, tables.size(), range, Integer.numberOfTrailingZeros(range / 16), 16 * tables.size() - range);
        int offset = 12 + 16 * tables.size();
        int head = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            head = table.getKey().equals("head") ? offset : head;
            out.writeBytes(table.getKey());
            out.writeInt((int) sum(table.getValue()));
            out.writeInt(offset);
            out.writeInt(table.getValue().length);
            offset += padded(table.getValue().length);
        }
        for (byte[] table : tables.values()) {
            out.write(table);
            out.write(new byte[padded(table.length) - table.length]);
        }
        byte[] file = bytes.toByteArray();
        ByteBuffer.wrap(file).putInt(head + 8, (int) (CHECKSUM - sum(file)));
        return file;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    /** Of a table, as numbers of 32 bits; what is missing at its end is zero. */
    private static long sum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xFFL) << (24 - 8 * (i % 4));
        }
        return sum;
    }

    private static void shorts(DataOutputStream out, int... numbers) throws IOException {
        for (int number : numbers) {
            out.writeShort(number);
        }
    }
}
