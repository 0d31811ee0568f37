package org.nianbao.font;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * A font file of which pieces are read when they are needed: nine tenths of it are outlines, of which a report takes a
 * few. Anybody may have made the file. Safe for threads.
 */
final class FontProgram {
    private static final String CHARACTERS = "cmap";
    private static final String NAMES = "post";
    private static final String OUTLINES = "glyf";

    /** A table that has none of the tables of characters that it might have. */
    private static final byte[] NO_CHARACTERS = new byte[2 * Short.BYTES];

    /** The tables that tell of a font's characters, names and measures. */
    private static final Set<String> MEASURES = Set.of(
            "OS/2", "cmap", "cvt ", "fpgm", "gasp", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep");

    private final Opener opener;
    private final byte[] directory;
    private final Map<String, TableEntry> tables;
    private final Optional<SegmentedCoverage> coverage;

    private interface Opener {
        RandomAccessRead open() throws IOException;
    }

    /** Where in the file a table lies. */
    private record TableEntry(long offset, int length) {}

    /** The file is another one than it was when it was first looked at. */
    static final class Replaced extends IOException {
        private static final long serialVersionUID = 1;
    }

    private FontProgram(Opener opener) throws IOException {
        this.opener = opener;
        try (RandomAccessRead in = opener.open()) {
            directory = directory(in);
            tables = tables(directory, in.length());
            TableEntry characters = tables.get(CHARACTERS);
            coverage = characters == null
                    ? Optional.empty()
                    : SegmentedCoverage.in(read(in, characters.offset(), characters.length()));
        }
    }

    /** The font in a file, which must stay as it is. */
    static FontProgram in(Path file) throws IOException {
        return new FontProgram(() -> new RandomAccessReadBufferedFile(file));
    }

    /** The font in memory. */
    static FontProgram of(byte[] file) throws IOException {
        return new FontProgram(() -> new RandomAccessReadBuffer(file));
    }

    private static byte[] directory(RandomAccessRead in) throws IOException {
        byte[] head = new byte[(int) Math.min(Sfnt.HEAD, in.length())];
        in.readFully(head);
        int count = head.length < Sfnt.HEAD ? 0 : ByteBuffer.wrap(head).getShort(4) & 0xFFFF;
        byte[] directory = Arrays.copyOf(head, (int) Math.min(Sfnt.HEAD + Sfnt.ENTRY * count, in.length()));
        in.readFully(directory, head.length, directory.length - head.length);
        return directory;
    }

    /** Those that end within the file. */
    private static Map<String, TableEntry> tables(byte[] directory, long end) {
        ByteBuffer in = ByteBuffer.wrap(directory);
        Map<String, TableEntry> tables = new HashMap<>();
        for (int entry = Sfnt.HEAD; entry + Sfnt.ENTRY <= directory.length; entry += Sfnt.ENTRY) {
            long offset = Integer.toUnsignedLong(in.getInt(entry + 8));
            int length = in.getInt(entry + 12);
            if (length >= 0 && offset + length <= end) {
                tables.put(
                        new String(directory, entry, 4, StandardCharsets.ISO_8859_1), new TableEntry(offset, length));
            }
        }
        return tables;
    }

    /**
     * Opens the whole file, for somebody who closes it.
     *
     * @throws Replaced if it is another one by now
     */
    RandomAccessRead open() throws IOException {
        RandomAccessRead in = opener.open();
        try {
            if (!Arrays.equals(directory, directory(in))) {
                throw new Replaced();
            }
            in.seek(0);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The glyphs of all characters, if the file has them in the form that can be looked up as it stands. */
    Optional<SegmentedCoverage> coverage() {
        return coverage;
    }

    /**
     * A file with the same measures whose glyphs have neither outlines nor names, and no characters either if they are in
     * {@link #coverage}.
     */
    byte[] withoutOutlines() throws IOException {
        SortedMap<String, byte[]> kept = new TreeMap<>();
        try (RandomAccessRead in = open()) {
            for (Map.Entry<String, TableEntry> table : tables.entrySet()) {
                if (MEASURES.contains(table.getKey())) {
                    kept.put(
                            table.getKey(),
                            read(in, table.getValue().offset(), table.getValue().length()));
                }
            }
        }
        kept.computeIfPresent(CHARACTERS, (tag, all) -> coverage.isPresent() ? NO_CHARACTERS : all);
        kept.computeIfPresent(NAMES, (tag, names) -> Sfnt.withoutNames(names));
        if (tables.containsKey(OUTLINES)) {
            kept.put(OUTLINES, new byte[0]);
        }
        return Sfnt.file(kept);
    }

    private static byte[] read(RandomAccessRead in, long from, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.seek(from);
        in.readFully(bytes);
        return bytes;
    }

    /** The outlines, for one thread. */
    Outlines outlines() {
        return new Outlines();
    }

    /** Reads from the table of outlines; the file is opened when the first one is asked for. */
    final class Outlines implements Closeable {
        private final TableEntry table = tables.getOrDefault(OUTLINES, new TableEntry(0, 0));
        private @Nullable RandomAccessRead in;

        /** Of all outlines together, in bytes. */
        int length() {
            return table.length();
        }

        /**
         * Some bytes of the table.
         *
         * @throws Replaced if the file is another one by now
         * @throws IOException if it cannot be read
         * @throws IndexOutOfBoundsException if they are not all in the table
         */
        byte[] read(long from, long count) throws IOException {
            if (from < 0 || count < 0 || from + count > table.length()) {
                throw new IndexOutOfBoundsException(from + " + " + count);
            }
            if (in == null) {
                in = open();
            }
            return FontProgram.read(in, table.offset() + from, (int) count);
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }
}
