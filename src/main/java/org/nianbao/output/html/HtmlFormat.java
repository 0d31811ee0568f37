package org.nianbao.output.html;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.nianbao.output.Format;
import org.nianbao.output.Stamp;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Writes the page as one HTML file (HTML standard, 13.1): style and pictures inside, no script, nothing fetched.
 *
 * <p>A table's rules stand in each cell's own {@code style} too: editors of government sites drop style sheets from what
 * is pasted into them, and keep these.
 */
public final class HtmlFormat implements Format {
    private static final Set<String> VOID = Set.of("br", "img", "col");
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

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public byte[] write(Page page, Stamp stamp) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"");
        out.append(attribute(page.language())).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        meta(out, "viewport", "width=device-width, initial-scale=1");
        meta(out, "author", stamp.author());
        meta(out, "generator", stamp.producer());
        out.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                        + "img-src data:\">\n");
        out.append("<title>").append(text(page.title())).append("</title>\n<style>\n");
        out.append(page.styles().screen().strip())
                .append('\n')
                .append(page.styles().paper().strip())
                .append("\n</style>\n</head>\n<body>\n");
        children(page.body(), page, out);
        return out.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void meta(StringBuilder out, String name, String content) {
        out.append("<meta name=\"")
                .append(name)
                .append("\" content=\"")
                .append(attribute(content))
                .append("\">\n");
    }

    private static void children(Node parent, Page page, StringBuilder out) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element, page, out);
            } else if (child instanceof Text words && !isLayout(words.getData())) {
                out.append(text(words.getData()));
            }
        }
    }

    /** Whether a stretch of blanks only parts the lines of a template; within a line it parts words. */
    private static boolean isLayout(String words) {
        return words.isBlank() && words.indexOf('\n') >= 0;
    }

    private static void element(Element element, Page page, StringBuilder out) {
        String name = element.getLocalName();
        out.append('<').append(name);
        attributes(element, page)
                .forEach((attribute, value) -> out.append(' ')
                        .append(attribute)
                        .append("=\"")
                        .append(attribute(value))
                        .append('"'));
        out.append('>');
        if (!VOID.contains(name)) {
            children(element, page, out);
            out.append("</").append(name).append('>');
        }
        if (LINE_AFTER.contains(name)) {
            out.append('\n');
        }
    }

    private static Map<String, String> attributes(Element element, Page page) {
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
            }
            case "col" -> attributes.put("style", "width:" + attributes.remove("width") + "%");
            case "table" -> attributes.put("style", TABLE_STYLE);
            case "th", "td" -> attributes.put("style", CELL_STYLE + alignment(element));
            default -> {}
        }
        return attributes;
    }

    private static String alignment(Element cell) {
        return Elements.hasClass(cell, "left") ? "left" : Elements.hasClass(cell, "right") ? "right" : "center";
    }

    private static String dataOf(Picture picture) {
        return "data:" + picture.kind().mediaType() + ";base64,"
                + Base64.getEncoder().encodeToString(picture.bytes());
    }

    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String attribute(String value) {
        return text(value).replace("\"", "&quot;");
    }
}
