package org.nianbao.invariant;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.nianbao.invariant.PaperPage.Glyph;

/**
 * Finds the rows of tables that a page end cuts though they fit a page, and the heads of tables that it parts from the first
 * row below them, by the structure tree of a PDF.
 */
final class CutRows {
    /** A row as high as this share of a page may be cut: its head is repeated, and its place on the page is not free. */
    private static final double PAGE = 0.8;

    private final List<PaperPage> pages;
    private final Map<PDPage, Integer> numbers;

    private CutRows(PDDocument document, List<PaperPage> pages) {
        this.pages = pages;
        this.numbers = pages.stream()
                .collect(Collectors.toMap(page -> document.getPage(page.number() - 1), PaperPage::number));
    }

    /** What is wrong, one line each. */
    static List<String> in(PDDocument document, List<PaperPage> pages) {
        List<String> faults = new ArrayList<>();
        new CutRows(document, pages).search(document.getDocumentCatalog().getStructureTreeRoot(), faults);
        return faults;
    }

    private void search(PDStructureNode node, List<String> faults) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("TR".equals(element.getStructureType())) {
                    check(element, faults);
                } else {
                    search(element, faults);
                }
                if ("Table".equals(element.getStructureType())) {
                    checkHead(element, faults);
                }
            }
        }
    }

    private void checkHead(PDStructureElement table, List<String> faults) {
        List<PDStructureElement> parts = children(table);
        for (int i = 1; i < parts.size(); i++) {
            if ("THead".equals(parts.get(i - 1).getStructureType())) {
                StringBuilder text = new StringBuilder();
                SortedMap<Integer, Rectangle2D> head = boxes(parts.get(i - 1), text);
                SortedMap<Integer, Rectangle2D> below =
                        boxes(children(parts.get(i)).get(0), new StringBuilder());
                boolean blank = head.isEmpty() || below.isEmpty(); // without a place
                boolean fit =
                        height(head) + height(below) < pages.get(0).block().getHeight() * PAGE;
                if (!blank && fit && !head.firstKey().equals(below.firstKey())) {
                    faults.add(head.firstKey() + ": the head of a table at the end: " + text);
                }
            }
        }
    }

    private static List<PDStructureElement> children(PDStructureElement element) {
        return element.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .toList();
    }

    /** The places of an element by page. */
    private SortedMap<Integer, Rectangle2D> boxes(PDStructureElement element, StringBuilder text) {
        SortedMap<Integer, Rectangle2D> boxes = new TreeMap<>();
        collect(element, boxes, text);
        return boxes;
    }

    private static double height(SortedMap<Integer, Rectangle2D> boxes) {
        return boxes.values().stream().mapToDouble(Rectangle2D::getHeight).sum();
    }

    private void check(PDStructureElement row, List<String> faults) {
        StringBuilder text = new StringBuilder();
        SortedMap<Integer, Rectangle2D> boxes = boxes(row, text);
        if (boxes.size() > 1 && height(boxes) < pages.get(0).block().getHeight() * PAGE) {
            faults.add(boxes.lastKey() + ": a row is cut: " + text);
        }
    }

    private void collect(PDStructureElement element, SortedMap<Integer, Rectangle2D> boxes, StringBuilder text) {
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement inner) {
                collect(inner, boxes, text);
            } else if (kid instanceof PDMarkedContentReference content) {
                collect(
                        content.getPage() == null ? element.getPage() : content.getPage(),
                        content.getMCID(),
                        boxes,
                        text);
            } else if (kid instanceof Integer content) {
                collect(element.getPage(), content, boxes, text);
            }
        }
    }

    private void collect(PDPage on, int content, SortedMap<Integer, Rectangle2D> boxes, StringBuilder text) {
        PaperPage page = pages.get(numbers.get(on) - 1);
        for (Glyph glyph : page.glyphs()) {
            if (glyph.content() == content && glyph.isInk()) {
                boxes.merge(page.number(), glyph.box(), Rectangle2D::createUnion);
                text.append(glyph.text());
            }
        }
    }
}
