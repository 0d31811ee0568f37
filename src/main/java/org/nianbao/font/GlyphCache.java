package org.nianbao.font;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.IndexToLocationTable;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/**
 * The glyphs of a parsed font, of which fonts with fewer are made. Their outlines are remembered as they are packed, for
 * reports are written with the same characters. Safe for threads, which may at worst work something out twice.
 */
final class GlyphCache {
    /** What goes into a subset as it is: the instructions for small sizes. */
    private static final List<String> INSTRUCTIONS = List.of("cvt ", "fpgm", "gasp", "prep");

    /** Where in the tables those numbers stand that another number of glyphs changes (OpenType 1.9, head, hhea, maxp). */
    private static final int INDEX_TO_LOC_FORMAT = 50;

    private static final int NUMBER_OF_H_METRICS = 34;
    private static final int NUM_GLYPHS = 4;
    private static final short OFFSETS_OF_32_BITS = 1;

    private static final int SAMPLES = 64;
    private static final int SAMPLE = 1024;

    private final TrueTypeFont font;
    private final FontProgram program;
    private final long[] offsets;
    private final HorizontalMetricsTable metrics;
    private final Huffman code;

    private final @Nullable Outline[] outlines;

    /**
     * The glyphs of a font.
     *
     * @param font with all tables but that of the outlines
     * @param program the same font with its outlines
     * @throws IOException if a table is missing or cannot be read
     */
    GlyphCache(TrueTypeFont font, FontProgram program) throws IOException {
        this.font = font;
        this.program = program;
        IndexToLocationTable locations = font.getIndexToLocation();
        this.offsets = locations.getOffsets();
        this.metrics = font.getHorizontalMetrics();
        this.outlines = new @Nullable Outline[font.getNumberOfGlyphs()];
        this.code = new Huffman(sample());
    }

    /** Bytes from all over the table of outlines, always the same. */
    private byte[] sample() throws IOException {
        ByteBuffer sample = ByteBuffer.allocate(SAMPLES * SAMPLE);
        try (FontProgram.Outlines in = program.outlines()) {
            for (int k = 0; k < SAMPLES; k++) {
                int from = in.length() / SAMPLES * k;
                sample.put(in.read(from, Math.min(SAMPLE, in.length() - from)));
            }
        }
        return sample.array();
    }

    /**
     * Some glyphs as a font of their own.
     *
     * @param drawn the numbers of the glyphs
     * @param unseen the numbers of glyphs that draw nothing and take no room, whatever the font says
     * @throws IOException if the font cannot be read, or is another one by now
     * @throws IndexOutOfBoundsException if the font is damaged
     */
    Subset subset(BitSet drawn, BitSet unseen) throws IOException {
        int[] glyphs = withParts(drawn, unseen);
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
        ByteBuffer loca = ByteBuffer.allocate(Integer.BYTES * (glyphs.length + 1));
        ByteBuffer hmtx = ByteBuffer.allocate(2 * Short.BYTES * glyphs.length);
        List<Outline> seen = new ArrayList<>();
        int length = 0;
        for (int glyph : glyphs) {
            loca.putInt(length);
            if (unseen.get(glyph)) {
                hmtx.putInt(0);
            } else {
                hmtx.putShort((short) metrics.getAdvanceWidth(glyph));
                hmtx.putShort((short) metrics.getLeftSideBearing(glyph));
                Outline outline = Objects.requireNonNull(outlines[glyph]);
                seen.add(outline);
                length += outline.data().length;
            }
        }
        tables.put("loca", loca.putInt(length).array());
        tables.put("hmtx", hmtx.array());
        ByteBuffer glyf = ByteBuffer.allocate(length);
        for (Outline outline : seen) {
            int start = glyf.position();
            glyf.put(outline.data());
            outline.parts().forEach(at -> {
                int place = Arrays.binarySearch(glyphs, outline.part(at));
                glyf.putShort(start + at, (short) place);
            });
        }
        tables.put("glyf", glyf.array());
        byte[] file = Sfnt.file(tables);
        return new Subset(pack(file, Sfnt.offset(file, "glyf"), seen), file.length, glyphs);
    }

    /**
     * The glyphs, that for missing characters, and those of which they are made, which may be made of others too. The
     * outlines of all that are seen are there afterwards.
     */
    private int[] withParts(BitSet drawn, BitSet unseen) throws IOException {
        BitSet all = new BitSet();
        all.or(drawn);
        all.set(0);
        Deque<Integer> next = new ArrayDeque<>();
        all.stream().forEach(next::add);
        try (FontProgram.Outlines in = program.outlines()) {
            while (!next.isEmpty()) {
                int glyph = next.remove();
                if (!unseen.get(glyph)) {
                    Outline outline = outline(glyph, in);
                    outline.parts()
                            .map(outline::part)
                            .filter(part -> !all.get(part))
                            .forEach(part -> {
                                all.set(part);
                                next.add(part);
                            });
                }
            }
        }
        return all.stream().toArray();
    }

    private Outline outline(int glyph, FontProgram.Outlines in) throws IOException {
        Outline outline = outlines[glyph];
        if (outline == null) {
            outline = new Outline(in.read(offsets[glyph], offsets[glyph + 1] - offsets[glyph]), code);
            outlines[glyph] = outline;
        }
        return outline;
    }

    private byte[] with(TTFTable table, int at, short number) throws IOException {
        byte[] bytes = font.getTableBytes(table);
        ByteBuffer.wrap(bytes).putShort(at, number);
        return bytes;
    }

    /** Puts together what was packed before; a glyph that is made of others is not the same in every file. */
    private byte[] pack(byte[] file, int glyf, List<Outline> seen) {
        Bits bits = code.begin(Byte.SIZE * file.length);
        code.add(file, 0, glyf, bits);
        int at = glyf;
        for (Outline outline : seen) {
            if (outline.isComposite()) {
                code.add(file, at, at + outline.data().length, bits);
            } else {
                bits.add(outline.bits());
            }
            at += outline.data().length;
        }
        code.add(file, at, file.length, bits);
        return code.end(bits, file);
    }
}
