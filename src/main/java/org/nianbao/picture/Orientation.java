package org.nianbao.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** How a camera was held: 1 upright, 2 to 8 turned or mirrored (Exif 2.32, 4.6.4, Orientation). */
final class Orientation {
    private static final String EXIF = "Exif\0\0";
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final float QUALITY = 0.92f;

    private Orientation() {}

    /** The orientation in the body of an APP1 segment; {@code otherwise} if it has none. */
    static int in(byte[] app1, int otherwise) {
        if (!new String(app1, StandardCharsets.ISO_8859_1).startsWith(EXIF)) {
            return otherwise;
        }
        try {
            ByteBuffer tiff = ByteBuffer.wrap(app1, EXIF.length(), app1.length - EXIF.length())
                    .slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int k = 0; k < entries; k++) {
                int entry = directory + 2 + ENTRY * k;
                if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                    int orientation = tiff.getShort(entry + 8);
                    return orientation >= 1 && orientation <= 8 ? orientation : otherwise;
                }
            }
        } catch (IndexOutOfBoundsException cutOff) {
            // the camera's notes are damaged, the picture need not be
        }
        return otherwise;
    }

    /** The picture as it is seen upright. */
    static BufferedImage turn(BufferedImage image, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        AffineTransform upright = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        boolean onItsSide = orientation >= 5;
        BufferedImage turned = new BufferedImage(onItsSide ? h : w, onItsSide ? w : h, image.getType());
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, upright, null);
        graphics.dispose();
        return turned;
    }

    /** Writes a picture as JPEG; the same pixels give the same bytes. */
    static byte[] encode(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
