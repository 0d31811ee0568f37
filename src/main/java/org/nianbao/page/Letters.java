package org.nianbao.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Replaces the letters of a DOM, a block at a time: a word may go on behind a line break, or in bold. */
final class Letters {
    private static final Set<String> WITHIN_A_LINE =
            Set.of("a", "b", "br", "del", "em", "img", "ins", "span", "strong");
    private static final String LANGUAGE = "lang";
    private static final List<String> WORDS = List.of("alt", "content");

    /** Metadata that say where something is; that is not written in another script. */
    private static final Set<String> ADDRESSES = Set.of("dcterms.hasFormat", "dcterms.license");

    private final String language;
    private final UnaryOperator<String> letters;

    /** The text of the block so far, piece by piece. */
    private final List<Text> block = new ArrayList<>();

    private Letters(String language, UnaryOperator<String> letters) {
        this.language = language;
        this.letters = letters;
    }

    static void replace(Element root, String language, UnaryOperator<String> letters) {
        new Letters(language, letters).walk(root);
    }

    private void walk(Element element) {
        boolean isBlock = !WITHIN_A_LINE.contains(element.getLocalName());
        if (isBlock) {
            end();
        }
        attributes(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                block.add(text);
            } else if (child instanceof Element inner) {
                walk(inner);
            }
        }
        if (isBlock) {
            end();
        }
    }

    private void attributes(Element element) {
        if (Locale.forLanguageTag(element.getAttribute(LANGUAGE)).getLanguage().equals("zh")) {
            element.setAttribute(LANGUAGE, language);
        }
        for (String words : WORDS) {
            if (element.hasAttribute(words) && !ADDRESSES.contains(element.getAttribute("name"))) {
                element.setAttribute(words, letters.apply(element.getAttribute(words)));
            }
        }
    }

    private void end() {
        StringBuilder before = new StringBuilder();
        block.forEach(text -> before.append(text.getData()));
        String now = letters.apply(before.toString());
        int from = 0;
        for (Text text : block) {
            int to = from + text.getLength();
            text.setData(now.substring(from, to));
            from = to;
        }
        block.clear();
    }
}
