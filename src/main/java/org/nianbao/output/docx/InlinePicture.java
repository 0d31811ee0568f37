package org.nianbao.output.docx;

import java.util.Map;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Picture;

/**
 * A picture in a line of text.
 *
 * @param picture its file
 * @param width in English Metric Units (1/914400 inch)
 * @param height in English Metric Units
 */
record InlinePicture(Picture picture, long width, long height) {
    /** The extension of Office 2016 for an SVG in addition to its bitmap. */
    private static final String SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

    /** The extension that marks a picture as decorative, so that screen readers skip it. */
    private static final String DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

    private static final long EMU_PER_PIXEL = 9525;
    private static final double EMU_PER_TWIP = 635;

    /** The picture in its own size, or scaled down to fit into {@code width} × {@code height} twips. */
    static InlinePicture fitting(Picture picture, int width, int height) {
        long ownWidth = picture.width() * EMU_PER_PIXEL;
        long ownHeight = picture.height() * EMU_PER_PIXEL;
        double fit = Math.min(width * EMU_PER_TWIP / ownWidth, height * EMU_PER_TWIP / ownHeight);
        double scale = Math.min(1.0, fit);
        return new InlinePicture(
                picture, Math.max(1, (long) (ownWidth * scale)), Math.max(1, (long) (ownHeight * scale)));
    }

    /**
     * Returns the run.
     *
     * @param id unique in the document
     * @param alt alternative text; empty for a decorative picture
     */
    String run(int id, String alt, Relations relations) {
        XmlWriter decorative = new XmlWriter();
        if (alt.isEmpty()) {
            decorative.open("a:extLst").open("a:ext", "uri", DECORATIVE_EXTENSION);
            decorative.empty("adec:decorative", "val", "1").close().close();
        }
        return XmlTemplate.fill(
                "picture.xml",
                Map.of(
                        "id", id,
                        "alt", alt,
                        "width", width,
                        "height", height,
                        "decorative", decorative,
                        "blip", blip(relations)));
    }

    private XmlWriter blip(Relations relations) {
        XmlWriter blip = new XmlWriter();
        if (picture.kind() != Picture.PictureType.SVG) {
            return blip.empty("a:blip", "r:embed", relations.picture(picture));
        }
        String bitmap = relations.bitmapOf(picture, (int) (width / EMU_PER_PIXEL), (int) (height / EMU_PER_PIXEL));
        blip.open("a:blip", "r:embed", bitmap).open("a:extLst").open("a:ext", "uri", SVG_EXTENSION);
        blip.empty("asvg:svgBlip", "r:embed", relations.picture(picture));
        return blip.close().close().close();
    }
}
