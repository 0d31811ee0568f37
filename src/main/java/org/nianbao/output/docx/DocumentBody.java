package org.nianbao.output.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.BalancedLines;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.nianbao.page.Signature;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes the part {@code word/document.xml} (ECMA-376 Part 1, 11.3.10) block by block. Not thread-safe. */
final class DocumentBody {
    private final Page page;
    private final Typography typography;
    private final Typography landscape;
    private final Measures measures;
    private final Lists lists;
    private final XmlWriter out = new XmlWriter();
    private final Paragraphs paragraphs;
    /** The levels of the headings above the current block, outermost first. */
    private final List<Integer> headings = new ArrayList<>();

    /** The number of paragraphs. */
    private int written;

    private boolean endsInTable;

    private final PageSections sections;

    DocumentBody(Page page, Typography typography, Relations relations, Lists lists) {
        this.page = page;
        this.typography = typography;
        this.landscape = typography.landscape();
        this.measures = new Measures(typography);
        this.lists = lists;
        this.paragraphs = new Paragraphs(out, page, relations);
        this.sections = new PageSections(typography, page.draftMark().isPresent());
    }

    /**
     * The surroundings of a block.
     *
     * @param typography of its pages
     * @param format of its paragraphs
     * @param width of its lines in twips
     * @param lists the number of lists around it
     */
    private record BlockContext(Typography typography, ParagraphFormat format, int width, int lists) {
        static BlockContext of(Typography typography) {
            return new BlockContext(
                    typography, ParagraphFormat.of(TextRole.BODY), new Measures(typography).textWidth(), 0);
        }

        BlockContext with(ParagraphFormat other) {
            return new BlockContext(typography, other, width, lists);
        }
    }

    /** Returns the whole part. */
    String write() {
        writeContent(page.body(), BlockContext.of(typography));
        endInParagraph();
        return XmlTemplate.fill("document.xml", Map.of("body", out, "section", sections.last()));
    }

    private void writeContent(Element parent, BlockContext context) {
        writeContent(parent, context.format(), context);
    }

    /** Writes the content of an element; the first paragraph, which has the number of a list item, has its own format. */
    private void writeContent(Element parent, ParagraphFormat first, BlockContext context) {
        ParagraphFormat format = first;
        InlineContent line = new InlineContent();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (Elements.isInline(child)) {
                line.add(child);
            } else if (child instanceof Element block) {
                boolean opensItem = format.list() != 0 && line.isEmpty();
                if (opensItem && block.getLocalName().equals("p")) {
                    writeParagraph(block, format, context);
                } else {
                    if (opensItem || !line.isEmpty()) {
                        writeParagraph(line, context.with(format));
                    }
                    writeBlock(block, context);
                }
                format = context.format();
                line = new InlineContent();
            }
        }
        if (!line.isEmpty()) {
            writeParagraph(line, context.with(format));
        }
    }

    private void writeBlock(Element block, BlockContext context) {
        switch (block.getLocalName()) {
            case "h1" -> writeTitle(block, context);
            case "h2", "h3", "h4", "h5" -> writeHeading(block, context);
            case "p" -> writeP(block, context);
            case "figcaption" -> writeParagraph(block, ParagraphFormat.of(TextRole.CAPTION), context);
            case "ul", "ol" -> writeList(block, context);
            case "figure" -> writeFigure(block, context);
            case "div" -> writeDiv(block, context);
            case "table" -> {
                if (!Elements.hasClass(block, "unseen")) {
                    writeTable(block, context);
                }
            }
            default -> writeContent(block, context);
        }
    }

    /**
     * Writes a heading one outline level below its parent heading, even where the numbering skips a level (1. below 一、). The
     * text keeps the style of its numbering level.
     */
    private void writeHeading(Element heading, BlockContext context) {
        int level = Elements.headingLevel(heading);
        headings.removeIf(open -> open >= level);
        headings.add(level);
        int depth = headings.size();
        ParagraphFormat format = ParagraphFormat.of(TextRole.heading(depth));
        if (precedesTable(heading)) {
            format = format.spacedAfter(besideTables().before().twips());
        }
        if (Elements.hasClass(heading, "page-top")
                || Elements.hasClass((Element) heading.getParentNode(), "page-top")) {
            format = format.onNewPage();
        }
        InlineContent line = InlineContent.of(heading, depth == level ? "" : StyleIds.runIn(TextRole.heading(level)));
        writeParagraph(line, context.with(format));
    }

    private static boolean precedesTable(Element block) {
        return next(block).filter(next -> next.getLocalName().equals("table")).isPresent();
    }

    /** The element that follows the block on the page. */
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

    /** Tables have no outer spacing in WordprocessingML, so the paragraphs around them get it. */
    private Typography.Style besideTables() {
        return typography.style(TextRole.TABLE);
    }

    private void writeP(Element p, BlockContext context) {
        if (!Elements.hasClass(p, "draft")) { // the draft mark is in the headers
            boolean signed =
                    next(p).filter(next -> Elements.hasClass(next, "signed")).isPresent();
            ParagraphFormat format =
                    Elements.hasClass(p, "note") ? ParagraphFormat.of(StyleIds.NOTE) : context.format();
            writeParagraph(p, format.keepingNext(format.keepNext() || signed), context);
        }
    }

    private void writeTitle(Element title, BlockContext context) {
        double width = context.typography().charactersOn(TextRole.TITLE);
        InlineContent line = InlineContent.of(title, "")
                .broken(text ->
                        BalancedLines.of(text, width, typography.composition().nameParts()))
                .strong(this::isBoldInTitle);
        writeParagraph(line, context.with(ParagraphFormat.of(TextRole.TITLE)));
    }

    /** Whether the bold Latin face prints a character of the title. Of Word’s fonts only a whole run is bold. */
    private boolean isBoldInTitle(int character) {
        return typography.fontOf(TextRole.TITLE).heavy()
                && typography.latinBold().stream()
                        .anyMatch(latin -> latin.characters().contains(character));
    }

    private void writeDiv(Element div, BlockContext context) {
        if (Elements.hasClass(div, "landscape")) {
            writeContent(div, BlockContext.of(landscape));
        } else if (Elements.hasClass(div, "signed")) {
            writeSignature(div, context);
        } else {
            writeContent(div, context);
        }
    }

    /** Writes signature and date at their places, with space for the seal if there will be one. */
    private void writeSignature(Element signed, BlockContext context) {
        Signature signature = Signature.of(
                signed,
                context.typography().charactersOn(TextRole.BODY),
                typography.composition().autospace(),
                typography.composition().nameParts());
        for (Element p : Elements.named(signed, "p")) {
            boolean agency = Elements.hasClass(p, "signature");
            double left = agency ? signature.agencyLeft() : signature.dateLeft();
            ParagraphFormat format = ParagraphFormat.of(agency ? StyleIds.SIGNATURE : StyleIds.DATE)
                    .indented(measures.bodyCharacters(left));
            if (signature.sealed()) {
                format =
                        agency ? format.spacedBefore(2 * measures.bodyLine()) : format.spacedAfter(measures.bodyLine());
            }
            InlineContent line = InlineContent.of(p, "").broken(text -> agency ? signature.agency() : List.of(text));
            writeParagraph(line, context.with(format));
        }
    }

    private void writeFigure(Element figure, BlockContext context) {
        List<Element> children = Elements.children(figure);
        for (Element child : children) {
            boolean last = child == children.get(children.size() - 1);
            if (child.getLocalName().equals("img")) {
                InlineContent line = new InlineContent();
                line.add(child);
                ParagraphFormat format = ParagraphFormat.of(StyleIds.NORMAL).aligned("center");
                writeParagraph(line, context.with(format.keepingNext(!last)));
            } else {
                writeBlock(child, context);
            }
        }
    }

    private void writeTable(Element table, BlockContext context) {
        endInParagraph();
        turn(context);
        new TableWriter(table, context.width(), out, paragraphs).write((cell, format, width) -> {
            int before = written;
            BlockContext inCell = new BlockContext(context.typography(), format, width, 0);
            writeContent(cell, inCell);
            endInParagraph();
            if (written == before) {
                writeParagraph(new InlineContent(), inCell);
            }
        });
        endsInTable = true;
    }

    private void writeList(Element list, BlockContext context) {
        int level = Math.min(context.lists(), Lists.LEVELS - 1);
        int number = Lists.BULLETED;
        if (list.getLocalName().equals("ol")) {
            String start = list.getAttribute("start");
            number = lists.numbered(level, start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1);
        }
        String style = context.format().style().equals(StyleIds.of(TextRole.BODY))
                ? StyleIds.LIST
                : context.format().style();
        ParagraphFormat format = context.format().styled(style);
        int indent = measures.bodyCharacters(Lists.indent(level));
        int width = Math.max(1, context.width() - indent);
        BlockContext inItem =
                new BlockContext(context.typography(), format.indented(indent), width, context.lists() + 1);
        for (Element item : Elements.children(list)) {
            writeContent(item, format.item(number, level), inItem);
        }
    }

    private void writeParagraph(Element element, ParagraphFormat format, BlockContext context) {
        writeParagraph(InlineContent.of(element, ""), context.with(format));
    }

    private void writeParagraph(InlineContent line, BlockContext context) {
        if (!sections.has(context.typography().paper())) {
            endInParagraph();
            turn(context);
        }
        ParagraphFormat format = endsInTable
                ? context.format().spacedBefore(besideTables().after().twips())
                : context.format();
        paragraphs.write(format, line.pieces(), context.width(), context.typography());
        written++;
        endsInTable = false;
    }

    /** Ends the section if the pages of a block lie otherwise. */
    private void turn(BlockContext context) {
        if (written > 0 && !sections.has(context.typography().paper())) {
            paragraphs.endSection(sections.last());
        }
        sections.begin(context.typography());
    }

    /** Adds a paragraph after a table: Word joins adjacent tables, and cells and documents must end in a paragraph. */
    private void endInParagraph() {
        if (endsInTable) {
            paragraphs.writeSpacer();
            written++;
            endsInTable = false;
        }
    }
}
