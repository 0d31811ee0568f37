package org.nianbao.font;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A {@code cmap} subtable of format 12 (OpenType 1.9), searched in place: a map would have thirty thousand entries for the
 * few hundred characters of a report. Immutable.
 */
final class SegmentedCoverage {
    private static final int FORMAT = 12;
    private static final int HEAD = 16;
    private static final int RECORD = 8;
    private static final int SEGMENT = 12;

    /** Platform and encoding of the subtables for all of Unicode, in order of preference. */
    private static final int[] FULL_UNICODE = {4, 3 << Short.SIZE | 10};

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

    /** Finds the subtable for all of Unicode; empty if it has another format or unsorted segments. */
    static Optional<SegmentedCoverage> in(byte[] cmap) {
        try {
            ByteBuffer table = ByteBuffer.wrap(cmap);
            for (int encoding : FULL_UNICODE) {
                for (int k = 0; k < table.getShort(2); k++) {
                    if (table.getInt(4 + RECORD * k) == encoding) {
                        return at(table.position(table.getInt(8 + RECORD * k)).slice());
                    }
                }
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            // fontbox reports the error
        }
        return Optional.empty();
    }

    private static Optional<SegmentedCoverage> at(ByteBuffer table) {
        int count = table.getInt(HEAD - Integer.BYTES);
        if (table.getShort(0) != FORMAT || count < 0 || count > (table.limit() - HEAD) / SEGMENT) {
            return Optional.empty();
        }
        return Optional.of(new SegmentedCoverage(table.position(HEAD), count)).filter(SegmentedCoverage::isSorted);
    }

    private boolean isSorted() {
        int before = -1;
        for (int k = 0; k < first.length; k++) {
            if (first[k] <= before || last[k] < first[k] || last[k] > Character.MAX_CODE_POINT || glyph[k] < 0) {
                return false;
            }
            before = last[k];
        }
        return true;
    }

    /** The glyph index of a code point; 0 if there is none. */
    int glyph(int codePoint) {
        int found = Arrays.binarySearch(first, codePoint);
        int segment = found < 0 ? -found - 2 : found;
        return segment < 0 || codePoint > last[segment] ? 0 : glyph[segment] + codePoint - first[segment];
    }
}
