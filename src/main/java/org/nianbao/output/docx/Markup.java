package org.nianbao.output.docx;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One part of a DOCX file while it is being written, from its first element to its last. Names are written with
 * their prefixes, as {@code w:p}; the root declares the prefixes. For one thread.
 */
final class Markup {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    // The JDK's own writer, whatever else is on the class path: others order and escape differently.
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;

    private Markup() {
        try {
            synchronized (FACTORY) {
                xml = FACTORY.createXMLStreamWriter(written);
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A whole part, with the XML declaration. */
    static Markup part() {
        Markup markup = new Markup();
        markup.written.write(DECLARATION);
        return markup;
    }

    /** Elements to be put into a part. */
    static Markup fragment() {
        return new Markup();
    }

    /** Opens an element; attributes come in pairs of name and value. */
    Markup open(String element, String... attributes) {
        try {
            xml.writeStartElement(element);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Writes an element without content; attributes come in pairs of name and value. */
    Markup empty(String element, String... attributes) {
        try {
            xml.writeEmptyElement(element);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Writes text; what XML needs escaped is escaped. */
    Markup text(String text) {
        try {
            xml.writeCharacters(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Closes the innermost open element. */
    Markup close() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** What was written, in UTF-8. */
    byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What was written. */
    @Override
    public String toString() {
        try {
            xml.writeCharacters(""); // ends an empty element that is still waiting for its end
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return written.toString();
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
