package org.nianbao.markdown;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.nianbao.page.Picture;

/**
 * An SVG picture, held to what can be drawn without running or fetching anything, and written anew: whoever draws it,
 * with whichever parser, sees what was looked at here and nothing else.
 */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private static final Set<String> DRAWN = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "switch",
            "style",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "pattern",
            "marker");

    /** What editors and people note; it is left out with all that is in it. */
    private static final Set<String> NOTED = Set.of("metadata", "title", "desc", "view", "cursor");

    private static final Set<String> TEXT = Set.of("text", "tspan", "textPath", "tref", "altGlyph", "font", "glyph");

    /** In bytes; whoever draws a path keeps a hundred times as much. */
    private static final int HEAVIEST = 3 * 1024 * 1024;

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 50_000;

    private static final Pattern OWN_PART = Pattern.compile("url\\(\\s*(['\"]?)#([^'\")\\s]+)\\1\\s*\\)");

    private final StringBuilder out = new StringBuilder();
    private final SvgParts parts = new SvgParts(MOST_ELEMENTS);
    private final XMLStreamReader in;

    private SvgFile(XMLStreamReader in) {
        this.in = in;
    }

    /**
     * Reads its size and proves that it is harmless.
     *
     * @throws PictureRejected if it is no SVG, is not well-formed, is too deep or too long, or holds words, scripts, events or
     *     references to anything outside itself
     */
    static Picture read(String name, byte[] bytes) throws PictureRejected {
        if (bytes.length > HEAVIEST) {
            throw PictureRejected.size(bytes.length / 1024 + " KiB");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new SvgFile(factory.createXMLStreamReader(new StringReader(text(bytes)))).read(name);
        } catch (XMLStreamException e) {
            throw PictureRejected.kind(String.valueOf(e.getMessage())
                    .lines()
                    .reduce((first, last) -> last)
                    .orElse("")
                    .replaceFirst("^Message: ", ""));
        }
    }

    private Picture read(String name) throws XMLStreamException, PictureRejected {
        int width = 0;
        int height = 0;
        Deque<String> open = new ArrayDeque<>();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.isEmpty()) {
                        width = size("width", 2, "300");
                        height = size("height", 3, "150");
                    }
                    if (isLeftOut()) {
                        skip();
                    } else {
                        open(open.isEmpty());
                        open.push(in.getLocalName());
                        if (open.size() > DEEPEST) {
                            throw PictureRejected.size("> " + DEEPEST);
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    out.append("</").append(open.pop()).append('>');
                    parts.close();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if ("style".equals(open.peek())) {
                        out.append(escape(checked(in.getText(), "style")));
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw PictureRejected.kind("&" + in.getLocalName() + ";");
                default -> {}
            }
        }
        parts.requireEnd();
        byte[] written = out.toString().getBytes(StandardCharsets.UTF_8);
        return new Picture(name, Picture.PictureType.SVG, written, width, height);
    }

    /** The parser would tell of bytes that are no text on the standard error. */
    private static String text(byte[] bytes) throws PictureRejected {
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            throw PictureRejected.kind("JPEG");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw PictureRejected.kind("?");
        }
    }

    private boolean isLeftOut() {
        return !SVG.equals(in.getNamespaceURI()) || NOTED.contains(in.getLocalName());
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void open(boolean root) throws PictureRejected {
        String element = in.getLocalName();
        if (TEXT.contains(element)) {
            throw PictureRejected.text("<" + element + ">");
        }
        if (!DRAWN.contains(element) || root != element.equals("svg")) {
            throw PictureRejected.kind("<" + element + ">");
        }
        parts.open(in.getAttributeValue(null, "id"));
        out.append('<').append(element);
        if (root) {
            out.append(" xmlns=\"" + SVG + "\" xmlns:xlink=\"" + XLINK + "\"");
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attribute(
                    in.getAttributeNamespace(i),
                    in.getAttributeLocalName(i),
                    in.getAttributeValue(i).strip());
        }
        out.append('>');
    }

    /** Events are refused; what other vocabularies add is left out. Links are written as of SVG 1.1, which all can draw. */
    private void attribute(String namespace, String name, String value) throws PictureRejected {
        boolean own = namespace == null || namespace.isEmpty();
        boolean link = name.equals("href") && (own || namespace.equals(XLINK));
        if ((own && name.startsWith("on")) || (link && !value.startsWith("#"))) {
            throw PictureRejected.kind(name + "=\"" + value.substring(0, Math.min(40, value.length())) + "\"");
        }
        if (link) {
            parts.refer(value.substring(1));
        }
        boolean twice = link && own && in.getAttributeValue(XLINK, "href") != null;
        if ((own || link) && !twice) {
            String written = escape(checked(value, name)).replace("\"", "&quot;");
            out.append(link ? " xlink:" : " ")
                    .append(name)
                    .append("=\"")
                    .append(written)
                    .append('"');
        }
    }

    /** Style sheets and attributes may refer to the picture's own parts only, and must say so in plain letters. */
    private String checked(String text, String where) throws PictureRejected {
        Matcher own = OWN_PART.matcher(text);
        while (own.find()) {
            parts.refer(own.group(2));
        }
        String rest = own.replaceAll("").toLowerCase(Locale.ROOT);
        boolean sheet = where.equals("style");
        if (rest.contains("url(")
                || (sheet && (rest.indexOf('\\') >= 0 || rest.indexOf('@') >= 0 || rest.contains("/*")))) {
            throw PictureRejected.kind(where + ": url() @ \\ /*");
        }
        return text;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Of the root, in CSS pixels; a percentage or nothing is taken from the view box. */
    private int size(String attribute, int index, String fallback) throws PictureRejected {
        String box = in.getAttributeValue(null, "viewBox");
        String[] numbers = box == null ? new String[0] : box.strip().split("[\\s,]+", -1);
        double length = length(in.getAttributeValue(null, attribute), numbers.length == 4 ? numbers[index] : fallback);
        if (!(length >= 1 && length <= 10_000)) {
            throw PictureRejected.kind(attribute + ": " + length);
        }
        return (int) Math.round(length);
    }

    private static double length(String written, String fallback) throws PictureRejected {
        String text = written == null || written.strip().endsWith("%") ? fallback : written.strip();
        String number = text.replaceFirst("(px|pt|mm|cm|in)$", "");
        String unit = text.substring(number.length());
        double factor = switch (unit) {
            case "pt" -> 96 / 72.0;
            case "mm" -> 96 / 25.4;
            case "cm" -> 96 / 2.54;
            case "in" -> 96;
            default -> 1;
        };
        try {
            return Double.parseDouble(number) * factor;
        } catch (NumberFormatException e) {
            throw PictureRejected.kind(text);
        }
    }
}
