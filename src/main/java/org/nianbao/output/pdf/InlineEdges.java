package org.nianbao.output.pdf;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nianbao.page.Elements;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Keeps punctuation with the words before or after it. The renderer lets a line end wherever an inline element begins or
 * ends, as before the comma behind bold words; so the comma moves into the element.
 */
final class InlineEdges {
    private static final Set<String> BLOCKS =
            Set.of("h1", "h2", "h3", "h4", "h5", "p", "li", "figcaption", "th", "td", "br");

    private static final String IDEOGRAPH = "\u4E00";

    private final LineBreaks breaks;

    /** The last text of the current line; null at its start. */
    private @Nullable Text last;

    InlineEdges(LineBreaks breaks) {
        this.breaks = breaks;
    }

    /** Moves the punctuation in a page. */
    void join(Element body) {
        for (Element span : Elements.named(body, "span")) {
            if (LineBreaks.isDouble(span.getTextContent())) { // kept by the rules for lines
                while (span.getFirstChild() != null) {
                    span.getParentNode().insertBefore(span.getFirstChild(), span);
                }
                span.getParentNode().removeChild(span);
            }
        }
        body.normalize();
        walk(body);
    }

    private void walk(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text && !text.getData().isEmpty()) {
                join(text);
            } else if (child instanceof Element element) {
                boolean line = BLOCKS.contains(element.getLocalName());
                last = line ? null : last;
                walk(element);
                last = line ? null : last;
            }
        }
    }

    private void join(Text text) {
        if (last != null && !isRow(last.getData(), first(text))) {
            while (neverBegins(first(text))) {
                last.appendData(first(text));
                text.deleteData(0, 1);
            }
            while (neverEnds(last(last)) && !text.getData().isEmpty()) {
                text.insertData(0, last(last));
                last.deleteData(last.getLength() - 1, 1);
            }
        }
        last = text.getData().isEmpty() ? last : text;
    }

    /** Whether a mark continues a row of the same, as in ～～～～～, which may be longer than a line. */
    private static boolean isRow(String before, String mark) {
        return !mark.isEmpty() && before.endsWith(mark.repeat(3));
    }

    private static String first(Text text) {
        return text.getData().isEmpty() ? "" : text.getData().substring(0, 1);
    }

    private static String last(Text text) {
        return text.getData().isEmpty() ? "" : text.getData().substring(text.getLength() - 1);
    }

    private boolean neverBegins(String mark) {
        return isMark(mark) && !breaks.mayBreak(IDEOGRAPH, mark);
    }

    private boolean neverEnds(String mark) {
        return isMark(mark) && !breaks.mayBreak(mark, IDEOGRAPH);
    }

    private static boolean isMark(String text) {
        return text.chars()
                .anyMatch(character -> !Character.isLetterOrDigit(character)
                        && !Character.isWhitespace(character)
                        && !Character.isSurrogate((char) character));
    }
}
