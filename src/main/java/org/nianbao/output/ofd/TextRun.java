package org.nianbao.output.ofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Glyphs of one look that stand side by side on one line: what becomes one text object. For one thread. */
final class TextRun {
    // All that a glyph may cover, in ems around its place: a viewer cuts off what lies outside an object's box.
    private static final double ABOVE = 1.1;
    private static final double BELOW = 0.35;
    private static final double BESIDE = 0.1;
    /** Between two glyphs of a run, in ems; where it is wider, other words may stand in it. */
    private static final double WIDEST_GAP = 0.3;

    private static final double NEAR = 0.01;

    private final GlyphStyle look;
    private final List<PlacedGlyph> glyphs = new ArrayList<>();

    /**
     * How glyphs look.
     *
     * @param size from line to line, in millimetres
     * @param turn what is done to the upright glyph, without a shift
     * @param fill the colour inside, as {@code r g b}
     * @param stroke the colour of the outline
     * @param width of the outline, in millimetres
     * @param alpha 0 to 255, which is opaque
     * @param link where a click leads
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
     * @param text that it stands for
     * @param id in the font
     * @param place of its origin on the page, in millimetres from the left upper corner
     * @param advance to the next one, in ems
     */
    record PlacedGlyph(String text, int id, Point2D place, double advance) {}

    TextRun(GlyphStyle look, PlacedGlyph first) {
        this.look = look;
        glyphs.add(first);
    }

    /**
     * The runs as they are read. A PDF draws the words of a link, or bold ones, after those of the line around them.
     *
     * @param drawn in the order of drawing
     */
    static List<TextRun> inReadingOrder(List<TextRun> drawn) {
        List<TextRun> order = new ArrayList<>();
        for (TextRun run : drawn) {
            int at = order.size();
            while (at > 0 && run.standsBefore(order.get(at - 1))) {
                at--;
            }
            order.add(at, run);
        }
        return order;
    }

    private boolean standsBefore(TextRun other) {
        AffineTransform turn = look.turn();
        AffineTransform otherTurn = other.look.turn();
        if (turn.getScaleX() != otherTurn.getScaleX() || turn.getShearY() != otherTurn.getShearY()) {
            return false; // but slanted words stand among upright ones
        }
        Point2D start = upright(glyphs.get(0).place());
        Point2D otherStart = upright(other.glyphs.get(0).place());
        return Math.abs(start.getY() - otherStart.getY()) < NEAR && start.getX() < otherStart.getX();
    }

    GlyphStyle look() {
        return look;
    }

    /** Adds a glyph if it looks like the others and goes on where they end. */
    boolean goesOn(GlyphStyle other, PlacedGlyph glyph) {
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

    /** All that the glyphs may cover on the page. */
    Rectangle2D box() {
        double em = look.size();
        Rectangle2D box = null;
        for (PlacedGlyph glyph : glyphs) {
            Rectangle2D cell = new Rectangle2D.Double(
                    -BESIDE * em, -ABOVE * em, (glyph.advance() + 2 * BESIDE) * em, (ABOVE + BELOW) * em);
            AffineTransform onPage = AffineTransform.getTranslateInstance(
                    glyph.place().getX(), glyph.place().getY());
            onPage.concatenate(look.turn());
            Rectangle2D covered = onPage.createTransformedShape(cell).getBounds2D();
            box = box == null ? covered : box.createUnion(covered);
        }
        return box == null ? new Rectangle2D.Double() : box;
    }

    /** Writes what stands between an object's colours and its end: which glyphs, and where. */
    void write(Markup xml, Rectangle2D box) {
        StringBuilder text = new StringBuilder();
        for (PlacedGlyph glyph : glyphs) {
            if (!look.font().gives(glyph.id(), glyph.text()) || glyph.text().length() > 1) {
                xml.open(
                                "CGTransform",
                                "CodePosition",
                                text.length(),
                                "CodeCount",
                                glyph.text().length(),
                                "GlyphCount",
                                1)
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

    /** From each glyph to the next; the same step several times over is written {@code g 4 5.556}. */
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
            boolean repeated = same > 0 && steps.get(steps.size() - 1).equals(written);
            if (repeated) {
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

    /** Writes the last step as often as it is to be taken. */
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
