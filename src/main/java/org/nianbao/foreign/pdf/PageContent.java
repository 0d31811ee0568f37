package org.nianbao.foreign.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.nianbao.foreign.layout.DrawnPage;
import org.nianbao.foreign.layout.PageGlyph;
import org.nianbao.foreign.layout.PathRules;
import org.nianbao.foreign.layout.TaggedBlock;

/**
 * What a page shows: characters, horizontal and vertical rules, pictures, with their places in points from the upper left
 * corner of the page as it is read. The text of what a tagged PDF calls an artifact or a figure is left out. Not thread-safe.
 */
final class PageContent extends PDFGraphicsStreamEngine {
    /** In front of the name of an embedded font; a program may divide a font into several subsets (ISO 32000-1, 9.6.4). */
    private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");

    /** Of a line that is not straight, the rise for a step along it. */
    private static final double SLANT = 0.1;

    /** The replacement character. */
    private static final String UNKNOWN = "\uFFFD";

    private static final int MOST_GLYPHS = 200_000;

    /** Of a page: a few forms that show each other several times would be drawn without end. */
    private static final int MOST_FORMS = 10_000;

    private final AffineTransform upright;
    private final List<PageGlyph> glyphs = new ArrayList<>();
    private final PathRules rules = new PathRules();
    private final PdfPictures pictures = new PdfPictures();
    private final double width;
    private final double height;
    private Point2D current = new Point2D.Double();

    /** How deep the marked content is inside what is left out. */
    private int left;

    /** How deep the marked content is inside a figure, from 1; 0 outside. */
    private int inFigure;

    /** The text that replaces that of the glyphs in open marked content (ISO 32000-1, 14.9.4), and these glyphs. */
    private String actualText = "";

    private final List<PageGlyph> replaced = new ArrayList<>();

    /** How deep the marked content is inside that with the text, from 1; 0 outside. */
    private int inActualText;

    private int images;
    private int forms;

    private final Map<Integer, TaggedBlock> blocks;

    /** The blocks of the marked content that is open. */
    private final Deque<TaggedBlock> open = new ArrayDeque<>();

    private PageContent(PDPage page, Map<Integer, TaggedBlock> blocks) {
        super(page);
        this.blocks = blocks;
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

    static PageContent of(PDPage page, TaggedBlocks blocks) throws IOException {
        PageContent content = new PageContent(page, blocks.on(page));
        content.processPage(page);
        if (content.forms > MOST_FORMS) {
            throw new IOException("more than " + MOST_FORMS + " form XObjects on a page");
        }
        return content;
    }

    DrawnPage drawn() {
        return new DrawnPage(
                glyphs, blocks.isEmpty() ? rules.bullets() : List.of(), rules.lines(), pictures.list(), height);
    }

    /** Whether it has text. */
    boolean hasText() {
        return !glyphs.isEmpty();
    }

    /** Whether it shows a picture, however small. */
    boolean hasImages() {
        return images > 0;
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (++forms <= MOST_FORMS) {
            super.showForm(form);
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        String text = text(font, code);
        boolean seen = inActualText > 0 || !text.isBlank();
        if (left > 0 || !seen || isSlanted(matrix) || glyphs.size() + replaced.size() >= MOST_GLYPHS) {
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
                size,
                open.isEmpty() ? TaggedBlock.NONE : open.element());
        if (inActualText > 0) {
            replaced.add(glyph);
        } else {
            add(glyph);
        }
    }

    /** A glyph that is drawn, but stands for no known character, must not be missing in a figure. */
    private static String text(PDFont font, int code) {
        @Nullable String mapped = font.toUnicode(code);
        if (mapped != null
                && mapped.codePoints()
                        .noneMatch(c -> Character.getType(c) == Character.CONTROL && !Character.isWhitespace(c))) {
            return mapped;
        }
        try {
            boolean drawn = !(font instanceof PDVectorFont outlines)
                    || !outlines.getPath(code).getBounds2D().isEmpty();
            return drawn ? UNKNOWN : "";
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private void add(PageGlyph glyph) {
        boolean drawnTwice = glyphs.stream()
                .skip(Math.max(0, glyphs.size() - 60))
                .anyMatch(other -> other.text().equals(glyph.text())
                        && Math.abs(other.x() - glyph.x()) < glyph.size() / 8
                        && Math.abs(other.y() - glyph.y()) < glyph.size() / 8);
        if (!drawnTwice) {
            glyphs.add(glyph);
        }
    }

    /** Whether its line is neither horizontal nor vertical: a watermark. */
    private static boolean isSlanted(Matrix matrix) {
        double along = Math.abs(matrix.getScaleX());
        double across = Math.abs(matrix.getShearY());
        return Math.min(along, across) > SLANT * Math.max(along, across);
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
        String actual = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        if (inActualText > 0) {
            inActualText++;
        } else if (actual != null) {
            inActualText = 1;
            actualText = actual;
        }
        TaggedBlock outer = open.isEmpty() ? TaggedBlock.NONE : open.element();
        TaggedBlock block = properties == null ? outer : blocks.getOrDefault(properties.getInt(COSName.MCID), outer);
        open.push(block);
        if (inFigure > 0) {
            inFigure++;
        } else if ("Figure".equals(tag.getName()) && properties != null) {
            inFigure = 1;
            pictures.beginFigure(block.description());
        }
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        left -= left > 0 ? 1 : 0;
        open.poll();
        if (inFigure > 0 && --inFigure == 0) {
            pictures.endFigure();
        }
        if (inActualText > 0 && --inActualText == 0) {
            replaceText();
        }
        super.endMarkedContentSequence();
    }

    /** Divides the text among its glyphs. */
    private void replaceText() {
        int[] characters = actualText.codePoints().toArray();
        int count = replaced.size();
        for (int i = 0; i < count; i++) {
            int from = i * characters.length / count;
            int to = (i + 1) * characters.length / count;
            String text = new String(characters, from, to - from);
            if (!text.isBlank()) {
                PageGlyph glyph = replaced.get(i);
                add(new PageGlyph(text, glyph.font(), glyph.x(), glyph.end(), glyph.y(), glyph.size(), glyph.block()));
            }
        }
        replaced.clear();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        move(place(p0));
        List.of(p1, p2, p3, p0).forEach(corner -> line(place(corner)));
        current = p0;
    }

    @Override
    public void drawImage(PDImage image) {
        images++;
        Rectangle2D unit = new Rectangle2D.Double(0, 0, 1, 1);
        AffineTransform drawn =
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        drawn.preConcatenate(upright);
        if (left == 0 || inFigure > 0) {
            pictures.image(image, drawn.createTransformedShape(unit).getBounds2D());
        }
    }

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Double(x, y);
        move(place(current));
    }

    @Override
    public void lineTo(float x, float y) {
        current = new Point2D.Double(x, y);
        line(place(current));
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Double(x3, y3);
        if (inFigure > 0) {
            pictures.draw(place(current));
        } else {
            rules.curveTo(place(current));
        }
    }

    private void move(Point2D to) {
        if (inFigure > 0) {
            pictures.draw(to);
        } else {
            rules.moveTo(to);
        }
    }

    /** The lines of a figure are those of no table. */
    private void line(Point2D to) {
        if (inFigure > 0) {
            pictures.draw(to);
        } else {
            rules.lineTo(to);
        }
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        rules.close();
    }

    @Override
    public void endPath() {
        rules.end();
    }

    @Override
    public void strokePath() {
        rules.stroke();
        rules.end();
    }

    @Override
    public void fillPath(int windingRule) {
        rules.fill();
        rules.end();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        strokePath();
    }

    @Override
    public void shadingFill(COSName shading) {}

    private Point2D place(Point2D point) {
        return upright.transform(point, null);
    }

    private Point2D place(double x, double y) {
        return upright.transform(new Point2D.Double(x, y), null);
    }
}
