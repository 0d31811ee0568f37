package org.nianbao.output.ofd;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Ids, fonts and pictures shared by the pages of one OFD file. Not thread-safe. */
final class Resources {
    private final Map<COSBase, OfdFont> fonts = new LinkedHashMap<>();
    private final Map<COSBase, Integer> known = new HashMap<>();
    private final Map<Integer, PictureFile> pictures = new LinkedHashMap<>();
    private int last;

    /**
     * The file of a picture.
     *
     * @param format {@code PNG} or {@code JPEG}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PictureFile(String format, byte[] bytes) {}

    /** Paints a picture when it is used for the first time. */
    interface Painter {
        BufferedImage paint() throws IOException;
    }

    /** An unused id. */
    int nextId() {
        return ++last;
    }

    /** The highest id in use. */
    int lastId() {
        return last;
    }

    /** The OFD font for a font of the PDF. */
    OfdFont font(PDFont font) throws IOException {
        OfdFont embedded = fonts.get(font.getCOSObject());
        if (embedded == null) {
            embedded = new OfdFont(nextId(), font);
            fonts.put(font.getCOSObject(), embedded);
        }
        return embedded;
    }

    /** The id of a picture, which is painted only once for each {@code source}. */
    int picture(COSBase source, Painter painter) throws IOException {
        Integer id = known.get(source);
        if (id == null) {
            id = nextId();
            known.put(source, id);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(painter.paint(), "png", png);
            pictures.put(id, new PictureFile("PNG", png.toByteArray()));
        }
        return id;
    }

    /** The id of a picture of the PDF. A JPEG file is copied. */
    int picture(PDImage image) throws IOException {
        if (!(image instanceof PDImageXObject stored) || !"jpg".equals(stored.getSuffix())) {
            return picture(image.getCOSObject(), image::getImage);
        }
        Integer id = known.get(image.getCOSObject());
        if (id == null) {
            id = nextId();
            known.put(image.getCOSObject(), id);
            try (InputStream in = stored.getStream().createInputStream(List.of(COSName.DCT_DECODE.getName()))) {
                pictures.put(id, new PictureFile("JPEG", in.readAllBytes()));
            }
        }
        return id;
    }

    /** All fonts in order of first use. */
    Collection<OfdFont> fonts() {
        return fonts.values();
    }

    /** All pictures by id. */
    Map<Integer, PictureFile> pictures() {
        return pictures;
    }
}
