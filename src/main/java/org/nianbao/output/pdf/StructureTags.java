package org.nianbao.output.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.nianbao.page.Elements;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Numbers the elements of a page whose structure elements have to be found again in the PDF. The number stands in the
 * element's {@code title}: the renderer copies it into the structure element, as the alternative description or, for an
 * {@code abbr}, as the expansion, where {@link #take} takes it away.
 */
final class StructureTags {
    private static final String MARK = "nianbao-";

    private final List<StructureTag> marks = new ArrayList<>();

    /** What the page says of an element. */
    sealed interface StructureTag permits TableTag, CellTag, LeadTag, CaptionTag {}

    /** A table and what it is called. */
    record TableTag(String caption) implements StructureTag {}

    /**
     * A cell of a table.
     *
     * @param number its own
     * @param id by which cells call it their header; none is empty
     * @param headers the ids of its headers
     * @param scope for what it is a header, as PDF names it
     */
    record CellTag(int number, String id, List<String> headers, Optional<String> scope, int rowspan, int colspan)
            implements StructureTag {}

    /** A run-in heading. */
    record LeadTag(int level) implements StructureTag {}

    /** The words below a picture. */
    record CaptionTag() implements StructureTag {}

    StructureTags(Document page) {
        Element root = page.getDocumentElement();
        for (Element table : Elements.named(root, "table")) {
            List<Element> caption = Elements.named(table, "caption");
            mark(
                    table,
                    new TableTag(
                            caption.isEmpty()
                                    ? ""
                                    : caption.get(0).getTextContent().strip()));
        }
        for (Element cell : Elements.named(root, "th", "td")) {
            mark(
                    cell,
                    new CellTag(
                            marks.size(),
                            cell.getAttribute("id"),
                            List.of(cell.getAttribute("headers").split(" ")),
                            scope(cell),
                            span(cell, "rowspan"),
                            span(cell, "colspan")));
        }
        for (Element caption : Elements.named(root, "figcaption")) {
            mark(caption, new CaptionTag());
        }
        for (Element b : Elements.named(root, "b")) {
            String level = b.getAttribute("class");
            if (level.matches("level-[1-4]")) {
                // an inline element of one line has no structure element of its own unless it is an abbreviation
                Element abbr = page.createElementNS(b.getNamespaceURI(), "abbr");
                while (b.hasChildNodes()) {
                    abbr.appendChild(b.getFirstChild());
                }
                b.appendChild(abbr);
                mark(abbr, new LeadTag(level.charAt(level.length() - 1) - '0' + 1));
            }
        }
    }

    /** What the page says of the element that a structure element was made of. */
    Optional<StructureTag> take(COSDictionary element) {
        for (COSName where : List.of(COSName.ALT, COSName.E)) {
            String number = element.getString(where, "");
            if (number.startsWith(MARK) && !"Link".equals(element.getNameAsString(COSName.S))) {
                element.removeItem(where);
                return Optional.of(marks.get(Integer.parseInt(number.substring(MARK.length()))));
            }
        }
        return Optional.empty();
    }

    /** The cell of a number. */
    CellTag cell(int number) {
        return (CellTag) marks.get(number);
    }

    private void mark(Element element, StructureTag mark) {
        element.setAttribute("title", MARK + marks.size());
        marks.add(mark);
    }

    private static Optional<String> scope(Element cell) {
        return switch (cell.getAttribute("scope")) {
            case "row", "rowgroup" -> Optional.of("Row");
            case "col", "colgroup" -> Optional.of("Column");
            default -> cell.getLocalName().equals("th") ? Optional.of("Both") : Optional.empty();
        };
    }

    private static int span(Element cell, String name) {
        String written = cell.getAttribute(name);
        return written.isEmpty() ? 1 : Integer.parseInt(written);
    }
}
