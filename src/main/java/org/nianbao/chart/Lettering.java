package org.nianbao.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.List;
import org.nianbao.font.FontFile;

/**
 * Turns words into outlines of the documents' own fonts.
 *
 * @param files in which a character is looked for, in order
 * @param size of the letters in CSS pixels
 */
record Lettering(List<FontFile> files, double size) {
    /** So many steps of an outline make one CSS pixel. */
    static final int STEPS = 100;

    private static final String COMMANDS = "mlqcz";
    private static final int[] POINTS = {1, 1, 2, 3, 0};

    Lettering {
        files = List.copyOf(files);
    }

    /** How far words run, in CSS pixels. */
    double width(String words) {
        return words.codePoints()
                .mapToDouble(character -> glyph(character).advance() * size)
                .sum();
    }

    /** From the base line to the top of a digit, nearly. */
    double capHeight() {
        return size * 0.72;
    }

    /**
     * The outline of words as SVG's path data, in {@link #STEPS}, each from where the one before it ended: that takes
     * half the room.
     *
     * @param x where they begin
     * @param y of their base line, from the top
     * @param upwards whether they run from below to above, with their base line to the right
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

    /** Draws from {@code at}, and leaves there where it ends. */
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
