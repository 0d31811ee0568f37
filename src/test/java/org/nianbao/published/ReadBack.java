package org.nianbao.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads the tables of a document back, from what a browser, Word or a screen reader would see. */
public final class ReadBack {
    private ReadBack() {}

    /** From HTML: {@code tr}, {@code th}, {@code td} with their spans. */
    public static List<PublishedGrid> html(byte[] bytes) {
        List<PublishedGrid> grids = new ArrayList<>();
        for (Element table :
                Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)).select("table")) {
            PublishedGrid.Builder builder = new PublishedGrid.Builder();
            for (Element row : table.select("tr")) {
                builder.nextRow();
                boolean head = row.parent() != null && row.parent().tagName().equals("thead");
                for (Element cell : row.select("th, td")) {
                    builder.cell(span(cell.attr("colspan")), span(cell.attr("rowspan")), head, cell.text());
                }
            }
            grids.add(builder.grid());
        }
        return grids;
    }

    /** From DOCX: {@code w:gridSpan} and {@code w:vMerge} (ECMA-376 Part 1, 17.4.17 and 17.4.84). */
    public static List<PublishedGrid> docx(byte[] bytes) {
        org.jsoup.nodes.Document xml = Jsoup.parse(part(bytes, "word/document.xml"), "", Parser.xmlParser());
        List<PublishedGrid> grids = new ArrayList<>();
        for (Element table : xml.select("w|tbl")) {
            List<Element> rows = table.select("> w|tr");
            PublishedGrid.Builder builder = new PublishedGrid.Builder();
            for (int r = 0; r < rows.size(); r++) {
                builder.nextRow();
                boolean head = !rows.get(r).select("> w|trPr > w|tblHeader").isEmpty();
                int column = 0;
                for (Element cell : rows.get(r).select("> w|tc")) {
                    int colspan = span(cell.select("> w|tcPr > w|gridSpan").attr("w:val"));
                    if (!continues(cell)) {
                        builder.cell(
                                colspan,
                                height(rows, r, column),
                                head,
                                cell.select("w|t").text());
                    }
                    column += colspan;
                }
            }
            grids.add(builder.grid());
        }
        return grids;
    }

    /** A part of a DOCX as text. */
    public static String part(byte[] docx, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            throw new IllegalArgumentException(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean continues(Element cell) {
        Element merge = cell.selectFirst("> w|tcPr > w|vMerge");
        return merge != null && !merge.attr("w:val").equals("restart");
    }

    private static int height(List<Element> rows, int row, int column) {
        int height = 1;
        for (int r = row + 1; r < rows.size(); r++) {
            int at = 0;
            boolean more = false;
            for (Element cell : rows.get(r).select("> w|tc")) {
                more |= at == column && continues(cell);
                at += span(cell.select("> w|tcPr > w|gridSpan").attr("w:val"));
            }
            if (!more) {
                break;
            }
            height++;
        }
        return height;
    }

    private static int span(String written) {
        return written.isEmpty() ? 1 : Integer.parseInt(written);
    }

    /** From PDF: the structure tree's Table, TR, TH, TD with RowSpan and ColSpan (ISO 32000-1, 14.8.4.3.4). */
    public static List<PublishedGrid> pdf(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<PublishedGrid> grids = new ArrayList<>();
            PdfTree tree = new PdfTree(document);
            for (COSDictionary table : tree.all("Table")) {
                PublishedGrid.Builder builder = new PublishedGrid.Builder();
                for (COSDictionary row : tree.below(table, "TR")) {
                    builder.nextRow();
                    boolean head = tree.isInHead(row);
                    for (COSDictionary cell : tree.below(row, "TH", "TD")) {
                        builder.cell(
                                tree.attribute(cell, "ColSpan"),
                                tree.attribute(cell, "RowSpan"),
                                head,
                                tree.words(cell));
                    }
                }
                grids.add(builder.grid());
            }
            return grids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF's structure tree and the words that hang from it. */
    private static final class PdfTree {
        private final COSDictionary root;
        private final Map<COSDictionary, Map<Integer, String>> words = new HashMap<>();

        PdfTree(PDDocument document) throws IOException {
            root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
            for (PDPage page : document.getPages()) {
                Map<Integer, String> byId = new HashMap<>();
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                extractor.getMarkedContents().forEach(content -> collect(content, byId));
                words.put(page.getCOSObject(), byId);
            }
        }

        private static void collect(PDMarkedContent content, Map<Integer, String> byId) {
            StringBuilder text = new StringBuilder();
            for (Object part : content.getContents()) {
                if (part instanceof TextPosition position) {
                    text.append(position.getUnicode());
                } else if (part instanceof PDMarkedContent inner) {
                    collect(inner, byId);
                }
            }
            byId.merge(content.getMCID(), text.toString(), String::concat);
        }

        List<COSDictionary> all(String kind) {
            return below(root, kind);
        }

        /** The nearest elements of these kinds below one, in order. */
        List<COSDictionary> below(COSDictionary element, String... kinds) {
            List<COSDictionary> found = new ArrayList<>();
            for (COSBase child : children(element)) {
                if (child instanceof COSDictionary dictionary && dictionary.containsKey(COSName.S)) {
                    if (List.of(kinds).contains(dictionary.getNameAsString(COSName.S))) {
                        found.add(dictionary);
                    } else {
                        found.addAll(below(dictionary, kinds));
                    }
                }
            }
            return found;
        }

        boolean isInHead(COSDictionary row) {
            COSDictionary parent = row.getCOSDictionary(COSName.P);
            return parent != null && "THead".equals(parent.getNameAsString(COSName.S));
        }

        int attribute(COSDictionary cell, String name) {
            COSBase attributes = cell.getDictionaryObject(COSName.A);
            List<COSBase> list = new ArrayList<>();
            if (attributes instanceof COSArray array) {
                array.forEach(entry -> list.add(entry instanceof COSObject object ? object.getObject() : entry));
            } else if (attributes != null) {
                list.add(attributes);
            }
            for (COSBase entry : list) {
                if (entry instanceof COSDictionary dictionary && dictionary.containsKey(name)) {
                    return dictionary.getInt(name);
                }
            }
            return 1;
        }

        String words(COSDictionary element) {
            StringBuilder text = new StringBuilder();
            COSDictionary page = element.getCOSDictionary(COSName.PG);
            for (COSBase child : children(element)) {
                if (child instanceof COSInteger id && page != null) {
                    text.append(words.get(page).getOrDefault(id.intValue(), ""));
                } else if (child instanceof COSDictionary dictionary && dictionary.containsKey(COSName.MCID)) {
                    COSDictionary on = dictionary.getCOSDictionary(COSName.PG);
                    text.append(words.get(on != null ? on : page).getOrDefault(dictionary.getInt(COSName.MCID), ""));
                } else if (child instanceof COSDictionary dictionary && dictionary.containsKey(COSName.S)) {
                    text.append(words(dictionary));
                }
            }
            return text.toString();
        }

        private static List<COSBase> children(COSDictionary element) {
            COSBase kids = element.getDictionaryObject(COSName.K);
            List<COSBase> children = new ArrayList<>();
            if (kids instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    children.add(array.getObject(i));
                }
            } else if (kids != null) {
                children.add(kids);
            }
            return children;
        }
    }
}
