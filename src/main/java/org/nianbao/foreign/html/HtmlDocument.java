package org.nianbao.foreign.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.NeighbouringFiles;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.text.Numbering;

/** Reads an HTML page. Nothing is fetched. Not thread-safe. */
public final class HtmlDocument {
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "caption",
            "nav",
            "header",
            "footer",
            "aside",
            "button",
            "select",
            "del",
            "object",
            "iframe");

    /** In pixels; a smaller picture is an icon. */
    private static final int ICON = 40;

    /** The number or bullet of an item in a page that Word saved, and how deep it is nested. */
    private static final Pattern WORD_LIST = Pattern.compile("mso-list:\\S*\\s+level([1-9])");

    private final HtmlPictures pictures;
    private final List<DocumentPart> passages = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    /** What the paragraph begins with: the number of an item. */
    private String number = "";

    /** How deep the item that begins is nested in lists, or 0. */
    private int depth;

    private int paragraphs;
    private int tables;
    private int cells;

    private HtmlDocument(NeighbouringFiles beside) {
        pictures = new HtmlPictures(beside);
    }

    /** The same as {@link #read(byte[], NeighbouringFiles)} for a page without files. */
    public static ForeignDocument read(byte[] bytes) throws UnreadableDocument {
        return read(bytes, NeighbouringFiles.none());
    }

    /**
     * Reads a page.
     *
     * @param beside the files that its pictures may be in
     * @throws UnreadableDocument if it is larger than any report
     */
    public static ForeignDocument read(byte[] bytes, NeighbouringFiles beside) throws UnreadableDocument {
        HtmlPage page;
        try {
            page = HtmlPage.of(bytes);
        } catch (RuntimeException e) {
            throw new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, String.valueOf(e.getMessage()));
        }
        HtmlDocument document = new HtmlDocument(beside);
        Element content = page.content();
        page.titleOutside(content).ifPresent(title -> {
            document.line.append(title);
            document.endParagraph();
        });
        document.flow(content);
        document.endParagraph();
        return new ForeignDocument(document.passages);
    }

    private void flow(Element parent) throws UnreadableDocument {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                line.append(text.getWholeText());
            } else if (node instanceof Element element && !isUnseen(element)) {
                element(element, parent);
            }
        }
    }

    private void element(Element element, Element parent) throws UnreadableDocument {
        if (element.normalName().equals("table") && new HtmlTable(element).isData()) {
            endParagraph();
            passages.add(table(element));
        } else if (element.normalName().matches("img|svg") || isPictureFigure(element)) {
            endParagraph();
            picture(element);
        } else if (element.normalName().equals("br")) {
            if (!parent.normalName().matches("h[1-6]")) {
                endParagraph();
            }
        } else if (element.attr("style").replace(" ", "").contains("mso-list:Ignore")) {
            wordItem(element);
        } else {
            boolean block = element.isBlock() || element.normalName().matches("td|th|tr");
            if (block) {
                endParagraph();
            }
            beginItem(element);
            flow(element);
            if (block) {
                endParagraph();
            }
            if (element.normalName().equals("li")) {
                number = "";
                depth = 0;
            }
        }
    }

    /** A figure may hold a table, too. */
    private static boolean isPictureFigure(Element element) {
        return element.normalName().equals("figure") && element.selectFirst("img, svg") != null;
    }

    /** A number in a page that Word saved is typed into it; a bullet is a letter of a font with signs. */
    private void wordItem(Element mark) {
        String text = PlainText.of(mark.wholeText());
        Element paragraph = mark.closest("[style*=mso-list]:not([style*=Ignore])");
        Matcher list = WORD_LIST.matcher(paragraph == null ? "" : paragraph.attr("style"));
        boolean isNumber = text.matches(".*[0-9一二三四五六七八九十].*");
        line.append(isNumber ? text : "");
        if (list.find() && !isNumber) {
            depth = Integer.parseInt(list.group(1));
        }
    }

    /** The number or the bullet of an item (HTML standard, 4.4.8). */
    private void beginItem(Element item) {
        Element list = item.parent();
        if (!item.normalName().equals("li") || list == null || isUnmarked(list) || isUnmarked(item)) {
            return;
        }
        depth = (int) item.parents().stream()
                .filter(outer -> outer.normalName().matches("[uo]l"))
                .count();
        if (list.normalName().equals("ol")) {
            int position = number(list, "start", 1) + list.select("> li").indexOf(item);
            number = number(item, "value", position) + ".";
        } else {
            number = "";
        }
    }

    private static boolean isUnmarked(Element element) {
        return element.attr("style").replaceAll("\\s", "").matches(".*list-style(?:-type)?:none.*");
    }

    private void picture(Element element) {
        Element image = element.normalName().equals("figure") ? element.selectFirst("img, svg") : element;
        if (image == null || isSmall(image)) {
            return;
        }
        String description = image.hasAttr("alt") ? image.attr("alt") : image.attr("aria-label");
        Element figures = element.selectFirst("table");
        description = description.isBlank() && figures != null ? HtmlTable.words(figures) : description;
        Element caption = element.selectFirst("figcaption");
        passages.add(new DocumentPart.PicturePart(
                PlainText.of(description),
                caption == null ? "" : PlainText.of(caption.text()),
                pictures.of(image),
                Place.paragraph(0, paragraphs + 1)));
    }

    /** An icon of a site. */
    private static boolean isSmall(Element image) {
        return number(image, "width", ICON) < ICON || number(image, "height", ICON) < ICON;
    }

    static boolean isUnseen(Element element) {
        String style = element.attr("style").replaceAll("\\s", "");
        return (UNSEEN.contains(element.normalName()) && !isTitle(element))
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("mso-hide:all")
                || style.contains("visibility:hidden")
                || style.contains("clip:rect(0");
    }

    /** The head of an article holds its title. */
    private static boolean isTitle(Element element) {
        return element.normalName().equals("header")
                && (element.selectFirst("h1") != null || element.closest("article, main") != null);
    }

    private TableGrid table(Element table) throws UnreadableDocument {
        cells += table.select("td, th").size();
        if (cells > Limits.CELLS) {
            throw UnreadableDocument.tooLarge(cells, UnreadableDocument.SizeUnit.CELLS);
        }
        return new HtmlTable(table).grid(new TableGrid.Builder(0, ++tables));
    }

    static int number(Element element, String name, int otherwise) {
        String number = element.attr(name).strip();
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : otherwise;
    }

    private void endParagraph() {
        String text = PlainText.of(line.toString());
        line.setLength(0);
        if (!text.isEmpty() && !HtmlPage.isOfSite(text)) {
            boolean numbered = Numbering.of(text).isPresent(); // a number is typed, and that of the list is not shown
            passages.add(new DocumentPart.TextPart(
                    numbered ? text : number + text, numbered ? 0 : depth, Place.paragraph(0, ++paragraphs)));
            number = "";
            depth = 0;
        }
    }
}
