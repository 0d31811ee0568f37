package org.nianbao.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Draws the package table: who uses others stands above them, and a line leads down to each package that is not reached
 * through another one. Subpackages are listed in the box of their parent.
 */
final class PackageDrawing {
    private static final int WIDTH = 1000;
    private static final int BOX_HEIGHT = 46;
    private static final int LEVEL_HEIGHT = 92;
    private static final int CHARACTER_WIDTH = 8;

    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final Map<String, List<String>> kinds = new TreeMap<>();
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, Double> centers = new LinkedHashMap<>();

    private PackageDrawing(PackageTable table) {
        table.rows().forEach((name, row) -> {
            String box = box(name);
            if (!box.equals(name)) {
                kinds.computeIfAbsent(box, key -> new ArrayList<>()).add(name.substring(box.length() + 1));
            }
            Set<String> used = uses.computeIfAbsent(box, key -> new TreeSet<>());
            row.mayUse().stream()
                    .map(PackageDrawing::box)
                    .filter(other -> !other.equals(box))
                    .forEach(used::add);
        });
        uses.keySet().forEach(this::level);
    }

    static String of(PackageTable table) {
        return new PackageDrawing(table).svg();
    }

    private static String box(String name) {
        return name.replaceFirst("\\..*", "");
    }

    private int level(String box) {
        Integer known = levels.get(box);
        if (known == null) {
            known = uses.get(box).stream()
                    .mapToInt(used -> level(used) + 1)
                    .max()
                    .orElse(0);
            levels.put(box, known);
        }
        return known;
    }

    private String svg() {
        int top = levels.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        for (int level = 0; level <= top; level++) {
            place(level);
        }
        StringBuilder lines = new StringBuilder();
        StringBuilder boxes = new StringBuilder();
        uses.forEach((box, used) -> {
            used.stream().filter(other -> isDirect(used, other)).forEach(other -> lines.append(line(box, other, top)));
            boxes.append(drawn(box, top));
        });
        int height = (top + 1) * LEVEL_HEIGHT;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\" width=\"" + WIDTH
                + "\" font-family=\"sans-serif\" text-anchor=\"middle\" role=\"img\">\n"
                + "<title>The packages of nianbao; each line leads down to a package that is used</title>\n"
                + "<rect width=\"" + WIDTH + "\" height=\"" + height + "\" fill=\"#fff\"/>\n"
                + "<g fill=\"none\" stroke=\"#8a99ad\" stroke-width=\"1.2\">\n" + lines + "</g>\n" + boxes + "</svg>\n";
    }

    /** Spreads a level over the width, each box as near as the order allows to the middle of what it uses. */
    private void place(int level) {
        List<String> boxes = new ArrayList<>(
                uses.keySet().stream().filter(box -> levels.get(box) == level).toList());
        boxes.sort(Comparator.comparingDouble(this::middleOfUsed).thenComparing(Comparator.naturalOrder()));
        int taken = boxes.stream().mapToInt(this::width).sum();
        double gap = (WIDTH - taken) / (boxes.size() + 1.0);
        double left = gap;
        for (String box : boxes) {
            centers.put(box, left + width(box) / 2.0);
            left += width(box) + gap;
        }
    }

    private double middleOfUsed(String box) {
        return uses.get(box).stream().mapToDouble(centers::get).average().orElse(0);
    }

    private boolean isDirect(Set<String> used, String other) {
        return used.stream().noneMatch(between -> !between.equals(other) && reaches(between, other));
    }

    private boolean reaches(String from, String to) {
        return uses.get(from).contains(to) || uses.get(from).stream().anyMatch(next -> reaches(next, to));
    }

    private int width(String box) {
        return Math.max(box.length() * CHARACTER_WIDTH + 4, kindsOf(box).length() * (CHARACTER_WIDTH - 2)) + 18;
    }

    private String kindsOf(String box) {
        return String.join(" ", kinds.getOrDefault(box, List.of()));
    }

    private double y(String box, int top) {
        return (top - levels.get(box)) * LEVEL_HEIGHT + (LEVEL_HEIGHT - BOX_HEIGHT) / 2.0;
    }

    private String line(String from, String to, int top) {
        double x1 = centers.get(from);
        double y1 = y(from, top) + BOX_HEIGHT;
        double x2 = centers.get(to);
        double y2 = y(to, top);
        double bend = (y2 - y1) / 2;
        return String.format(
                Locale.ROOT,
                "<path d=\"M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f\"/>\n",
                x1,
                y1,
                x1,
                y1 + bend,
                x2,
                y2 - bend,
                x2,
                y2);
    }

    private String drawn(String box, int top) {
        double x = centers.get(box);
        double y = y(box, top);
        String below = kindsOf(box);
        String frame = String.format(
                Locale.ROOT,
                "<rect x=\"%.0f\" y=\"%.0f\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#eef3fa\" stroke=\"#35577d\"/>\n",
                x - width(box) / 2.0,
                y,
                width(box),
                BOX_HEIGHT);
        String name = text(x, y + (below.isEmpty() ? 29 : 20), 15, box);
        return frame + name + (below.isEmpty() ? "" : text(x, y + 37, 12, below));
    }

    private static String text(double x, double y, int size, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%.0f\" font-size=\"%d\" fill=\"#14283f\">%s</text>\n",
                x,
                y,
                size,
                words);
    }
}
