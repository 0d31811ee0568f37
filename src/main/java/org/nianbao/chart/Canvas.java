package org.nianbao.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Builds an SVG, in CSS pixels from the upper left corner. It contains only shapes, so text does not depend on the viewer's
 * fonts. Not thread-safe.
 */
final class Canvas {
    private static final String RULE = "#595959";
    private static final double HAIRLINE = 0.75;
    private static final double HATCHING = 5;

    private final TextOutlines outlines;
    private final StringBuilder shapes = new StringBuilder();

    Canvas(TextOutlines outlines) {
        this.outlines = outlines;
    }

    /** The position of a text relative to its point. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double part;

        Anchor(double part) {
            this.part = part;
        }
    }

    /** A rectangle in the colour of a series. */
    void fill(SeriesColor color, double x, double y, double width, double height) {
        if (width > 0 && height > 0) {
            rectangle(edge(x, y, width, height), color.colour());
            if (color.hatched()) {
                hatch(x, y, width, height);
                stroke(edge(x, y, width, height), RULE, HAIRLINE);
            }
        }
    }

    /** A pale rectangle, for the length of the whole behind a bar. */
    void track(double x, double y, double width, double height) {
        rectangle(edge(x, y, width, height), "#ebebeb");
    }

    /** A thin line, the axis. */
    void line(double fromX, double fromY, double toX, double toY) {
        stroke("M" + at(fromX, fromY) + "L" + at(toX, toY), RULE, HAIRLINE);
    }

    /** A line of text on a baseline. */
    void text(String words, double x, double y, Anchor anchor) {
        double back = outlines.width(words) * anchor.part;
        outline(outlines.outline(words, x - back, y, false));
    }

    /** A text that runs upwards; the point is at its start, in the middle of its height. */
    void textUpwards(String words, double x, double y) {
        outline(outlines.outline(words, x + outlines.capHeight() / 2, y, true));
    }

    private void outline(String d) {
        if (!d.isEmpty()) {
            shapes.append("<path transform=\"scale(%s)\" d=\"%s\"/>\n".formatted(number(1.0 / TextOutlines.STEPS), d));
        }
    }

    /** The finished SVG. */
    byte[] svg(int width, int height) {
        String open = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
                .formatted(width, height, width, height);
        return (open + shapes + "</svg>\n").getBytes(StandardCharsets.UTF_8);
    }

    private void rectangle(String edge, String colour) {
        shapes.append("<path fill=\"%s\" d=\"%s\"/>\n".formatted(colour, edge));
    }

    private static String edge(double x, double y, double width, double height) {
        return "M" + at(x, y) + "H" + number(x + width) + "V" + number(y + height) + "H" + number(x) + "Z";
    }

    /** Draws lines that rise to the right one by one, since not every PDF writer supports SVG patterns. */
    private void hatch(double x, double y, double width, double height) {
        StringBuilder lines = new StringBuilder();
        for (double c = HATCHING / 2; c < width + height; c += HATCHING) {
            double left = Math.max(0, c - height);
            double right = Math.min(width, c);
            lines.append('M').append(at(x + left, y + c - left));
            lines.append('L').append(at(x + right, y + c - right));
        }
        stroke(lines.toString(), "#ffffff", 1.25);
    }

    private void stroke(String d, String colour, double width) {
        shapes.append("<path fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" d=\"%s\"/>\n"
                .formatted(colour, number(width), d));
    }

    private static String at(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** Rounds to two decimals, which hides floating-point errors. */
    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
