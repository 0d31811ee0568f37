package org.nianbao.foreign.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;

/**
 * A table of a page: rules that touch one another. Between two fields of its lattice without a rule between them is no
 * border, so they are one cell.
 */
final class RuledTable implements PageTable {
    /** In points; rules that are as near touch, and are in one line. */
    private static final double NEAR = 3;

    /** In points: so long is a gap of a dashed rule at most, and a dash twice that. */
    private static final double DASH = 5;

    private final List<Double> xs;
    private final List<Double> ys;
    private final List<RuledLine> rules;

    private final List<PageGlyph> glyphs;

    /** @param glyphs of the page */
    private RuledTable(List<RuledLine> rules, List<PageGlyph> glyphs) {
        this.rules = rules;
        this.glyphs = glyphs;
        xs = edges(rules, false);
        ys = edges(rules, true);
    }

    /** The tables among rules, from top to bottom. */
    static List<RuledTable> of(List<RuledLine> rules, List<PageGlyph> glyphs) {
        List<List<RuledLine>> groups = new ArrayList<>();
        for (RuledLine rule : whole(rules)) {
            List<List<RuledLine>> touching = groups.stream()
                    .filter(group -> group.stream().anyMatch(other -> touch(rule, other)))
                    .toList();
            List<RuledLine> joined = new ArrayList<>(List.of(rule));
            touching.forEach(joined::addAll);
            groups.removeAll(touching);
            groups.add(joined);
        }
        return groups.stream()
                .map(group -> new RuledTable(group, glyphs))
                .filter(table -> table.xs.size() > 2 && table.ys.size() > 1)
                .sorted(Comparator.comparingDouble(RuledTable::top))
                .toList();
    }

    /** The rules, with the dashes of each joined. */
    private static List<RuledLine> whole(List<RuledLine> rules) {
        List<RuledLine> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparing(RuledLine::horizontal)
                .thenComparing(rule -> Math.round(rule.at()))
                .thenComparing(RuledLine::from));
        List<RuledLine> whole = new ArrayList<>();
        for (RuledLine rule : sorted) {
            RuledLine last = whole.isEmpty() ? rule : whole.get(whole.size() - 1);
            boolean same = rule.horizontal() == last.horizontal() && Math.abs(rule.at() - last.at()) < 1;
            if (!whole.isEmpty() && same && rule.from() - last.to() < DASH && rule.to() - rule.from() < 2 * DASH) {
                double end = Math.max(last.to(), rule.to());
                whole.set(whole.size() - 1, new RuledLine(rule.horizontal(), last.at(), last.from(), end));
            } else {
                whole.add(rule);
            }
        }
        return whole;
    }

    @Override
    public double top() {
        return ys.get(0);
    }

    @Override
    public double bottom() {
        return ys.get(ys.size() - 1);
    }

    /** Whether a glyph is in it. */
    boolean holds(PageGlyph glyph) {
        double y = glyph.y() - glyph.size() / 3;
        return y > top() && y < bottom() && glyph.middle() > xs.get(0) && glyph.middle() < xs.get(xs.size() - 1);
    }

    @Override
    public TableGrid grid(int page, int number) throws UnreadableDocument {
        int rows = ys.size() - 1;
        int columns = xs.size() - 1;
        List<List<List<PageGlyph>>> texts = Stream.<List<List<PageGlyph>>>generate(
                        () -> Stream.<List<PageGlyph>>generate(ArrayList::new)
                                .limit(columns)
                                .toList())
                .limit(rows)
                .toList();
        int[][] cells = cells(rows, columns);
        for (PageGlyph glyph : glyphs) {
            if (holds(glyph)) {
                int cell = cells[index(ys, glyph.y() - glyph.size() / 3)][index(xs, glyph.middle())];
                texts.get(cell / columns).get(cell % columns).add(glyph);
            }
        }
        TableGrid.Builder grid = new TableGrid.Builder(page, number);
        for (int row = 0; row < rows; row++) {
            grid.newRow();
            for (int column = 0; column < columns; column++) {
                if (cells[row][column] == row * columns + column) {
                    grid.cell(
                            GlyphLine.text(texts.get(row).get(column)),
                            height(cells, row, column),
                            width(cells, row, column));
                }
            }
        }
        return grid.build();
    }

    /** The number of the first field of the cell that each field of the lattice belongs to. */
    private int[][] cells(int rows, int columns) {
        int[][] cells = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cells[row][column] = row * columns + column;
                if (column > 0 && !isBorder(false, xs.get(column), middle(ys, row))) {
                    cells[row][column] = cells[row][column - 1];
                } else if (row > 0 && !isBorder(true, ys.get(row), middle(xs, column))) {
                    cells[row][column] = cells[row - 1][column];
                }
            }
        }
        return cells;
    }

    private static int width(int[][] cells, int row, int column) {
        int end = column;
        while (end < cells[row].length && cells[row][end] == cells[row][column]) {
            end++;
        }
        return end - column;
    }

    private static int height(int[][] cells, int row, int column) {
        int end = row;
        while (end < cells.length && cells[end][column] == cells[row][column]) {
            end++;
        }
        return end - row;
    }

    private boolean isBorder(boolean horizontal, double at, double along) {
        return rules.stream()
                .anyMatch(rule -> rule.horizontal() == horizontal
                        && Math.abs(rule.at() - at) < NEAR
                        && rule.from() - NEAR < along
                        && rule.to() + NEAR > along);
    }

    private static double middle(List<Double> edges, int index) {
        return (edges.get(index) + edges.get(index + 1)) / 2;
    }

    private static int index(List<Double> edges, double at) {
        int index = 0;
        while (index < edges.size() - 2 && edges.get(index + 1) < at) {
            index++;
        }
        return index;
    }

    /** Where rules of one direction are; the ends of those of the other one close a table that a page end has cut. */
    private static List<Double> edges(List<RuledLine> rules, boolean horizontal) {
        List<Double> edges = new ArrayList<>();
        Stream.concat(
                        rules.stream()
                                .filter(rule -> rule.horizontal() == horizontal)
                                .map(RuledLine::at),
                        rules.stream()
                                .filter(rule -> rule.horizontal() != horizontal)
                                .flatMap(rule -> Stream.of(rule.from(), rule.to())))
                .sorted()
                .forEach(at -> {
                    if (edges.isEmpty() || at - edges.get(edges.size() - 1) > NEAR) {
                        edges.add(at);
                    }
                });
        return edges;
    }

    private static boolean touch(RuledLine one, RuledLine other) {
        if (one.horizontal() == other.horizontal()) {
            return Math.abs(one.at() - other.at()) < NEAR
                    && one.from() - NEAR < other.to()
                    && other.from() - NEAR < one.to();
        }
        return one.from() - NEAR < other.at()
                && one.to() + NEAR > other.at()
                && other.from() - NEAR < one.at()
                && other.to() + NEAR > one.at();
    }
}
