package org.nianbao.output.ofd;

import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/**
 * Renders a form of the PDF, which is an SVG picture of the page, as a bitmap. This is for gradients, patterns, masks and
 * blend modes, which OFD viewers draw differently.
 */
final class Raster {
    private static final int DPI = 300;

    private final PDFormXObject form;
    private final Matrix matrix;
    private final Rectangle2D area;

    Raster(PDFormXObject form, Matrix matrix, Area clip) {
        this.form = form;
        this.matrix = matrix;
        this.area = form.getBBox()
                .transform(Matrix.concatenate(matrix, form.getMatrix()))
                .getBounds2D()
                .createIntersection(clip.getBounds2D());
    }

    /** Whether a form with these resources needs a bitmap. */
    static boolean needed(PDResources resources) throws IOException {
        if (resources == null) {
            return false;
        }
        if (resources.getShadingNames().iterator().hasNext()
                || resources.getPatternNames().iterator().hasNext()) {
            return true;
        }
        for (COSName name : resources.getExtGStateNames()) {
            PDExtendedGraphicsState state = resources.getExtGState(name);
            if (state.getSoftMask() != null || state.getBlendMode() != BlendMode.NORMAL) {
                return true;
            }
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDFormXObject inner && needed(inner.getResources())) {
                return true;
            }
        }
        return false;
    }

    /** The area covered on the PDF page, in points. */
    Rectangle2D area() {
        return area;
    }

    /** The bitmap, transparent where nothing is drawn. */
    BufferedImage paint() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(
                    (float) area.getX(), (float) area.getY(), (float) area.getWidth(), (float) area.getHeight()));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(matrix);
                content.drawForm(form);
            }
            return new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.ARGB);
        }
    }
}
