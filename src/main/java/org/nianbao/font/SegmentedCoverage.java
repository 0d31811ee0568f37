package org.nianbao.font;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A character table of segments (OpenType 1.9, cmap, format 12), which is searched as it stands: whoever makes a map of it has
 * thirty thousand entries for a few hundred characters. Immutable.
 */
final class SegmentedCoverage {
    private static final int FORMAT = 12;
    private static final int HEAD = 16;
    private static final int RECORD = 8;
    private static final int SEGMENT = 12;

    /** Platform and encoding of the tables of all characters, the one before the other. */
    private static final int[] OF_ALL_CHARACTERS = {4, 3 << Short.SIZE | 10};

    private final int[] first;
    private final int[] last;
    private final int[] glyph;

    private SegmentedCoverage(ByteBuffer segments, int count) {
        first = new int[count];
        last = new int[count];
        glyph = new int[count];
        for (int k = 0; k < count; k++) {
            first[k] = segments.getInt();
            last[k] = segments.getInt();
            glyph[k] = segments.getInt();
        }
    }

    /** The segments of a {@code cmap} table; none if its table of all characters is of another format or not in order. */
    static Optional<SegmentedCoverage> in(byte[] cmap) {
        try {
            ByteBuffer table = ByteBuffer.wrap(cmap);
            for (int encoding : OF_ALL_CHARACTERS) {
                for (int k = 0; k < table.getShort(2); k++) {
                    if (table.getInt(4 + RECORD * k) == encoding) {
                        return at(table.position(table.getInt(8 + RECORD * k)).slice());
                    }
                }
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            // whoever reads it another way tells what is wrong with it
        }
        return Optional.empty();
    }

    private static Optional<SegmentedCoverage> at(ByteBuffer table) {
        int count = table.getInt(HEAD - Integer.BYTES);
        if (table.getShort(0) != FORMAT || count < 0 || count > (table.limit() - HEAD) / SEGMENT) {
            return Optional.empty();
        }
        return Optional.of(new SegmentedCoverage(table.position(HEAD), count)).filter(SegmentedCoverage::isInOrder);
    }

    private boolean isInOrder() {
        int before = -1;
        for (int k = 0; k < first.length; k++) {
            if (first[k] <= before || last[k] < first[k] || last[k] > Character.MAX_CODE_POINT || glyph[k] < 0) {
                return false;
            }
            before = last[k];
        }
        return true;
    }

    /** The number of a code point's glyph; 0 if there is none. */
    int glyph(int codePoint) {
        int found = Arrays.binarySearch(first, codePoint);
        int segment = found < 0 ? -found - 2 : found;
        return segment < 0 || codePoint > last[segment] ? 0 : glyph[segment] + codePoint - first[segment];
    }
}
