package org.nianbao.output.docx;

import org.nianbao.output.XmlWriter;
import org.nianbao.page.Picture;

/**
 * A picture that stands in a line of text (ECMA-376 Part 1, 20.4.2.8).
 *
 * @param picture what it shows
 * @param width in English Metric Units (1/914400 inch)
 * @param height in English Metric Units
 */
record InlinePicture(Picture picture, long width, long height) {
    static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    static final String MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    static final String DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative";
    static final String SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

    /** What Office 2016 and later look for beside a bitmap. */
    private static final String SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

    /** By which Word knows that a picture without words tells nothing. */
    private static final String DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

    private static final long EMU_PER_PIXEL = 9525;

    /** The picture in its own size, or smaller if it would not fit into so many twips; its proportions stay. */
    static InlinePicture fitting(Picture picture, int width, int height) {
        double scale = Math.min(
                1.0,
                Math.min(
                        (double) Measures.emu(width) / (picture.width() * EMU_PER_PIXEL),
                        (double) Measures.emu(height) / (picture.height() * EMU_PER_PIXEL)));
        return new InlinePicture(
                picture, Math.max(1, (long) (picture.width() * EMU_PER_PIXEL * scale)), Math.max(1, (long)
                        (picture.height() * EMU_PER_PIXEL * scale)));
    }

    /** Writes a run; {@code id} is another for each drawing of the document, {@code alt} tells what is seen, or nothing of what only decorates. */
    void write(XmlWriter out, int id, String alt, Relations relations) {
        String number = Integer.toString(id);
        out.open("w:r").open("w:drawing");
        out.open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0");
        out.empty("wp:extent", "cx", Long.toString(width), "cy", Long.toString(height));
        out.open("wp:docPr", "id", number, "name", "Picture " + number, "descr", alt);
        if (alt.isEmpty()) {
            out.open("a:extLst").open("a:ext", "uri", DECORATIVE_EXTENSION);
            out.empty("adec:decorative", "val", "1").close().close();
        }
        out.close();
        out.open("wp:cNvGraphicFramePr")
                .empty("a:graphicFrameLocks", "noChangeAspect", "1")
                .close();
        out.open("a:graphic").open("a:graphicData", "uri", PICTURE).open("pic:pic");
        out.open("pic:nvPicPr");
        out.empty("pic:cNvPr", "id", number, "name", "Picture " + number, "descr", alt);
        out.empty("pic:cNvPicPr").close();
        writeSource(out, relations);
        out.open("pic:spPr").open("a:xfrm");
        out.empty("a:off", "x", "0", "y", "0");
        out.empty("a:ext", "cx", Long.toString(width), "cy", Long.toString(height))
                .close();
        out.open("a:prstGeom", "prst", "rect").empty("a:avLst").close().close();
        out.close().close().close();
        out.close().close().close();
    }

    private void writeSource(XmlWriter out, Relations relations) {
        out.open("pic:blipFill");
        if (picture.kind() == Picture.PictureType.SVG) {
            String bitmap = relations.bitmapOf(picture, (int) (width / EMU_PER_PIXEL), (int) (height / EMU_PER_PIXEL));
            out.open("a:blip", "r:embed", bitmap).open("a:extLst").open("a:ext", "uri", SVG_EXTENSION);
            out.empty("asvg:svgBlip", "r:embed", relations.picture(picture));
            out.close().close().close();
        } else {
            out.empty("a:blip", "r:embed", relations.picture(picture));
        }
        out.open("a:stretch").empty("a:fillRect").close().close();
    }
}
