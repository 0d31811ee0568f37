package org.nianbao.picture;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.nianbao.diagnostic.Message;
import org.nianbao.page.Picture;

/**
 * An SVG picture. It is rejected unless it can be drawn without running or fetching anything, and alike in every format. It
 * is rewritten, so that every parser sees what was checked here.
 */
final class SvgFile {
    static final String SVG = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final Set<String> DRAWN = Set.of(("svg g defs symbol use switch style path rect circle ellipse line"
                    + " polyline polygon linearGradient radialGradient stop clipPath mask pattern marker text tspan")
            .split(" "));

    /** Removed with their content. */
    private static final Set<String> NOTES = Set.of("metadata", "title", "desc", "view", "cursor");

    private static final Set<String> TEXT = Set.of("text", "tspan");

    /** Text that is not drawn as outlines, and text by fonts of the picture's own. */
    private static final Set<String> OTHER_TEXT =
            Set.of("textPath tref altGlyph font glyph flowRoot hkern vkern".split(" "));

    /** In bytes; drawing a path takes a hundred times as much memory. */
    private static final int LARGEST = 3 * 1024 * 1024;

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 50_000;

    /** Of the root, in CSS pixels. */
    private static final int WIDEST = 10_000;

    private static final Pattern LENGTH = Pattern.compile("(.*?)(px|pt|pc|mm|cm|in)?");
    private static final Pattern OWN_PART = Pattern.compile("url\\(\\s*(['\"]?)#([^'\")\\s]+)\\1\\s*\\)");
    private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)\\}");
    private static final Pattern SELECTORS = Pattern.compile("[\\w\\p{L}\\s.#*>+,-]+");

    private final SvgDrawing out = new SvgDrawing();
    private final SvgParts parts = new SvgParts(MOST_ELEMENTS);
    private final Deque<String> open = new ArrayDeque<>();
    private final XMLStreamReader in;
    private final Lettering lettering;
    private final SvgValues values;
    private int width;
    private int height;

    private SvgFile(XMLStreamReader in, Lettering lettering, Set<String> translucent) {
        this.in = in;
        this.lettering = lettering;
        this.values = new SvgValues(out.families(lettering), translucent);
    }

    /**
     * @throws PictureRejected if it is not well-formed SVG, is too deep or too long, cannot be drawn alike in every format,
     *     or has scripts, events or references to anything outside itself
     */
    static Picture read(String name, byte[] bytes, Lettering lettering) throws PictureRejected {
        if (bytes.length > LARGEST) {
            throw PictureRejected.size(bytes.length / 1024 + " KiB");
        }
        String text = text(bytes);
        SvgFile first = open(text, lettering, Set.of());
        Picture picture = first.read(name);
        return first.values.found().isEmpty()
                ? picture
                : open(text, lettering, first.values.found()).read(name);
    }

    private static SvgFile open(String text, Lettering lettering, Set<String> translucent) throws PictureRejected {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new SvgFile(factory.createXMLStreamReader(new StringReader(text)), lettering, translucent);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private static PictureRejected malformed(XMLStreamException e) {
        String last = String.valueOf(e.getMessage()).replaceFirst("(?s).*\\n", "");
        return PictureRejected.kind(last.replaceFirst("^Message: ", ""));
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

    private Picture read(String name) throws PictureRejected {
        try {
            return parse(name);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private Picture parse(String name) throws XMLStreamException, PictureRejected {
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
                        open();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    out.close(open.pop());
                    parts.close();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(in.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw PictureRejected.kind("&" + in.getLocalName() + ";");
                default -> {}
            }
        }
        parts.requireEnd();
        byte[] written = out.outlined(lettering).getBytes(StandardCharsets.UTF_8);
        return new Picture(name, Picture.PictureType.SVG, written, width, height);
    }

    /** Notes and other vocabularies, and HTML for which a switch has a substitute in SVG. */
    private boolean isLeftOut() {
        String element = in.getLocalName();
        return !SVG.equals(in.getNamespaceURI())
                || NOTES.contains(element)
                || (element.equals("foreignObject") && "switch".equals(open.peek()));
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void characters(String text) throws PictureRejected {
        if ("style".equals(open.peek())) {
            sheet(checked(text, "style"));
        } else if (TEXT.contains(String.valueOf(open.peek()))) {
            out.text(lettering.conversion().apply(text), line());
        }
    }

    private void open() throws PictureRejected {
        String element = in.getLocalName();
        boolean root = open.isEmpty();
        if (OTHER_TEXT.contains(element)) {
            throw PictureRejected.part(line(), "<" + element + ">");
        }
        if (!DRAWN.contains(element) || root != element.equals("svg")) {
            throw PictureRejected.kind("<" + element + ">");
        }
        if (TEXT.contains(element) && !isTextAllowed(element)) {
            throw PictureRejected.part(line(), "<" + open.peek() + "> … <" + element + ">");
        }
        parts.open(element, in.getAttributeValue(null, "id"));
        out.open(element, line());
        if (root) {
            out.attribute("width", String.valueOf(width));
            out.attribute("height", String.valueOf(height));
        }
        if (root && in.getAttributeValue(null, "viewBox") == null) {
            out.attribute("viewBox", "0 0 " + width + " " + height);
        }
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attribute(
                    in.getAttributeNamespace(i),
                    in.getAttributeLocalName(i),
                    in.getAttributeValue(i).strip(),
                    properties);
        }
        properties(properties).forEach(out::attribute);
        out.opened();
        open.push(element);
        if (open.size() > DEEPEST) {
            throw PictureRejected.size(Message.of("size.levels", DEEPEST));
        }
    }

    /** Text is drawn where it stands; what is drawn by reference inherits other properties there. */
    private boolean isTextAllowed(String element) {
        return element.equals("tspan")
                ? TEXT.contains(String.valueOf(open.peek()))
                : open.stream().allMatch(around -> around.matches("svg|g|switch"));
    }

    private int line() {
        return in.getLocation().getLineNumber();
    }

    /** Rejects events and leaves out other vocabularies. Links are written as in SVG 1.1, which every program draws. */
    private void attribute(String namespace, String name, String value, Map<String, String> properties)
            throws PictureRejected {
        boolean own = namespace == null || namespace.isEmpty();
        boolean link = name.equals("href") && (own || namespace.equals(XLINK));
        if ((own && name.startsWith("on")) || (link && !value.startsWith("#"))) {
            throw PictureRejected.kind(name + "=\"" + value.substring(0, Math.min(40, value.length())) + "\"");
        }
        if (link) {
            parts.refer(value.substring(1), "href", line());
            if (!own || in.getAttributeValue(XLINK, "href") == null) {
                out.attribute("xlink:href", value);
            }
        } else if (XML.equals(namespace) && name.equals("space")) {
            out.attribute("xml:space", value);
        } else if (own && (name.equals("id") || name.equals("class"))) {
            out.attribute(name, value);
        } else if (own && name.equals("style")) {
            out.attribute("style", written(properties(declarations(checked(value, "style")))));
        } else if (own && SvgValues.isProperty(name)) {
            properties.put(name, checked(value, name));
        } else if (own && !(open.isEmpty() && name.matches("width|height"))) {
            try {
                values.attribute(in.getLocalName(), name, checked(value, name))
                        .ifPresent(checked -> out.attribute(name, checked));
            } catch (SvgValues.Unusable e) {
                throw rejected(e);
            }
        }
    }

    private Map<String, String> properties(Map<String, String> written) throws PictureRejected {
        try {
            Map<String, String> checked = values.properties(written);
            checked.forEach((name, value) -> {
                if (value.startsWith("url(#")) {
                    parts.refer(value.substring(5, value.length() - 1), name, line());
                }
            });
            return checked;
        } catch (SvgValues.Unusable e) {
            throw rejected(e);
        }
    }

    private PictureRejected rejected(SvgValues.Unusable e) {
        String detail = String.valueOf(e.getMessage());
        return e.isKnown() ? PictureRejected.part(line(), detail) : PictureRejected.value(line(), detail);
    }

    private static Map<String, String> declarations(String block) {
        Map<String, String> declarations = new LinkedHashMap<>();
        for (String declaration : block.split(";", -1)) {
            String[] parts = declaration.split(":", 2);
            if (parts.length == 2) {
                String name = parts[0].strip().toLowerCase(Locale.ROOT);
                declarations.remove(name);
                declarations.put(name, parts[1]);
            }
        }
        return declarations;
    }

    private static String written(Map<String, String> declarations) {
        return declarations.entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue())
                .collect(Collectors.joining(";"));
    }

    /** Writes the rules of a style sheet. */
    private void sheet(String text) throws PictureRejected {
        Matcher rules = RULE.matcher(text);
        int end = 0;
        while (rules.lookingAt()) {
            String selectors = rules.group(1).strip();
            if (!SELECTORS.matcher(selectors).matches()) {
                throw PictureRejected.part(line(), selectors);
            }
            out.rule(selectors, written(properties(declarations(rules.group(2)))));
            end = rules.end();
            rules.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw PictureRejected.value(line(), "<style>");
        }
    }

    /** Rejects style sheets and attributes that refer to anything but own parts, or could hide it in escapes. */
    private static String checked(String text, String where) throws PictureRejected {
        String rest = OWN_PART.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        boolean sheet = where.equals("style");
        if (rest.contains("url(")
                || (sheet && (rest.indexOf('\\') >= 0 || rest.indexOf('@') >= 0 || rest.contains("/*")))) {
            throw PictureRejected.kind(where + ": url() @ \\ /*");
        }
        return text;
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
                    * SvgValues.pixels(length.group(2) == null ? "" : length.group(2))
                            .orElse(1.0);
            if (!(pixels >= 1 && pixels <= WIDEST)) {
                throw PictureRejected.kind(attribute + ": " + pixels);
            }
            return (int) Math.round(pixels);
        } catch (NumberFormatException e) {
            throw PictureRejected.kind(text);
        }
    }
}
