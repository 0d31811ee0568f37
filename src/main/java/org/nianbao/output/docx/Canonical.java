package org.nianbao.output.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Elements;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/**
 * Writes an XML part in one certain way: the namespaces in use declared at the root, sorted; attributes sorted; no
 * white space between elements, no comments. JAXB declares namespaces in another order every time it is started.
 */
final class Canonical {
    private static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private Canonical() {}

    /** The same part, byte-stable. Prefixes that nothing uses are dropped, and with them {@code mc:Ignorable}. */
    static byte[] of(byte[] part) {
        Element root = parse(part);
        SortedMap<String, String> declarations = new TreeMap<>();
        declare(root, declarations);
        XmlWriter out = new XmlWriter(PackageParts.DECLARATION, "");
        write(root, declarations, out);
        return out.bytes();
    }

    private static Element parse(byte[] part) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void declare(Element element, SortedMap<String, String> declarations) {
        declare((Node) element, declarations);
        attributes(element).forEach(attribute -> declare((Node) attribute, declarations));
        Elements.children(element).forEach(child -> declare(child, declarations));
    }

    private static void declare(Node named, SortedMap<String, String> declarations) {
        String prefix = named.getPrefix();
        String uri = named.getNamespaceURI();
        if (uri == null || "xml".equals(prefix)) {
            return;
        }
        String declared = declarations.putIfAbsent(prefix == null ? "xmlns" : "xmlns:" + prefix, uri);
        if (declared != null && !declared.equals(uri)) {
            throw new IllegalStateException(prefix + ": " + declared + ", " + uri);
        }
    }

    private static void write(Element element, Map<String, String> declarations, XmlWriter out) {
        List<String> pairs = new ArrayList<>();
        declarations.forEach((name, uri) -> pairs.addAll(List.of(name, uri)));
        SortedMap<String, String> sorted = new TreeMap<>();
        attributes(element).forEach(attribute -> sorted.put(attribute.getName(), attribute.getValue()));
        sorted.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        Object[] attributes = pairs.toArray();
        if (!element.hasChildNodes()) {
            out.empty(element.getTagName(), attributes);
            return;
        }
        boolean leaf = Elements.children(element).isEmpty();
        out.open(element.getTagName(), attributes);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                write(inner, Map.of(), out);
            } else if (child instanceof Text text && leaf) {
                out.text(text.getData());
            }
        }
        out.close();
    }

    private static List<Attr> attributes(Element element) {
        NamedNodeMap map = element.getAttributes();
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            Attr attribute = (Attr) map.item(i);
            String uri = attribute.getNamespaceURI();
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(uri) && !COMPATIBILITY.equals(uri)) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }
}
