package org.nianbao.output.ofd;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Writes the {@code cmap} table of a font, which maps characters to glyphs (OpenType 1.9, cmap). */
final class CharacterTable {
    private static final int BMP = 0x10000;
    private static final int WINDOWS = 3;
    private static final int UNICODE_BMP = 1;
    private static final int UNICODE_FULL = 10;
    /** The most segments that the 16-bit length of format 4 allows; format 12 has all of them. */
    private static final int MAX_SEGMENTS = 8000;

    private CharacterTable() {}

    /** Consecutive characters with consecutive glyphs. */
    private record Segment(int first, int last, int glyph) {}

    /**
     * Writes a subtable of 16 bits (format 4), for old programs, and one of all characters (format 12).
     *
     * @param glyphs by code point
     */
    static byte[] of(SortedMap<Integer, Integer> glyphs) throws IOException {
        List<Segment> segments = segments(glyphs);
        byte[] basic = basic(segments.stream()
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
