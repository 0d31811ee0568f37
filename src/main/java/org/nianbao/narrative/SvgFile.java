package org.nianbao.narrative;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.nianbao.page.Picture;

/** An SVG picture, held to what can be drawn without running or fetching anything. */
final class SvgFile {
    private static final Set<String> FORBIDDEN = Set.of(
            "script", "foreignobject", "iframe", "handler", "set", "animate", "animatetransform", "animatemotion");
    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 50_000;

    private SvgFile() {}

    /** Says why a file cannot be used. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    /**
     * Reads its size and proves that it is harmless.
     *
     * @throws Refused if it is no SVG, is not well-formed, is too deep or too long, or holds scripts, events or
     *     references to anything outside itself
     */
    static Picture read(String name, byte[] bytes) throws Refused {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text(bytes)));
            Picture picture = null;
            int depth = 0;
            int elements = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    depth++;
                    elements++;
                    if (depth > DEEPEST || elements > MOST_ELEMENTS) {
                        throw new Refused("depth " + depth + ", elements " + elements);
                    }
                    if (picture == null) {
                        picture = root(name, bytes, reader);
                    }
                    check(reader);
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamReader.CHARACTERS) {
                    checkText(reader.getText());
                }
            }
            if (picture == null) {
                throw new Refused("no element");
            }
            return picture;
        } catch (XMLStreamException e) {
            throw new Refused(String.valueOf(e.getMessage())
                    .lines()
                    .reduce((first, last) -> last)
                    .orElse("")
                    .replaceFirst("^Message: ", ""));
        }
    }

    /** The parser would tell of bytes that are no text on the standard error. */
    private static String text(byte[] bytes) throws Refused {
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            throw new Refused("JPEG");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused("?");
        }
    }

    private static Picture root(String name, byte[] bytes, XMLStreamReader reader) throws Refused {
        if (!reader.getLocalName().equals("svg") || !"http://www.w3.org/2000/svg".equals(reader.getNamespaceURI())) {
            throw new Refused("<" + reader.getLocalName() + ">");
        }
        String box = reader.getAttributeValue(null, "viewBox");
        String[] parts = box == null ? new String[0] : box.strip().split("[\\s,]+", -1);
        double width = length(reader.getAttributeValue(null, "width"), parts.length == 4 ? parts[2] : "300");
        double height = length(reader.getAttributeValue(null, "height"), parts.length == 4 ? parts[3] : "150");
        if (!(width >= 1 && height >= 1 && width <= 10_000 && height <= 10_000)) {
            throw new Refused(width + " × " + height);
        }
        return new Picture(name, Picture.Kind.SVG, bytes, (int) Math.round(width), (int) Math.round(height));
    }

    private static void check(XMLStreamReader reader) throws Refused {
        String element = reader.getLocalName();
        if (FORBIDDEN.contains(element.toLowerCase(Locale.ROOT))) {
            throw new Refused("<" + element + ">");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = reader.getAttributeValue(i).strip();
            boolean link = attribute.equals("href") || attribute.equals("src");
            boolean data = value.startsWith("data:image/png;base64,") || value.startsWith("data:image/jpeg;base64,");
            boolean inside = value.startsWith("#") || (element.equals("image") && data);
            if (attribute.startsWith("on") || (link && !inside)) {
                throw new Refused(attribute + "=\"" + value.substring(0, Math.min(40, value.length())) + "\"");
            }
            checkText(value);
        }
    }

    /** Style sheets and presentation attributes may refer to the picture's own parts only. */
    private static void checkText(String text) throws Refused {
        String compact = text.replaceAll("\\s|\\\\|/\\*.*?\\*/", "").toLowerCase(Locale.ROOT);
        if (compact.contains("@import")
                || compact.replaceAll("url\\(['\"]?#", "").contains("url(")) {
            throw new Refused("url()");
        }
    }

    /** In CSS pixels; a percentage or nothing takes the fallback. */
    private static double length(String written, String fallback) throws Refused {
        String text = written == null || written.endsWith("%") ? fallback : written.strip();
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
            throw new Refused(text);
        }
    }
}
