package org.nianbao.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.List;
import org.nianbao.font.FontFile;

/**
 * Converts text to outlines of the documents' fonts.
 *
 * @param files searched for a character in order
 * @param size font size in CSS pixels
 */
record TextOutlines(List<FontFile> files, double size) {
    /** Units of an outline per CSS pixel. */
    static final int STEPS = 100;

    private static final String COMMANDS = "mlqcz";
    private static final int[] POINTS = {1, 1, 2, 3, 0};

    TextOutlines {
        files = List.copyOf(files);
    }

    /** The width of a text in CSS pixels. */
    double width(String words) {
        return words.codePoints()
                .mapToDouble(character -> glyph(character).advance() * size)
                .sum();
    }

    /** The approximate height of a digit in CSS pixels. */
    double capHeight() {
        return size * 0.72;
    }

    /**
     * The outline of a text as SVG path data in units of {@link #STEPS}, with relative coordinates, which take half the space.
     *
     * @param x of the start
     * @param y of the baseline, from the top
     * @param upwards whether the text runs upwards, with its baseline to the right
     */
    String outline(String words, double x, double y, boolean upwards) {
        StringBuilder path = new StringBuilder();
        AffineTransform pen = AffineTransform.getScaleInstance(STEPS, STEPS);
        pen.translate(x, y);
        if (upwards) {
            pen.quadrantRotate(-1);
        }
        pen.scale(size, -size);
        long[] at = {0, 0};
        words.codePoints().forEach(character -> {
            FontFile.Glyph glyph = glyph(character);
            trace(glyph.outline().getPathIterator(pen), at, path);
            pen.translate(glyph.advance(), 0);
        });
        return path.toString();
    }

    private FontFile.Glyph glyph(int character) {
        return files.stream()
                .filter(file -> file.has(character))
                .findFirst()
                .orElse(files.get(0))
                .glyph(character);
    }

    /** Appends an outline, starting at the point {@code at}, which becomes the end point. */
    private static void trace(PathIterator outline, long[] at, StringBuilder path) {
        double[] points = new double[6];
        long[] start = at.clone();
        for (; !outline.isDone(); outline.next()) {
            int segment = outline.currentSegment(points);
            path.append(COMMANDS.charAt(segment));
            long[] from = at.clone();
            for (int i = 0; i < 2 * POINTS[segment]; i++) {
                at[i % 2] = Math.round(points[i]);
                long step = at[i % 2] - from[i % 2];
                path.append(i > 0 && step >= 0 ? " " : "").append(step);
            }
            if (segment == PathIterator.SEG_MOVETO) {
                start = at.clone();
            } else if (segment == PathIterator.SEG_CLOSE) {
                System.arraycopy(start, 0, at, 0, 2);
            }
        }
    }
}
