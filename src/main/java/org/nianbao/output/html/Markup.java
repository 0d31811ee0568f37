package org.nianbao.output.html;

import java.util.Map;

/** Writes the small things that HTML is made of. */
final class Markup {
    private Markup() {}

    /** A tag that opens an element, with its attributes in their order. */
    static String open(String name, Map<String, String> attributes) {
        StringBuilder tag = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) -> tag.append(' ')
                .append(attribute)
                .append("=\"")
                .append(attribute(value))
                .append('"'));
        return tag.append('>').toString();
    }

    /** Words between tags. */
    static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String attribute(String value) {
        return text(value).replace("\"", "&quot;");
    }
}
