package org.nianbao.output.ofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Optional;

/**
 * Convex areas of one colour, drawn one after another, as one path. The rules of a table are a thousand of them: one for
 * each side of each cell. For one thread.
 */
final class PathMerger {
    private static final int MOST_CORNERS = 8;
    /** Corners nearer than a micrometre may turn either way. */
    private static final double TURN = 1e-6;

    private final String colour;
    private final Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);

    PathMerger(String colour) {
        this.colour = colour;
    }

    String colour() {
        return colour;
    }

    /** All of them; where they overlap, both are filled. */
    Path2D path() {
        return path;
    }

    /** Adds an area. */
    void add(Path2D facet) {
        path.append(facet, false);
    }

    /** The same area, its corners going round in one direction; nothing if it is not convex or has many corners. */
    static Optional<Path2D> facet(Path2D area) {
        double[][] corners = new double[MOST_CORNERS][];
        double[] at = new double[6];
        int count = 0;
        boolean closed = false;
        for (PathIterator i = area.getPathIterator(new AffineTransform()); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            boolean corner = kind == (count == 0 ? PathIterator.SEG_MOVETO : PathIterator.SEG_LINETO);
            if (corner && !closed && count < MOST_CORNERS) {
                corners[count++] = new double[] {at[0], at[1]};
            } else if (kind == PathIterator.SEG_CLOSE) {
                closed = true;
            } else {
                return Optional.empty();
            }
        }
        int left = 0;
        int right = 0;
        for (int i = 0; i < count; i++) {
            double turn = turn(corners[i], corners[(i + 1) % count], corners[(i + 2) % count]);
            left += turn > TURN ? 1 : 0;
            right += turn < -TURN ? 1 : 0;
        }
        return count < 3 || (left > 0 && right > 0) ? Optional.empty() : Optional.of(path(corners, count, right > 0));
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
    }

    private static Path2D path(double[][] corners, int count, boolean backwards) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0][0], corners[0][1]);
        for (int i = 1; i < count; i++) {
            double[] corner = corners[backwards ? count - i : i];
            path.lineTo(corner[0], corner[1]);
        }
        path.closePath();
        return path;
    }
}
