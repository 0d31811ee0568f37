package org.nianbao.output.pdf;

import java.util.Locale;
import org.nianbao.font.TextWidth;
import org.nianbao.page.Elements;
import org.nianbao.page.FigureSize;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Sets the figures of rows that have their own {@link FigureSize}. */
final class FigureSizes {
    private FigureSizes() {}

    static void set(Document document, TextWidth widths) {
        for (Element table : Elements.named(document.getDocumentElement(), "table")) {
            TextRole role = Elements.hasClass(table, "small") ? TextRole.TABLE_SMALL : TextRole.TABLE;
            for (Element row : Elements.named(table, "tr")) {
                FigureSize.of(row)
                        .ifPresent(size -> Elements.children(row).stream()
                                .filter(FigureSize::isFigure)
                                .map(FigureSize::figure)
                                .forEach(cell -> set(
                                        cell,
                                        size,
                                        widths.of(cell.getTextContent().strip(), role))));
            }
        }
    }

    /** Sets a figure, {@code width} ems wide. A condensed one is laid out as it is and then scaled, so it overhangs. */
    private static void set(Element cell, FigureSize size, double width) {
        cell.setAttribute("style", "white-space: nowrap; font-size: " + size.halfPoints() / 2.0 + "pt");
        if (size.percent() < 100) {
            double scale = size.percent() / 100.0;
            double overhang = width * (1 - scale) / 2;
            Element box = cell.getOwnerDocument().createElementNS(cell.getNamespaceURI(), "span");
            box.setAttribute(
                    "style",
                    String.format(
                            Locale.ROOT,
                            "display: inline-block; margin: 0 -%.3fem; transform: scaleX(%.2f)",
                            overhang,
                            scale));
            while (cell.hasChildNodes()) {
                box.appendChild(cell.getFirstChild());
            }
            cell.appendChild(box);
        }
    }
}
