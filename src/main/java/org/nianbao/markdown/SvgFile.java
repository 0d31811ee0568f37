package org.nianbao.markdown;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.nianbao.page.Picture;

/**
 * An SVG picture. It is rejected unless it can be drawn without running or fetching anything, and rewritten, so that
 * every parser sees what was checked here.
 */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private static final Set<String> DRAWN = Set.of(("svg g defs symbol use switch style path rect circle ellipse line"
                    + " polyline polygon linearGradient radialGradient stop clipPath mask pattern marker")
            .split(" "));

    /** Removed with their content. */
    private static final Set<String> NOTES = Set.of("metadata", "title", "desc", "view", "cursor");

    private static final Set<String> TEXT = Set.of("text", "tspan", "textPath", "tref", "altGlyph", "font", "glyph");

    /** In bytes; drawing a path takes a hundred times as much memory. */
    private static final int LARGEST = 3 * 1024 * 1024;

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 50_000;

    /** Of the root, in CSS pixels. */
    private static final int WIDEST = 10_000;

    private static final Pattern OWN_PART = Pattern.compile("url\\(\\s*(['\"]?)#([^'\")\\s]+)\\1\\s*\\)");
    private static final Pattern LENGTH = Pattern.compile("(.*?)(px|pt|mm|cm|in)?");

    /** Units in CSS pixels. */
    private static final Map<String, Double> UNITS =
            Map.of("px", 1.0, "pt", 96 / 72.0, "mm", 96 / 25.4, "cm", 96 / 2.54, "in", 96.0);

    private final StringBuilder out = new StringBuilder();
    private final SvgParts parts = new SvgParts(MOST_ELEMENTS);
    private final Deque<String> open = new ArrayDeque<>();
    private final XMLStreamReader in;

    private SvgFile(XMLStreamReader in) {
        this.in = in;
    }

    /**
     * @throws PictureRejected if it is not well-formed SVG, is too deep or too long, or has text, scripts, events or
     *     references to anything outside itself
     */
    static Picture read(String name, byte[] bytes) throws PictureRejected {
        if (bytes.length > LARGEST) {
            throw PictureRejected.size(bytes.length / 1024 + " KiB");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new SvgFile(factory.createXMLStreamReader(new StringReader(text(bytes)))).read(name);
        } catch (XMLStreamException e) {
            String last = String.valueOf(e.getMessage()).replaceFirst("(?s).*\\n", "");
            throw PictureRejected.kind(last.replaceFirst("^Message: ", ""));
        }
    }

    /** Decodes the file here: the parser would write of malformed bytes to standard error. */
    private static String text(byte[] bytes) throws PictureRejected {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new PictureRejected("picture-unknown", "");
        }
    }

    private Picture read(String name) throws XMLStreamException, PictureRejected {
        int width = 0;
        int height = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.isEmpty()) {
                        width = size("width", 2, "300");
                        height = size("height", 3, "150");
                    }
                    if (!SVG.equals(in.getNamespaceURI()) || NOTES.contains(in.getLocalName())) {
                        skip();
                    } else {
                        open();
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

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void open() throws PictureRejected {
        String element = in.getLocalName();
        boolean root = open.isEmpty();
        if (TEXT.contains(element)) {
            throw new PictureRejected("picture-text", "<" + element + ">");
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
        open.push(element);
        if (open.size() > DEEPEST) {
            throw PictureRejected.size("> " + DEEPEST);
        }
    }

    /** Rejects events and leaves out other vocabularies. Links are written as in SVG 1.1, which every program draws. */
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
            out.append(link ? " xlink:" : " ").append(name).append("=\"");
            out.append(escape(checked(value, name)).replace("\"", "&quot;")).append('"');
        }
    }

    /** Rejects style sheets and attributes that refer to anything but own parts, or could hide it in escapes. */
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

    /** A length of the root, in CSS pixels; without one, or with a percentage, that of the view box. */
    private int size(String attribute, int index, String fallback) throws PictureRejected {
        String box = in.getAttributeValue(null, "viewBox");
        String[] numbers = box == null ? new String[0] : box.strip().split("[\\s,]+", -1);
        String written = in.getAttributeValue(null, attribute);
        String text = written != null && !written.strip().endsWith("%")
                ? written.strip()
                : numbers.length == 4 ? numbers[index] : fallback;
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw PictureRejected.kind(text);
        }
        try {
            double pixels = Double.parseDouble(length.group(1))
                    * (length.group(2) == null ? 1 : UNITS.getOrDefault(length.group(2), 1.0));
            if (!(pixels >= 1 && pixels <= WIDEST)) {
                throw PictureRejected.kind(attribute + ": " + pixels);
            }
            return (int) Math.round(pixels);
        } catch (NumberFormatException e) {
            throw PictureRejected.kind(text);
        }
    }
}
