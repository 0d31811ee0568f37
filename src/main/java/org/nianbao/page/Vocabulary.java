package org.nianbao.page;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;

/**
 * The elements and attributes that a page may use. Every format supports all of them, so none can drop what another shows.
 */
final class Vocabulary {
    private static final Set<String> ANYWHERE = Set.of("class", "id", "lang");
    private static final Set<String> CELL = Set.of("colspan", "rowspan", "headers", "scope");

    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("html", Set.of("xmlns")),
            Map.entry("head", Set.of()),
            Map.entry("title", Set.of()),
            Map.entry("meta", Set.of("name", "content")),
            Map.entry("body", Set.of()),
            Map.entry("main", Set.of()),
            Map.entry("section", Set.of("aria-labelledby")),
            Map.entry("h1", Set.of()),
            Map.entry("h2", Set.of()),
            Map.entry("h3", Set.of()),
            Map.entry("h4", Set.of()),
            Map.entry("h5", Set.of()),
            Map.entry("p", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("b", Set.of()),
            Map.entry("strong", Set.of()),
            Map.entry("em", Set.of()),
            Map.entry("span", Set.of()),
            Map.entry("ins", Set.of()),
            Map.entry("del", Set.of()),
            Map.entry("a", Set.of("href")),
            Map.entry("ul", Set.of()),
            Map.entry("ol", Set.of("start")),
            Map.entry("li", Set.of()),
            Map.entry("figure", Set.of()),
            Map.entry("img", Set.of("src", "alt")),
            Map.entry("figcaption", Set.of()),
            Map.entry("table", Set.of()),
            Map.entry("caption", Set.of()),
            Map.entry("colgroup", Set.of()),
            Map.entry("col", Set.of("width")),
            Map.entry("thead", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", CELL),
            Map.entry("td", CELL));

    /** The maximum nesting of elements; a list in a list in a table has twelve levels. */
    private static final int MAX_DEPTH = 60;

    private Vocabulary() {}

    static void check(Document document) throws Page.MalformedPage {
        check(document, 0);
    }

    private static void check(Node parent, int depth) throws Page.MalformedPage {
        if (depth > MAX_DEPTH) {
            throw new Page.MalformedPage(Page.MalformedPage.Fault.TOO_DEEP, parent.getNodeName(), 0);
        }
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                check(element);
                check(element, depth + 1);
            } else if (child instanceof ProcessingInstruction) {
                throw new Page.MalformedPage(Page.MalformedPage.Fault.UNKNOWN_ELEMENT, "?" + child.getNodeName(), 0);
            }
        }
    }

    private static void check(Element element) throws Page.MalformedPage {
        String name = element.getTagName();
        Set<String> attributes = ELEMENTS.get(name);
        if (attributes == null) {
            throw new Page.MalformedPage(Page.MalformedPage.Fault.UNKNOWN_ELEMENT, name, 0);
        }
        NamedNodeMap written = element.getAttributes();
        for (int i = 0; i < written.getLength(); i++) {
            String attribute = ((Attr) written.item(i)).getName();
            if (!attributes.contains(attribute) && !ANYWHERE.contains(attribute)) {
                throw new Page.MalformedPage(Page.MalformedPage.Fault.UNKNOWN_ATTRIBUTE, name + " " + attribute, 0);
            }
        }
        String href = element.getAttribute("href");
        if (element.hasAttribute("href") && !Links.isSafe(href) && !href.startsWith("#")) {
            throw new Page.MalformedPage(Page.MalformedPage.Fault.UNSAFE_LINK, href, 0);
        }
    }
}
