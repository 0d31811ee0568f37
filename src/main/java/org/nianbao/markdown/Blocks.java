package org.nianbao.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.page.Picture;
import org.nianbao.picture.PictureShelf;
import org.nianbao.text.Numbering;

/** Writes the blocks of parsed prose as XHTML. */
final class Blocks extends AbstractVisitor {
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Picture> pictures = new LinkedHashMap<>();
    private final PictureShelf shelf;
    private final Diagnostics diagnostics;
    private final Inlines inlines;
    private boolean inList;

    Blocks(String path, SourceSpans places, PictureShelf shelf, Diagnostics diagnostics) {
        this.shelf = shelf;
        this.diagnostics = diagnostics;
        this.inlines = new Inlines(path, places, diagnostics);
    }

    String xhtml() {
        return out.toString();
    }

    Map<String, Picture> pictures() {
        return pictures;
    }

    @Override
    public void visit(Paragraph paragraph) {
        List<Node> line = Inlines.children(paragraph);
        if (line.size() == 1 && line.get(0) instanceof Image image) {
            figure(image);
            return;
        }
        if (inList && paragraph.getPrevious() == null) {
            out.append(inlines.of(line));
        } else if (inList) {
            out.append("<p>").append(inlines.of(line)).append("</p>");
        } else {
            paragraph(line);
        }
    }

    private void paragraph(List<Node> line) {
        String text = Inlines.text(line);
        if (text.isBlank()) {
            inlines.check(line);
            return;
        }
        Optional<Numbering> numbering = Numbering.of(text);
        if (numbering.isPresent() && numbering.get().isHeading()) {
            String element = "h" + (numbering.get().level() + 1);
            out.append('<').append(element).append('>');
            out.append(inlines.of(line)).append("</").append(element).append(">\n");
        } else if (numbering.isPresent() && numbering.get().isRunIn()) {
            out.append("<p class=\"run-in\">")
                    .append(inlines.withLead(line, "level-" + numbering.get().level()))
                    .append("</p>\n");
        } else {
            out.append("<p>").append(inlines.of(line)).append("</p>\n");
        }
    }

    private void figure(Image image) {
        String alt = Inlines.text(Inlines.children(image));
        if (alt.codePoints().noneMatch(Character::isLetterOrDigit)) {
            diagnostics.add(Diagnostic.error("picture-without-text", inlines.place(image), image.getDestination()));
        }
        Optional<Picture> picture = shelf.take(image.getDestination(), inlines.place(image), diagnostics);
        if (picture.isEmpty()) {
            return;
        }
        pictures.put(picture.get().name(), picture.get());
        String caption = image.getTitle() == null || image.getTitle().isBlank() ? alt : image.getTitle();
        out.append("<figure><img src=\"").append(Inlines.escape(picture.get().name()));
        out.append("\" alt=\"").append(Inlines.escape(alt)).append("\"/>");
        if (!caption.isBlank()) {
            out.append("<figcaption>").append(Inlines.escape(caption)).append("</figcaption>");
        }
        out.append("</figure>\n");
    }

    @Override
    public void visit(BulletList list) {
        list("<ul>", list, "</ul>");
    }

    @Override
    public void visit(OrderedList list) {
        int start = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        list(start == 1 ? "<ol>" : "<ol start=\"" + start + "\">", list, "</ol>");
    }

    private void list(String open, Node list, String close) {
        boolean outer = inList;
        inList = true;
        out.append(open);
        visitChildren(list);
        out.append(close).append('\n');
        inList = outer;
    }

    @Override
    public void visit(ListItem item) {
        out.append("<li>");
        visitChildren(item);
        out.append("</li>");
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            out.append("<table>");
            visitChildren(block);
            out.append("</table>\n");
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableHead) {
            wrap("thead", node);
        } else if (node instanceof TableBody) {
            wrap("tbody", node);
        } else if (node instanceof TableRow) {
            wrap("tr", node);
        } else if (node instanceof TableCell cell) {
            out.append(cell.isHeader() ? "<th scope=\"col\"" : "<td")
                    .append(side(cell))
                    .append('>');
            out.append(inlines.of(Inlines.children(cell)));
            out.append(cell.isHeader() ? "</th>" : "</td>");
        } else {
            visitChildren(node);
        }
    }

    /** The class of a cell in a column whose delimiter row has a colon. */
    private static String side(TableCell cell) {
        return cell.getAlignment() == null
                ? ""
                : " class=\"" + cell.getAlignment().name().toLowerCase(Locale.ROOT) + "\"";
    }

    private void wrap(String element, Node node) {
        out.append('<').append(element).append('>');
        visitChildren(node);
        out.append("</").append(element).append('>');
    }
}
