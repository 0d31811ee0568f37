package org.nianbao.font;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The container of a TrueType font: tables by their tags, and a directory with their checksums (OpenType 1.9, Font File). */
public final class Sfnt {
    static final int HEAD = 12;
    static final int ENTRY = 16;
    private static final int TRUE_TYPE = 0x00010000;
    private static final long CHECKSUM = 0xB1B0AFBAL;
    private static final int POST = 32;
    private static final int POST_WITHOUT_NAMES = 0x00030000;

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

    /** Whether a file is such a container, or several in one, by its name. */
    public static boolean isOne(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.(?:ttf|otf|ttc)");
    }

    /** The directory of a file. It tells one file from another, for it holds the length and the checksum of each table. */
    public static byte[] directory(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            int tables = head.length < HEAD ? 0 : ByteBuffer.wrap(head).getShort(4) & 0xFFFF;
            byte[] entries = in.readNBytes(ENTRY * tables);
            return ByteBuffer.allocate(head.length + entries.length)
                    .put(head)
                    .put(entries)
                    .array();
        }
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

    /** Where in a file a table begins; 0 if there is none. */
    static int offset(byte[] file, String tag) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int wanted = ByteBuffer.wrap(tag.getBytes(StandardCharsets.ISO_8859_1)).getInt();
        int offset = 0;
        for (int entry = HEAD; entry < HEAD + ENTRY * in.getShort(4); entry += ENTRY) {
            offset = in.getInt(entry) == wanted ? in.getInt(entry + 8) : offset;
        }
        return offset;
    }

    /** The measures that a {@code post} table begins with: the names of glyphs are most of it, and nothing is drawn by them. */
    static byte[] withoutNames(byte[] post) {
        byte[] measures = Arrays.copyOf(post, POST);
        ByteBuffer.wrap(measures).putInt(POST_WITHOUT_NAMES);
        return measures;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    /** Of a table, as numbers of 32 bits; what is missing at its end is zero. */
    private static long sum(byte[] bytes) {
        ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(bytes, padded(bytes.length)));
        long sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }
}
