package org.nianbao.invariant;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.nianbao.invariant.PaperPage.Glyph;

/**
 * Every character of a PDF stands in its cell, its column and the text block, and on no other; no line begins or ends with a
 * mark that may not stand there (GB/T 15834-2011, 5.1); no heading is at the end of a page;
 * no row of a table is cut by a page end while it fits a page.
 */
final class Places implements Invariant {
    /** Rounding of positions in points, and the part of a character that may stand in its neighbour's box. */
    private static final double ROUNDING = 1;

    private static final double OVERLAP = 0.15;

    private static final double INDENT = 25;

    /** The least height of a character of the title: of all others, even of text, it is less. */
    private static final double TITLE = 0.7 * 20;

    private static final String NEVER_FIRST = "，。、；：？！”’）》〉】〕」』·～";
    private static final String NEVER_LAST = "“‘（《〈【〔「『";

    /** Two halves that stay together. */
    private static final String DOUBLE = "—…";

    /** The largest distance of two lines of a paragraph or a cell, in points. */
    private static final double PITCH = 30;

    /** What is wrong, one line each. */
    @Override
    public List<String> faults(RenderedReport report) {
        return faults(report.bytes("pdf"));
    }

    static List<String> faults(byte[] pdf) {
        List<String> faults = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PaperPage> pages = PaperPage.of(document);
            check(pages, faults);
            faults.addAll(CutRows.in(document, pages));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private static void check(List<PaperPage> pages, List<String> faults) {
        for (PaperPage page : pages) {
            List<List<Glyph>> lines = page.lines();
            lines = lines.subList(0, lines.size() - 1); // the page number
            for (List<Glyph> line : lines) {
                outside(line, page, faults);
                overprinted(line, faults, page.number());
                crossing(line, page, faults);
            }
            edges(lines, page, faults);
            boolean last = page.number() == pages.size();
            if (lines.isEmpty() || (!last && isHeading(lines.get(lines.size() - 1), page))) {
                faults.add(page.number() + ": a heading at the end");
            } else if (!last && lines.stream().flatMap(List::stream).allMatch(Places::isOfTitle)) {
                faults.add(page.number() + ": nothing but the title");
            }
        }
    }

    private static boolean isOfTitle(Glyph glyph) {
        return glyph.box().getHeight() > TITLE;
    }

    /** Headings are indented, labels of tables are not. */
    private static boolean isHeading(List<Glyph> line, PaperPage page) {
        return line.get(0).box().getMinX() > page.block().getMinX() + INDENT
                && PaperPage.text(line).matches("[一二三四五六七八九十]+、.*");
    }

    private static void edges(List<List<Glyph>> lines, PaperPage page, List<String> faults) {
        List<List<Glyph>> above = List.of();
        for (List<Glyph> line : lines) {
            List<List<Glyph>> cells = cells(line, page);
            for (List<Glyph> cell : cells) {
                above.stream()
                        .filter(other -> isBelow(cell, other))
                        .forEach(other -> edge(other.get(other.size() - 1), cell.get(0), page, faults));
            }
            above = cells;
        }
    }

    private static void edge(Glyph last, Glyph first, PaperPage page, List<String> faults) {
        if (NEVER_FIRST.contains(first.text())
                || NEVER_LAST.contains(last.text())
                || (DOUBLE.contains(first.text()) && first.text().equals(last.text()))) {
            faults.add(page.number() + ": a line ends between " + last + " and " + first);
        }
    }

    /** Whether a line continues the one above: it does not begin further to the right. */
    private static boolean isBelow(List<Glyph> line, List<Glyph> above) {
        Rectangle2D first = line.get(0).box();
        Rectangle2D start = above.get(0).box();
        Rectangle2D end = above.get(above.size() - 1).box();
        return first.getMaxY() - start.getMaxY() < PITCH
                && first.getMinX() < end.getMaxX()
                && line.get(line.size() - 1).box().getMaxX() > start.getMinX()
                && first.getMinX() < start.getMinX() + ROUNDING;
    }

    /** The parts of a line between vertical rules. */
    static List<List<Glyph>> cells(List<Glyph> line, PaperPage page) {
        Map<Long, List<Glyph>> cells = new TreeMap<>();
        for (Glyph glyph : line) {
            long column = page.rules().stream()
                    .filter(rule -> rule.getMinY() < glyph.box().getMaxY()
                            && rule.getMaxY() > glyph.box().getMinY())
                    .filter(rule -> rule.getCenterX() < glyph.box().getCenterX())
                    .count();
            cells.computeIfAbsent(column, unused -> new ArrayList<>()).add(glyph);
        }
        return List.copyOf(cells.values());
    }

    private static void outside(List<Glyph> line, PaperPage page, List<String> faults) {
        Rectangle2D block = page.block();
        for (Glyph glyph : line) {
            Rectangle2D box = glyph.box();
            if (box.getMinX() < block.getMinX() - ROUNDING
                    || box.getMaxX() > block.getMaxX() + ROUNDING
                    || box.getMaxY() > block.getMaxY() + ROUNDING
                    || box.getMinY() < block.getMinY() - ROUNDING) {
                faults.add(page.number() + ": outside the text block " + glyph);
            }
        }
    }

    private static void overprinted(List<Glyph> line, List<String> faults, int page) {
        for (int i = 1; i < line.size(); i++) {
            double overlap = line.get(i - 1).box().getMaxX() - line.get(i).box().getMinX();
            double narrower =
                    Math.min(line.get(i - 1).box().getWidth(), line.get(i).box().getWidth());
            if (overlap > OVERLAP * narrower + 0.3) {
                faults.add(page + ": " + line.get(i - 1) + " is printed over " + line.get(i));
            }
        }
    }

    private static void crossing(List<Glyph> line, PaperPage page, List<String> faults) {
        for (Glyph glyph : line) {
            Rectangle2D box = glyph.box();
            page.rules().stream()
                    .filter(rule ->
                            rule.getMinY() < box.getMinY() + ROUNDING && rule.getMaxY() > box.getMaxY() - ROUNDING)
                    .filter(rule -> rule.getCenterX() > box.getMinX() + ROUNDING / 2
                            && rule.getCenterX() < box.getMaxX() - ROUNDING / 2)
                    .findFirst()
                    .ifPresent(rule -> faults.add(page.number() + ": outside its cell " + glyph));
        }
    }
}
