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
 * Tags elements of a page so that their structure elements can be found in the PDF. A tag is a number in the {@code title},
 * which the renderer copies to the structure element as alternative description (for an {@code abbr}, as expansion);
 * {@link #take} removes it there.
 */
final class StructureTags {
    private static final String PREFIX = "nianbao-";

    private final List<StructureTag> tags = new ArrayList<>();

    /** The properties of a tagged element. */
    sealed interface StructureTag permits TableTag, CellTag, RunInTag, CaptionTag {}

    /** A table. */
    record TableTag(String caption) implements StructureTag {}

    /**
     * A cell of a table.
     *
     * @param number of the tag
     * @param id by which other cells refer to it as their header; may be empty
     * @param headers the ids of its headers
     * @param scope {@code Row}, {@code Column} or {@code Both} if it is a header
     */
    record CellTag(int number, String id, List<String> headers, Optional<String> scope, int rowspan, int colspan)
            implements StructureTag {}

    /** A run-in heading. */
    record RunInTag(int level) implements StructureTag {}

    /** The caption of a picture. */
    record CaptionTag() implements StructureTag {}

    StructureTags(Document page) {
        Element root = page.getDocumentElement();
        for (Element table : Elements.named(root, "table")) {
            tag(table, new TableTag(Elements.caption(table).orElse("")));
        }
        for (Element cell : Elements.named(root, "th", "td")) {
            tag(
                    cell,
                    new CellTag(
                            tags.size(),
                            cell.getAttribute("id"),
                            List.of(cell.getAttribute("headers").split(" ")),
                            scope(cell),
                            span(cell, "rowspan"),
                            span(cell, "colspan")));
        }
        for (Element caption : Elements.named(root, "figcaption")) {
            tag(caption, new CaptionTag());
        }
        for (Element b : Elements.named(root, "b")) {
            int level = Elements.headingLevel(b);
            if (level > 0) {
                // the renderer makes structure elements of abbreviations, but not of other inline elements on one line
                Element abbr = page.createElementNS(b.getNamespaceURI(), "abbr");
                while (b.hasChildNodes()) {
                    abbr.appendChild(b.getFirstChild());
                }
                b.appendChild(abbr);
                tag(abbr, new RunInTag(level + 1));
            }
        }
    }

    /** Removes the tag from a structure element and returns it. */
    Optional<StructureTag> take(COSDictionary element) {
        for (COSName where : List.of(COSName.ALT, COSName.E)) {
            String number = element.getString(where, "");
            if (number.startsWith(PREFIX) && !"Link".equals(element.getNameAsString(COSName.S))) {
                element.removeItem(where);
                return Optional.of(tags.get(Integer.parseInt(number.substring(PREFIX.length()))));
            }
        }
        return Optional.empty();
    }

    /** The cell with a tag of this number. */
    CellTag cell(int number) {
        return (CellTag) tags.get(number);
    }

    private void tag(Element element, StructureTag tag) {
        element.setAttribute("title", PREFIX + tags.size());
        tags.add(tag);
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
