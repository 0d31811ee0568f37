package org.nianbao.foreign.layout;

import org.nianbao.foreign.DocumentPart.PicturePart;
import org.nianbao.foreign.Place;

/**
 * A picture on a page.
 *
 * @param left edge, in points from the left
 * @param right edge
 * @param top edge, in points from the top
 * @param bottom edge
 * @param description its alternative text, or nothing
 * @param file its bytes, as in {@link PicturePart}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DrawnPicture(double left, double right, double top, double bottom, String description, byte[] file) {
    /** Of a picture, the share of a page's glyphs that stand on it: it lies under the text. */
    private static final int UNDER_TEXT = 3;

    /** The picture as a part of a document; one with text on it, such as a scanned page or a seal, without its bytes. */
    PicturePart part(Place place, DrawnPage page) {
        long above = page.glyphs().stream().filter(this::holds).count();
        return new PicturePart(description, "", above > UNDER_TEXT ? new byte[0] : file, place);
    }

    private boolean holds(PageGlyph glyph) {
        double y = glyph.y() - glyph.size() / 3;
        return y > top && y < bottom && glyph.middle() > left && glyph.middle() < right;
    }
}
