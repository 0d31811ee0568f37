package org.nianbao.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.nianbao.page.Picture;

/**
 * A PNG picture (W3C PNG, third edition). It is rejected unless its chunks are intact and its data fit its size; other
 * chunks than those drawn are removed.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Width times height. */
    private static final long MOST_PIXELS = 16_000_000;

    /** Of all pixels; some decoders take twice as much memory. */
    private static final long MOST_BYTES = 64_000_000;

    /** Channels by colour type (11.2.1). */
    private static final Map<Integer, Integer> CHANNELS = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);

    /** Chunks that are drawn. Texts, times, profiles, frames and private chunks are removed: some are bombs. */
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs");

    /** Start and step of each pass of an interlaced picture: column, row (8.1). */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final ByteBuffer in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[64 * 1024];
    private long inflated;

    private PngFile(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /** Whether a file has the signature of PNG. */
    static boolean is(byte[] bytes) {
        return bytes.length > SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** @throws PictureRejected if the file is damaged, truncated or too large */
    static Picture read(String name, byte[] bytes) throws PictureRejected {
        PngFile file = new PngFile(bytes);
        try {
            return file.read(name);
        } finally {
            file.inflater.end();
        }
    }

    private Picture read(String name) throws PictureRejected {
        if (in.limit() < 33) {
            throw PictureRejected.kind("IHDR");
        }
        int width = in.getInt(16);
        int height = in.getInt(20);
        int colour = in.get(25);
        long most = size(width, height, in.get(24), colour, in.get(28) == 1);
        in.position(SIGNATURE.length);
        kept.writeBytes(SIGNATURE);
        if (!chunk(most).equals("IHDR") || in.position() != 33) {
            throw PictureRejected.kind("IHDR");
        }
        boolean palette = false;
        String type = "";
        while (!type.equals("IEND")) {
            type = chunk(most);
            palette |= type.equals("PLTE");
            if (type.equals("IDAT") && colour == 3 && !palette) {
                throw PictureRejected.kind("PLTE");
            }
        }
        if (inflated != most) {
            throw PictureRejected.kind("IDAT");
        }
        return new Picture(name, Picture.PictureType.PNG, kept.toByteArray(), width, height);
    }

    /** @throws PictureRejected if a picture has too many pixels */
    static void requireSize(int width, int height) throws PictureRejected {
        if ((long) width * height > MOST_PIXELS) {
            throw PictureRejected.size(width + " × " + height);
        }
    }

    /** Number of bytes of the picture's data, with filter types. */
    private long size(int width, int height, int depth, int colour, boolean interlaced) throws PictureRejected {
        int channels = CHANNELS.getOrDefault(colour, 0);
        boolean known = depth == 8
                || (depth == 16 && colour != 3)
                || ((depth == 1 || depth == 2 || depth == 4) && (colour == 0 || colour == 3));
        if (width < 1 || height < 1 || channels == 0 || !known || in.get(26) != 0 || in.get(27) != 0) {
            throw PictureRejected.kind("IHDR");
        }
        requireSize(width, height);
        if ((long) width * height * channels * depth / 8 > MOST_BYTES) {
            throw PictureRejected.size(width + " × " + height);
        }
        int bits = channels * depth;
        long size = 0;
        for (int[] pass : interlaced ? PASSES : new int[][] {{0, 0, 1, 1}}) {
            long columns = ((long) width - pass[0] + pass[2] - 1) / pass[2];
            long rows = ((long) height - pass[1] + pass[3] - 1) / pass[3];
            size += columns < 1 || rows < 1 ? 0 : rows * (1 + (columns * bits + 7) / 8);
        }
        return size;
    }

    /** Reads a chunk and returns its type. */
    private String chunk(long most) throws PictureRejected {
        int start = in.position();
        long length = in.remaining() < 12 ? -1 : in.getInt(start);
        if (length < 0 || length > in.remaining() - 12) {
            throw PictureRejected.kind("…");
        }
        String type = new String(in.array(), start + 4, 4, StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(in.array(), start + 4, (int) length + 4);
        boolean critical = Character.isUpperCase(type.charAt(0));
        if (in.getInt(start + 8 + (int) length) != (int) crc.getValue() || (critical && !KEPT.contains(type))) {
            throw PictureRejected.kind(type.matches("[A-Za-z]{4}") ? type : "…");
        }
        if (type.equals("IDAT")) {
            inflate(start + 8, (int) length, most);
        }
        if (KEPT.contains(type)) {
            kept.write(in.array(), start, (int) length + 12);
        }
        in.position(start + 12 + (int) length);
        return type;
    }

    private void inflate(int start, int length, long most) throws PictureRejected {
        inflater.setInput(in.array(), start, length);
        try {
            for (int got = inflater.inflate(buffer); got > 0; got = inflater.inflate(buffer)) {
                inflated += got;
                if (inflated > most) {
                    throw PictureRejected.kind("IDAT");
                }
            }
        } catch (DataFormatException e) {
            throw PictureRejected.kind("IDAT");
        }
    }
}
