package org.nianbao.fit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nianbao.page.Elements;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts the tables of class {@code landscape} on landscape pages, each with the section that it is in. */
final class LandscapePages {
    static final String LANDSCAPE = "landscape";

    /** A title with a few lines, or a signature, is not left alone on a page before or behind the landscape pages. */
    private static final Set<String> LINES = Set.of("h1", "p", "div");

    private static final int FEW = 200;

    private LandscapePages() {}

    /** Puts each table with its section, or else with the heading above it, into a {@code div} of class {@code landscape}. */
    static void set(Element body) {
        for (Element table : Elements.named(body, "table")) {
            if (Elements.hasClass(table, LANDSCAPE) && !Elements.isWithin(table, LANDSCAPE)) {
                turn(table);
            }
        }
    }

    private static void turn(Element table) {
        Element last = table;
        while (last.getParentNode() instanceof Element parent
                && parent.getLocalName().equals("section")) {
            last = parent;
        }
        Element first = Elements.before(last).filter(LandscapePages::isHeading).orElse(last);
        Optional<Element> before = Elements.before(first);
        if (before.filter(block -> Elements.hasClass(block, LANDSCAPE)).isPresent()) {
            move(first, last, before.get());
            return;
        }
        List<Element> blocks = Elements.children(first.getParentNode());
        List<Element> above = blocks.subList(0, blocks.indexOf(first)).stream()
                .filter(block -> !Elements.hasClass(block, "draft"))
                .toList();
        List<Element> below = blocks.subList(blocks.indexOf(last) + 1, blocks.size());
        Element start = areFewLines(above) ? above.get(0) : first;
        Element end = areFewLines(below) ? below.get(below.size() - 1) : last;
        Element pages = table.getOwnerDocument().createElementNS(table.getNamespaceURI(), "div");
        pages.setAttribute("class", LANDSCAPE);
        start.getParentNode().insertBefore(pages, start);
        move(start, end, pages);
    }

    private static void move(Element first, Element last, Element target) {
        Node next = first;
        while (next != null) {
            Node following = next == last ? null : next.getNextSibling();
            target.appendChild(next);
            next = following;
        }
    }

    private static boolean isHeading(Element block) {
        return Elements.headingLevel(block) > 0;
    }

    private static boolean areFewLines(List<Element> blocks) {
        return !blocks.isEmpty()
                && blocks.stream().allMatch(block -> LINES.contains(block.getLocalName()))
                && blocks.stream()
                                .mapToInt(block -> block.getTextContent().length())
                                .sum()
                        <= FEW;
    }
}
