package org.nianbao.output.ofd;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private static final int UNICODE_FULL = 10;
    private static final int ENGLISH = 0x409;

    /** The maximum number of segments in format 4, whose length has 16 bits; format 12 has all of them. */
    private static final int MAX_SEGMENTS = 8000;

    private TrueTypeFile() {}

    /** Consecutive characters with consecutive glyphs. */
    private record Segment(int first, int last, int glyph) {}

    /**
     * Returns the completed file.
     *
     * @param program the font program; glyph ids do not change
     * @param glyphs glyph ids by code point
     * @param name of the font, in ASCII
     */
    static byte[] of(byte[] program, SortedMap<Integer, Integer> glyphs, String name) {
        SortedMap<String, byte[]> tables = Sfnt.tables(program);
        ByteBuffer head = ByteBuffer.wrap(Objects.requireNonNull(tables.get("head")));
        ByteBuffer measures = ByteBuffer.wrap(Objects.requireNonNull(tables.get("hhea")));
        try {
            tables.put("cmap", characters(glyphs));
            tables.put("name", names(name));
            tables.put("OS/2", measures(head, measures, glyphs));
            tables.put("post", ByteBuffer.allocate(32).putInt(0x00030000).array()); // version 3: no glyph names
            return Sfnt.file(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: all in memory
        }
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

    /** The {@code cmap} table: a subtable of 16 bits (format 4), for old programs, and one of all characters (format 12). */
    private static byte[] characters(SortedMap<Integer, Integer> glyphs) throws IOException {
        List<Segment> segments = segments(glyphs);
        byte[] basic = basicPlane(segments.stream()
                .filter(segment -> segment.last < BMP - 1)
                .limit(MAX_SEGMENTS)
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

    /** Format 4, which ends with a segment for 0xFFFF. */
    private static byte[] basicPlane(List<Segment> segments) throws IOException {
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

    private static void shorts(DataOutputStream out, int... numbers) throws IOException {
        for (int number : numbers) {
            out.writeShort(number);
        }
    }
}
