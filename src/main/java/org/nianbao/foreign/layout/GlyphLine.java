package org.nianbao.foreign.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.nianbao.foreign.PlainText;

/**
 * A line of text.
 *
 * @param text with a blank where there is a gap
 * @param x where it begins
 * @param end where it ends
 * @param y of the baseline
 * @param size of its glyphs
 * @param firstFont that of its first Chinese glyph, or nothing
 * @param lastFont that of its last Chinese glyph, or nothing
 * @param firstBlock that it begins in
 * @param lastBlock that it ends in
 * @param words its parts between gaps
 */
record GlyphLine(
        String text,
        double x,
        double end,
        double y,
        double size,
        String firstFont,
        String lastFont,
        TaggedBlock firstBlock,
        TaggedBlock lastBlock,
        List<LineSegment> words) {
    /** In ems; a wider gap is a blank. */
    private static final double GAP = 0.2;

    /** In ems; a wider gap is between two cells. */
    private static final double WIDE = 0.9;

    /** A part of a line, and where it begins and ends. */
    record LineSegment(String text, double x, double end) {}

    /** The parts between wide gaps, and between words that are apart. */
    List<LineSegment> segments(BiPredicate<LineSegment, LineSegment> apart) {
        List<LineSegment> segments = new ArrayList<>();
        LineSegment before = words.get(0);
        for (LineSegment word : words) {
            int last = segments.size() - 1;
            if (last >= 0 && word.x() - before.end() <= WIDE * size && !apart.test(before, word)) {
                LineSegment first = segments.get(last);
                segments.set(last, new LineSegment(first.text() + " " + word.text(), first.x(), word.end()));
            } else {
                segments.add(word);
            }
            before = word;
        }
        return segments;
    }

    /** A line that begins with a bullet, without it. */
    GlyphLine withoutBullet() {
        if (!ListItems.isBullet(this)) {
            return this;
        }
        return new GlyphLine(
                text.substring(1).strip(),
                words.get(1).x(),
                end,
                y,
                size,
                firstFont,
                lastFont,
                firstBlock,
                lastBlock,
                words.subList(1, words.size()));
    }

    /** The lines of glyphs from top to bottom. */
    static List<GlyphLine> of(List<PageGlyph> glyphs) {
        List<PageGlyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(PageGlyph::y));
        List<GlyphLine> lines = new ArrayList<>();
        List<PageGlyph> line = new ArrayList<>();
        for (PageGlyph glyph : sorted) {
            if (!line.isEmpty()
                    && glyph.y() - line.get(0).y()
                            > Math.min(glyph.size(), line.get(0).size()) / 2) {
                lines.add(line(line));
                line.clear();
            }
            line.add(glyph);
        }
        if (!line.isEmpty()) {
            lines.add(line(line));
        }
        return lines;
    }

    /** The text of a cell: its lines one behind the other. */
    static String text(List<PageGlyph> glyphs) {
        return PlainText.of(of(glyphs).stream().map(GlyphLine::text).collect(Collectors.joining(" ")));
    }

    private static GlyphLine line(List<PageGlyph> glyphs) {
        glyphs.sort(Comparator.comparingDouble(PageGlyph::x));
        List<LineSegment> words = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int from = 0;
        double x = glyphs.get(0).x();
        double end = x;
        for (PageGlyph glyph : glyphs) {
            if (glyph.x() - end > glyph.size() * GAP) {
                words.add(new LineSegment(text.substring(from), x, end));
                text.append(' ');
                from = text.length();
                x = glyph.x();
            }
            text.append(glyph.text());
            end = Math.max(end, glyph.end());
        }
        words.add(new LineSegment(text.substring(from), x, end));
        List<PageGlyph> chinese = glyphs.stream()
                .filter(glyph -> Character.isIdeographic(glyph.text().codePointAt(0)))
                .toList();
        return new GlyphLine(
                text.toString(),
                glyphs.get(0).x(),
                end,
                glyphs.get(0).y(),
                glyphs.get(glyphs.size() / 2).size(),
                chinese.isEmpty() ? "" : chinese.get(0).font(),
                chinese.isEmpty() ? "" : chinese.get(chinese.size() - 1).font(),
                glyphs.get(0).block(),
                glyphs.get(glyphs.size() - 1).block(),
                words);
    }
}
