package org.nianbao.font;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/** One entry of the {@code glyf} table (OpenType 1.9, glyf). */
final class Outline {
    private static final int HEAD = 10;
    private static final int ARGUMENTS_ARE_WORDS = 1;
    private static final int HAS_SCALE = 1 << 3;
    private static final int HAS_TWO_SCALES = 1 << 6;
    private static final int HAS_MATRIX = 1 << 7;
    private static final int MORE = 1 << 5;

    private final byte[] data;
    private final Bits bits;
    private final int[] parts;

    /**
     * Takes an entry apart.
     *
     * @throws IndexOutOfBoundsException if it ends too early
     */
    Outline(byte[] entry, Huffman code) {
        data = Arrays.copyOf(entry, (entry.length + Integer.BYTES - 1) / Integer.BYTES * Integer.BYTES);
        parts = parts(data);
        Bits packed = new Bits(data.length * Byte.SIZE);
        code.add(data, 0, data.length, packed);
        bits = packed.trimmed();
    }

    /** The entry, filled up to whole words; nobody may change it. */
    byte[] data() {
        return data;
    }

    /** The same, packed. */
    Bits bits() {
        return bits;
    }

    /** Where in it the numbers of other glyphs stand, if it is made of others. */
    IntStream parts() {
        return IntStream.of(parts);
    }

    /** Whether it is made of other glyphs. */
    boolean isComposite() {
        return parts.length > 0;
    }

    private static int[] parts(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data);
        IntStream.Builder parts = IntStream.builder();
        boolean more = data.length > 0 && in.getShort(0) < 0;
        for (int at = HEAD; more; ) {
            int flags = in.getShort(at);
            parts.add(at + Short.BYTES);
            at += 2 * Short.BYTES
                    + ((flags & ARGUMENTS_ARE_WORDS) != 0 ? 2 * Short.BYTES : 2 * Byte.BYTES)
                    + Short.BYTES * scales(flags);
            more = (flags & MORE) != 0;
        }
        return parts.build().toArray();
    }

    private static int scales(int flags) {
        if ((flags & HAS_MATRIX) != 0) {
            return 4;
        }
        if ((flags & HAS_TWO_SCALES) != 0) {
            return 2;
        }
        return (flags & HAS_SCALE) != 0 ? 1 : 0;
    }

    /** The number of a glyph of which this one is made. */
    int part(int at) {
        return ByteBuffer.wrap(data).getShort(at) & 0xFFFF;
    }
}
