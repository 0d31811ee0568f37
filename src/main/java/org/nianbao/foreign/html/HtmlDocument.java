package org.nianbao.foreign.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.text.Numbering;

/** Reads an HTML page. Nothing is fetched. Not thread-safe. */
public final class HtmlDocument {
    /** Where government sites put the text of a page, the most telling first. */
    private static final List<String> CONTENT = List.of(
            "#zoom",
            ".TRS_Editor",
            "#UCAP-CONTENT",
            ".trs_editor_view",
            ".article-content",
            ".pages_content",
            ".article_content",
            "#content .content",
            "article",
            "main");

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
            "object",
            "iframe");

    private final List<DocumentPart> passages = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    /** What the paragraph begins with: the number of an item. */
    private String number = "";

    /** How deep the item that begins is nested in lists with bullets, or 0. */
    private int bullet;

    private int paragraphs;
    private int tables;
    private int cells;

    private HtmlDocument() {}

    /**
     * Reads a page.
     *
     * @throws UnreadableDocument if it is larger than any report
     */
    public static ForeignDocument read(byte[] bytes) throws UnreadableDocument {
        Document page;
        try {
            page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, String.valueOf(e.getMessage()));
        }
        HtmlDocument document = new HtmlDocument();
        document.flow(content(page));
        document.endParagraph();
        return new ForeignDocument(document.passages);
    }

    /** The element with the text of the page: one that sites name so if it holds most of the tables, else the body. */
    private static Element content(Document page) {
        int all = page.select("table").size();
        for (String selector : CONTENT) {
            for (Element found : page.select(selector)) {
                if (found.text().length() > 300 && 2 * found.select("table").size() > all) {
                    return found;
                }
            }
        }
        return page.body();
    }

    private void flow(Element parent) throws UnreadableDocument {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                line.append(text.getWholeText());
            } else if (node instanceof Element element && !isUnseen(element)) {
                if (element.normalName().equals("table") && isData(element)) {
                    endParagraph();
                    passages.add(table(element));
                } else if (element.normalName().matches("figure|img|svg")) {
                    endParagraph();
                    picture(element);
                } else if (element.normalName().equals("br")) {
                    if (!parent.normalName().matches("h[1-6]")) {
                        endParagraph();
                    }
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
                        bullet = 0;
                    }
                }
            }
        }
    }

    /** The number or the bullet of an item (HTML standard, 4.4.8). */
    private void beginItem(Element item) {
        Element list = item.parent();
        if (!item.normalName().equals("li") || list == null || isUnmarked(list) || isUnmarked(item)) {
            return;
        }
        if (list.normalName().equals("ul")) {
            bullet = (int) item.parents().stream()
                    .filter(outer -> outer.normalName().matches("[uo]l"))
                    .count();
        } else if (list.normalName().equals("ol")) {
            int position = number(list, "start", 1) + list.select("> li").indexOf(item);
            number = number(item, "value", position) + ".";
        }
    }

    private static boolean isUnmarked(Element element) {
        return element.attr("style").replaceAll("\\s", "").matches(".*list-style(?:-type)?:none.*");
    }

    private void picture(Element element) {
        Element image = element.normalName().equals("img") ? element : element.selectFirst("img");
        String description = image == null ? element.attr("aria-label") : image.attr("alt");
        passages.add(new DocumentPart.PicturePart(PlainText.of(description), Place.paragraph(0, paragraphs + 1)));
    }

    private static boolean isUnseen(Element element) {
        String style = element.attr("style").replaceAll("\\s", "");
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.contains("clip:rect(0");
    }

    /** Whether it is a table of figures or words, not a layout of the page. */
    private static boolean isData(Element table) {
        return table.select("table").size() == 1 && table.select("tr").size() > 1;
    }

    private TableGrid table(Element table) throws UnreadableDocument {
        TableGrid.Builder grid = new TableGrid.Builder(0, ++tables);
        for (Element row : table.select("tr")) {
            grid.newRow();
            for (Element cell : row.children()) {
                if (cell.normalName().matches("t[dh]")) {
                    grid.cell(text(cell), number(cell, "rowspan", 1), number(cell, "colspan", 1));
                    if (++cells > Limits.CELLS) {
                        throw new UnreadableDocument(UnreadableDocument.Cause.TOO_LARGE, cells + " cells");
                    }
                }
            }
        }
        return grid.build();
    }

    private static String text(Element cell) {
        cell.select("br").forEach(br -> br.after(" "));
        cell.select("[hidden]").remove();
        return PlainText.of(cell.wholeText());
    }

    private static int number(Element element, String name, int otherwise) {
        String number = element.attr(name).strip();
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : otherwise;
    }

    private void endParagraph() {
        String text = PlainText.of(line.toString());
        line.setLength(0);
        if (!text.isEmpty()) {
            boolean numbered = Numbering.of(text).isPresent(); // a number is typed, and that of the list is not shown
            passages.add(new DocumentPart.TextPart(
                    numbered ? text : number + text, numbered ? 0 : bullet, Place.paragraph(0, ++paragraphs)));
            number = "";
            bullet = 0;
        }
    }
}
