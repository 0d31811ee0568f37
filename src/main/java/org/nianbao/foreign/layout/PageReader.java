package org.nianbao.foreign.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;

/** Reads drawn pages: tables from their rules, paragraphs from the places of lines. Not thread-safe. */
public final class PageReader {
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[—–\\-―·\\s]*(?:第\\s*)?[0-9]{1,3}(?:\\s*页)?(?:\\s*[/／，,共]{1,2}\\s*[0-9]{1,3}\\s*页?)?[—–\\-―·\\s]*");

    /** Of the height of a page: where page numbers are, at its top and bottom. */
    private static final double MARGIN = 0.12;

    private final List<DocumentPart> passages = new ArrayList<>();
    private final LineFlow flow = new LineFlow(passages);
    private int tables;

    private PageReader() {}

    /**
     * Reads the pages of a document.
     *
     * @throws UnreadableDocument if it has more cells than any report
     */
    public static ForeignDocument read(List<DrawnPage> pages) throws UnreadableDocument {
        PageReader reader = new PageReader();
        List<PageLines> lines = pages.stream().map(PageLines::of).toList();
        Set<String> running = running(lines);
        List<PageLayout> layouts =
                lines.stream().map(page -> PageLayout.of(page, running)).toList();
        reader.flow.measure(
                layouts.stream().flatMap(page -> page.lines().stream()).toList());
        for (int i = 0; i < pages.size(); i++) {
            reader.add(layouts.get(i), pages.get(i), i + 1);
        }
        reader.flow.end();
        return new ForeignDocument(reader.passages);
    }

    private void add(PageLayout layout, DrawnPage page, int number) throws UnreadableDocument {
        List<GlyphLine> lines = layout.lines();
        List<DrawnPicture> pictures = new ArrayList<>(page.pictures());
        pictures.sort(Comparator.comparingDouble(DrawnPicture::bottom));
        int next = 0;
        int picture = 0;
        for (PageTable table : layout.tables()) {
            while (next < lines.size() && lines.get(next).y() < table.bottom()) {
                picture = pictures(pictures, picture, lines.get(next).y(), page, number);
                flow.add(lines.get(next), number, next + 1 < lines.size() ? lines.get(next + 1) : null);
                next++;
            }
            picture = pictures(pictures, picture, table.bottom(), page, number);
            flow.end();
            table(table.grid(number, ++tables), number);
        }
        while (next < lines.size()) {
            picture = pictures(pictures, picture, lines.get(next).y(), page, number);
            flow.add(lines.get(next), number, next + 1 < lines.size() ? lines.get(next + 1) : null);
            next++;
        }
        pictures(pictures, picture, Double.MAX_VALUE, page, number);
    }

    /** Takes the pictures from one on that end above a height; returns the next one. */
    private int pictures(List<DrawnPicture> pictures, int from, double above, DrawnPage page, int number) {
        int next = from;
        while (next < pictures.size() && pictures.get(next).bottom() <= above) {
            flow.end();
            Place place = Place.paragraph(number, flow.paragraphs() + 1);
            passages.add(pictures.get(next++).part(place, page));
        }
        return next;
    }

    /** A table without a word is a drawing, or a part of one. */
    private void table(TableGrid grid, int number) throws UnreadableDocument {
        if (grid.cells().size() > Limits.CELLS) {
            throw UnreadableDocument.tooLarge(grid.cells().size(), UnreadableDocument.SizeUnit.CELLS);
        }
        if (grid.cells().stream().anyMatch(cell -> !cell.text().isEmpty())) {
            passages.add(grid);
            return;
        }
        tables--;
        Place place = Place.paragraph(number, flow.paragraphs() + 1);
        boolean goesOn = !passages.isEmpty()
                && passages.get(passages.size() - 1) instanceof DocumentPart.PicturePart last
                && last.place().equals(place);
        if (!goesOn) {
            passages.add(new DocumentPart.PicturePart("", place));
        }
    }

    /** The running heads and feet: first or last lines in the margins that more than half of the pages have, but for figures. */
    private static Set<String> running(List<PageLines> pages) {
        Map<String, Long> counts = pages.stream()
                .flatMap(page -> page.outermost().map(PageReader::words).distinct())
                .collect(Collectors.groupingBy(words -> words, Collectors.counting()));
        counts.values().removeIf(count -> count < 2 || 2 * count <= pages.size());
        return counts.keySet();
    }

    private static String words(GlyphLine line) {
        return PlainText.withoutSpaces(line.text()).replaceAll("[0-9]+", "#");
    }

    /** The tables with rules of a page, and its lines outside of them, each from top to bottom. */
    private record PageLines(List<RuledTable> tables, List<GlyphLine> lines, double height) {
        static PageLines of(DrawnPage page) {
            List<RuledTable> ruled = RuledTable.of(page.rules(), page.glyphs());
            List<PageGlyph> outside = Stream.concat(page.glyphs().stream(), page.bullets().stream())
                    .filter(glyph -> ruled.stream().noneMatch(table -> table.holds(glyph)))
                    .toList();
            return new PageLines(ruled, GlyphLine.of(outside), page.height());
        }

        /** The first and the last line, if they are in a margin. */
        Stream<GlyphLine> outermost() {
            return lines.isEmpty()
                    ? Stream.empty()
                    : Stream.of(lines.get(0), lines.get(lines.size() - 1)).filter(this::isInMargin);
        }

        boolean isInMargin(GlyphLine line) {
            return line.y() < height * MARGIN || line.y() > height * (1 - MARGIN);
        }
    }

    /** The tables and the other lines of a page, each from top to bottom, without what stands in its margins. */
    private record PageLayout(List<PageTable> tables, List<GlyphLine> lines) {
        static PageLayout of(PageLines page, Set<String> running) {
            List<GlyphLine> outermost = page.outermost()
                    .filter(line -> running.contains(words(line)))
                    .toList();
            List<GlyphLine> lines = page.lines().stream()
                    .filter(line -> !outermost.contains(line))
                    .filter(line -> !page.isInMargin(line)
                            || !PAGE_NUMBER.matcher(line.text()).matches())
                    .toList();
            List<UnruledTable> unruled = UnruledTable.of(lines);
            List<PageTable> tables = new ArrayList<>(page.tables());
            tables.addAll(unruled);
            tables.sort(Comparator.comparingDouble(PageTable::top));
            return new PageLayout(
                    tables,
                    lines.stream()
                            .filter(line -> unruled.stream().noneMatch(table -> table.has(line)))
                            .toList());
        }
    }
}
