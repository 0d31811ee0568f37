package org.nianbao.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Converts the text of a DOM block by block, because a word may continue in bold or after a line break. */
final class TextConverter {
    private static final String LANGUAGE = "lang";
    private static final List<String> TEXT_ATTRIBUTES = List.of("alt", "content");

    /** Metadata that are addresses, which are not converted. */
    private static final Set<String> ADDRESSES = Set.of("dcterms.hasFormat", "dcterms.license");

    private final String language;
    private final UnaryOperator<String> conversion;

    /** The text nodes of the current block. */
    private final List<Text> block = new ArrayList<>();

    private TextConverter(String language, UnaryOperator<String> conversion) {
        this.language = language;
        this.conversion = conversion;
    }

    static void convert(Element root, String language, UnaryOperator<String> conversion) {
        new TextConverter(language, conversion).walk(root);
    }

    private void walk(Element element) {
        boolean isBlock = !Elements.isInline(element);
        if (isBlock) {
            endBlock();
        }
        convertAttributes(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                block.add(text);
            } else if (child instanceof Element inner) {
                walk(inner);
            }
        }
        if (isBlock) {
            endBlock();
        }
    }

    private void convertAttributes(Element element) {
        if (Locale.forLanguageTag(element.getAttribute(LANGUAGE)).getLanguage().equals("zh")) {
            element.setAttribute(LANGUAGE, language);
        }
        for (String name : TEXT_ATTRIBUTES) {
            if (element.hasAttribute(name) && !ADDRESSES.contains(element.getAttribute("name"))) {
                element.setAttribute(name, conversion.apply(element.getAttribute(name)));
            }
        }
    }

    private void endBlock() {
        StringBuilder original = new StringBuilder();
        block.forEach(text -> original.append(text.getData()));
        String converted = conversion.apply(original.toString());
        int from = 0;
        for (Text text : block) {
            int to = from + text.getLength();
            text.setData(converted.substring(from, to));
            from = to;
        }
        block.clear();
    }
}
