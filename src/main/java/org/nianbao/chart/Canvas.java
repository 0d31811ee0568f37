package org.nianbao.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * An SVG while it is being drawn, in CSS pixels from the upper left corner. It holds shapes only: what is lettered on it
 * needs no font of whoever looks at it. For one thread.
 */
final class Canvas {
    private static final String RULE = "#595959";
    private static final double HAIRLINE = 0.75;
    private static final double HATCHING = 5;

    private final Lettering lettering;
    private final StringBuilder shapes = new StringBuilder();

    Canvas(Lettering lettering) {
        this.lettering = lettering;
    }

    /** Where words stand, seen from their point. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double part;

        Anchor(double part) {
            this.part = part;
        }
    }

    /** A rectangle filled with an ink. */
    void fill(SeriesColor ink, double x, double y, double width, double height) {
        if (width > 0 && height > 0) {
            rectangle(edge(x, y, width, height), ink.colour());
            if (ink.hatched()) {
                hatch(x, y, width, height);
                stroke(edge(x, y, width, height), RULE, HAIRLINE);
            }
        }
    }

    /** A rectangle without ink, for the room that figures could fill. */
    void room(double x, double y, double width, double height) {
        rectangle(edge(x, y, width, height), "#ebebeb");
    }

    /** A thin line, on which figures stand. */
    void line(double fromX, double fromY, double toX, double toY) {
        stroke("M" + at(fromX, fromY) + "L" + at(toX, toY), RULE, HAIRLINE);
    }

    /** Words on one line, on a base line. */
    void letter(String words, double x, double y, Anchor anchor) {
        double back = lettering.width(words) * anchor.part;
        outline(lettering.outline(words, x - back, y, false));
    }

    /** Words that run upwards from a point in the middle of their letters. */
    void letterUpwards(String words, double x, double y) {
        outline(lettering.outline(words, x + lettering.capHeight() / 2, y, true));
    }

    private void outline(String d) {
        if (!d.isEmpty()) {
            shapes.append("<path transform=\"scale(").append(number(1.0 / Lettering.STEPS));
            shapes.append(")\" d=\"").append(d).append("\"/>\n");
        }
    }

    /** The finished picture. */
    byte[] svg(int width, int height) {
        String open = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
                .formatted(width, height, width, height);
        return (open + shapes + "</svg>\n").getBytes(StandardCharsets.UTF_8);
    }

    private void rectangle(String edge, String colour) {
        shapes.append("<path fill=\"")
                .append(colour)
                .append("\" d=\"")
                .append(edge)
                .append("\"/>\n");
    }

    private static String edge(double x, double y, double width, double height) {
        return "M" + at(x, y) + "H" + number(x + width) + "V" + number(y + height) + "H" + number(x) + "Z";
    }

    /** Lines that rise to the right; drawn one by one, since not every writer of PDF knows patterns. */
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
        shapes.append("<path fill=\"none\" stroke=\"").append(colour);
        shapes.append("\" stroke-width=\"").append(number(width));
        shapes.append("\" d=\"").append(d).append("\"/>\n");
    }

    private static String at(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** With at most two decimals, so that no rounding of the machine is seen. */
    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
