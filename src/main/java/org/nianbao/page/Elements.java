package org.nianbao.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Navigates the DOM of a page. */
public final class Elements {
    private static final Set<String> INLINE =
            Set.of("a", "b", "br", "del", "em", "img", "ins", "span", "strong", "wbr");

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

    /** The element before this one in the same parent; empty for the first one. */
    public static Optional<Element> before(Element element) {
        Node before = element.getPreviousSibling();
        while (before != null && !(before instanceof Element)) {
            before = before.getPreviousSibling();
        }
        return Optional.ofNullable((Element) before);
    }

    /** The section that a heading opens, or else the heading: the renderer may leave a page empty if a heading breaks it. */
    public static Element opening(Element heading) {
        Element parent = (Element) heading.getParentNode();
        boolean opens =
                parent.getLocalName().equals("section") && children(parent).get(0) == heading;
        return opens ? parent : heading;
    }

    /** Whether an element is in one with this class. */
    public static boolean isWithin(Element element, String word) {
        for (Node parent = element.getParentNode(); parent instanceof Element around; parent = parent.getParentNode()) {
            if (hasClass(around, word)) {
                return true;
            }
        }
        return false;
    }

    /** All descendants with one of these names, in document order. */
    public static List<Element> named(Node parent, String... names) {
        List<Element> found = new ArrayList<>();
        collect(parent, Arrays.asList(names), found);
        return found;
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

    /** All text nodes below a node that are not blank, in document order. */
    public static List<Text> texts(Node parent) {
        List<Text> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text && !text.getData().isBlank()) {
                found.add(text);
            } else {
                found.addAll(texts(child));
            }
        }
        return found;
    }

    /** The text of a table's caption; empty if it has none. */
    public static Optional<String> caption(Element table) {
        return children(table).stream()
                .filter(child -> child.getLocalName().equals("caption"))
                .map(caption -> caption.getTextContent().strip())
                .findFirst();
    }

    /** The caption beside a picture; empty if it has none. */
    public static String figureCaption(Element img) {
        return children(img.getParentNode()).stream()
                .filter(beside -> beside.getLocalName().equals("figcaption"))
                .map(caption -> caption.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    /** Whether the {@code class} attribute contains this word. */
    public static boolean hasClass(Element element, String word) {
        String words = element.getAttribute("class");
        return words.contains(word) && (" " + words + " ").contains(" " + word + " ");
    }

    /** Adds a word to the {@code class} attribute. */
    public static void addClass(Element element, String word) {
        element.setAttribute("class", (element.getAttribute("class") + " " + word).strip());
    }

    /** Removes a word from the {@code class} attribute. */
    public static void removeClass(Element element, String word) {
        List<String> words =
                new ArrayList<>(Arrays.asList(element.getAttribute("class").split(" ")));
        words.remove(word);
        element.setAttribute("class", String.join(" ", words));
    }

    /** Whether a node is part of a line of text; other elements are blocks. */
    public static boolean isInline(Node node) {
        return node instanceof Text || (node instanceof Element && INLINE.contains(node.getLocalName()));
    }

    /** The numbering level, 1 to 4, of {@code h2} to {@code h5} and of {@code b class="level-N"}; 0 for other elements. */
    public static int headingLevel(Element element) {
        String name = element.getLocalName();
        return switch (name) {
            case "h2", "h3", "h4", "h5" -> name.charAt(1) - '1';
            case "b" ->
                IntStream.rangeClosed(1, 4)
                        .filter(level -> hasClass(element, "level-" + level))
                        .findFirst()
                        .orElse(0);
            default -> 0;
        };
    }
}
