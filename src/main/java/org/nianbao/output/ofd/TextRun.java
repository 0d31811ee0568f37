package org.nianbao.output.ofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.output.XmlWriter;

/** Consecutive glyphs of one style on one line, which become one text object. Not thread-safe. */
final class TextRun {
    // Bounds of a glyph in ems around its origin. Generous, because viewers clip objects to their box.
    private static final double ABOVE = 1.1;
    private static final double BELOW = 0.35;
    private static final double BESIDE = 0.1;
    /** The widest gap between glyphs of one run, in ems; a wider one may contain other text. */
    private static final double WIDEST_GAP = 0.3;

    private static final double NEAR = 0.01;

    private final GlyphStyle look;
    private final List<PlacedGlyph> glyphs = new ArrayList<>();

    /**
     * The style of glyphs.
     *
     * @param size font size in millimetres
     * @param turn rotation, slant and stretch, without translation
     * @param fill fill colour as {@code r g b}
     * @param stroke outline colour
     * @param width of the outline in millimetres
     * @param alpha opacity from 0 to 255
     * @param link address that a click opens
     */
    record GlyphStyle(
            OfdFont font,
            double size,
            AffineTransform turn,
            Optional<String> fill,
            Optional<String> stroke,
            double width,
            int alpha,
            Optional<String> link) {}

    /**
     * One glyph.
     *
     * @param text its characters
     * @param id in the font
     * @param place of its origin, in millimetres from the upper left corner of the page
     * @param advance to the next glyph, in ems
     */
    record PlacedGlyph(String text, int id, Point2D place, double advance) {}

    TextRun(GlyphStyle look, PlacedGlyph first) {
        this.look = look;
        glyphs.add(first);
    }

    /**
     * Sorts runs into reading order. The PDF draws links and bold text after the rest of their line.
     *
     * @param drawn in drawing order
     */
    static List<TextRun> inReadingOrder(List<TextRun> drawn) {
        List<TextRun> order = new ArrayList<>();
        for (TextRun run : drawn) {
            int at = order.size();
            while (at > 0 && run.precedes(order.get(at - 1))) {
                at--;
            }
            order.add(at, run);
        }
        return order;
    }

    private boolean precedes(TextRun other) {
        AffineTransform turn = look.turn();
        AffineTransform otherTurn = other.look.turn();
        if (turn.getScaleX() != otherTurn.getScaleX() || turn.getShearY() != otherTurn.getShearY()) {
            return false; // slanted text may share a line with upright text
        }
        Point2D start = upright(glyphs.get(0).place());
        Point2D otherStart = upright(other.glyphs.get(0).place());
        return Math.abs(start.getY() - otherStart.getY()) < NEAR && start.getX() < otherStart.getX();
    }

    GlyphStyle look() {
        return look;
    }

    /** Appends a glyph if it has the same style and continues the line; returns whether it does. */
    boolean append(GlyphStyle other, PlacedGlyph glyph) {
        if (!look.equals(other)) {
            return false;
        }
        PlacedGlyph last = glyphs.get(glyphs.size() - 1);
        Point2D from = upright(last.place());
        Point2D to = upright(glyph.place());
        double gap = to.getX() - from.getX() - last.advance() * look.size();
        boolean beside =
                Math.abs(to.getY() - from.getY()) < NEAR && gap < WIDEST_GAP * look.size() && gap > -look.size() / 2;
        if (beside) {
            glyphs.add(glyph);
        }
        return beside;
    }

    /** The area that the glyphs may cover on the page. */
    Rectangle2D box() {
        return glyphs.stream().map(this::box).reduce(Rectangle2D::createUnion).orElseThrow();
    }

    private Rectangle2D box(PlacedGlyph glyph) {
        double em = look.size();
        Rectangle2D upright = new Rectangle2D.Double(
                -BESIDE * em, -ABOVE * em, (glyph.advance() + 2 * BESIDE) * em, (ABOVE + BELOW) * em);
        AffineTransform onPage = AffineTransform.getTranslateInstance(
                glyph.place().getX(), glyph.place().getY());
        onPage.concatenate(look.turn());
        return onPage.createTransformedShape(upright).getBounds2D();
    }

    /** Writes the glyphs and their positions, the last children of a text object. */
    void write(XmlWriter xml, Rectangle2D box) {
        StringBuilder text = new StringBuilder();
        for (PlacedGlyph glyph : glyphs) {
            if (!look.font().maps(glyph.id(), glyph.text()) || glyph.text().length() > 1) {
                xml.open("CGTransform", "CodePosition", text.length())
                        .with("CodeCount", glyph.text().length(), "GlyphCount", 1)
                        .leaf("Glyphs", glyph.id())
                        .close();
            }
            text.append(glyph.text());
        }
        Point2D first = glyphs.get(0).place();
        Point2D start = upright(new Point2D.Double(first.getX() - box.getX(), first.getY() - box.getY()));
        xml.open("TextCode", "X", Numbers.lengths(start.getX()), "Y", Numbers.lengths(start.getY()));
        if (glyphs.size() > 1) {
            xml.with("DeltaX", steps());
        }
        xml.text(text).close();
    }

    /** The distances between glyphs; {@code g 4 5.556} means four equal ones. */
    private String steps() {
        List<String> steps = new ArrayList<>();
        double origin = upright(glyphs.get(0).place()).getX();
        double at = 0;
        double before = 0;
        int same = 0;
        for (int i = 1; i < glyphs.size(); i++) {
            double to = upright(glyphs.get(i).place()).getX() - origin;
            double step = Numbers.rounded(to - before);
            if (Math.abs(at + step - to) > NEAR) {
                step = Numbers.rounded(to - at);
            }
            at += step;
            before = to;
            String written = Numbers.lengths(step);
            if (same > 0 && steps.get(steps.size() - 1).equals(written)) {
                same++;
            } else {
                fold(steps, same);
                steps.add(written);
                same = 1;
            }
        }
        fold(steps, same);
        return String.join(" ", steps);
    }

    /** Replaces repetitions of the last step by their short form. */
    private static void fold(List<String> steps, int times) {
        if (times > 2) {
            steps.set(steps.size() - 1, "g " + times + " " + steps.get(steps.size() - 1));
        } else if (times == 2) {
            steps.add(steps.get(steps.size() - 1));
        }
    }

    private Point2D upright(Point2D onPage) {
        try {
            return look.turn().inverseTransform(onPage, null);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException(e);
        }
    }
}
