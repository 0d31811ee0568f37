package org.nianbao.font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/**
 * Builds subsets of a font. Keeps the outlines that it has read, since reports share most of their characters.
 * Thread-safe; an outline may be read twice.
 */
final class GlyphCache {
    /** Instructions for small sizes, which a subset copies. */
    private static final List<String> INSTRUCTIONS = List.of("cvt ", "fpgm", "gasp", "prep");

    /** Offsets of the fields that a subset changes (OpenType 1.9, head, hhea, maxp). */
    private static final int INDEX_TO_LOC_FORMAT = 50;

    private static final int NUMBER_OF_H_METRICS = 34;
    private static final int NUM_GLYPHS = 4;
    private static final short OFFSETS_OF_32_BITS = 1;

    private final TrueTypeFont font;
    private final FontProgram program;
    private final @Nullable GlyfEntry[] entries;

    /**
     * Creates an empty cache.
     *
     * @param font the parsed tables except {@code glyf}
     * @param program the file with the outlines
     */
    GlyphCache(TrueTypeFont font, FontProgram program) throws IOException {
        this.font = font;
        this.program = program;
        this.entries = new @Nullable GlyfEntry[font.getNumberOfGlyphs()];
    }

    /**
     * Builds a font of some glyphs.
     *
     * @param drawn the glyph indices
     * @param invisible glyphs that are drawn empty and without width, whatever the font contains
     * @throws IOException if the font cannot be read or was replaced
     * @throws IndexOutOfBoundsException if the font is damaged
     */
    Subset subset(BitSet drawn, BitSet invisible) throws IOException {
        BitSet all = new BitSet();
        all.or(drawn);
        all.set(0); // the glyph for missing characters
        load(all, invisible);
        int[] glyphs = all.stream().toArray();
        SortedMap<String, byte[]> tables = new TreeMap<>();
        for (String tag : INSTRUCTIONS) {
            TTFTable instructions = font.getTableMap().get(tag);
            if (instructions != null) {
                tables.put(tag, font.getTableBytes(instructions));
            }
        }
        tables.put("head", with(font.getHeader(), INDEX_TO_LOC_FORMAT, OFFSETS_OF_32_BITS));
        tables.put("hhea", with(font.getHorizontalHeader(), NUMBER_OF_H_METRICS, (short) glyphs.length));
        tables.put("maxp", with(font.getMaximumProfile(), NUM_GLYPHS, (short) glyphs.length));
        HorizontalMetricsTable metrics = font.getHorizontalMetrics();
        ByteBuffer loca = ByteBuffer.allocate(Integer.BYTES * (glyphs.length + 1));
        ByteBuffer hmtx = ByteBuffer.allocate(2 * Short.BYTES * glyphs.length);
        ByteArrayOutputStream glyf = new ByteArrayOutputStream();
        for (int glyph : glyphs) {
            loca.putInt(glyf.size());
            GlyfEntry entry = entries[glyph];
            if (invisible.get(glyph) || entry == null) {
                hmtx.putInt(0);
            } else {
                hmtx.putShort((short) metrics.getAdvanceWidth(glyph));
                hmtx.putShort((short) metrics.getLeftSideBearing(glyph));
                glyf.writeBytes(entry.data(component -> Arrays.binarySearch(glyphs, component)));
            }
        }
        tables.put("loca", loca.putInt(glyf.size()).array());
        tables.put("hmtx", hmtx.array());
        tables.put("glyf", glyf.toByteArray());
        return new Subset(Sfnt.file(tables), glyphs);
    }

    /** Reads the outlines of visible glyphs; adds the components of composite glyphs, which may be composite too. */
    private void load(BitSet glyphs, BitSet invisible) throws IOException {
        Deque<Integer> next = new ArrayDeque<>();
        glyphs.stream().forEach(next::add);
        try (FontProgram.Outlines in = program.outlines()) {
            while (!next.isEmpty()) {
                int glyph = next.remove();
                if (!invisible.get(glyph)) {
                    entry(glyph, in)
                            .components()
                            .filter(component -> !glyphs.get(component))
                            .forEach(component -> {
                                glyphs.set(component);
                                next.add(component);
                            });
                }
            }
        }
    }

    private GlyfEntry entry(int glyph, FontProgram.Outlines in) throws IOException {
        GlyfEntry entry = entries[glyph];
        if (entry == null) {
            long[] offsets = font.getIndexToLocation().getOffsets();
            entry = new GlyfEntry(in.read(offsets[glyph], offsets[glyph + 1] - offsets[glyph]));
            entries[glyph] = entry;
        }
        return entry;
    }

    private byte[] with(TTFTable table, int offset, short number) throws IOException {
        byte[] bytes = font.getTableBytes(table);
        ByteBuffer.wrap(bytes).putShort(offset, number);
        return bytes;
    }
}
