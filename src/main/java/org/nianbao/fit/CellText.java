package org.nianbao.fit;

import java.text.BreakIterator;
import java.util.Locale;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Divides the text of cells. Positions are those of {@code getTextContent}. */
final class CellText {
    private static final String SENTENCE_ENDS = "。；！？";

    private CellText() {}

    /** Ends the text of a cell at a position and returns a cell with the rest. */
    static Element split(Element cell, int at) {
        Element rest = (Element) cell.cloneNode(true);
        rest.removeAttribute("id");
        keep(cell, 0, 0, at);
        keep(rest, 0, at, Integer.MAX_VALUE);
        return rest;
    }

    /** The beginning of a cell. */
    static Element beginning(Element cell, int length) {
        Element beginning = (Element) cell.cloneNode(true);
        keep(beginning, 0, 0, length);
        return beginning;
    }

    /** Keeps the text from {@code from} to {@code to} of a node that begins at {@code at}; returns where the node ended. */
    private static int keep(Node parent, int at, int from, int to) {
        int position = at;
        Node next = parent.getFirstChild();
        while (next != null) {
            Node child = next;
            next = child.getNextSibling();
            int start = position;
            position += child.getTextContent().length();
            if (position <= from || start >= to) {
                parent.removeChild(child);
            } else if (child instanceof Text text) {
                text.setData(text.getData().substring(Math.max(0, from - start), Math.min(position, to) - start));
            } else {
                keep(child, start, from, to);
            }
        }
        return position;
    }

    /** Where a line may end, at a position or before it, preferably behind a sentence that ends after {@code least}. */
    static int sentenceOrBreakAtOrBefore(String text, int position, int least) {
        int end = position;
        while (end > least && SENTENCE_ENDS.indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        int breakable = breakAtOrBefore(text, end > least ? end : position);
        return breakable > least ? breakable : breakAtOrBefore(text, position);
    }

    /** Where a line may end, at a position or before it; the position if there is no such place. */
    static int breakAtOrBefore(String text, int position) {
        if (position >= text.length()) {
            return text.length();
        }
        BreakIterator lines = BreakIterator.getLineInstance(Locale.CHINA);
        lines.setText(text);
        int at = lines.isBoundary(position) ? position : lines.preceding(position);
        return at > 0 ? at : position;
    }
}
