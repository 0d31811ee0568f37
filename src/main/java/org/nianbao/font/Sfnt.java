package org.nianbao.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The container of a TrueType font: tables by their tags, and a directory with their checksums (OpenType 1.9, Font File). */
public final class Sfnt {
    private static final int HEAD = 12;
    private static final int ENTRY = 16;
    private static final int TRUE_TYPE = 0x00010000;
    private static final long CHECKSUM = 0xB1B0AFBAL;

    private Sfnt() {}

    /** The tables of a file. */
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

    /** How many bytes of a file its directory takes, told by the first twelve. */
    static int directoryLength(ByteBuffer head) {
        return HEAD + ENTRY * head.getShort(4);
    }

    /**
     * The file of these tables.
     *
     * @param tables by tag; one must be {@code head}, in which the checksum of the file is written
     */
    public static byte[] file(SortedMap<String, byte[]> tables) {
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
        int offset = HEAD + ENTRY * tables.size();
        int head = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            head = table.getKey().equals("head") ? offset : head;
            out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            out.putInt((int) sum(table.getValue())).putInt(offset).putInt(table.getValue().length);
            out.put(offset, table.getValue());
            offset += padded(table.getValue().length);
        }
        out.putInt(head + 8, (int) (CHECKSUM - sum(out.array())));
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    /** Of a table, as numbers of 32 bits; what is missing at its end is zero. */
    private static long sum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xFFL) << (24 - 8 * (i % 4));
        }
        return sum;
    }
}
