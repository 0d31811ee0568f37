package org.nianbao.foreign.word;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.OpenPackage;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.word.ListNumbers.ListMark;

/**
 * Reads the main text of a DOCX (ECMA-376 Part 1, 17.2). Headers, footnotes, comments and deleted text are left out; macros
 * are never run. Not thread-safe.
 */
public final class DocxDocument {
    private final ListNumbers numbers;
    private final List<DocumentPart> passages = new ArrayList<>();
    private int paragraphs;
    private int tables;
    private int cells;

    private DocxDocument(ListNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is no DOCX, or larger than any report
     */
    public static ForeignDocument read(byte[] bytes) throws UnreadableDocument {
        OpenPackage parts = OpenPackage.of(bytes);
        byte[] main = parts.part("word/document.xml")
                .orElseThrow(() -> new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, "no word/document.xml"));
        Element body = xml(main).selectFirst("w|body");
        if (body == null) {
            throw new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, "no w:body");
        }
        ListNumbers numbers = ListNumbers.of(
                parts.part("word/numbering.xml").map(DocxDocument::xml),
                parts.part("word/styles.xml").map(DocxDocument::xml));
        DocxDocument document = new DocxDocument(numbers);
        document.flow(body);
        return new ForeignDocument(document.passages);
    }

    private static Element xml(byte[] part) {
        return Jsoup.parse(new String(part, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private void flow(Element parent) throws UnreadableDocument {
        for (Element child : parent.children()) {
            switch (child.tagName()) {
                case "w:p" -> paragraph(child);
                case "w:tbl" -> {
                    if (isData(child)) {
                        passages.add(table(child));
                    } else {
                        for (Element cell : child.select("> w|tr > w|tc")) {
                            flow(cell);
                        }
                    }
                }
                case "w:sdt", "w:sdtContent", "w:ins", "w:customXml", "w:smartTag" -> flow(child);
                default -> {}
            }
        }
    }

    private void paragraph(Element p) {
        for (Element drawing : p.select("w|drawing, w|pict:has(v|imagedata)")) {
            Element properties = drawing.selectFirst("wp|docPr");
            String description = properties == null ? "" : properties.attr("descr");
            passages.add(new DocumentPart.PicturePart(PlainText.of(description), Place.paragraph(0, paragraphs + 1)));
        }
        boolean centred = p.selectFirst("> w|pPr > w|jc[w:val=center]") != null;
        ListMark mark = numbers.next(p);
        String whole = mark.number() + text(p);
        int bullet = mark.bullet();
        for (String text : centred || isTitle(p) ? new String[] {whole.replace('\n', ' ')} : whole.split("\n")) {
            String line = PlainText.of(text);
            if (!line.isEmpty()) {
                passages.add(new DocumentPart.TextPart(line, bullet, Place.paragraph(0, ++paragraphs)));
                bullet = 0;
            }
        }
    }

    private static boolean isTitle(Element p) {
        Element style = p.selectFirst("> w|pPr > w|pStyle");
        return style != null && style.attr("w:val").equals("Title");
    }

    /** Whether it is a table of figures or words, not a layout of the page. */
    private static boolean isData(Element table) {
        return table.select("w|tbl").size() == 1 && table.select("w|tr").size() > 1;
    }

    private TableGrid table(Element table) throws UnreadableDocument {
        TableGrid.Builder grid = new TableGrid.Builder(0, ++tables);
        for (Element row : table.select("w|tr")) {
            grid.newRow().skip(number(row, "> w|trPr > w|gridBefore", 0));
            for (Element cell : row.select("> w|tc, > w|sdt > w|sdtContent > w|tc")) {
                int span = number(cell, "> w|tcPr > w|gridSpan", 1);
                Element merged = cell.selectFirst("> w|tcPr > w|vMerge");
                if (merged != null && !merged.attr("w:val").equals("restart")) {
                    grid.continued(span);
                } else {
                    StringBuilder text = new StringBuilder();
                    cell.select("w|p")
                            .forEach(p -> text.append(numbers.next(p).number())
                                    .append(text(p))
                                    .append(' '));
                    grid.cell(PlainText.of(text.toString()), 1, span);
                }
                if (++cells > Limits.CELLS) {
                    throw new UnreadableDocument(UnreadableDocument.Cause.TOO_LARGE, cells + " cells");
                }
            }
        }
        return grid.build();
    }

    private static int number(Element parent, String selector, int otherwise) {
        Element found = parent.selectFirst(selector);
        String value = found == null ? "" : found.attr("w:val");
        return value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : otherwise;
    }

    /** The text of a paragraph without its automatic number; a line break of the document is a line feed. */
    private static String text(Element p) {
        StringBuilder text = new StringBuilder();
        runs(p, text);
        return text.toString();
    }

    private static void runs(Element parent, StringBuilder text) {
        for (Element child : parent.children()) {
            switch (child.tagName()) {
                case "w:t" -> text.append(child.wholeText());
                case "w:tab" -> text.append(parent.tagName().equals("w:r") ? " " : "");
                case "w:br", "w:cr" -> text.append('\n');
                case "w:noBreakHyphen" -> text.append('-');
                case "w:sym" ->
                    text.append(Optional.of(child.attr("w:char"))
                            .filter(code -> code.matches("[0-9A-Fa-f]{4}"))
                            .map(code -> Character.toString(Integer.parseInt(code, 16)))
                            .orElse(""));
                case "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "mc:Fallback", "w:drawing", "w:pict" -> {}
                default -> runs(child, text);
            }
        }
    }
}
