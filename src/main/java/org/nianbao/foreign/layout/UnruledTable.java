package org.nianbao.foreign.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.layout.GlyphLine.LineSegment;
import org.nianbao.text.Numbering;

/**
 * A table without rules: lines with figures at the same places. Its columns are where figures are, its labels the words in
 * front of them, its heads the words above. A line of words between two rows belongs to the label of the nearer one.
 */
final class UnruledTable implements PageTable {
    private static final Pattern FIGURE = Pattern.compile("[+-]?[0-9][0-9,.]*(?:[%件条个项元]|[万亿]元)?|[-—–/~～]+");

    /** Above the first row, in lines. */
    private static final int MOST_HEADS = 8;

    /** Between two rows, in lines. */
    private static final int MOST_WRAPS = 3;

    /** In ems: a longer line of words is prose. */
    private static final double LONGEST = 22;

    /** In ems: how far behind the last row a line of its label may be. */
    private static final double BEHIND = 1.3;

    /** In ems: the distance of two lines of one head. */
    private static final double PITCH = 1.7;

    /** In ems: how far their middles are from each other. */
    private static final double CENTRED = 0.6;

    /** How many times as wide the first of them may be. */
    private static final double WIDER = 2.5;

    private final List<GlyphLine> heads;
    private final List<GlyphLine> rows;
    private final List<GlyphLine> wraps;

    private final List<HeadCell> headCells = new ArrayList<>();

    /** The labels of each row by where they begin. */
    private final List<Map<Double, String>> labels = new ArrayList<>();

    /** Where each column begins and ends. */
    private final List<double[]> columns = new ArrayList<>();

    private UnruledTable(List<GlyphLine> heads, List<GlyphLine> body) {
        this.heads = heads;
        rows = body.stream().filter(UnruledTable::isRow).toList();
        wraps = body.stream().filter(line -> !isRow(line)).toList();
        rows.stream()
                .flatMap(row -> segments(row).stream().filter(UnruledTable::isFigure))
                .sorted(Comparator.comparingDouble(LineSegment::x))
                .forEach(this::cover);
        heads.forEach(this::addHeads);
        headCells.stream()
                .map(HeadCell::segment)
                .filter(head ->
                        head.x() > columns.get(0)[1] && columns.stream().noneMatch(column -> meet(head, column)))
                .forEach(head -> columns.add(new double[] {head.x(), head.end()}));
        columns.sort(Comparator.comparingDouble(column -> column[0]));
        label();
    }

    /** The tables among the lines of a page. */
    static List<UnruledTable> of(List<GlyphLine> lines) {
        List<UnruledTable> tables = new ArrayList<>();
        int floor = 0;
        for (int first = 0; first < lines.size(); first++) {
            if (first >= floor && isRow(lines.get(first))) {
                int from = first;
                while (from > floor && first - from < MOST_HEADS && isHead(lines.get(from - 1))) {
                    from--;
                }
                int end = end(lines, first);
                UnruledTable table = new UnruledTable(lines.subList(from, first), lines.subList(first, end));
                if (table.isLikely()) {
                    tables.add(table);
                    floor = end;
                }
            }
        }
        return tables;
    }

    /** Where the body that begins with a row ends. */
    private static int end(List<GlyphLine> lines, int first) {
        int end = first + 1;
        for (int i = end; i < lines.size() && i - end < MOST_WRAPS; i++) {
            if (isRow(lines.get(i))) {
                end = i + 1;
            } else if (!isWrap(lines.get(i))) {
                break;
            }
        }
        GlyphLine last = lines.get(end - 1);
        boolean behind = end < lines.size()
                && isWrap(lines.get(end))
                && Numbering.of(lines.get(end).text()).isEmpty()
                && lines.get(end).y() - last.y() < BEHIND * last.size();
        return behind ? end + 1 : end;
    }

    /** The parts of a line between wide gaps; figures are apart, however close. */
    private static List<LineSegment> segments(GlyphLine line) {
        return line.segments((one, other) -> isFigure(one) && isFigure(other));
    }

    private static boolean isFigure(LineSegment segment) {
        return FIGURE.matcher(PlainText.withoutSpaces(segment.text())).matches();
    }

    /** Words, then figures, or figures only. */
    private static boolean isRow(GlyphLine line) {
        List<LineSegment> segments = segments(line);
        int words = 0;
        while (words < segments.size() && !isFigure(segments.get(words))) {
            words++;
        }
        return segments.size() > 1
                && words < segments.size()
                && segments.stream().skip(words).allMatch(UnruledTable::isFigure);
    }

    private static boolean isWrap(GlyphLine line) {
        return segments(line).size() == 1
                && line.end() - line.x() < LONGEST * line.size()
                && !line.text().contains("。");
    }

    private static boolean isHead(GlyphLine line) {
        boolean heading =
                Numbering.of(line.text()).filter(number -> number.level() == 1).isPresent();
        return !heading && !isRow(line) && (segments(line).size() > 1 || isWrap(line));
    }

    /** Whether it is no line of text that has a figure by chance. */
    private boolean isLikely() {
        return rows.size() > 1
                || columns.size() > 3
                || heads.stream().anyMatch(head -> segments(head).size() > 1);
    }

    private void cover(LineSegment figure) {
        double[] last = columns.isEmpty() ? new double[] {0, -1} : columns.get(columns.size() - 1);
        if (meet(figure, last)) {
            last[1] = Math.max(last[1], figure.end());
        } else {
            columns.add(new double[] {figure.x(), figure.end()});
        }
    }

    /** Whether two words of a head are above different columns. */
    private boolean areApart(LineSegment one, LineSegment other) {
        return columns.stream().anyMatch(column -> meet(one, column) && !meet(other, column))
                && columns.stream().anyMatch(column -> meet(other, column) && !meet(one, column));
    }

    /** Words that stand in the middle below others of a head, close to them, go on with it. */
    private void addHeads(GlyphLine line) {
        for (LineSegment segment : line.segments(this::areApart)) {
            headCells.stream()
                    .filter(head -> head.goesOn(line, segment))
                    .findFirst()
                    .ifPresentOrElse(head -> head.add(line, segment), () -> headCells.add(new HeadCell(line, segment)));
        }
    }

    /** A head in one line or in several. */
    private static final class HeadCell {
        private String text;
        private double x;
        private double end;
        private GlyphLine last;

        HeadCell(GlyphLine line, LineSegment first) {
            text = first.text();
            x = first.x();
            end = first.end();
            last = line;
        }

        boolean goesOn(GlyphLine line, LineSegment segment) {
            double middle = Math.abs(segment.x() + segment.end() - x - end) / 2;
            return !line.equals(last)
                    && line.y() - last.y() < PITCH * line.size()
                    && middle < CENTRED * line.size()
                    && end - x < WIDER * (segment.end() - segment.x());
        }

        void add(GlyphLine line, LineSegment segment) {
            text += segment.text();
            x = Math.min(x, segment.x());
            end = Math.max(end, segment.end());
            last = line;
        }

        LineSegment segment() {
            return new LineSegment(text, x, end);
        }
    }

    private static boolean meet(LineSegment segment, double[] column) {
        return segment.x() <= column[1] && segment.end() >= column[0];
    }

    private void label() {
        rows.forEach(row -> {
            Map<Double, String> own = new TreeMap<>();
            segments(row).stream()
                    .filter(segment -> !isFigure(segment))
                    .forEach(segment -> own.put(segment.x(), segment.text()));
            labels.add(own);
        });
        for (GlyphLine wrap : wraps) {
            GlyphLine row = rows.stream()
                    .min(Comparator.comparingDouble(other -> Math.abs(other.y() - wrap.y())))
                    .orElseThrow();
            Map<Double, String> own = labels.get(rows.indexOf(row));
            Double at = own.keySet().stream()
                    .filter(x -> Math.abs(x - wrap.x()) < wrap.size())
                    .findFirst()
                    .orElse(wrap.x());
            own.merge(at, wrap.text(), (label, part) -> wrap.y() < row.y() ? part + label : label + part);
        }
    }

    @Override
    public double top() {
        return Stream.concat(heads.stream(), rows.stream())
                .mapToDouble(line -> line.y() - line.size())
                .min()
                .orElse(0);
    }

    @Override
    public double bottom() {
        return Stream.concat(wraps.stream(), rows.stream())
                .mapToDouble(GlyphLine::y)
                .max()
                .orElse(0);
    }

    /** Whether a line is a part of it. */
    boolean has(GlyphLine line) {
        return heads.contains(line) || rows.contains(line) || wraps.contains(line);
    }

    @Override
    public TableGrid grid(int page, int number) throws UnreadableDocument {
        int width = labels.stream().mapToInt(Map::size).max().orElse(0);
        TableGrid.Builder grid = new TableGrid.Builder(page, number);
        for (GlyphLine line : heads) {
            grid.newRow();
            for (HeadCell head : headCells) {
                if (head.last.equals(line)) {
                    head(grid, head.segment(), width);
                }
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            grid.newRow();
            int column = width - labels.get(i).size();
            for (int blank = 0; blank < column; blank++) {
                grid.cellAt(blank, "", 1, 1);
            }
            for (String label : labels.get(i).values()) {
                grid.cellAt(column++, PlainText.of(label), 1, 1);
            }
            figures(grid, rows.get(i), width);
        }
        return grid.build();
    }

    private void head(TableGrid.Builder grid, LineSegment head, int width) throws UnreadableDocument {
        List<Integer> below = IntStream.range(0, columns.size())
                .filter(i -> meet(head, columns.get(i)))
                .boxed()
                .toList();
        if (below.isEmpty()) {
            grid.cellAt(0, head.text(), 1, Math.max(1, width));
        } else {
            grid.cellAt(width + below.get(0), head.text(), 1, below.size());
        }
    }

    private void figures(TableGrid.Builder grid, GlyphLine row, int width) throws UnreadableDocument {
        for (int i = 0; i < columns.size(); i++) {
            double[] column = columns.get(i);
            List<String> figures = segments(row).stream()
                    .filter(segment -> isFigure(segment) && meet(segment, column))
                    .map(LineSegment::text)
                    .toList();
            grid.cellAt(width + i, String.join(" ", figures), 1, 1);
        }
    }
}
