package org.nianbao.output.ofd;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** What the pages of one OFD file share: numbers that are given once, fonts, pictures. For one thread. */
final class Resources {
    private final IdentityHashMap<COSBase, OfdFont> fonts = new IdentityHashMap<>();
    private final Map<Integer, OfdFont> fontsInOrder = new LinkedHashMap<>();
    private final IdentityHashMap<COSBase, Integer> known = new IdentityHashMap<>();
    private final Map<Integer, byte[]> pictures = new LinkedHashMap<>();
    private int last;

    /** Something that paints a picture, when it is met for the first time. */
    interface Painter {
        BufferedImage paint() throws IOException;
    }

    /** A number that nothing else in the file has. */
    int next() {
        return ++last;
    }

    /** The highest number that was given. */
    int last() {
        return last;
    }

    /** A font of the PDF as it will be in the OFD. */
    OfdFont font(PDFont font) throws IOException {
        OfdFont embedded = fonts.get(font.getCOSObject());
        if (embedded == null) {
            embedded = new OfdFont(next(), font);
            fonts.put(font.getCOSObject(), embedded);
            fontsInOrder.put(embedded.id(), embedded);
        }
        return embedded;
    }

    /** The number of a picture that the PDF keeps there. */
    int picture(COSBase source, Painter painter) throws IOException {
        Integer id = known.get(source);
        if (id == null) {
            id = next();
            known.put(source, id);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(painter.paint(), "png", png);
            pictures.put(id, png.toByteArray());
        }
        return id;
    }

    /** All fonts, in the order in which they were met. */
    Collection<OfdFont> fonts() {
        return fontsInOrder.values();
    }

    /** All pictures as PNG files, by number. */
    Map<Integer, byte[]> pictures() {
        return pictures;
    }
}
