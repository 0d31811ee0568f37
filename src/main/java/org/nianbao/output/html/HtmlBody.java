package org.nianbao.output.html;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Writes the page's elements, with what a browser needs besides. For one page. */
final class HtmlBody {
    private static final Set<String> VOID = Set.of("br", "img", "col");
    private static final List<String> HEADINGS = List.of("h1", "h2", "h3", "h4", "h5");
    private static final Set<String> LINE_AFTER = Set.of(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "p",
            "tr",
            "table",
            "caption",
            "colgroup",
            "thead",
            "tbody",
            "section",
            "main",
            "figure",
            "ul",
            "ol",
            "li");
    private static final String TABLE_STYLE = "border-collapse:collapse;width:100%";
    private static final String CELL_STYLE = "border:1px solid #000;text-align:";

    private final Page page;
    private final StringBuilder out;
    private int level;

    HtmlBody(Page page, StringBuilder out) {
        this.page = page;
        this.out = out;
    }

    void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (scrolls(element)) {
                    scrolling(element);
                } else {
                    element(element);
                }
            } else if (child instanceof Text words && !isLayout(words.getData())) {
                out.append(Markup.text(words.getData()));
            }
        }
    }

    /** Whether a stretch of blanks only parts the lines of a template; within a line it parts words. */
    private static boolean isLayout(String words) {
        return words.isBlank() && words.indexOf('\n') >= 0;
    }

    /** Whether a table may be wider than the window: one that asks for it, and those of the prose. */
    private static boolean scrolls(Element element) {
        return element.getLocalName().equals("table")
                && (Elements.hasClass(element, "wide") || !Elements.hasClass(element, "form"))
                && !Elements.hasClass(element, "unseen");
    }

    /** A table in a box of its own, which is reached by keyboard, so that the page itself need not scroll sideways. */
    private void scrolling(Element table) {
        List<Element> captions = Elements.named(table, "caption");
        String name = (captions.isEmpty() ? Elements.named(table, "th") : captions)
                .stream().map(words -> words.getTextContent().strip()).collect(Collectors.joining(" "));
        out.append(Markup.open(
                "div", new TreeMap<>(Map.of("class", "scroll", "role", "group", "aria-label", name, "tabindex", "0"))));
        out.append('\n');
        element(table);
        out.append("</div>\n");
    }

    private void element(Element element) {
        Map<String, String> attributes = attributes(element);
        String name = name(element, attributes);
        out.append(Markup.open(name, attributes));
        if (!VOID.contains(name)) {
            children(element);
            out.append("</").append(name).append('>');
        }
        if (LINE_AFTER.contains(name)) {
            out.append('\n');
        }
    }

    /** Headings go down step by step, as browsers and their readers want it; one that would not keeps its look. */
    private String name(Element element, Map<String, String> attributes) {
        String name = element.getLocalName();
        if (!HEADINGS.contains(name)) {
            return name;
        }
        int wanted = HEADINGS.indexOf(name) + 1;
        level = Math.min(wanted, level + 1);
        if (level < wanted) {
            attributes.merge("class", "level-" + (wanted - 1), (written, look) -> written + " " + look);
        }
        return "h" + level;
    }

    private Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap written = element.getAttributes();
        for (int i = 0; i < written.getLength(); i++) {
            Attr attribute = (Attr) written.item(i);
            attributes.put(attribute.getName(), attribute.getValue());
        }
        switch (element.getLocalName()) {
            case "img" -> {
                Picture picture = Objects.requireNonNull(page.pictures().get(element.getAttribute("src")));
                attributes.put("src", dataOf(picture));
                attributes.put("width", String.valueOf(picture.width()));
                attributes.put("height", String.valueOf(picture.height()));
                if (isToldByTable(element)) {
                    attributes.put("alt", "");
                }
            }
            case "col" -> attributes.put("style", "width:" + attributes.remove("width") + "%");
            case "table" -> attributes.put("style", TABLE_STYLE);
            case "th", "td" -> attributes.put("style", CELL_STYLE + alignment(element));
            default -> {}
        }
        return attributes;
    }

    /** Whether a table beside the picture tells all of it to those who cannot see it; they need not hear it twice. */
    private static boolean isToldByTable(Element img) {
        return Elements.children(img.getParentNode()).stream().anyMatch(beside -> Elements.hasClass(beside, "unseen"));
    }

    private static String alignment(Element cell) {
        return Elements.hasClass(cell, "left") ? "left" : Elements.hasClass(cell, "right") ? "right" : "center";
    }

    private static String dataOf(Picture picture) {
        return "data:" + picture.kind().mediaType() + ";base64,"
                + Base64.getEncoder().encodeToString(picture.bytes());
    }
}
