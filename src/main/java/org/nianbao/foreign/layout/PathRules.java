package org.nianbao.foreign.layout;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules among the paths of a page: straight lines that are stroked, and areas that are filled and thin. Places are in
 * points. Not thread-safe.
 */
public final class PathRules {
    /** In points; a filled area that is as thin is a rule. */
    private static final double THIN = 3;

    /** In points; how far a rule may be out of the horizontal or vertical. */
    private static final double STRAIGHT = 0.7;

    private static final int MOST_POINTS = 200_000;

    /** In points: of a bullet, its smallest and largest width. */
    private static final double[] BULLET = {2, 12};

    /** Of the size of the text beside it, the size of a bullet, and how far its middle is above the baseline. */
    private static final double BULLET_SIZE = 0.47;

    private static final double BULLET_RISE = 0.3;

    private final List<RuledLine> lines = new ArrayList<>();
    private final List<PageGlyph> bullets = new ArrayList<>();
    private final List<List<Point2D>> subpaths = new ArrayList<>();
    private int points;

    /** The rules that were found. */
    public List<RuledLine> lines() {
        return lines;
    }

    /** The dots and squares that may be bullets of lists, each as the glyph that it looks like. */
    public List<PageGlyph> bullets() {
        return bullets;
    }

    /** Begins a subpath. */
    public void moveTo(Point2D point) {
        subpaths.add(new ArrayList<>());
        add(point);
    }

    public void lineTo(Point2D point) {
        if (subpaths.isEmpty()) {
            subpaths.add(new ArrayList<>());
        }
        add(point);
    }

    /** A curve is no rule: behind it begins another subpath. */
    public void curveTo(Point2D point) {
        moveTo(point);
    }

    public void close() {
        if (!subpaths.isEmpty() && !last().isEmpty()) {
            add(last().get(0));
        }
    }

    private List<Point2D> last() {
        return subpaths.get(subpaths.size() - 1);
    }

    private void add(Point2D point) {
        if (points++ < MOST_POINTS) {
            last().add(point);
        }
    }

    public void stroke() {
        bullet();
        for (List<Point2D> subpath : subpaths) {
            for (int i = 1; i < subpath.size(); i++) {
                rule(subpath.get(i - 1), subpath.get(i));
            }
        }
    }

    /** A thin area is a rule along its middle. */
    public void fill() {
        bullet();
        for (List<Point2D> subpath : subpaths) {
            if (subpath.size() > 2) {
                Rectangle2D area = new Rectangle2D.Double(
                        subpath.get(0).getX(), subpath.get(0).getY(), 0, 0);
                subpath.forEach(area::add);
                if (area.getHeight() <= THIN && area.getWidth() > area.getHeight()) {
                    lines.add(new RuledLine(true, area.getCenterY(), area.getMinX(), area.getMaxX()));
                } else if (area.getWidth() <= THIN && area.getHeight() > area.getWidth()) {
                    lines.add(new RuledLine(false, area.getCenterX(), area.getMinY(), area.getMaxY()));
                }
            }
        }
    }

    private void bullet() {
        List<Point2D> all = subpaths.stream().flatMap(List::stream).toList();
        if (all.size() < 4) {
            return;
        }
        Rectangle2D area = new Rectangle2D.Double(all.get(0).getX(), all.get(0).getY(), 0, 0);
        all.forEach(area::add);
        double width = area.getWidth();
        if (width > BULLET[0] && width < BULLET[1] && Math.abs(area.getHeight() - width) < width / 4) {
            double size = width / BULLET_SIZE;
            double y = area.getCenterY() + BULLET_RISE * size;
            bullets.add(new PageGlyph("•", "", area.getMinX(), area.getMaxX(), y, size, TaggedBlock.NONE));
        }
    }

    /** Ends the path. */
    public void end() {
        subpaths.clear();
        points = 0;
    }

    private void rule(Point2D a, Point2D b) {
        double across = Math.abs(a.getX() - b.getX());
        double down = Math.abs(a.getY() - b.getY());
        if (down < STRAIGHT && across > STRAIGHT) {
            lines.add(new RuledLine(
                    true, (a.getY() + b.getY()) / 2, Math.min(a.getX(), b.getX()), Math.max(a.getX(), b.getX())));
        } else if (across < STRAIGHT && down > STRAIGHT) {
            lines.add(new RuledLine(
                    false, (a.getX() + b.getX()) / 2, Math.min(a.getY(), b.getY()), Math.max(a.getY(), b.getY())));
        }
    }
}
