package org.nianbao.output.pdf;

import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.JustificationInfo;
import com.openhtmltopdf.render.LineBox;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nianbao.page.AutoSpace;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Adds the space between Chinese and Latin text, for which the renderer has no property, by {@link WideCharacters}. A line
 * may end behind one; then it is not wide.
 */
final class AutoSpaces {
    private static final Set<String> BLOCKS = Set.of("h1", "h2", "h3", "h4", "h5", "p", "li", "figcaption");

    private final WideCharacters wide;

    /** The last character of the current line of text; 0 at its start. */
    private int last;

    /** The text with this character. */
    private @Nullable Text lastText;

    AutoSpaces(WideCharacters wide) {
        this.wide = wide;
    }

    /** Puts the codes of wide characters into all text but tables. */
    void mark(Element root) {
        walk(root);
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
        StringBuilder marked = new StringBuilder(data.length());
        for (int i = 0; i < data.length(); i += Character.charCount(last)) {
            int character = data.codePointAt(i);
            if (AutoSpace.isBetween(last, character)) {
                widen(i == 0 ? null : marked);
            }
            marked.appendCodePoint(character);
            last = character;
        }
        if (!data.contentEquals(marked)) {
            text.setData(marked.toString());
        }
        lastText = data.isEmpty() ? lastText : text;
    }

    /** Makes the last character wide, which is the last one of the text before this one if this one has none yet. */
    private void widen(@Nullable StringBuilder text) {
        StringBuilder widened = text == null
                ? new StringBuilder(Objects.requireNonNull(lastText).getData())
                : text;
        widened.setLength(widened.length() - Character.charCount(last));
        widened.appendCodePoint(wide.widened(last));
        if (text == null) {
            Objects.requireNonNull(lastText).setData(widened.toString());
        }
    }

    /** Removes the space at the end of lines, and spreads the other characters of justified ones. */
    void trim(PdfBoxRenderer renderer) {
        LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
        trim(renderer.getRootBox(), context);
    }

    private void trim(Box box, LayoutContext context) {
        if (box instanceof LineBox line) {
            trimLine(line, context);
        } else {
            box.getChildren().forEach(child -> trim(child, context));
        }
    }

    private void trimLine(LineBox line, LayoutContext context) {
        int count = line.getChildCount();
        InlineText text =
                count > 0 && line.getChild(count - 1) instanceof InlineLayoutBox box ? box.findTrailingText() : null;
        if (text == null || !endsWide(text.getSubstring())) {
            return;
        }
        makePlain(text);
        int width = line.getContentWidth();
        JustificationInfo before = line.getJustificationInfo();
        if (before != null) {
            float size = text.getParent().getStyle().getFSFont(context).getSize2D();
            int room = line.getParent().getContentWidth() - line.getContentStart();
            line.setContentWidth(room - Math.round(size * (float) AutoSpace.WIDTH));
            line.justify(context);
            JustificationInfo more = line.getJustificationInfo();
            more.setNonSpaceAdjust(more.getNonSpaceAdjust() + before.getNonSpaceAdjust());
            more.setSpaceAdjust(more.getSpaceAdjust() + before.getSpaceAdjust());
        }
        line.setContentWidth(width);
    }

    private boolean endsWide(String text) {
        return !text.isEmpty() && wide.isWide(text.charAt(text.length() - 1));
    }

    private void makePlain(InlineText text) {
        String plain = text.getSubstring();
        int last = plain.length() - 1;
        plain = plain.substring(0, last) + Character.toString(wide.character(plain.charAt(last)));
        text.setMasterText(plain);
        text.setSubstring(0, plain.length());
    }
}
