package org.nianbao.output.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Completes the structure tree made by openhtmltopdf (ISO 32000-1, 14.7 and 14.8): cells refer to their headers, run-in
 * headings become headings, no heading level is skipped, and repeated table heads are read once. {@link StructureTags} connect
 * structure elements with elements of the page.
 */
final class StructureTree {
    private static final Set<String> MAY_BE_EMPTY = Set.of("TH", "TD");

    private static final Pattern HEADING = Pattern.compile("H[1-6]");

    private final PDDocument document;
    private final StructureTags tags;
    private final COSDictionary root;

    /** The structure elements of cells by tag number. */
    private final Map<Integer, COSDictionary> cells = new HashMap<>();

    /** The run-in headings of the paragraph visited last. */
    private List<COSBase> runIns = new ArrayList<>();

    /** Elements whose content was moved, with the new owner. */
    private final IdentityHashMap<COSDictionary, COSDictionary> moved = new IdentityHashMap<>();

    /** The ids of marked content that repeats a table head, by page. */
    private final Map<COSDictionary, Set<Integer>> repeated = new HashMap<>();

    private int level;

    private StructureTree(PDDocument document, StructureTags tags) {
        this.document = document;
        this.tags = tags;
        this.root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    }

    /**
     * Completes the tree of a document that is drawn but not yet saved.
     *
     * @param tags of its page
     */
    static void complete(PDDocument document, StructureTags tags) throws IOException {
        StructureTree tree = new StructureTree(document, tags);
        tree.visitBelow(tree.root);
        Map<Integer, COSArray> owners = tree.owners();
        owners.values().forEach(tree::updateOwners);
        tree.nameHeaders();
        tree.hideRepetitions(owners);
    }

    private void visitBelow(COSDictionary parent) {
        List<COSBase> kept = new ArrayList<>();
        List<COSBase> headings = new ArrayList<>();
        for (COSBase kid : kids(parent)) {
            if (!(kid instanceof COSDictionary element) || !element.containsKey(COSName.S)) {
                kept.add(kid);
                continue;
            }
            Optional<StructureTags.StructureTag> tag = tags.take(element);
            if (type(element).equals("THead")) {
                findRepetitions(element, element);
            }
            if (tag.isPresent() && tag.get() instanceof StructureTags.RunInTag runIn) {
                makeHeading(element, runIn.level(), headings);
                continue;
            }
            number(element);
            visitBelow(element);
            kept.addAll(runIns);
            runIns.forEach(heading -> ((COSDictionary) heading).setItem(COSName.P, parent));
            runIns = List.of();
            if (isPlainSpan(element)) {
                moved.put(element, parent);
                kept.addAll(kidsFor(parent, element));
            } else if (tag.isEmpty() || !moveToTop(element, tag.get())) {
                tag.ifPresent(known -> describe(element, known));
                if (MAY_BE_EMPTY.contains(type(element)) || !kids(element).isEmpty()) {
                    kept.add(element);
                }
            }
        }
        setKids(parent, kept);
        runIns = headings;
    }

    /** Turns the first line of a run-in heading into a heading with the other lines as children. */
    private void makeHeading(COSDictionary line, int ofLevel, List<COSBase> headings) {
        if (headings.isEmpty()) {
            line.setName(COSName.S, "H" + ofLevel);
            number(line);
            headings.add(line);
        } else {
            COSDictionary heading = (COSDictionary) headings.get(0);
            line.setItem(COSName.P, heading);
            List<COSBase> lines = kids(heading);
            lines.add(line);
            setKids(heading, lines);
        }
    }

    /** Numbers headings without skipping a level (ISO 14289-1, 7.4.2); the numbering of a report may skip one. */
    private void number(COSDictionary element) {
        if (HEADING.matcher(type(element)).matches()) {
            level = Math.min(level + 1, type(element).charAt(1) - '0');
            element.setName(COSName.S, "H" + level);
        }
    }

    private void describe(COSDictionary element, StructureTags.StructureTag tag) {
        if (tag instanceof StructureTags.CellTag cell) {
            element.removeItem(COSName.A);
            cell.scope().ifPresent(scope -> attributes(element).setName(COSName.getPDFName("Scope"), scope));
            setSpan(element, "ColSpan", cell.colspan());
            setSpan(element, "RowSpan", cell.rowspan());
        } else if (tag instanceof StructureTags.TableTag table
                && !table.caption().isEmpty()) {
            element.removeItem(COSName.A);
            attributes(element).setItem(COSName.getPDFName("Summary"), new COSString(table.caption()));
        } else if (tag instanceof StructureTags.CaptionTag) {
            element.setName(COSName.S, "Caption");
        }
    }

    private static void setSpan(COSDictionary cell, String name, int span) {
        if (span > 1) {
            attributes(cell).setInt(COSName.getPDFName(name), span);
        }
    }

    /** Whether a span has no properties and only separates text, such as a line of a cell. */
    private static boolean isPlainSpan(COSDictionary element) {
        return type(element).equals("Span")
                && Stream.of(COSName.ALT, COSName.E, COSName.LANG, COSName.A).noneMatch(element::containsKey);
    }

    /** Moves the content of a cell of a stack (see {@link PaperDom}) to the topmost one; false if it is that one or no cell. */
    private boolean moveToTop(COSDictionary element, StructureTags.StructureTag tag) {
        if (!(tag instanceof StructureTags.CellTag cell)) {
            return false;
        }
        COSDictionary first = cells.putIfAbsent(cell.number(), element);
        if (first == null) {
            return false;
        }
        List<COSBase> kids = kids(first);
        kids.addAll(kidsFor(first, element));
        setKids(first, kids);
        moved.put(element, first);
        return true;
    }

    /** The kids of an element for a new parent; marked content on another page gets a reference to its page. */
    private static List<COSBase> kidsFor(COSDictionary parent, COSDictionary element) {
        List<COSBase> kids = new ArrayList<>();
        COSDictionary page = element.getCOSDictionary(COSName.PG);
        for (COSBase kid : kids(element)) {
            if (kid instanceof COSInteger id && page != parent.getCOSDictionary(COSName.PG)) {
                COSDictionary reference = new COSDictionary();
                reference.setItem(COSName.TYPE, COSName.MCR);
                reference.setItem(COSName.PG, page);
                reference.setItem(COSName.MCID, id);
                kids.add(reference);
            } else {
                if (kid instanceof COSDictionary other && other.containsKey(COSName.S)) {
                    other.setItem(COSName.P, parent);
                }
                kids.add(kid);
            }
        }
        return kids;
    }

    /** The owners of the marked content of each page by its key in the parent tree (ISO 32000-1, 14.7.4.4). */
    private Map<Integer, COSArray> owners() {
        Map<Integer, COSArray> owners = new HashMap<>();
        COSArray numbers = root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        for (int i = 0; i < numbers.size(); i += 2) {
            if (numbers.getObject(i + 1) instanceof COSArray ofPage) {
                owners.put(numbers.getInt(i), ofPage);
            }
        }
        return owners;
    }

    private void updateOwners(COSArray owners) {
        for (int id = 0; id < owners.size(); id++) {
            owners.set(id, owner(owners.getObject(id)));
        }
    }

    private COSBase owner(COSBase element) {
        COSBase owner = element;
        while (owner instanceof COSDictionary empty && moved.containsKey(empty)) {
            owner = moved.get(empty);
        }
        return owner;
    }

    /** Removes the content of a repeated head from the tree, except on its first page. */
    private void findRepetitions(COSDictionary head, COSDictionary element) {
        List<COSBase> kept = new ArrayList<>();
        for (COSBase kid : kids(element)) {
            if (kid instanceof COSDictionary other && other.containsKey(COSName.S)) {
                findRepetitions(head, other);
            } else if (kid instanceof COSDictionary reference && isOnLaterPage(reference, head)) {
                repeated.computeIfAbsent(reference.getCOSDictionary(COSName.PG), page -> new HashSet<>())
                        .add(reference.getInt(COSName.MCID));
                continue;
            }
            kept.add(kid);
        }
        setKids(element, kept);
    }

    private static boolean isOnLaterPage(COSDictionary reference, COSDictionary head) {
        return reference.containsKey(COSName.MCID)
                && reference.containsKey(COSName.PG)
                && reference.getCOSDictionary(COSName.PG) != head.getCOSDictionary(COSName.PG);
    }

    /** Gives ids to header cells (ISO 32000-1, table 323) and references them from the other cells. */
    private void nameHeaders() {
        Map<String, COSDictionary> named = new TreeMap<>();
        cells.forEach((number, element) -> {
            StructureTags.CellTag cell = tags.cell(number);
            if (!cell.id().isEmpty() && type(element).equals("TH")) {
                element.setItem(COSName.ID, new COSString(cell.id()));
                named.put(cell.id(), element);
            }
        });
        if (named.isEmpty()) {
            return;
        }
        cells.forEach((number, element) -> {
            COSArray headers = new COSArray();
            tags.cell(number).headers().stream()
                    .filter(named::containsKey)
                    .forEach(id -> headers.add(new COSString(id)));
            if (headers.size() > 0) {
                attributes(element).setItem(COSName.getPDFName("Headers"), headers);
            }
        });
        COSArray names = new COSArray();
        named.forEach((id, element) -> {
            names.add(new COSString(id));
            names.add(element);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NAMES, names);
        root.setItem(COSName.ID_TREE, tree);
    }

    private static COSDictionary attributes(COSDictionary cell) {
        COSDictionary attributes = cell.getCOSDictionary(COSName.A);
        if (attributes == null) {
            attributes = new COSDictionary();
            attributes.setName(COSName.O, "Table");
            cell.setItem(COSName.A, attributes);
        }
        return attributes;
    }

    private void hideRepetitions(Map<Integer, COSArray> owners) throws IOException {
        for (PDPage page : document.getPages()) {
            Set<Integer> ids = repeated.get(page.getCOSObject());
            if (ids != null) {
                hide(page, ids);
                COSArray ofPage = Objects.requireNonNull(owners.get(page.getStructParents()));
                ids.forEach(id -> ofPage.set(id, COSNull.NULL));
            }
        }
    }

    /** Marks content of a page as artifacts (ISO 32000-1, 14.8.2.2). */
    private void hide(PDPage page, Set<Integer> ids) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator
                    && operator.getName().equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)
                    && tokens.get(i - 1) instanceof COSDictionary properties
                    && ids.contains(properties.getInt(COSName.MCID))) {
                COSDictionary artifact = new COSDictionary();
                artifact.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
                tokens.set(i - 2, COSName.ARTIFACT);
                tokens.set(i - 1, artifact);
            }
        }
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(stream);
    }

    private static String type(COSDictionary element) {
        return element.getNameAsString(COSName.S, "");
    }

    /** A copy of the list of kids. */
    private static List<COSBase> kids(COSDictionary element) {
        List<COSBase> kids = new ArrayList<>();
        COSBase written = element.getDictionaryObject(COSName.K);
        if (written instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                kids.add(array.getObject(i));
            }
        } else if (written != null) {
            kids.add(written);
        }
        return kids;
    }

    private static void setKids(COSDictionary element, List<COSBase> kids) {
        if (kids.isEmpty()) {
            element.removeItem(COSName.K);
        } else {
            element.setItem(COSName.K, new COSArray(kids));
        }
    }
}
