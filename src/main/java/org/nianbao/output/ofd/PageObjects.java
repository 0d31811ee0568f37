package org.nianbao.output.ofd;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.nianbao.output.UndrawableContent;
import org.nianbao.output.XmlWriter;

/**
 * Interprets the content of a PDF page and writes each object to the OFD page: text as text, lines and areas as paths,
 * bitmaps as images. Paths are clipped before they are written. For single use; not thread-safe.
 */
final class PageObjects extends PDFGraphicsStreamEngine {
    private static final double MM = 25.4 / 72;
    private static final int OPAQUE = 255;

    private final Resources resources;
    private final XmlWriter xml;
    /** Maps points measured upwards in the PDF to millimetres from the upper left corner. */
    private final AffineTransform onPage;

    private final PageLinks links;
    private final Path2D path = new Path2D.Double();
    private final List<TextRun> runs = new ArrayList<>();
    private Optional<PathMerger> merger = Optional.empty();
    private Optional<Integer> clipRule = Optional.empty();

    PageObjects(PDPage page, Resources resources, XmlWriter xml) throws IOException {
        super(page);
        this.resources = resources;
        this.xml = xml;
        this.onPage = onPage(page);
        this.links = new PageLinks(page, onPage);
    }

    /** Maps the points of a PDF page to millimetres from its upper left corner. */
    static AffineTransform onPage(PDPage page) {
        PDRectangle box = page.getMediaBox();
        return new AffineTransform(MM, 0, 0, -MM, -MM * box.getLowerLeftX(), MM * box.getUpperRightY());
    }

    /** Writes all objects of the page. */
    void write() throws IOException {
        processPage(getPage());
        endObject();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (!mode.isFill() && !mode.isStroke()) {
            return;
        }
        AffineTransform glyph = new AffineTransform(onPage);
        glyph.concatenate(matrix.createAffineTransform());
        double size = Math.abs(glyph.getDeterminant()) / Math.hypot(glyph.getScaleX(), glyph.getShearY());
        AffineTransform turn = new AffineTransform(
                ratio(glyph.getScaleX(), size),
                ratio(glyph.getShearY(), size),
                ratio(-glyph.getShearX(), size),
                ratio(-glyph.getScaleY(), size),
                0,
                0);
        OfdFont embedded = resources.font(font);
        Point2D place = new Point2D.Double(glyph.getTranslateX(), glyph.getTranslateY());
        PDGraphicsState state = getGraphicsState();
        TextRun.GlyphStyle look = new TextRun.GlyphStyle(
                embedded,
                Numbers.rounded(size),
                turn,
                mode.isFill() ? Optional.of(colour(state.getNonStrokingColor())) : Optional.empty(),
                mode.isStroke() ? Optional.of(colour(state.getStrokingColor())) : Optional.empty(),
                Numbers.rounded(transformWidth(state.getLineWidth()) * MM),
                alpha(mode.isFill() ? state.getNonStrokeAlphaConstant() : state.getAlphaConstant()),
                links.at(new Point2D.Double(
                        place.getX() + displacement.getX() * glyph.getScaleX() / 2, place.getY() - size / 3)));
        String unicode = font.toUnicode(code);
        String text = unicode == null || unicode.isEmpty() ? "\uFFFD" : unicode;
        add(look, new TextRun.PlacedGlyph(text, embedded.glyph(code), place, displacement.getX()));
    }

    private static double ratio(double length, double size) {
        return Math.round(1e4 * length / size) / 1e4;
    }

    private void add(TextRun.GlyphStyle look, TextRun.PlacedGlyph glyph) {
        if (runs.isEmpty() || !runs.get(runs.size() - 1).append(look, glyph)) {
            writeMerged();
            runs.add(new TextRun(look, glyph));
        }
    }

    /** Writes the pending text and areas before an object of another kind. */
    private void endObject() {
        TextRun.inReadingOrder(runs).forEach(this::write);
        runs.clear();
        writeMerged();
    }

    private void writeMerged() {
        merger.ifPresent(all -> write(all.path(), all.colour(), OPAQUE));
        merger = Optional.empty();
    }

    private void write(TextRun text) {
        TextRun.GlyphStyle look = text.look();
        Rectangle2D box = text.box();
        open("TextObject", box);
        xml.with("Font", look.font().id(), "Size", Numbers.lengths(look.size()));
        if (!look.turn().isIdentity()) {
            xml.with("CTM", Numbers.matrix(look.turn()));
        }
        look.stroke().ifPresent(colour -> xml.with("Stroke", true, "LineWidth", Numbers.lengths(look.width())));
        if (look.fill().isEmpty()) {
            xml.with("Fill", false);
        }
        alpha(look.alpha());
        look.link().ifPresent(this::action);
        look.fill().ifPresent(colour -> xml.empty("FillColor", "Value", colour));
        look.stroke().ifPresent(colour -> xml.empty("StrokeColor", "Value", colour));
        text.write(xml, box);
        xml.close();
    }

    private void action(String target) {
        xml.open("Actions")
                .open("Action", "Event", "CLICK")
                .empty("URI", "URI", target)
                .close()
                .close();
    }

    private void fill(int rule) throws IOException {
        PDGraphicsState state = getGraphicsState();
        Path2D area = new Path2D.Double(path);
        area.setWindingRule(rule);
        fill(area, colour(state.getNonStrokingColor()), alpha(state.getNonStrokeAlphaConstant()));
    }

    /** Fills an area of the PDF page, clipped. */
    private void fill(Path2D area, String colour, int alpha) {
        Path2D visible = (Path2D) onPage.createTransformedShape(clipped(area));
        Optional<Path2D> convex = alpha == OPAQUE ? PathMerger.convex(visible) : Optional.empty();
        if (convex.isEmpty()) {
            endObject();
            write(visible, colour, alpha);
            return;
        }
        if (merger.filter(open -> open.colour().equals(colour)).isEmpty()) {
            endObject();
            merger = Optional.of(new PathMerger(colour));
        }
        merger.ifPresent(open -> open.add(convex.get()));
    }

    private Path2D clipped(Path2D area) {
        Area clip = getGraphicsState().getCurrentClippingPath();
        if (clip.contains(area.getBounds2D())) {
            return area;
        }
        Area visible = new Area(area);
        visible.intersect(clip);
        return new Path2D.Double(visible);
    }

    private void write(Path2D filled, String colour, int alpha) {
        Rectangle2D box = filled.getBounds2D();
        if (box.isEmpty()) {
            return;
        }
        open("PathObject", box);
        xml.with("Stroke", false, "Fill", true);
        if (filled.getWindingRule() == Path2D.WIND_EVEN_ODD) {
            xml.with("Rule", "Even-Odd");
        }
        alpha(alpha);
        xml.empty("FillColor", "Value", colour);
        writePath(filled, box);
    }

    private void stroke() throws IOException {
        PDGraphicsState state = getGraphicsState();
        float width = transformWidth(state.getLineWidth());
        BasicStroke pen = new BasicStroke(
                Math.max(width, 0.01f),
                state.getLineCap(),
                state.getLineJoin(),
                Math.max(1, state.getMiterLimit()),
                dashes(state),
                state.getLineDashPattern().getPhase());
        Path2D covered = new Path2D.Double(pen.createStrokedShape(path));
        String colour = colour(state.getStrokingColor());
        if (!state.getCurrentClippingPath().contains(covered.getBounds2D())) {
            fill(covered, colour, alpha(state.getAlphaConstant()));
            return;
        }
        endObject();
        Rectangle2D box = onPage.createTransformedShape(covered).getBounds2D();
        open("PathObject", box);
        xml.with("LineWidth", Numbers.lengths(pen.getLineWidth() * MM));
        xml.with("Cap", List.of("Butt", "Round", "Square").get(pen.getEndCap()));
        xml.with("Join", List.of("Miter", "Round", "Bevel").get(pen.getLineJoin()));
        xml.with("MiterLimit", Numbers.lengths(pen.getMiterLimit()));
        float[] dashes = pen.getDashArray();
        if (dashes != null) {
            double[] lengths = new double[dashes.length];
            Arrays.setAll(lengths, i -> dashes[i] * MM);
            xml.with("DashPattern", Numbers.lengths(lengths), "DashOffset", Numbers.lengths(pen.getDashPhase() * MM));
        }
        alpha(alpha(state.getAlphaConstant()));
        xml.empty("StrokeColor", "Value", colour);
        writePath(onPage.createTransformedShape(path), box);
    }

    private float @Nullable [] dashes(PDGraphicsState state) {
        float[] dashes = state.getLineDashPattern().getDashArray().clone();
        boolean dashed = false;
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = transformWidth(dashes[i]);
            dashed |= dashes[i] > 0;
        }
        return dashed ? dashes : null;
    }

    /** Writes the outline of a path object and closes it. */
    private void writePath(Shape shape, Rectangle2D box) {
        xml.leaf("AbbreviatedData", Numbers.path(shape, AffineTransform.getTranslateInstance(-box.getX(), -box.getY())))
                .close();
    }

    private void open(String object, Rectangle2D box) {
        xml.open(object, "ID", resources.nextId(), "Boundary", Numbers.box(box));
    }

    private void alpha(int alpha) {
        if (alpha < OPAQUE) {
            xml.with("Alpha", alpha);
        }
    }

    private static int alpha(double opacity) {
        return (int) Math.round(OPAQUE * opacity);
    }

    /** A colour in OFD's default colour space, RGB, for example {@code 255 0 0}. */
    private static String colour(PDColor colour) throws IOException {
        if (colour.isPattern()) {
            throw new UndrawableContent("pattern");
        }
        int rgb = colour.toRGB();
        return ((rgb >> 16) & 0xFF) + " " + ((rgb >> 8) & 0xFF) + " " + (rgb & 0xFF);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        AffineTransform square = new AffineTransform(onPage);
        square.concatenate(getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
        // PDF images start at their lower left corner, OFD images at the upper left
        square.concatenate(new AffineTransform(1, 0, 0, -1, 0, 1));
        writePicture(resources.picture(image), square);
    }

    private void writePicture(int id, AffineTransform square) {
        endObject();
        Rectangle2D box = square.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        AffineTransform inBox = AffineTransform.getTranslateInstance(-box.getX(), -box.getY());
        inBox.concatenate(square);
        open("ImageObject", box);
        xml.with("CTM", Numbers.matrix(inBox), "ResourceID", id);
        alpha(alpha(getGraphicsState().getNonStrokeAlphaConstant()));
        links.at(new Point2D.Double(box.getCenterX(), box.getCenterY())).ifPresent(this::action);
        xml.close();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (Raster.needed(form.getResources())) {
            rasterize(form);
        } else {
            super.showForm(form);
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        if (Raster.needed(form.getResources())) {
            rasterize(form);
        } else {
            super.showTransparencyGroup(form);
        }
    }

    private void rasterize(PDFormXObject form) throws IOException {
        PDGraphicsState state = getGraphicsState();
        Raster raster = new Raster(form, state.getCurrentTransformationMatrix(), state.getCurrentClippingPath());
        AffineTransform square = new AffineTransform(onPage);
        Rectangle2D area = raster.area();
        square.concatenate(new AffineTransform(area.getWidth(), 0, 0, -area.getHeight(), area.getX(), area.getMaxY()));
        writePicture(resources.picture(form.getCOSObject(), raster::paint), square);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        lineTo((float) p1.getX(), (float) p1.getY());
        lineTo((float) p2.getX(), (float) p2.getY());
        lineTo((float) p3.getX(), (float) p3.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void clip(int windingRule) {
        clipRule = Optional.of(windingRule);
    }

    @Override
    public void endPath() {
        clipRule.ifPresent(rule -> {
            path.setWindingRule(rule);
            getGraphicsState().intersectClippingPath(new Area(path));
        });
        clipRule = Optional.empty();
        path.reset();
    }

    @Override
    public void strokePath() throws IOException {
        stroke();
        endPath();
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        fill(windingRule);
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        fill(windingRule);
        stroke();
        endPath();
    }

    @Override
    public void shadingFill(COSName name) {
        throw new UndrawableContent("shading");
    }
}
