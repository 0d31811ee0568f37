package org.nianbao.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.font.TextWidth;
import org.nianbao.page.Elements;
import org.nianbao.typography.Typography.Style;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Estimates the height of the title, the headings and the lines above a table, which share its page. */
record OpeningLines(TextWidth widths) {
    /** If there is more above a table, it is not taken for an opening. */
    private static final int MOST_BLOCKS = 8;

    /** The height in points; empty if there is more than a title, headings and a few paragraphs above the table. */
    Optional<Double> above(Element table) {
        return height(before(table));
    }

    /** The heading of a table with the paragraphs between them, if the table may share its page with them. */
    Optional<HeadingLines> heading(Element table) {
        List<Element> blocks = new ArrayList<>();
        Optional<Element> block = Elements.before(table);
        while (block.filter(before -> before.getLocalName().equals("p")).isPresent()) {
            blocks.add(block.get());
            block = Elements.before(block.get());
        }
        Optional<Element> heading = block.filter(before -> Elements.headingLevel(before) > 0);
        heading.ifPresent(blocks::add);
        return heading.flatMap(element -> height(blocks).map(height -> new HeadingLines(element, height)));
    }

    /**
     * A heading.
     *
     * @param height its height with the paragraphs below it, in points
     */
    record HeadingLines(Element heading, double height) {}

    private Optional<Double> height(List<Element> blocks) {
        if (blocks.size() > MOST_BLOCKS
                || blocks.stream().anyMatch(block -> role(block).isEmpty())) {
            return Optional.empty();
        }
        double height = blocks.stream()
                .mapToDouble(block -> height(block, role(block).orElseThrow()))
                .sum();
        return Optional.of(height).filter(sum -> sum < widths.typography().textHeight() / 2);
    }

    private static List<Element> before(Element table) {
        List<Element> blocks = new ArrayList<>();
        for (Node inner = table;
                inner instanceof Element element && !inner.getLocalName().equals("body"); ) {
            for (Optional<Element> before = Elements.before(element);
                    before.isPresent();
                    before = Elements.before(before.get())) {
                if (!Elements.hasClass(before.get(), "draft")) {
                    blocks.add(before.get());
                }
            }
            inner = inner.getParentNode();
        }
        return blocks;
    }

    private static Optional<TextRole> role(Element block) {
        int level = Elements.headingLevel(block);
        return switch (block.getLocalName()) {
            case "h1" -> Optional.of(TextRole.TITLE);
            case "p" -> Optional.of(TextRole.BODY);
            default -> level > 0 ? Optional.of(TextRole.heading(level)) : Optional.empty();
        };
    }

    private double height(Element block, TextRole role) {
        Style style = widths.typography().style(role);
        double ems = widths.typography().textWidth() / style.advance().points().doubleValue();
        double lines = RowHeights.text(block)
                .lines()
                .mapToDouble(line -> Math.max(1, Math.ceil((widths.of(line.strip(), role) + style.indent()) / ems)))
                .sum();
        double pitch = style.pitch().orElse(style.size()).points().doubleValue();
        return Math.max(1, lines) * pitch
                + style.before().points().doubleValue()
                + style.after().points().doubleValue();
    }
}
