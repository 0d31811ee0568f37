package org.nianbao.output.pdf;

import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.JustificationInfo;
import com.openhtmltopdf.render.LineBox;
import java.util.Set;
import java.util.stream.Stream;
import org.nianbao.page.AutoSpace;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Adds the space between Chinese and Latin text, for which the renderer has no property: a mark in the text, which is set in
 * {@link SpaceFont}. A line may break after the mark, as after any space.
 */
final class AutoSpaces {
    /** U+2005 FOUR-PER-EM SPACE. */
    static final char MARK = '\u2005';

    private static final Set<String> BLOCKS = Set.of("h1", "h2", "h3", "h4", "h5", "p", "li", "figcaption");

    /** The last character of the current line of text; 0 at its start. */
    private int last;

    private AutoSpaces() {}

    /** Inserts the marks into all text but tables. */
    static void mark(Element root) {
        new AutoSpaces().walk(root);
    }

    /** Adds the font of the marks to all lists of fonts in a style sheet. */
    static String withFont(String styleSheet) {
        return styleSheet.replaceAll("(font-family: [^;]+)", "$1, " + SpaceFont.FAMILY);
    }

    private void walk(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                mark(text);
            } else if (child instanceof Element element) {
                boolean line = BLOCKS.contains(element.getLocalName())
                        || element.getLocalName().equals("br");
                last = line ? 0 : last;
                if (!element.getLocalName().equals("table")) {
                    walk(element);
                }
                last = line ? 0 : last;
            }
        }
    }

    private void mark(Text text) {
        String data = text.getData();
        StringBuilder marked = new StringBuilder(data.length() + 8);
        for (int i = 0; i < data.length(); i += Character.charCount(last)) {
            int character = data.codePointAt(i);
            if (AutoSpace.isBetween(last, character)) {
                marked.append(MARK);
            }
            marked.appendCodePoint(character);
            last = character;
        }
        if (marked.length() > data.length()) {
            text.setData(marked.toString());
        }
    }

    /** Removes the space at the end of lines, and spreads the other characters of justified ones. */
    static void trim(PdfBoxRenderer renderer) {
        LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
        lines(renderer.getRootBox()).forEach(line -> trim(line, context));
    }

    private static Stream<LineBox> lines(Box box) {
        return box instanceof LineBox line
                ? Stream.of(line)
                : box.getChildren().stream().flatMap(AutoSpaces::lines);
    }

    private static void trim(LineBox line, LayoutContext context) {
        int count = line.getChildCount();
        InlineText text =
                count > 0 && line.getChild(count - 1) instanceof InlineLayoutBox box ? box.findTrailingText() : null;
        if (text == null || !text.getSubstring().endsWith(String.valueOf(MARK))) {
            return;
        }
        text.setSubstring(text.getStart(), text.getEnd() - 1);
        int width = line.getContentWidth();
        JustificationInfo before = line.getJustificationInfo();
        if (before != null) {
            float size = text.getParent().getStyle().getFSFont(context).getSize2D();
            int room = line.getParent().getContentWidth() - line.getContentStart();
            line.setContentWidth(
                    room - Math.round(size * (float) AutoSpace.WIDTH) - Math.round(before.getNonSpaceAdjust()));
            line.justify(context);
            JustificationInfo more = line.getJustificationInfo();
            more.setNonSpaceAdjust(more.getNonSpaceAdjust() + before.getNonSpaceAdjust());
            more.setSpaceAdjust(more.getSpaceAdjust() + before.getSpaceAdjust());
        }
        line.setContentWidth(width);
    }
}
