package org.nianbao.output.pdf;

import java.util.List;
import java.util.Locale;
import org.nianbao.page.Elements;
import org.nianbao.typography.Typography;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The blocks of class {@code landscape}, which are on landscape pages. The renderer gives all blocks the text width of a
 * portrait page, and it would put an empty portrait page before a landscape block that begins the document.
 */
record PageOrientation(Document document, Typography typography) {
    private static final String LANDSCAPE = "landscape";

    /** The typography of the pages that an element is on. */
    static Typography typography(Typography typography, Element element) {
        return Elements.isWithin(element, LANDSCAPE) ? typography.landscape() : typography;
    }

    void set() {
        List<Element> divs = Elements.named(document.getDocumentElement(), "div").stream()
                .filter(div -> Elements.hasClass(div, LANDSCAPE))
                .toList();
        divs.forEach(div -> setWidth(div, typography.landscape()));
        divs.stream().limit(1).filter(PageOrientation::isFirst).forEach(this::begin);
    }

    private static boolean isFirst(Element div) {
        return Elements.before(div)
                .filter(block -> !Elements.hasClass(block, "draft"))
                .isEmpty();
    }

    /** Sets the body on landscape pages because of its first block, and the other blocks on portrait pages. */
    private void begin(Element first) {
        Elements.addClass(Elements.named(document.getDocumentElement(), "body").get(0), LANDSCAPE);
        Element portrait = null;
        for (Element block : Elements.children(first.getParentNode())) {
            if (Elements.hasClass(block, LANDSCAPE) || Elements.hasClass(block, "draft")) {
                portrait = null;
            } else {
                if (portrait == null) {
                    portrait = document.createElementNS(block.getNamespaceURI(), "div");
                    portrait.setAttribute("class", "portrait");
                    setWidth(portrait, typography);
                    first.getParentNode().insertBefore(portrait, block);
                }
                portrait.appendChild(block);
            }
        }
    }

    private static void setWidth(Element div, Typography typography) {
        div.setAttribute("style", String.format(Locale.ROOT, "width: %.3fpt", typography.textWidth()));
    }
}
