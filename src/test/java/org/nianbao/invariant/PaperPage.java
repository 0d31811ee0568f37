package org.nianbao.invariant;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * What a page of a PDF draws, in points from the top left corner.
 *
 * @param block the text block of GB/T 9704-2012, 156 by 225 mm; on a landscape page turned to the left
 * @param glyphs the boxes of characters from the baseline up; turned ones, of the draft mark, are left out
 * @param rules vertical lines
 */
record PaperPage(int number, Rectangle2D block, List<Glyph> glyphs, List<Rectangle2D> rules) {
    private static final double MM = 72 / 25.4;
    private static final Rectangle2D PORTRAIT = new Rectangle2D.Double(28 * MM, 37 * MM, 156 * MM, 225 * MM);
    private static final Rectangle2D LANDSCAPE = new Rectangle2D.Double(35 * MM, 28 * MM, 225 * MM, 156 * MM);

    /**
     * A character.
     *
     * @param box as wide as its advance and seven tenths of its size high
     * @param content the identifier of the marked content that it is in, or -1
     */
    record Glyph(String text, Rectangle2D box, int content) {
        boolean isInk() {
            return !text.isBlank();
        }

        @Override
        public String toString() {
            return text + String.format("@%.1f,%.1f+%.1f", box.getMinX(), box.getMaxY(), box.getWidth());
        }
    }

    static List<PaperPage> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<PaperPage> of(PDDocument document) {
        try {
            List<PaperPage> pages = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                Reader reader = new Reader(page);
                reader.processPage(page);
                boolean turned =
                        page.getMediaBox().getWidth() > page.getMediaBox().getHeight();
                pages.add(new PaperPage(pages.size() + 1, turned ? LANDSCAPE : PORTRAIT, reader.glyphs, reader.rules));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isLandscape() {
        return block.getWidth() > block.getHeight();
    }

    /** The lines of text from top to bottom, each from left to right. */
    List<List<Glyph>> lines() {
        return glyphs.stream()
                .filter(Glyph::isInk)
                .collect(Collectors.groupingBy(glyph -> Math.round(glyph.box().getMaxY())))
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(line -> line.getValue().stream()
                        .sorted(Comparator.comparing(glyph -> glyph.box().getMinX()))
                        .toList())
                .toList();
    }

    static String text(List<Glyph> line) {
        return line.stream().map(Glyph::text).collect(Collectors.joining());
    }

    /** Follows the content of a page. */
    private static final class Reader extends PDFGraphicsStreamEngine {
        private static final double THIN = 1.2;
        private static final double TALL = 5;

        private final List<Glyph> glyphs = new ArrayList<>();
        private final List<Rectangle2D> rules = new ArrayList<>();
        private final double height;
        private int content = -1;
        private Point2D.Float point = new Point2D.Float();
        private final List<Rectangle2D> path = new ArrayList<>();

        Reader(PDPage page) {
            super(page);
            height = page.getMediaBox().getHeight();
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            if (Math.abs(matrix.getShearX()) < 0.01 && Math.abs(matrix.getShearY()) < 0.01) {
                String text = font.toUnicode(code);
                double width = displacement.getX() * matrix.getScalingFactorX();
                double tall = 0.7 * matrix.getScalingFactorY();
                glyphs.add(new Glyph(
                        text == null ? "?" : text,
                        new Rectangle2D.Double(
                                matrix.getTranslateX(), height - matrix.getTranslateY() - tall, width, tall),
                        content));
            }
        }

        @Override
        public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
            content = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
        }

        @Override
        public void endMarkedContentSequence() {
            content = -1;
        }

        private void add(Point2D one, Point2D other) {
            Rectangle2D box = new Rectangle2D.Double(one.getX(), height - one.getY(), 0, 0);
            box.add(other.getX(), height - other.getY());
            path.add(box);
        }

        private void paint() {
            path.stream().reduce((box, more) -> box.createUnion(more)).ifPresent(box -> {
                if (box.getWidth() < THIN && box.getHeight() > TALL) {
                    rules.add(box);
                }
            });
            path.clear();
        }

        @Override
        public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
            add(a, c);
        }

        @Override
        public void moveTo(float x, float y) {
            point = new Point2D.Float(x, y);
        }

        @Override
        public void lineTo(float x, float y) {
            Point2D.Float next = new Point2D.Float(x, y);
            add(point, next);
            point = next;
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            lineTo(x3, y3);
        }

        @Override
        public Point2D getCurrentPoint() {
            return point;
        }

        @Override
        public void closePath() {}

        @Override
        public void endPath() {
            path.clear();
        }

        @Override
        public void strokePath() {
            paint();
        }

        @Override
        public void fillPath(int rule) {
            paint();
        }

        @Override
        public void fillAndStrokePath(int rule) {
            paint();
        }

        @Override
        public void clip(int rule) {}

        @Override
        public void shadingFill(COSName name) {}

        @Override
        public void drawImage(PDImage image) {}
    }
}
