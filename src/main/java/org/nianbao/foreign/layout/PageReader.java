package org.nianbao.foreign.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.UnreadableDocument.Cause;

/** Reads drawn pages: tables from their rules, paragraphs from the places of lines. Not thread-safe. */
public final class PageReader {
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[—–\\-―·\\s]*(?:第\\s*)?[0-9]{1,3}(?:\\s*页)?[—–\\-―·\\s]*");

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
        List<PageLayout> layouts = pages.stream().map(PageLayout::of).toList();
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
        int next = 0;
        for (PageTable table : layout.tables()) {
            while (next < lines.size() && lines.get(next).y() < table.bottom()) {
                flow.add(lines.get(next++), number);
            }
            flow.end();
            TableGrid grid = table.grid(number, ++tables);
            if (grid.cells().size() > Limits.CELLS) {
                throw new UnreadableDocument(Cause.TOO_LARGE, grid.cells().size() + " cells");
            }
            passages.add(grid);
        }
        for (double ignored : page.pictures()) {
            passages.add(new DocumentPart.PicturePart("", Place.paragraph(number, flow.paragraphs())));
        }
        while (next < lines.size()) {
            flow.add(lines.get(next++), number);
        }
    }

    /** The tables and the other lines of a page, each from top to bottom, without its number. */
    private record PageLayout(List<PageTable> tables, List<GlyphLine> lines) {
        static PageLayout of(DrawnPage page) {
            List<RuledTable> ruled = RuledTable.of(page.rules(), page.glyphs());
            List<PageGlyph> outside = page.glyphs().stream()
                    .filter(glyph -> ruled.stream().noneMatch(table -> table.holds(glyph)))
                    .toList();
            List<GlyphLine> lines = GlyphLine.of(outside).stream()
                    .filter(line -> !isPageNumber(line, page.height()))
                    .toList();
            List<UnruledTable> unruled = UnruledTable.of(lines);
            List<PageTable> tables = new ArrayList<>(ruled);
            tables.addAll(unruled);
            tables.sort(Comparator.comparingDouble(PageTable::top));
            return new PageLayout(
                    tables,
                    lines.stream()
                            .filter(line -> unruled.stream().noneMatch(table -> table.has(line)))
                            .toList());
        }

        private static boolean isPageNumber(GlyphLine line, double height) {
            boolean margin = line.y() < height * MARGIN || line.y() > height * (1 - MARGIN);
            return margin && PAGE_NUMBER.matcher(line.text()).matches();
        }
    }
}
