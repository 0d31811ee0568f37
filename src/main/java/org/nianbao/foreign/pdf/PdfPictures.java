package org.nianbao.foreign.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.layout.DrawnPicture;

/** The larger pictures of a page: images, and drawings that a tagged PDF calls figures. Not thread-safe. */
final class PdfPictures {
    /** In points; a smaller picture is an ornament. */
    private static final double SMALL = 60;

    private static final byte[] NONE = {};

    private final List<DrawnPicture> pictures = new ArrayList<>();

    /** What is drawn in the open figure. */
    private @Nullable Rectangle2D figure;

    private boolean hasImage;
    private String description = "";
    private int left = Limits.PICTURES;

    List<DrawnPicture> list() {
        return pictures;
    }

    void beginFigure(String described) {
        description = described;
        figure = null;
        hasImage = false;
    }

    /** A point of a path in the open figure. */
    void draw(Point2D point) {
        if (figure == null) {
            figure = new Rectangle2D.Double(point.getX(), point.getY(), 0, 0);
        }
        figure.add(point);
    }

    /** A figure without an image is a drawing. */
    void endFigure() {
        if (figure != null && !hasImage && isLarge(figure)) {
            add(figure, NONE);
        }
        description = "";
        figure = null;
    }

    /** @param area on the page */
    void image(PDImage image, Rectangle2D area) {
        hasImage = true;
        if (isLarge(area)) {
            byte[] file = file(image);
            left -= file.length;
            add(area, file);
        }
    }

    private void add(Rectangle2D area, byte[] file) {
        pictures.add(
                new DrawnPicture(area.getMinX(), area.getMaxX(), area.getMinY(), area.getMaxY(), description, file));
    }

    private static boolean isLarge(Rectangle2D area) {
        return area.getWidth() > SMALL && area.getHeight() > SMALL;
    }

    /** The file of a JPEG as it is, any other image as PNG; nothing if it is too large, or cannot be drawn. */
    private byte[] file(PDImage image) {
        if ((long) image.getWidth() * image.getHeight() > Limits.PIXELS) {
            return NONE;
        }
        try {
            byte[] file = isPlainJpeg(image) ? jpeg((PDImageXObject) image) : png(image.getImage());
            return file.length > Math.min(left, Limits.PICTURE) ? NONE : file;
        } catch (IOException | RuntimeException e) { // of a library: the image is damaged
            return NONE;
        }
    }

    private static boolean isPlainJpeg(PDImage image) throws IOException {
        return image instanceof PDImageXObject object
                && COSName.DCT_DECODE.equals(object.getCOSObject().getFilters())
                && object.getSoftMask() == null
                && object.getMask() == null
                && (object.getColorSpace() instanceof PDDeviceRGB || object.getColorSpace() instanceof PDDeviceGray);
    }

    private static byte[] jpeg(PDImageXObject object) throws IOException {
        try (var stream = object.getCOSObject().createRawInputStream()) {
            return stream.readNBytes(Limits.PICTURE + 1);
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
