package org.nianbao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The heap after each garbage collection, from a log of {@code -Xlog:gc}.
 *
 * @param points in order of time
 */
record Heap(List<Point> points) {
    private static final Pattern COLLECTION =
            Pattern.compile("\\[([0-9.]+)s\\].*?Pause (Full)?.*? [0-9]+M->([0-9]+)M\\(([0-9]+)M\\)");

    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;

    /**
     * A collection.
     *
     * @param second since the start
     * @param isFull whether it was a full collection, after which only reachable objects are left
     * @param left used heap after it, in MB
     * @param size of the heap, in MB
     */
    record Point(double second, boolean isFull, int left, int size) {}

    static Heap of(Path log) {
        List<Point> points = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(log)) {
                Matcher collection = COLLECTION.matcher(line);
                if (collection.find()) {
                    points.add(new Point(
                            Double.parseDouble(collection.group(1)),
                            collection.group(2) != null,
                            Integer.parseInt(collection.group(3)),
                            Integer.parseInt(collection.group(4))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Heap(points);
    }

    /** The range of the used heap after full collections in one tenth of the run, in MB. */
    String tenth(int part) {
        double end = end();
        int[] left = full().filter(point -> Math.min(9, (int) (point.second() / end * 10)) == part)
                .mapToInt(Point::left)
                .sorted()
                .toArray();
        return left.length == 0 ? "–" : left[0] + "–" + left[left.length - 1];
    }

    private Stream<Point> full() {
        return points.stream().filter(Point::isFull);
    }

    private double end() {
        return points.get(points.size() - 1).second();
    }

    /** The used heap (MB) over time (s) as SVG: after every collection in pale blue, after full ones in dark blue. */
    String svg() {
        int most = points.stream().mapToInt(Point::size).max().orElseThrow();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -20 %d %d" font-family="sans-serif" font-size="12">
                <rect width="%d" height="%d" fill="none" stroke="#999"/>
                <polyline points="%s" fill="none" stroke="#9cf"/>
                <polyline points="%s" fill="none" stroke="#036" stroke-width="2"/>
                <text x="-6" y="4" text-anchor="end">%d MB</text><text x="-6" y="%d" text-anchor="end">0</text>
                <text x="%d" y="%d" text-anchor="end">%.0f s</text>
                </svg>
                """.formatted(
                        WIDTH + 80,
                        HEIGHT + 50,
                        WIDTH,
                        HEIGHT,
                        line(points.stream(), most),
                        line(full(), most),
                        most,
                        HEIGHT,
                        WIDTH,
                        HEIGHT + 18,
                        end());
    }

    private String line(Stream<Point> some, int most) {
        double end = end();
        return some.map(point -> "%.1f,%.1f"
                        .formatted(point.second() / end * WIDTH, HEIGHT - HEIGHT * (double) point.left() / most))
                .collect(Collectors.joining(" "));
    }
}
