package org.nianbao.foreign.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows: characters, horizontal and vertical rules, pictures, with their places in points from the upper left
 * corner of the page as it is read. What a tagged PDF calls an artifact or a figure is left out. Not thread-safe.
 */
final class PageContent extends PDFGraphicsStreamEngine {
    /** In front of the name of an embedded font; a program may divide a font into several subsets (ISO 32000-1, 9.6.4). */
    private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");

    /** In points; a filled rectangle that is as thin is a rule. */
    private static final double THIN = 3;

    /** In points; how far a rule may be out of the horizontal or vertical. */
    private static final double STRAIGHT = 0.7;

    /** In points; a smaller picture is an ornament. */
    private static final double SMALL = 60;

    private static final int MOST_GLYPHS = 200_000;

    private final AffineTransform upright;
    private final List<PageGlyph> glyphs = new ArrayList<>();
    private final List<RuledLine> rules = new ArrayList<>();
    private final List<Double> pictures = new ArrayList<>();
    private final List<Point2D[]> path = new ArrayList<>();
    private final double width;
    private final double height;
    private Point2D start = new Point2D.Double();
    private Point2D current = new Point2D.Double();

    /** How deep the marked content is inside what is left out. */
    private int left;

    private int images;

    /** Characters drawn as one glyph: {@code y} is that of the baseline, {@code size} the height of the font. */
    record PageGlyph(String text, String font, double x, double end, double y, double size) {
        double middle() {
            return (x + end) / 2;
        }
    }

    /** A rule: {@code at} is its y if it is horizontal, its x if not; {@code from} and {@code to} are along it. */
    record RuledLine(boolean horizontal, double at, double from, double to) {}

    private PageContent(PDPage page) {
        super(page);
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        width = turned ? box.getHeight() : box.getWidth();
        height = turned ? box.getWidth() : box.getHeight();
        upright = new AffineTransform(1, 0, 0, -1, 0, height);
        switch (page.getRotation()) {
            case 90 -> upright.concatenate(new AffineTransform(0, -1, 1, 0, 0, height));
            case 180 -> upright.concatenate(new AffineTransform(-1, 0, 0, -1, width, height));
            case 270 -> upright.concatenate(new AffineTransform(0, 1, -1, 0, width, 0));
            default -> {}
        }
        upright.translate(-box.getLowerLeftX(), -box.getLowerLeftY());
    }

    static PageContent of(PDPage page) throws IOException {
        PageContent content = new PageContent(page);
        content.processPage(page);
        return content;
    }

    List<PageGlyph> glyphs() {
        return glyphs;
    }

    List<RuledLine> rules() {
        return rules;
    }

    /** The places of larger pictures from the top. */
    List<Double> pictures() {
        return pictures;
    }

    double height() {
        return height;
    }

    /** Whether it shows a picture, however small. */
    boolean hasImages() {
        return images > 0;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        @Nullable String text = font.toUnicode(code);
        if (left > 0 || text == null || text.isBlank() || glyphs.size() >= MOST_GLYPHS) {
            return;
        }
        Point2D origin = place(matrix.getTranslateX(), matrix.getTranslateY());
        float advance = font instanceof PDType3Font ? displacement.getX() : Math.max(displacement.getX(), 0.01f);
        Point2D end = place(
                matrix.getTranslateX() + advance * matrix.getScaleX(),
                matrix.getTranslateY() + advance * matrix.getShearY());
        double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        PageGlyph glyph = new PageGlyph(
                text,
                SUBSET.matcher(String.valueOf(font.getName())).replaceFirst(""),
                Math.min(origin.getX(), end.getX()),
                Math.max(origin.getX(), end.getX()),
                origin.getY(),
                size);
        boolean drawnTwice = glyphs.stream()
                .skip(Math.max(0, glyphs.size() - 60))
                .anyMatch(other -> other.text().equals(text)
                        && Math.abs(other.x() - glyph.x()) < size / 8
                        && Math.abs(other.y() - glyph.y()) < size / 8);
        if (!drawnTwice) {
            glyphs.add(glyph);
        }
    }

    /** The procedures of glyphs are not run: what they draw are no rules. */
    @Override
    protected void showType3Glyph(Matrix matrix, PDType3Font font, int code, Vector displacement) {
        showGlyph(matrix, font, code, displacement);
    }

    /** Only text is left out: the rules of a tagged PDF's tables are artifacts, too. */
    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        boolean out = COSName.ARTIFACT.equals(tag) || "Figure".equals(tag.getName());
        left += left > 0 || (out && properties != null) ? 1 : 0;
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        left -= left > 0 ? 1 : 0;
        super.endMarkedContentSequence();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        start = p0;
        line(p0, p1);
        line(p1, p2);
        line(p2, p3);
        line(p3, p0);
        current = p0;
    }

    @Override
    public void drawImage(PDImage image) {
        images++;
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        if (left == 0 && matrix.getScalingFactorX() > SMALL && matrix.getScalingFactorY() > SMALL) {
            pictures.add(place(matrix.getTranslateX(), matrix.getTranslateY()).getY());
        }
    }

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {
        start = new Point2D.Double(x, y);
        current = start;
    }

    @Override
    public void lineTo(float x, float y) {
        Point2D to = new Point2D.Double(x, y);
        line(current, to);
        current = to;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Double(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        line(current, start);
        current = start;
    }

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void strokePath() {
        path.forEach(line -> rule(line[0], line[1]));
        path.clear();
    }

    /** A thin filled area is a rule along its middle. */
    @Override
    public void fillPath(int windingRule) {
        double x0 = Double.MAX_VALUE;
        double y0 = Double.MAX_VALUE;
        double x1 = -Double.MAX_VALUE;
        double y1 = -Double.MAX_VALUE;
        for (Point2D[] line : path) {
            for (Point2D point : line) {
                Point2D at = place(point.getX(), point.getY());
                x0 = Math.min(x0, at.getX());
                y0 = Math.min(y0, at.getY());
                x1 = Math.max(x1, at.getX());
                y1 = Math.max(y1, at.getY());
            }
        }
        if (!path.isEmpty() && path.size() <= 8) {
            if (y1 - y0 <= THIN && x1 - x0 > y1 - y0) {
                rules.add(new RuledLine(true, (y0 + y1) / 2, x0, x1));
            } else if (x1 - x0 <= THIN && y1 - y0 > x1 - x0) {
                rules.add(new RuledLine(false, (x0 + x1) / 2, y0, y1));
            }
        }
        path.clear();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        strokePath();
    }

    @Override
    public void shadingFill(COSName shading) {}

    private void line(Point2D from, Point2D to) {
        if (path.size() < MOST_GLYPHS) {
            path.add(new Point2D[] {from, to});
        }
    }

    private void rule(Point2D from, Point2D to) {
        Point2D a = place(from.getX(), from.getY());
        Point2D b = place(to.getX(), to.getY());
        double across = Math.abs(a.getX() - b.getX());
        double down = Math.abs(a.getY() - b.getY());
        if (down < STRAIGHT && across > STRAIGHT) {
            rules.add(new RuledLine(
                    true, (a.getY() + b.getY()) / 2, Math.min(a.getX(), b.getX()), Math.max(a.getX(), b.getX())));
        } else if (across < STRAIGHT && down > STRAIGHT) {
            rules.add(new RuledLine(
                    false, (a.getX() + b.getX()) / 2, Math.min(a.getY(), b.getY()), Math.max(a.getY(), b.getY())));
        }
    }

    private Point2D place(double x, double y) {
        return upright.transform(new Point2D.Double(x, y), null);
    }
}
