package org.nianbao.font;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** One entry of the {@code glyf} table (OpenType 1.9, glyf). Immutable. */
final class GlyfEntry {
    private static final int HEADER = 10;
    private static final int ARG_1_AND_2_ARE_WORDS = 1;
    private static final int WE_HAVE_A_SCALE = 1 << 3;
    private static final int MORE_COMPONENTS = 1 << 5;
    private static final int WE_HAVE_AN_X_AND_Y_SCALE = 1 << 6;
    private static final int WE_HAVE_A_TWO_BY_TWO = 1 << 7;

    private final byte[] data;

    /** Offsets of the component glyph indices; none in a simple glyph. */
    private final int[] components;

    /**
     * Parses an entry.
     *
     * @throws IndexOutOfBoundsException if it is truncated
     */
    GlyfEntry(byte[] entry) {
        data = Arrays.copyOf(entry, (entry.length + Integer.BYTES - 1) / Integer.BYTES * Integer.BYTES);
        components = components(ByteBuffer.wrap(data));
    }

    private static int[] components(ByteBuffer in) {
        IntStream.Builder offsets = IntStream.builder();
        boolean more = in.limit() > 0 && in.getShort(0) < 0;
        for (int at = HEADER; more; ) {
            int flags = in.getShort(at);
            offsets.add(at + Short.BYTES);
            int arguments = (flags & ARG_1_AND_2_ARE_WORDS) != 0 ? 2 * Short.BYTES : 2 * Byte.BYTES;
            at += 2 * Short.BYTES + arguments + Short.BYTES * scales(flags);
            more = (flags & MORE_COMPONENTS) != 0;
        }
        return offsets.build().toArray();
    }

    private static int scales(int flags) {
        if ((flags & WE_HAVE_A_TWO_BY_TWO) != 0) {
            return 4;
        }
        if ((flags & WE_HAVE_AN_X_AND_Y_SCALE) != 0) {
            return 2;
        }
        return (flags & WE_HAVE_A_SCALE) != 0 ? 1 : 0;
    }

    /** The component glyphs of a composite glyph. */
    IntStream components() {
        return IntStream.of(components).map(at -> ByteBuffer.wrap(data).getShort(at) & 0xFFFF);
    }

    /** The entry with other component indices, padded to four bytes; do not modify it. */
    byte[] data(IntUnaryOperator renumber) {
        if (components.length == 0) {
            return data;
        }
        byte[] copy = data.clone();
        for (int at : components) {
            int component = ByteBuffer.wrap(data).getShort(at) & 0xFFFF;
            ByteBuffer.wrap(copy).putShort(at, (short) renumber.applyAsInt(component));
        }
        return copy;
    }
}
