package org.nianbao.output.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.nianbao.font.TextWidth;
import org.nianbao.output.DocumentInfo;
import org.nianbao.page.Elements;
import org.nianbao.page.Grid;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.typography.Typography;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * A copy of the page's DOM prepared for the renderer: style sheet, metadata and bookmarks in the head, numbered pictures,
 * columns with a style.
 */
final class PaperDom {
    /** The URL scheme of pictures. */
    static final String PICTURES = "picture";

    private static final double POINTS_PER_PIXEL = 0.75;

    /** White space that collapses (CSS Text Module Level 3, 4.1.1). */
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");

    private final Document document;
    private final WideCharacters wide;
    private final LineBreaks breaks;
    private final StructureTags tags;

    PaperDom(Page page, DocumentInfo info, Typography typography, TextWidth widths) {
        document = page.copy().document();
        Element head = Elements.named(document.getDocumentElement(), "head").get(0);
        Element body = Elements.named(document.getDocumentElement(), "body").get(0);
        wide = new WideCharacters(body.getTextContent());
        Elements.named(head, "meta").forEach(head::removeChild); // the renderer would copy any into the PDF's Info
        element(head, "style").setTextContent(page.styles().paper());
        meta(head, "title", page.title());
        meta(head, "author", info.author());
        meta(head, "subject", page.title());
        pictures(page, typography);
        for (Element column : Elements.named(document.getDocumentElement(), "col")) {
            column.setAttribute("style", "width: " + column.getAttribute("width") + "%");
            column.removeAttribute("width");
        }
        FigureSizes.set(document, widths);
        bookmarks(head);
        links();
        new PaperLines(document, typography).set();
        new PageOrientation(document, typography).set();
        lines();
        breaks = new LineBreaks(wide);
        new InlineEdges(breaks).join(body);
        if (typography.composition().autospace()) {
            new AutoSpaces(wide).mark(body);
        }
        tags = new StructureTags(document);
    }

    /** A document that shows nothing but a picture. */
    static Document of(Picture picture) {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            Element root = document.createElementNS(Page.XHTML, "html");
            Element body = document.createElementNS(Page.XHTML, "body");
            Element img = document.createElementNS(Page.XHTML, "img");
            img.setAttribute("src", PICTURES + ":/0." + picture.kind().name().toLowerCase(Locale.ROOT));
            img.setAttribute("style", "display: block; max-width: 100%");
            document.appendChild(root).appendChild(body).appendChild(img);
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tags that {@link StructureTree} looks for. */
    StructureTags tags() {
        return tags;
    }

    /** The characters that are printed with space behind them. */
    WideCharacters wide() {
        return wide;
    }

    /** Where its lines may end. */
    LineBreaks breaks() {
        return breaks;
    }

    Document document() {
        return document;
    }

    /** The number of the picture with this URL, in page order. */
    static int pictureNumber(String url) {
        return Integer.parseInt(url.replaceAll("^.*/([0-9]+)\\.[a-z]+$", "$1"));
    }

    /**
     * Replaces header cells that span rows by a stack of cells without borders between them; the text goes into the middle
     * one.
     *
     * @return whether anything was replaced
     */
    boolean splitTallHeaders(List<Element> tables) {
        boolean altered = false;
        for (Element table : tables) {
            Grid grid = Grid.of(table);
            List<Grid.GridCell> tall = grid.rows().stream()
                    .filter(Grid.GridRow::head)
                    .flatMap(row -> row.slots().stream())
                    .filter(cell -> cell.rowspan() > 1)
                    .distinct()
                    .toList();
            tall.forEach(cell -> stack(grid, cell));
            altered |= !tall.isEmpty();
        }
        return altered;
    }

    /** Begins a new page with a table and the heading above it; returns whether it did not before. */
    static boolean beginPage(Element table) {
        Element first = Elements.before(table)
                .filter(before -> Elements.headingLevel(before) > 0)
                .map(Elements::opening)
                .orElse(table);
        if (Elements.hasClass(first, "page-top")) {
            return false;
        }
        Elements.addClass(first, "page-top");
        return true;
    }

    private static void stack(Grid grid, Grid.GridCell cell) {
        int middle = cell.rowspan() / 2;
        for (int i = cell.rowspan() - 1; i >= 1; i--) {
            Element filler = (Element) cell.element().cloneNode(i == middle);
            filler.removeAttribute("id");
            filler.removeAttribute("rowspan");
            filler.setAttribute("class", i == cell.rowspan() - 1 ? "stack-bottom" : "stack-middle");
            Grid.GridRow row = grid.rows().get(cell.row() + i);
            row.element().insertBefore(filler, following(row, cell));
        }
        cell.element().removeAttribute("rowspan");
        cell.element().setAttribute("class", "stack-top");
        if (middle > 0) {
            cell.element().setTextContent("");
        }
    }

    /** The cell of a row before which a part of a tall cell is inserted; null for the end of the row. */
    private static @Nullable Element following(Grid.GridRow row, Grid.GridCell tall) {
        return row.slots().stream()
                .skip(tall.column() + tall.colspan())
                .map(Grid.GridCell::element)
                .filter(cell -> cell.getParentNode() == row.element())
                .findFirst()
                .orElse(null);
    }

    private void pictures(Page page, Typography typography) {
        List<String> names = List.copyOf(page.pictures().keySet());
        for (Element img : Elements.named(document.getDocumentElement(), "img")) {
            String name = img.getAttribute("src");
            Picture picture = Objects.requireNonNull(page.pictures().get(name));
            String ending = picture.kind().name().toLowerCase(Locale.ROOT);
            img.setAttribute("src", PICTURES + ":/" + names.indexOf(name) + "." + ending);
            if (img.getAttribute("alt").isBlank()) { // in a draft; the renderer refuses it
                img.setAttribute("alt", "?");
            }
            limitHeight(img, picture, PageOrientation.typography(typography, img));
        }
    }

    /** Sets the size of a picture that, as wide as the text, would be higher than a page with its caption. */
    private static void limitHeight(Element img, Picture picture, Typography typography) {
        double most = typography.pictureHeight(Elements.figureCaption(img));
        double width = picture.width() * POINTS_PER_PIXEL;
        double height = picture.height() * POINTS_PER_PIXEL;
        if (height * Math.min(1, typography.textWidth() / width) > most) {
            img.setAttribute(
                    "style", String.format(Locale.ROOT, "width: %.2fpt; height: %.2fpt", width * most / height, most));
        }
    }

    /** Adds the outline: each heading is below the nearest one of a higher level. */
    private void bookmarks(Element head) {
        List<Element> path = new ArrayList<>(List.of(element(head, "bookmarks")));
        List<Integer> levels = new ArrayList<>(List.of(0));
        int count = 0;
        for (Element heading : Elements.named(document.getDocumentElement(), "h2", "h3", "h4", "h5", "b")) {
            int level = Elements.headingLevel(heading);
            String text = heading.getTextContent().strip();
            if (level == 0 || text.isEmpty()) {
                continue;
            }
            count++;
            if (heading.getAttribute("id").isEmpty()) {
                heading.setAttribute("id", "outline-" + count);
            }
            while (levels.get(levels.size() - 1) >= level) {
                levels.remove(levels.size() - 1);
                path.remove(path.size() - 1);
            }
            Element bookmark = element(path.get(path.size() - 1), "bookmark");
            bookmark.setAttribute("name", text.endsWith("。") ? text.substring(0, text.length() - 1) : text);
            bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
            levels.add(level);
            path.add(bookmark);
        }
        if (count == 0) {
            head.removeChild(path.get(0));
        }
    }

    /** Describes each link by its text (ISO 14289-1, 7.18.5), which the renderer takes from the title. */
    private void links() {
        for (Element a : Elements.named(document.getDocumentElement(), "a")) {
            a.setAttribute("title", a.getTextContent().strip());
        }
    }

    /** Replaces {@code br} in cells by a newline character; the renderer makes as many boxes for a {@code br} as for three lines. */
    private void lines() {
        for (Element cell : Elements.named(document.getDocumentElement(), "th", "td")) {
            List<Element> breaks = Elements.named(cell, "br");
            if (!breaks.isEmpty()) {
                collapse(cell);
                breaks.forEach(line -> line.getParentNode().replaceChild(document.createTextNode("\n"), line));
                cell.normalize();
                cell.setAttribute("style", "white-space: pre-line");
            }
        }
    }

    /** Collapses white space, so that only newlines inserted later break lines. */
    private static void collapse(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                text.setData(SPACE.matcher(text.getData()).replaceAll(" "));
            } else {
                collapse(child);
            }
        }
    }

    private void meta(Element head, String name, String content) {
        Element meta = element(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private Element element(Element parent, String name) {
        Element element = document.createElementNS(parent.getNamespaceURI(), name);
        parent.appendChild(element);
        return element;
    }
}
