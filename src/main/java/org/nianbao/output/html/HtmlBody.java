package org.nianbao.output.html;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.BalancedLines;
import org.nianbao.page.Elements;
import org.nianbao.page.LineEdges;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.page.Signature;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Writes the elements of one page and adds what browsers need: scroll boxes, inline styles, embedded pictures. */
final class HtmlBody {
    private static final Set<String> VOID = Set.of("br", "col", "img", "wbr");
    private static final List<String> HEADINGS = List.of("h1", "h2", "h3", "h4", "h5");
    /** Elements followed by a line break, for people who read the source. */
    private static final Set<String> LINE_AFTER = Set.of(
            "h1 h2 h3 h4 h5 p div ul ol li section main figure table caption colgroup thead tbody tr".split(" "));

    private static final String TABLE_STYLE = "border-collapse:collapse;width:100%";
    private static final String CELL_STYLE = "border:1px solid #000;text-align:";

    /** Rules between the cells where an editor drops styles too. */
    private static final Map<String, String> RULED = Map.of("border", "1", "cellspacing", "0");

    private final Page page;
    private final Typography typography;
    private final XmlWriter out;
    private int level;

    /** Custom properties of elements, which follow their styles. */
    private final Map<Element, String> properties = new HashMap<>();

    HtmlBody(Page page, Typography typography, XmlWriter out) {
        this.page = page;
        this.typography = typography;
        this.out = out;
    }

    void writeChildren(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (scrolls(element)) {
                    writeInScrollBox(element);
                } else {
                    writeElement(element);
                }
            } else if (child instanceof Text text && !isLayout(text.getData())) {
                writeText(text.getData(), parent);
            }
        }
    }

    /** Writes text; the parts of a long name where it is broken on paper too. */
    private void writeText(String text, Node parent) {
        double length = lineLength(parent);
        List<String> lines = length == Double.POSITIVE_INFINITY
                ? List.of(text)
                : BalancedLines.of(
                        text.strip(), length, typography.composition().nameParts());
        if (lines.size() == 1) {
            writeWords(text);
            return;
        }
        lines.forEach(line -> out.open("span", "class", "line").text(line).close());
    }

    /** Writes text in which no connector begins a line; the style sheet joins it to the word before. */
    private void writeWords(String text) {
        Matcher connector = LineEdges.CONNECTOR.matcher(text);
        int end = 0;
        while (connector.find()) {
            out.text(text.substring(end, connector.start()));
            out.open("span", "class", "joined").text(connector.group()).close();
            end = connector.end();
        }
        out.text(text.substring(end));
    }

    /** The length of a line of a name in full-width characters; endless for other text. */
    private double lineLength(Node parent) {
        if (Objects.equals(parent.getLocalName(), "h1")) {
            return typography.charactersOn(TextRole.TITLE);
        }
        boolean signature = parent instanceof Element element && Elements.hasClass(element, "signature");
        return signature ? Signature.lineLength(typography.charactersOn(TextRole.BODY)) : Double.POSITIVE_INFINITY;
    }

    /** Whether white space only separates lines of the template. Within a line it separates words. */
    private static boolean isLayout(String text) {
        return text.isBlank() && text.indexOf('\n') >= 0;
    }

    /**
     * Whether an element may be wider than the window: tables of class {@code wide}, those of the prose, and charts, whose
     * text would be too small.
     */
    private static boolean scrolls(Element element) {
        if (element.getLocalName().equals("img")) {
            return hasDataTable(element);
        }
        return element.getLocalName().equals("table")
                && (Elements.hasClass(element, "wide") || !Elements.hasClass(element, "form"))
                && !Elements.hasClass(element, "unseen");
    }

    /** Puts an element into a scroll box that takes the keyboard focus, so that the page itself does not scroll sideways. */
    private void writeInScrollBox(Element wide) {
        Node named = wide.getLocalName().equals("img") ? wide.getParentNode() : wide;
        List<Element> captions = Elements.named(named, "caption");
        String name = (captions.isEmpty() ? Elements.named(named, "th") : captions)
                .stream().map(cell -> cell.getTextContent().strip()).collect(Collectors.joining(" "));
        out.open("div", "aria-label", name, "class", "scroll", "role", "group", "tabindex", "0");
        out.raw("\n");
        writeElement(wide);
        out.close().raw("\n");
    }

    private void writeElement(Element element) {
        if (element.getLocalName().equals("table") && Elements.hasClass(element, "wide")) {
            labels(element);
        }
        Map<String, String> attributes = attributes(element);
        String own = properties.get(element);
        if (own != null) {
            attributes.merge("style", own, String::concat);
        }
        if (own != null && !element.getLocalName().equals("table")) {
            attributes.merge("class", "label", (written, more) -> written + " " + more);
        }
        String name = name(element, attributes);
        out.open(name);
        attributes.forEach(out::with);
        if (VOID.contains(name)) {
            out.closeVoid();
        } else {
            writeChildren(element);
            out.close();
        }
        if (LINE_AFTER.contains(name)) {
            out.raw("\n");
        }
    }

    /** Marks the label area of a table, and the width that its figures need. */
    private void labels(Element table) {
        LabelArea area = LabelArea.of(table);
        properties.put(table, area.tableProperties());
        if (area.isEmpty()) {
            return;
        }
        List<Element> columns = Elements.named(table, "col");
        for (int column = 0; area.has(column); column++) {
            properties.put(columns.get(column), area.columnProperty(column));
        }
        area.grid().rows().stream()
                .flatMap(row -> row.slots().stream())
                .filter(area::has)
                .forEach(cell -> properties.put(cell.element(), area.cellProperty(cell)));
    }

    /** Heading levels never skip a step, as screen readers expect; a class keeps the look of a heading that was raised. */
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
            attributes.put(written.item(i).getNodeName(), written.item(i).getNodeValue());
        }
        switch (element.getLocalName()) {
            case "img" -> {
                Picture picture = Objects.requireNonNull(page.pictures().get(element.getAttribute("src")));
                attributes.put("src", dataOf(picture));
                attributes.put("width", String.valueOf(picture.width()));
                attributes.put("height", String.valueOf(picture.height()));
                if (hasDataTable(element)) {
                    attributes.put("alt", "");
                }
            }
            case "col" -> attributes.put("style", "width:" + attributes.remove("width") + "%");
            case "div" -> {
                if (Elements.hasClass(element, "signed")) {
                    attributes.put("style", "text-align:right"); // without the style sheet
                    attributes.put("align", "right"); // without any style
                    if (Signature.isDateLonger(element)) {
                        attributes.merge("class", "date-longer", (own, more) -> own + " " + more);
                    }
                }
            }
            case "table" -> {
                if (Elements.hasClass(element, "unseen")) {
                    attributes.put("hidden", "");
                } else {
                    attributes.put("style", TABLE_STYLE);
                    attributes.putAll(RULED);
                }
            }
            case "caption" -> attributes.put("hidden", "");
            case "thead", "tbody" -> attributes.put("align", "center");
            case "th", "td" -> {
                String alignment = alignment(element);
                attributes.put("style", CELL_STYLE + alignment);
                if (!alignment.equals("center")) {
                    attributes.put("align", alignment);
                }
            }
            default -> {}
        }
        return attributes;
    }

    /** Whether a hidden table next to the picture has its data, so that screen readers can skip the picture. */
    private static boolean hasDataTable(Element img) {
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
