package org.nianbao.font;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntBiFunction;

/** Reads and writes the container of a TrueType font: tables by tag and a directory with checksums (OpenType 1.9, Font File). */
public final class Sfnt {
    static final int HEAD = 12;
    static final int ENTRY = 16;
    private static final int TRUE_TYPE = 0x00010000;
    private static final int CHECKSUM = 0xB1B0AFBA;
    private static final int POST = 32;
    private static final int POST_WITHOUT_NAMES = 0x00030000;

    private Sfnt() {}

    /** The tables of a file by tag. */
    public static SortedMap<String, byte[]> tables(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        SortedMap<String, byte[]> tables = new TreeMap<>();
        int count = in.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = HEAD + ENTRY * i;
            byte[] table = new byte[in.getInt(entry + 12)];
            in.get(in.getInt(entry + 8), table);
            tables.put(new String(file, entry, 4, StandardCharsets.ISO_8859_1), table);
        }
        return tables;
    }

    /** The table directory of a file; it identifies the file, since it holds the length and the checksum of each table. */
    public static byte[] directory(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD);
            int tables = head.length < HEAD ? 0 : ByteBuffer.wrap(head).getShort(4) & 0xFFFF;
            in.reset();
            return in.readNBytes(HEAD + ENTRY * tables);
        }
    }

    /**
     * Writes a file.
     *
     * @param tables by tag; the checksum of the file is written into {@code head}
     */
    public static byte[] file(SortedMap<String, byte[]> tables) {
        return file(tables, Sfnt::sum);
    }

    /** Writes a file for a parser that does not look at checksums. */
    static byte[] fileWithoutChecksums(SortedMap<String, byte[]> tables) {
        return file(tables, (bytes, length) -> 0);
    }

    private static byte[] file(SortedMap<String, byte[]> tables, ToIntBiFunction<byte[], Integer> checksum) {
        ByteBuffer.wrap(tables.getOrDefault("head", new byte[0])).putInt(8, 0);
        int length = HEAD + ENTRY * tables.size();
        for (byte[] table : tables.values()) {
            length += padded(table.length);
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        int range = ENTRY * Integer.highestOneBit(tables.size());
        out.putInt(TRUE_TYPE).putShort((short) tables.size()).putShort((short) range);
        out.putShort((short) Integer.numberOfTrailingZeros(range / ENTRY));
        out.putShort((short) (ENTRY * tables.size() - range));
        int directory = HEAD + ENTRY * tables.size();
        int offset = directory;
        int head = 0;
        int sum = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            head = table.getKey().equals("head") ? offset : head;
            out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            int ofTable = checksum.applyAsInt(table.getValue(), table.getValue().length);
            out.putInt(ofTable).putInt(offset).putInt(table.getValue().length);
            out.put(offset, table.getValue());
            offset += padded(table.getValue().length);
            sum += ofTable;
        }
        out.putInt(head + 8, CHECKSUM - sum - checksum.applyAsInt(out.array(), directory));
        return out.array();
    }

    /** A {@code post} table of version 3: the metrics without the glyph names, which are most of it and unused. */
    static byte[] withoutNames(byte[] post) {
        byte[] measures = Arrays.copyOf(post, POST);
        ByteBuffer.wrap(measures).putInt(POST_WITHOUT_NAMES);
        return measures;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    /** The checksum of a table: the sum of its 32-bit words, padded with zeros. */
    private static int sum(byte[] bytes, int length) {
        int sum = 0;
        int words = length / Integer.BYTES * Integer.BYTES;
        for (int i = 0; i < words; i += Integer.BYTES) { // by words, since it is much of the time of a small program
            sum += (bytes[i] << 24)
                    | ((bytes[i + 1] & 0xFF) << 16)
                    | ((bytes[i + 2] & 0xFF) << 8)
                    | (bytes[i + 3] & 0xFF);
        }
        for (int i = words; i < length; i++) {
            sum += (bytes[i] & 0xFF) << (Byte.SIZE * (3 - i % 4));
        }
        return sum;
    }
}
