package org.nianbao.output.docx;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.page.Elements;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The content of one paragraph: words, breaks and pictures. White space is taken as HTML takes it: any run of it is
 * one space, and none is left at the ends of a line. Full-width and no-break spaces are no white space.
 */
final class InlineContent {
    private final List<Inline> pieces = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private Manner manner = Manner.PLAIN;
    private boolean space;
    private boolean atStart = true;

    /** What stands in a paragraph. */
    sealed interface Inline permits TextInline, Break, Image {}

    /** Words that are all written in one manner. */
    record TextInline(String text, Manner manner) implements Inline {}

    /** A new line in the same paragraph. */
    record Break() implements Inline {}

    /** A picture: an {@code img} element. */
    record Image(Element img) implements Inline {}

    /**
     * How words are written.
     *
     * @param style a character style's id, or empty
     * @param bold whether they are bold
     * @param italic whether they are emphasised
     * @param struck whether they are dropped from an earlier text
     * @param underlined whether they are new in a later text
     * @param href where they link to, or empty
     */
    record Manner(String style, boolean bold, boolean italic, boolean struck, boolean underlined, String href) {
        static final Manner PLAIN = new Manner("", false, false, false, false, "");

        Manner inside(Element element) {
            return switch (element.getLocalName()) {
                case "strong" -> inBold();
                case "em" -> new Manner(style, bold, true, struck, underlined, href);
                case "del" -> new Manner(style, bold, italic, true, underlined, href);
                case "ins" -> new Manner(style, bold, italic, struck, true, href);
                case "a" -> new Manner(style, bold, italic, struck, underlined, element.getAttribute("href"));
                case "b" -> runIn(element);
                default -> this;
            };
        }

        private Manner runIn(Element b) {
            for (int level = 1; level <= 4; level++) {
                if (Elements.hasClass(b, "level-" + level)) {
                    String heading = StyleIds.runIn(TextRole.heading(level));
                    return new Manner(heading, bold, italic, struck, underlined, href);
                }
            }
            return inBold();
        }

        private Manner inBold() {
            return new Manner(style, true, italic, struck, underlined, href);
        }
    }

    /** Whether a node stands inside a paragraph and does not make one of its own. */
    static boolean holds(Node node) {
        if (node instanceof Text) {
            return true;
        }
        return node instanceof Element element
                && switch (element.getLocalName()) {
                    case "a", "b", "br", "del", "em", "img", "ins", "span", "strong" -> true;
                    default -> false;
                };
    }

    /** Everything inside an element, its words in a character style, or in none if that is empty. */
    static InlineContent of(Element element, String style) {
        InlineContent line = new InlineContent();
        line.addAll(element, new Manner(style, false, false, false, false, ""));
        return line;
    }

    void add(Node node) {
        add(node, Manner.PLAIN);
    }

    List<Inline> pieces() {
        finishWords();
        return List.copyOf(pieces);
    }

    boolean isEmpty() {
        return pieces.isEmpty() && words.isEmpty();
    }

    private void addAll(Element parent, Manner how) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            add(child, how);
        }
    }

    private void add(Node node, Manner how) {
        if (node instanceof Text text) {
            add(text.getData(), how);
        } else if (node instanceof Element element) {
            switch (element.getLocalName()) {
                case "br" -> {
                    finishWords();
                    pieces.add(new Break());
                    space = false;
                    atStart = true;
                }
                case "img" -> {
                    addSpace();
                    finishWords();
                    pieces.add(new Image(element));
                    atStart = false;
                }
                default -> addAll(element, how.inside(element));
            }
        }
    }

    private void add(String text, Manner how) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                space = true;
            } else {
                addSpace();
                if (!how.equals(manner)) {
                    finishWords();
                    manner = how;
                }
                words.append(c);
                atStart = false;
            }
        }
    }

    private void addSpace() {
        if (space && !atStart) {
            words.append(' ');
        }
        space = false;
    }

    private void finishWords() {
        if (!words.isEmpty()) {
            pieces.add(new TextInline(words.toString(), manner));
            words.setLength(0);
        }
    }
}
