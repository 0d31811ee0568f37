package org.nianbao.foreign.word;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.html.HtmlDocument;
import org.nianbao.foreign.word.ListNumbers.ListMark;

/**
 * Reads the main text of a DOCX (ECMA-376 Part 1, 17.2) with its text boxes, as if all tracked changes were accepted. Footnotes
 * of a table are read as notes below it, those of the text before everything else. Headers and comments are left out; macros are
 * never run. Not thread-safe.
 */
public final class DocxDocument {
    private final DocxPackage parts;
    private final ListNumbers numbers;

    private final ParagraphStyles styles;

    private final List<DocumentPart> passages = new ArrayList<>();
    private final Set<String> noted = new HashSet<>();

    /** The text of paragraphs whose end is deleted, which go on in the next one. */
    private final StringBuilder open = new StringBuilder();

    private int paragraphs;
    private int tables;
    private int cells;

    private DocxDocument(DocxPackage parts) {
        this.parts = parts;
        styles = ParagraphStyles.of(parts.xml("word/styles.xml"));
        numbers = ListNumbers.of(parts.xml("word/numbering.xml"), styles);
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is no DOCX, or larger than any report
     */
    public static ForeignDocument read(byte[] bytes) throws UnreadableDocument {
        DocxDocument document = new DocxDocument(new DocxPackage(bytes));
        Element body = document.parts.body();
        document.flow(body);
        document.passages.addAll(0, document.notes(body)); // what stands before a title has no place in a report
        return new ForeignDocument(document.passages);
    }

    private void flow(Element parent) throws UnreadableDocument {
        for (Element child : DocxText.children(parent).toList()) {
            switch (child.tagName()) {
                case "w:p" -> paragraph(child);
                case "w:tbl" -> table(child);
                case "w:altChunk" -> chunk(child);
                default -> {}
            }
        }
    }

    /** Text in another format, which Word takes in when it opens the document. */
    private void chunk(Element chunk) throws UnreadableDocument {
        byte[] part = parts.related(chunk.attr("r:id")).orElse(new byte[0]);
        if (part.length > 0) {
            ForeignDocument inner = part[0] == 'P' ? read(part) : HtmlDocument.read(part);
            passages.addAll(inner.passages());
        }
    }

    private void table(Element table) throws UnreadableDocument {
        DocxTable read = new DocxTable(table);
        if (read.isData()) {
            passages.add(read.grid(new TableGrid.Builder(0, ++tables), this::text));
            passages.addAll(notes(table));
        } else {
            for (Element row : read.rows()) {
                for (Element cell : DocxTable.cells(row)) {
                    flow(cell);
                }
            }
        }
        cells += table.select("w|tc").size();
        if (cells > Limits.CELLS) {
            throw UnreadableDocument.tooLarge(cells, UnreadableDocument.SizeUnit.CELLS);
        }
    }

    /** The paragraphs of a cell with those of tables and text boxes in it. */
    private String text(Element cell) {
        StringBuilder text = new StringBuilder();
        DocxText.children(cell).forEach(child -> {
            switch (child.tagName()) {
                case "w:p" -> {
                    text.append(numbers.next(child).number())
                            .append(DocxText.inCell(child))
                            .append(' ');
                    boxes(child).forEach(box -> text.append(text(box)));
                }
                case "w:tbl", "w:tr", "w:tc" -> text.append(text(child));
                default -> {}
            }
        });
        return text.toString();
    }

    private static Stream<Element> boxes(Element parent) {
        return parent.select("w|txbxContent").stream().filter(box -> box.closest("mc|Fallback") == null);
    }

    private void paragraph(Element p) throws UnreadableDocument {
        String style = styles.role(p);
        if (style.startsWith("toc")) {
            return;
        }
        for (Element drawing : p.select("w|drawing, w|pict, w|object")) {
            if (drawing.closest("mc|Fallback") == null
                    && drawing.parents().stream().noneMatch(DocxDocument::isDrawing)) {
                drawing(drawing);
            }
        }
        boolean centred = p.selectFirst("> w|pPr > w|jc[w:val=center]") != null;
        ListMark mark = numbers.next(p);
        String whole = open + mark.number() + DocxText.of(p);
        open.setLength(0);
        if (p.selectFirst("> w|pPr > w|rPr > w|del") != null) {
            open.append(whole);
            return;
        }
        boolean oneLine = centred || style.equals("title");
        int depth = mark.depth();
        for (String text : oneLine ? new String[] {whole.replace('\n', ' ')} : whole.split("\n")) {
            String line = PlainText.of(text);
            if (!line.isEmpty() && !(style.equals("caption") && isCaption(line))) {
                passages.add(new DocumentPart.TextPart(line, depth, Place.paragraph(0, ++paragraphs)));
                depth = 0;
            }
        }
    }

    /** Gives a line to the picture above it. */
    private boolean isCaption(String line) {
        int last = passages.size() - 1;
        if (last >= 0
                && passages.get(last) instanceof DocumentPart.PicturePart picture
                && picture.caption().isEmpty()) {
            passages.set(last, picture.with(picture.description(), line));
            paragraphs++;
            return true;
        }
        return false;
    }

    private static boolean isDrawing(Element element) {
        return element.tagName().matches("w:(?:drawing|pict|object)");
    }

    /** A picture or a chart, or the text in a shape; a mere shape is an ornament. */
    private void drawing(Element drawing) throws UnreadableDocument {
        for (Element box : boxes(drawing).toList()) {
            flow(box);
        }
        Element blip = drawing.selectFirst("a|blip, v|imagedata");
        if (blip == null && drawing.selectFirst("c|chart, dgm|relIds") == null) {
            return;
        }
        Element properties = drawing.selectFirst("wp|docPr, v|shape");
        String description = properties == null ? "" : properties.attr("descr") + properties.attr("alt");
        boolean floats = drawing.selectFirst("wp|wrapNone") != null; // a seal over the text
        passages.add(new DocumentPart.PicturePart(
                PlainText.of(description),
                "",
                blip == null || floats ? new byte[0] : file(blip),
                Place.paragraph(0, paragraphs + 1)));
    }

    /** The file of a picture; of an SVG, which has a bitmap for older programs, the SVG. */
    private byte[] file(Element blip) {
        Element svg = blip.selectFirst("asvg|svgBlip");
        return parts.related(Objects.requireNonNullElse(svg, blip).attr("r:embed"))
                .or(() -> parts.related(blip.attr("r:embed")))
                .or(() -> parts.related(blip.attr("r:id")))
                .orElse(new byte[0]);
    }

    /** The footnotes and endnotes that a part of the text refers to, unless a table in it did. */
    private List<DocumentPart> notes(Element part) {
        List<DocumentPart> notes = new ArrayList<>();
        for (String kind : List.of("footnote", "endnote")) {
            Set<String> ids = part.select("w|" + kind + "Reference").stream()
                    .map(reference -> reference.attr("w:id"))
                    .filter(id -> noted.add(kind + id))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Optional<Element> file = ids.isEmpty() ? Optional.empty() : parts.xml("word/" + kind + "s.xml");
            file.ifPresent(all -> all.select("w|" + kind).stream()
                    .filter(note -> ids.contains(note.attr("w:id")))
                    .map(note -> note.select("w|p").stream().map(DocxText::of).collect(Collectors.joining(" ")))
                    .map(PlainText::of)
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> notes.add(new DocumentPart.TextPart(
                            text.startsWith("注") ? text : "注：" + text, Place.paragraph(0, ++paragraphs)))));
        }
        return notes;
    }
}
