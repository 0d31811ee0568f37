package org.nianbao.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Navigates the DOM of a page. */
public final class Elements {
    private Elements() {}

    /** The child elements in document order. */
    public static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** All descendants with one of these names, in document order. */
    public static List<Element> named(Node parent, String... names) {
        List<Element> found = new ArrayList<>();
        collect(parent, Arrays.asList(names), found);
        return found;
    }

    /** Whether the {@code class} attribute contains this word. */
    public static boolean hasClass(Element element, String word) {
        return Arrays.asList(element.getAttribute("class").split(" ", -1)).contains(word);
    }

    /** The level of a run-in heading, a {@code b} of class {@code level-1} to {@code level-4}; 0 for other elements. */
    public static int runInLevel(Element element) {
        for (int level = 1; level <= 4; level++) {
            if (element.getLocalName().equals("b") && hasClass(element, "level-" + level)) {
                return level;
            }
        }
        return 0;
    }

    static Element parent(Element element) {
        return (Element) element.getParentNode();
    }

    private static void collect(Node parent, List<String> names, List<Element> found) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (names.contains(element.getLocalName())) {
                    found.add(element);
                }
                collect(element, names, found);
            }
        }
    }
}
