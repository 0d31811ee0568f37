package org.nianbao.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.nianbao.page.Picture;

/**
 * A JPEG picture (ITU-T T.81) in grey or colour. It is rejected if it is damaged, truncated or too large. Only the segments
 * that are drawn are kept: the rest may say where a photo was taken. A photo of a turned camera is turned upright, because
 * most programs ignore the camera's mark.
 */
final class JpegFile {
    /** More scans only slow decoding down; progressive files have some ten. */
    private static final int MOST_SCANS = 64;

    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int LAST_HUFFMAN_DCT = 0xC2;

    private final ByteBuffer in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int scans;
    private int orientation = 1;

    private JpegFile(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /** Whether a file has the signature of JPEG. */
    static boolean is(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) SOI && bytes[2] == (byte) 0xFF;
    }

    /** @throws PictureRejected if the file is damaged, truncated, too large, or in the colours of printing */
    static Picture read(String name, byte[] bytes) throws PictureRejected {
        try {
            return new JpegFile(bytes).read(name);
        } catch (IOException | RuntimeException e) { // the latter for lengths beyond the end; decoders throw any
            throw PictureRejected.broken();
        }
    }

    private Picture read(String name) throws PictureRejected, IOException {
        in.position(2);
        kept.write(0xFF);
        kept.write(SOI);
        kept.writeBytes(JFIF);
        while (segment()) {}
        if (scans == 0) {
            throw PictureRejected.broken();
        }
        byte[] upright = kept.toByteArray();
        BufferedImage decoded = decode(upright, orientation > 1 ? 1 : 8);
        if (orientation == 1) {
            return new Picture(name, Picture.PictureType.JPEG, upright, width, height);
        }
        BufferedImage turned = Orientation.turn(decoded, orientation);
        return new Picture(
                name, Picture.PictureType.JPEG, Orientation.encode(turned), turned.getWidth(), turned.getHeight());
    }

    /** Copies or skips a segment, with the data of a scan; returns false after the last one. */
    private boolean segment() throws PictureRejected {
        if (in.get() != (byte) 0xFF) {
            throw PictureRejected.broken();
        }
        int marker = in.get() & 0xFF;
        if (marker == 0xFF) { // fill byte
            in.position(in.position() - 1);
            return true;
        }
        if (marker == EOI) {
            kept.write(0xFF);
            kept.write(EOI);
            return false;
        }
        int start = in.position();
        int length = in.getShort(start) & 0xFFFF;
        in.position(start + length);
        byte[] body = Arrays.copyOfRange(in.array(), start + 2, start + Math.max(2, length));
        if (isFrame(marker)) {
            frame(marker, body);
        } else if (marker == APP1) {
            orientation = scans == 0 ? Orientation.in(body, orientation) : orientation;
        }
        if (isFrame(marker) || isDrawn(marker, body)) {
            kept.write(in.array(), start - 2, length + 2);
        }
        if (marker == SOS) {
            scan();
        }
        return true;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC;
    }

    private static boolean isDrawn(int marker, byte[] body) {
        return marker == DHT
                || marker == DQT
                || marker == DRI
                || marker == SOS
                || (marker == APP14 && new String(body, StandardCharsets.ISO_8859_1).startsWith("Adobe"));
    }

    /** Reads the frame header (B.2.2). */
    private void frame(int marker, byte[] body) throws PictureRejected {
        ByteBuffer frame = ByteBuffer.wrap(body);
        int precision = frame.get();
        height = frame.getShort() & 0xFFFF;
        width = frame.getShort() & 0xFFFF;
        int components = frame.get();
        if (components == 4) {
            throw new PictureRejected("picture-cmyk", "");
        }
        if (marker > LAST_HUFFMAN_DCT || precision != 8 || (components != 1 && components != 3)) {
            throw PictureRejected.format("JPEG SOF" + (marker & 0xF));
        }
        if (width == 0 || height == 0) {
            throw PictureRejected.broken();
        }
        PngFile.requireSize(width, height);
    }

    /** Copies the data of a scan: all up to a marker that is none of the restart markers (B.1.1.5). */
    private void scan() throws PictureRejected {
        scans++;
        if (width == 0 || scans > MOST_SCANS) {
            throw PictureRejected.broken();
        }
        int start = in.position();
        while (!isMarker(in.position())) {
            in.get();
        }
        kept.write(in.array(), start, in.position() - start);
    }

    private boolean isMarker(int at) {
        int second = in.get(at) == (byte) 0xFF ? in.get(at + 1) & 0xFF : 0;
        return second != 0 && second != 0xFF && (second < 0xD0 || second > 0xD7);
    }

    /** Decodes a file, which shows whether its data are complete; every {@code step}th pixel of a row and column. */
    private static BufferedImage decode(byte[] file, int step) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream data = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            boolean[] damaged = {false};
            reader.addIIOReadWarningListener((source, warning) -> damaged[0] |= !warning.contains("extraneous"));
            reader.setInput(data, true, true);
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, every);
            if (damaged[0]) {
                throw new IIOException("damaged");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }
}
