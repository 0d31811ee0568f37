package org.nianbao.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDecimalNumber;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTVMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

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

    /** From DOCX, as Apache POI understands it: a cell's span of columns, and how it goes on from row to row. */
    public static List<PublishedGrid> docx(byte[] bytes) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            List<PublishedGrid> grids = new ArrayList<>();
            for (XWPFTable table : document.getTables()) {
                PublishedGrid.Builder builder = new PublishedGrid.Builder();
                for (int row = 0; row < table.getNumberOfRows(); row++) {
                    builder.nextRow();
                    int column = 0;
                    for (XWPFTableCell cell : table.getRow(row).getTableCells()) {
                        if (!continues(cell)) {
                            builder.cell(
                                    colspan(cell),
                                    height(table, row, column),
                                    table.getRow(row).isRepeatHeader(),
                                    cell.getText());
                        }
                        column += colspan(cell);
                    }
                }
                grids.add(builder.grid());
            }
            return grids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static int height(XWPFTable table, int row, int column) {
        int height = 1;
        while (row + height < table.getNumberOfRows() && continuesAt(column, table.getRow(row + height))) {
            height++;
        }
        return height;
    }

    private static boolean continuesAt(int column, XWPFTableRow row) {
        int at = 0;
        for (XWPFTableCell cell : row.getTableCells()) {
            if (at == column) {
                return continues(cell);
            }
            at += colspan(cell);
        }
        return false;
    }

    private static boolean continues(XWPFTableCell cell) {
        CTVMerge merge = cell.getCTTc().getTcPr().getVMerge();
        return merge != null && merge.getVal() != STMerge.RESTART;
    }

    private static int colspan(XWPFTableCell cell) {
        CTDecimalNumber span = cell.getCTTc().getTcPr().getGridSpan();
        return span == null ? 1 : span.getVal().intValue();
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
        private final Map<COSDictionary, Map<Integer, String>> words;

        PdfTree(PDDocument document) throws IOException {
            root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
            words = MarkedText.of(document);
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
