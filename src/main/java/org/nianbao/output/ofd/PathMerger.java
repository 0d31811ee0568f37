package org.nianbao.output.ofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Optional;

/**
 * Joins consecutive convex areas of one colour into one path. A table alone has about a thousand, one for each side of each
 * cell. Not thread-safe.
 */
final class PathMerger {
    private static final int MAX_CORNERS = 8;
    /** Smaller turns are rounding errors, in square millimetres. */
    private static final double TURN = 1e-6;

    private final String colour;
    private final Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);

    PathMerger(String colour) {
        this.colour = colour;
    }

    String colour() {
        return colour;
    }

    /** The union of all areas. */
    Path2D path() {
        return path;
    }

    /** Adds an area returned by {@link #convex}. */
    void add(Path2D area) {
        path.append(area, false);
    }

    /** The same area with its corners in a fixed direction; empty if it is not convex or has more than eight corners. */
    static Optional<Path2D> convex(Path2D area) {
        double[][] corners = new double[MAX_CORNERS][];
        double[] at = new double[6];
        int count = 0;
        boolean closed = false;
        for (PathIterator i = area.getPathIterator(new AffineTransform()); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            boolean corner = kind == (count == 0 ? PathIterator.SEG_MOVETO : PathIterator.SEG_LINETO);
            if (corner && !closed && count < MAX_CORNERS) {
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
