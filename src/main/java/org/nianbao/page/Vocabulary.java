package org.nianbao.page;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;

/** The elements and attributes allowed on a page. Every format supports all of them, so none drops what another shows. */
final class Vocabulary {
    private static final Set<String> ANYWHERE = Set.of("class", "id", "lang");
    private static final Set<String> CELL = Set.of("colspan", "rowspan", "headers", "scope");

    /** Elements without attributes of their own. */
    private static final Set<String> PLAIN =
            Set.of(("head title body main div h1 h2 h3 h4 h5 p br wbr b strong em span ins del ul li figure figcaption"
                            + " table caption colgroup thead tbody tr")
                    .split(" "));

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "html", Set.of("xmlns"),
            "meta", Set.of("name", "content"),
            "section", Set.of("aria-labelledby"),
            "a", Set.of("href"),
            "ol", Set.of("start"),
            "img", Set.of("src", "alt"),
            "col", Set.of("width"),
            "th", CELL,
            "td", CELL);

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
        Set<String> attributes = ATTRIBUTES.getOrDefault(name, Set.of());
        if (attributes.isEmpty() && !PLAIN.contains(name)) {
            throw new Page.MalformedPage(Page.MalformedPage.Fault.UNKNOWN_ELEMENT, name, 0);
        }
        NamedNodeMap written = element.getAttributes();
        for (int i = 0; i < written.getLength(); i++) {
            String attribute = written.item(i).getNodeName();
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
