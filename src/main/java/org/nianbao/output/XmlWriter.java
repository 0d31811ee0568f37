package org.nianbao.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML or HTML into memory. Element names include their prefix ({@code w:p}); attributes are given as pairs of name
 * and value. Text and attribute values are escaped. Not thread-safe.
 */
public final class XmlWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final String prefix;
    /** The end of the last tag, to which attributes may still be added; empty once it is written. */
    private String tagEnd = "";

    /** Starts a fragment: elements without a declaration. */
    public XmlWriter() {
        this("", "");
    }

    /**
     * Starts a document.
     *
     * @param declaration text before the root element
     * @param prefix put before each element name, for example {@code ofd:}
     */
    public XmlWriter(String declaration, String prefix) {
        out.append(declaration);
        this.prefix = prefix;
    }

    /** Escapes text for element content. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes a start tag. */
    public XmlWriter open(String element, Object... attributes) {
        writeTag(element, attributes);
        open.push(prefix + element);
        tagEnd = ">";
        return this;
    }

    /** Adds attributes to the tag written last. */
    public XmlWriter with(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            String value = escape(attributes[i + 1].toString()).replace("\"", "&quot;");
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
        return this;
    }

    /** Writes an element without content as {@code <name/>}. */
    public XmlWriter empty(String element, Object... attributes) {
        writeTag(element, attributes);
        tagEnd = "/>";
        return this;
    }

    /** Writes an element that contains only text. */
    public XmlWriter leaf(String element, Object text) {
        return open(element).text(text).close();
    }

    /** Writes text. */
    public XmlWriter text(Object text) {
        return raw(escape(text.toString()));
    }

    /** Writes markup as it is. */
    public XmlWriter raw(String markup) {
        endTag();
        out.append(markup);
        return this;
    }

    /** The length of what is written, in characters. */
    public int length() {
        endTag();
        return out.length();
    }

    /** Inserts markup where {@link #length()} was the end. */
    public void insert(int length, XmlWriter markup) {
        out.insert(length, markup);
    }

    /** Writes the end tag of the innermost open element. */
    public XmlWriter close() {
        endTag();
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends the innermost element without an end tag, as HTML does with {@code br}. */
    public XmlWriter closeVoid() {
        endTag();
        open.pop();
        return this;
    }

    /** Closes all open elements and returns the document in UTF-8. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Closes all open elements and returns the document. */
    @Override
    public String toString() {
        while (!open.isEmpty()) {
            close();
        }
        endTag();
        return out.toString();
    }

    private void writeTag(String element, Object... attributes) {
        endTag();
        out.append('<').append(prefix).append(element);
        with(attributes);
    }

    private void endTag() {
        out.append(tagEnd);
        tagEnd = "";
    }
}
