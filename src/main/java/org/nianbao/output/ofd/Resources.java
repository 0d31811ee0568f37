package org.nianbao.output.ofd;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Ids, fonts and pictures shared by the pages of one OFD file. Not thread-safe. */
final class Resources {
    private final Map<COSBase, OfdFont> fonts = new LinkedHashMap<>();
    private final Map<COSBase, Integer> known = new HashMap<>();
    private final Map<Integer, byte[]> pictures = new LinkedHashMap<>();
    private int last;

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
            pictures.put(id, png.toByteArray());
        }
        return id;
    }

    /** All fonts in order of first use. */
    Collection<OfdFont> fonts() {
        return fonts.values();
    }

    /** All pictures as PNG files, by id. */
    Map<Integer, byte[]> pictures() {
        return pictures;
    }
}
