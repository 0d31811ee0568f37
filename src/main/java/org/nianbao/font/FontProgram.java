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
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * A font file that is read in pieces: nine tenths of it are outlines, of which a report needs few. The file is untrusted.
 * Thread-safe.
 */
final class FontProgram {
    private static final String CHARACTERS = "cmap";
    private static final String NAMES = "post";
    private static final String OUTLINES = "glyf";

    /** A {@code cmap} table without subtables. */
    private static final byte[] NO_CHARACTERS = new byte[2 * Short.BYTES];

    /** The tables that {@link #withoutOutlines} keeps. */
    private static final Set<String> METRICS = Set.of(
            "OS/2", "cmap", "cvt ", "fpgm", "gasp", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep");

    private final Path file;
    private final byte[] directory;
    private final Map<String, TableEntry> tables;
    private final Optional<SegmentedCoverage> coverage;

    /** The position of a table in the file. */
    private record TableEntry(long offset, int length) {}

    /** The file was replaced after it was opened first. */
    static final class Replaced extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Reads the directory and the characters of a file. */
    FontProgram(Path file) throws IOException {
        this.file = file;
        try (RandomAccessRead in = new RandomAccessReadBufferedFile(file)) {
            directory = Sfnt.directory(file);
            tables = tables(directory, in.length());
            TableEntry characters = tables.get(CHARACTERS);
            coverage = characters == null ? Optional.empty() : SegmentedCoverage.in(read(in, characters));
        }
    }

    /** The tables that lie within the file. */
    private static Map<String, TableEntry> tables(byte[] directory, long fileLength) {
        ByteBuffer in = ByteBuffer.wrap(directory);
        Map<String, TableEntry> tables = new HashMap<>();
        for (int entry = Sfnt.HEAD; entry + Sfnt.ENTRY <= directory.length; entry += Sfnt.ENTRY) {
            long offset = Integer.toUnsignedLong(in.getInt(entry + 8));
            int length = in.getInt(entry + 12);
            if (length >= 0 && offset + length <= fileLength) {
                tables.put(
                        new String(directory, entry, 4, StandardCharsets.ISO_8859_1), new TableEntry(offset, length));
            }
        }
        return tables;
    }

    private RandomAccessRead open() throws IOException {
        RandomAccessRead in = new RandomAccessReadBufferedFile(file);
        try {
            if (!Arrays.equals(directory, Sfnt.directory(file))) {
                throw new Replaced();
            }
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The characters, if the file has a {@code cmap} subtable of format 12. */
    Optional<SegmentedCoverage> coverage() {
        return coverage;
    }

    /** A font file with the same metrics but without outlines, glyph names and the characters in {@link #coverage}. */
    byte[] withoutOutlines() throws IOException {
        SortedMap<String, byte[]> kept = new TreeMap<>();
        try (RandomAccessRead in = open()) {
            for (Map.Entry<String, TableEntry> table : tables.entrySet()) {
                if (METRICS.contains(table.getKey())) {
                    kept.put(table.getKey(), read(in, table.getValue()));
                }
            }
        }
        kept.computeIfPresent(CHARACTERS, (tag, all) -> coverage.isPresent() ? NO_CHARACTERS : all);
        kept.computeIfPresent(NAMES, (tag, names) -> Sfnt.withoutNames(names));
        if (tables.containsKey(OUTLINES)) {
            kept.put(OUTLINES, new byte[0]);
        }
        return Sfnt.fileWithoutChecksums(kept);
    }

    private static byte[] read(RandomAccessRead in, TableEntry part) throws IOException {
        byte[] bytes = new byte[part.length()];
        in.seek(part.offset());
        in.readFully(bytes);
        return bytes;
    }

    /** A reader of the {@code glyf} table, for one thread; it opens the file on the first read. */
    Outlines outlines() {
        return new Outlines();
    }

    final class Outlines implements Closeable {
        private final TableEntry table = tables.getOrDefault(OUTLINES, new TableEntry(0, 0));
        private @Nullable RandomAccessRead in;

        /**
         * Reads a part of the table.
         *
         * @throws Replaced if the file was replaced
         * @throws IndexOutOfBoundsException if the part is not within the table
         */
        byte[] read(long offset, long length) throws IOException {
            if (offset < 0 || length < 0 || offset + length > table.length()) {
                throw new IndexOutOfBoundsException(offset + " + " + length);
            }
            if (in == null) {
                in = open();
            }
            return FontProgram.read(in, new TableEntry(table.offset() + offset, (int) length));
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }
}
