package org.nianbao.output.ofd;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML part of an OFD file while it is being written, from its root to its end. For one thread. */
final class Markup {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    // The JDK's own writer, whatever else is on the class path: others order and escape differently.
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;

    /** Opens the root; attributes come in pairs of name and value. */
    Markup(String root, Object... attributes) {
        written.write(DECLARATION);
        try {
            synchronized (FACTORY) {
                xml = FACTORY.createXMLStreamWriter(written);
            }
            xml.writeStartElement("ofd:" + root);
            xml.writeAttribute("xmlns:ofd", "http://www.ofdspec.org/2016");
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens an element; attributes come in pairs of name and value. */
    Markup open(String element, Object... attributes) {
        try {
            xml.writeStartElement("ofd:" + element);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Adds attributes to the element that was opened last, in pairs of name and value. */
    Markup with(Object... attributes) {
        try {
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Writes an element with nothing in it; attributes come in pairs of name and value. */
    Markup empty(String element, Object... attributes) {
        try {
            xml.writeEmptyElement("ofd:" + element);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Writes an element that holds text alone; what XML needs escaped is escaped. */
    Markup leaf(String element, Object text) {
        return open(element).text(text).close();
    }

    /** Writes text. */
    Markup text(Object text) {
        try {
            xml.writeCharacters(text.toString());
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

    /** Closes what is open; the part in UTF-8. */
    byte[] bytes() {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
    }
}
