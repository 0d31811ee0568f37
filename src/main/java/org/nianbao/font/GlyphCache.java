package org.nianbao.font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
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

    /** The last subset: the tables of most reports are drawn with the same characters. */
    private volatile Map.@Nullable Entry<SubsetKey, Subset> last;

    private record SubsetKey(BitSet drawn, int stretch, BitSet invisible) {}

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
     * @param drawn the {@linkplain Subset#form forms} of glyphs
     * @param stretch the space behind a stretched glyph, in units of the font
     * @param invisible glyphs that are drawn empty and without width, whatever the font contains
     * @throws IOException if the font cannot be read or was replaced
     * @throws IndexOutOfBoundsException if the font is damaged
     */
    Subset subset(BitSet drawn, int stretch, BitSet invisible) throws IOException {
        SubsetKey key = new SubsetKey((BitSet) drawn.clone(), stretch, (BitSet) invisible.clone());
        Map.Entry<SubsetKey, Subset> known = last;
        if (known == null || !known.getKey().equals(key)) {
            known = Map.entry(key, build(drawn, stretch, invisible));
            last = known;
        }
        return known.getValue();
    }

    private Subset build(BitSet drawn, int stretch, BitSet invisible) throws IOException {
        BitSet all = new BitSet();
        all.or(drawn);
        all.set(0); // the glyph for missing characters
        load(all, invisible);
        int[] forms = all.stream().toArray();
        SortedMap<String, byte[]> tables = new TreeMap<>();
        for (String tag : INSTRUCTIONS) {
            TTFTable instructions = font.getTableMap().get(tag);
            if (instructions != null) {
                tables.put(tag, font.getTableBytes(instructions));
            }
        }
        tables.put("head", with(font.getHeader(), INDEX_TO_LOC_FORMAT, OFFSETS_OF_32_BITS));
        tables.put("hhea", with(font.getHorizontalHeader(), NUMBER_OF_H_METRICS, (short) forms.length));
        tables.put("maxp", with(font.getMaximumProfile(), NUM_GLYPHS, (short) forms.length));
        HorizontalMetricsTable metrics = font.getHorizontalMetrics();
        ByteBuffer loca = ByteBuffer.allocate(Integer.BYTES * (forms.length + 1));
        ByteBuffer hmtx = ByteBuffer.allocate(2 * Short.BYTES * forms.length);
        ByteArrayOutputStream glyf = new ByteArrayOutputStream();
        for (int form : forms) {
            int glyph = Subset.glyph(form);
            loca.putInt(glyf.size());
            GlyfEntry entry = entries[glyph];
            if (invisible.get(glyph) || entry == null) {
                hmtx.putInt(0);
            } else {
                hmtx.putShort((short) (metrics.getAdvanceWidth(glyph) + (Subset.isStretched(form) ? stretch : 0)));
                hmtx.putShort((short) metrics.getLeftSideBearing(glyph));
                glyf.writeBytes(entry.data(component -> Arrays.binarySearch(forms, Subset.form(component, false))));
            }
        }
        tables.put("loca", loca.putInt(glyf.size()).array());
        tables.put("hmtx", hmtx.array());
        tables.put("glyf", glyf.toByteArray());
        return new Subset(Sfnt.file(tables), forms);
    }

    /** Reads the outlines of visible glyphs; adds the components of composite glyphs, which may be composite too. */
    private void load(BitSet forms, BitSet invisible) throws IOException {
        Deque<Integer> next = new ArrayDeque<>();
        forms.stream().map(Subset::glyph).forEach(next::add);
        try (FontProgram.Outlines in = program.outlines()) {
            while (!next.isEmpty()) {
                int glyph = next.remove();
                if (!invisible.get(glyph)) {
                    entry(glyph, in)
                            .components()
                            .filter(component -> !forms.get(Subset.form(component, false)))
                            .forEach(component -> {
                                forms.set(Subset.form(component, false));
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
