package org.nianbao.output.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The part {@code word/document.xml} (ECMA-376 Part 1, 11.3.10): walks through the page from top to bottom and writes
 * each block as it comes. For one document and one thread.
 */
final class DocumentBody {
    private static final String WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final Page page;
    private final Typography typography;
    private final Measures measures;
    private final Lists lists;
    private final XmlWriter out = new XmlWriter(PackageParts.DECLARATION, "");
    private final Paragraphs paragraphs;
    /** The levels of the headings that a block stands under, from the outermost. */
    private final List<Integer> headings = new ArrayList<>();

    private int written;
    private boolean endsInTable;

    DocumentBody(Page page, Typography typography, Relations relations, Lists lists) {
        this.page = page;
        this.typography = typography;
        this.measures = new Measures(typography);
        this.lists = lists;
        this.paragraphs = new Paragraphs(out, page, relations, measures);
    }

    /**
     * Where a block stands.
     *
     * @param look of its paragraphs
     * @param width from the left to the right end of its lines, in twips
     * @param lists how many lists it is in
     */
    private record Context(ParagraphFormat look, int width, int lists) {
        Context with(ParagraphFormat other) {
            return new Context(other, width, lists);
        }
    }

    byte[] write() {
        out.open(
                "w:document",
                "xmlns:a",
                InlinePicture.MAIN,
                "xmlns:adec",
                InlinePicture.DECORATIVE,
                "xmlns:asvg",
                InlinePicture.SVG,
                "xmlns:pic",
                InlinePicture.PICTURE,
                "xmlns:r",
                Relations.OFFICE,
                "xmlns:w",
                WML,
                "xmlns:wp",
                InlinePicture.DRAWING);
        out.open("w:body");
        writeContent(page.body(), new Context(ParagraphFormat.of(StyleIds.of(TextRole.BODY)), measures.textWidth(), 0));
        endInParagraph();
        writeSection();
        out.close().close();
        return out.bytes();
    }

    private void writeContent(Element parent, Context place) {
        InlineContent line = new InlineContent();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (InlineContent.holds(child)) {
                line.add(child);
            } else if (child instanceof Element block) {
                writeLine(line, place);
                line = new InlineContent();
                writeBlock(block, place);
            }
        }
        writeLine(line, place);
    }

    private void writeBlock(Element block, Context place) {
        switch (block.getLocalName()) {
            case "h1" -> writeParagraph(block, ParagraphFormat.of(StyleIds.of(TextRole.TITLE)), place);
            case "h2", "h3", "h4", "h5" ->
                writeHeading(block, block.getLocalName().charAt(1) - '1', place);
            case "p" -> writeP(block, place);
            case "figcaption" -> writeParagraph(block, ParagraphFormat.of(StyleIds.of(TextRole.CAPTION)), place);
            case "ul", "ol" -> writeList(block, place);
            case "figure" -> writeFigure(block, place);
            case "table" -> {
                if (!Elements.hasClass(block, "unseen")) {
                    writeTable(block, place);
                }
            }
            default -> writeContent(block, place);
        }
    }

    /**
     * A heading is in the outline one level below the one that it belongs to, also where the numbering leaves a level
     * out, as 1. below 一、 does; its words look like its numbering.
     */
    private void writeHeading(Element heading, int level, Context place) {
        headings.removeIf(open -> open >= level);
        headings.add(level);
        int depth = headings.size();
        ParagraphFormat look = ParagraphFormat.of(StyleIds.of(TextRole.heading(depth)));
        if (precedesTable(heading)) {
            look = look.spacedAfter(besideTables().before().twips());
        }
        InlineContent line = InlineContent.of(heading, depth == level ? "" : StyleIds.runIn(TextRole.heading(level)));
        writeLineAnyway(line, place.with(look));
    }

    private static boolean precedesTable(Element block) {
        return next(block).filter(next -> next.getLocalName().equals("table")).isPresent();
    }

    /** The element that follows on the page: beside the block or, where the block is the last one, beside its parent. */
    private static Optional<Element> next(Element block) {
        for (Node last = block; last instanceof Element; last = last.getParentNode()) {
            for (Node next = last.getNextSibling(); next != null; next = next.getNextSibling()) {
                if (next instanceof Element element) {
                    return Optional.of(element);
                }
            }
        }
        return Optional.empty();
    }

    /** Tables know no space around them in WordprocessingML; the paragraphs beside them have it. */
    private Typography.Style besideTables() {
        return typography.style(TextRole.TABLE);
    }

    private void writeP(Element p, Context place) {
        if (Elements.hasClass(p, "signature")) {
            writeParagraph(p, ParagraphFormat.of(StyleIds.SIGNATURE), place);
        } else if (Elements.hasClass(p, "date")) {
            writeParagraph(p, ParagraphFormat.of(StyleIds.DATE), place);
        } else if (!Elements.hasClass(p, "draft")) { // the draft mark stands in the headers
            boolean signed =
                    next(p).filter(next -> Elements.hasClass(next, "signature")).isPresent();
            writeParagraph(p, place.look().keepingNext(place.look().keepNext() || signed), place);
        }
    }

    private void writeFigure(Element figure, Context place) {
        List<Element> children = Elements.children(figure);
        for (Element child : children) {
            boolean last = child == children.get(children.size() - 1);
            if (child.getLocalName().equals("img")) {
                InlineContent line = new InlineContent();
                line.add(child);
                ParagraphFormat look = ParagraphFormat.of(StyleIds.NORMAL).aligned("center");
                writeLine(line, place.with(look.keepingNext(!last)));
            } else {
                writeBlock(child, place);
            }
        }
    }

    private void writeTable(Element table, Context place) {
        endInParagraph();
        new TableWriter(table, place.width(), measures, out, paragraphs).write((cell, look, width) -> {
            int before = written;
            writeContent(cell, new Context(look, width, 0));
            endInParagraph();
            if (written == before) {
                writeLineAnyway(new InlineContent(), new Context(look, width, 0));
            }
        });
        endsInTable = true;
    }

    private void writeList(Element list, Context place) {
        int level = Math.min(place.lists(), Lists.LEVELS - 1);
        int number = Lists.BULLETED;
        if (list.getLocalName().equals("ol")) {
            String start = list.getAttribute("start");
            number = lists.numbered(level, start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1);
        }
        String style = place.look().style().equals(StyleIds.of(TextRole.BODY))
                ? StyleIds.LIST
                : place.look().style();
        int indent = measures.bodyCharacters(Lists.indent(level));
        ParagraphFormat later = place.look().styled(style).indented(indent);
        for (Element item : Elements.children(list)) {
            writeItem(item, place.look().styled(style).item(number, level), later, place);
        }
    }

    /** The first paragraph of an item bears its number, the later ones stand below its text. */
    private void writeItem(Element item, ParagraphFormat first, ParagraphFormat later, Context place) {
        Context rest = new Context(later, Math.max(1, place.width() - later.left()), place.lists() + 1);
        boolean numbered = false;
        InlineContent line = new InlineContent();
        for (Node child = item.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (InlineContent.holds(child)) {
                line.add(child);
            } else if (child instanceof Element block) {
                boolean opens = !numbered && line.isEmpty();
                if (opens && block.getLocalName().equals("p")) {
                    writeParagraph(block, first, rest);
                } else if (opens) {
                    writeLineAnyway(new InlineContent(), rest.with(first));
                    writeBlock(block, rest);
                } else {
                    writeLine(line, rest.with(numbered ? later : first));
                    writeBlock(block, rest);
                }
                numbered = true;
                line = new InlineContent();
            }
        }
        writeLine(line, rest.with(numbered ? later : first));
    }

    private void writeParagraph(Element element, ParagraphFormat look, Context place) {
        writeLineAnyway(InlineContent.of(element, ""), place.with(look));
    }

    private void writeLine(InlineContent line, Context place) {
        if (!line.isEmpty()) {
            writeLineAnyway(line, place);
        }
    }

    private void writeLineAnyway(InlineContent line, Context place) {
        ParagraphFormat look =
                endsInTable ? place.look().spacedBefore(besideTables().after().twips()) : place.look();
        paragraphs.write(look, line.pieces(), place.width());
        written++;
        endsInTable = false;
    }

    /** Two tables without a paragraph between them would become one, and a cell or a document must end in one. */
    private void endInParagraph() {
        if (endsInTable) {
            paragraphs.writeSpacer();
            written++;
            endsInTable = false;
        }
    }

    /** The one section (ECMA-376 Part 1, 17.6.17): paper, margins, headers and footers. */
    private void writeSection() {
        out.open("w:sectPr");
        if (page.draftMark().isPresent()) {
            out.empty("w:headerReference", "w:type", "default", "r:id", DraftMark.ODD);
            out.empty("w:headerReference", "w:type", "even", "r:id", DraftMark.EVEN);
        }
        out.empty("w:footerReference", "w:type", "default", "r:id", Skeleton.FOOTER_ODD);
        out.empty("w:footerReference", "w:type", "even", "r:id", Skeleton.FOOTER_EVEN);
        Typography.Paper paper = typography.paper();
        out.empty("w:pgSz", "w:w", twips(paper.width()), "w:h", twips(paper.height()));
        out.empty(
                "w:pgMar",
                "w:top",
                twips(paper.top()),
                "w:right",
                twips(paper.right()),
                "w:bottom",
                twips(paper.bottom()),
                "w:left",
                twips(paper.left()),
                "w:header",
                Integer.toString(measures.header()),
                "w:footer",
                Integer.toString(measures.footer()),
                "w:gutter",
                "0");
        out.close();
    }

    private static String twips(Length length) {
        return Integer.toString(length.twips());
    }
}
