package org.nianbao;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A glyph, fitted into a square and blurred, so that the same character of two fonts looks alike. */
final class GlyphRaster {
    private static final int CELLS = 10;
    private static final int PIXELS = 60;
    private static final int CELL = PIXELS / CELLS;

    private final float[] cells;

    private GlyphRaster(float[] cells) {
        this.cells = cells;
    }

    static GlyphRaster of(Shape outline) {
        Rectangle2D box = outline.getBounds2D();
        double smallest = Math.max(box.getWidth(), box.getHeight()) / 4;
        AffineTransform fit = AffineTransform.getTranslateInstance(PIXELS / 2.0, PIXELS / 2.0);
        fit.scale(
                PIXELS * 0.95 / Math.max(box.getWidth(), smallest),
                -PIXELS * 0.95 / Math.max(box.getHeight(), smallest));
        fit.translate(-box.getCenterX(), -box.getCenterY());
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fill(fit.createTransformedShape(outline));
        graphics.dispose();
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        float[] cells = new float[CELLS * CELLS];
        for (int y = 0; y < PIXELS; y++) {
            for (int x = 0; x < PIXELS; x++) {
                cells[y / CELL * CELLS + x / CELL] += pixels[y * PIXELS + x] & 0xFF;
            }
        }
        return new GlyphRaster(normalized(blurred(blurred(cells))));
    }

    private static float[] blurred(float[] cells) {
        float[] blurred = new float[cells.length];
        for (int y = 0; y < CELLS; y++) {
            for (int x = 0; x < CELLS; x++) {
                for (int dy = Math.max(0, y - 1); dy <= Math.min(CELLS - 1, y + 1); dy++) {
                    for (int dx = Math.max(0, x - 1); dx <= Math.min(CELLS - 1, x + 1); dx++) {
                        blurred[y * CELLS + x] += cells[dy * CELLS + dx] * (dy == y ? 4 : 1) * (dx == x ? 4 : 1);
                    }
                }
            }
        }
        return blurred;
    }

    private static float[] normalized(float[] cells) {
        float mean = 0;
        for (float cell : cells) {
            mean += cell / cells.length;
        }
        float length = 1e-9f;
        for (int k = 0; k < cells.length; k++) {
            cells[k] -= mean;
            length += cells[k] * cells[k];
        }
        for (int k = 0; k < cells.length; k++) {
            cells[k] /= (float) Math.sqrt(length);
        }
        return cells;
    }

    /** Whether the likeness to another glyph reaches a value. */
    boolean isLike(GlyphRaster other, float likeness) {
        float left = 2 * (1 - likeness);
        for (int k = 0; left >= 0 && k < cells.length; k++) {
            int cell = k * 37 % cells.length; // differences are found sooner all over the glyph than row by row
            float apart = cells[cell] - other.cells[cell];
            left -= apart * apart;
        }
        return left >= 0;
    }

    /** The correlation with another glyph, at most 1. */
    float likeness(GlyphRaster other) {
        float likeness = 0;
        for (int k = 0; k < cells.length; k++) {
            likeness += cells[k] * other.cells[k];
        }
        return likeness;
    }
}
