package org.nianbao.output.ofd;

import java.awt.geom.Point2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.Deflater;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.nianbao.output.Attachment;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.XmlWriter;
import org.nianbao.output.ZipWriter;
import org.nianbao.page.Page;

/** Writes the files inside one OFD file. Not thread-safe. */
final class OfdDocument {
    private static final String FOLDER = "Doc_0/";

    private final PDDocument pdf;
    private final Page page;
    private final DocumentInfo info;
    private final Resources resources = new Resources();
    /** The ids of the OFD's pages. */
    private final Map<PDPage, Integer> pages = new LinkedHashMap<>();

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    OfdDocument(PDDocument pdf, Page page, DocumentInfo info) {
        this.pdf = pdf;
        this.page = page;
        this.info = info;
        for (PDPage sheet : pdf.getPages()) {
            pages.put(sheet, resources.nextId());
        }
    }

    byte[] write() throws IOException {
        writePages();
        writeFonts();
        if (!resources.pictures().isEmpty()) {
            writePictures();
        }
        if (!info.attachments().isEmpty()) {
            writeAttachments();
        }
        writeDocument();
        writeEntry(); // last: its id depends on all other files
        return ZipWriter.zip(files, Deflater.DEFAULT_COMPRESSION);
    }

    private static XmlWriter xml(String root, Object... attributes) {
        return new XmlWriter("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "ofd:")
                .open(root, "xmlns:ofd", "http://www.ofdspec.org/2016")
                .with(attributes);
    }

    private void writePages() throws IOException {
        int number = 0;
        for (PDPage sheet : pages.keySet()) {
            XmlWriter xml = xml("Page");
            writeArea(xml, "Area", sheet);
            xml.open("Content").open("Layer", "ID", resources.nextId(), "Type", "Body");
            new PageObjects(sheet, resources, xml).write();
            files.put(FOLDER + content(number++), xml.bytes());
        }
    }

    private static String content(int page) {
        return "Pages/Page_" + page + "/Content.xml";
    }

    /** Writes the size of a sheet, rounded to 0.1 mm: the PDF stores it in coarser steps of a point. */
    private static void writeArea(XmlWriter xml, String element, PDPage sheet) {
        Point2D corner = PageObjects.onPage(sheet)
                .transform(
                        new Point2D.Float(
                                sheet.getMediaBox().getUpperRightX(),
                                sheet.getMediaBox().getLowerLeftY()),
                        null);
        double width = Math.round(corner.getX() * 10) / 10.0;
        double height = Math.round(corner.getY() * 10) / 10.0;
        xml.open(element)
                .leaf("PhysicalBox", Numbers.lengths(0, 0, width, height))
                .close();
    }

    private void writeFonts() {
        XmlWriter xml = xml("Res", "BaseLoc", "Res").open("Fonts");
        for (OfdFont font : resources.fonts()) {
            String file = "font_" + font.id() + ".ttf";
            xml.open("Font", "ID", font.id(), "FontName", font.name(), "FamilyName", font.family())
                    .leaf("FontFile", file)
                    .close();
            files.put(FOLDER + "Res/" + file, font.file());
        }
        files.put(FOLDER + "PublicRes.xml", xml.bytes());
    }

    private void writePictures() {
        XmlWriter xml = xml("Res", "BaseLoc", "Res").open("MultiMedias");
        resources.pictures().forEach((id, picture) -> {
            String file = "image_" + id + "." + picture.format().toLowerCase(Locale.ROOT);
            xml.open("MultiMedia", "ID", id, "Type", "Image", "Format", picture.format())
                    .leaf("MediaFile", file)
                    .close();
            files.put(FOLDER + "Res/" + file, picture.bytes());
        });
        files.put(FOLDER + "DocumentRes.xml", xml.bytes());
    }

    private void writeAttachments() {
        XmlWriter xml = xml("Attachments");
        int number = 0;
        for (Attachment attachment : info.attachments()) {
            String file = "Attachment_" + number + attachment.ending();
            xml.open("Attachment", "ID", "attachment-" + number++, "Name", attachment.name())
                    .with("Format", attachment.mediaType(), "CreationDate", day() + "T00:00:00")
                    .with("Size", Numbers.lengths(attachment.bytes().length / 1024.0))
                    .leaf("FileLoc", file)
                    .close();
            files.put(FOLDER + "Attachs/" + file, attachment.bytes());
        }
        files.put(FOLDER + "Attachs/Attachments.xml", xml.bytes());
    }

    private void writeDocument() throws IOException {
        XmlWriter xml = xml("Document").open("CommonData").leaf("MaxUnitID", resources.lastId());
        writeArea(xml, "PageArea", pdf.getPage(0));
        xml.leaf("PublicRes", "PublicRes.xml");
        if (!resources.pictures().isEmpty()) {
            xml.leaf("DocumentRes", "DocumentRes.xml");
        }
        xml.close().open("Pages");
        int number = 0;
        for (int id : pages.values()) {
            xml.empty("Page", "ID", id, "BaseLoc", content(number++));
        }
        xml.close();
        PDOutlineNode outline = pdf.getDocumentCatalog().getDocumentOutline();
        if (outline != null && outline.hasChildren()) {
            xml.open("Outlines");
            writeOutline(outline, xml);
            xml.close();
        }
        xml.open("VPreferences").leaf("TabDisplay", "DocTitle").close();
        if (!info.attachments().isEmpty()) {
            xml.leaf("Attachments", "Attachs/Attachments.xml");
        }
        files.put(FOLDER + "Document.xml", xml.bytes());
    }

    private void writeOutline(PDOutlineNode node, XmlWriter xml) throws IOException {
        for (PDOutlineItem item : node.children()) {
            xml.open("OutlineElem", "Title", item.getTitle());
            if (item.getDestination() instanceof PDPageXYZDestination target) {
                Point2D place = PageObjects.onPage(target.getPage())
                        .transform(new Point2D.Float(target.getLeft(), target.getTop()), null);
                xml.open("Actions").open("Action", "Event", "CLICK").open("Goto");
                xml.empty("Dest", "Type", "XYZ", "PageID", Objects.requireNonNull(pages.get(target.getPage())))
                        .with("Left", Numbers.lengths(Math.max(0, place.getX())))
                        .with("Top", Numbers.lengths(Math.max(0, place.getY())), "Zoom", 0);
                xml.close().close().close();
            }
            writeOutline(item, xml);
            xml.close();
        }
    }

    /** Writes the file that a viewer opens first. */
    private void writeEntry() {
        XmlWriter xml = xml("OFD", "Version", "1.0", "DocType", "OFD")
                .open("DocBody")
                .open("DocInfo")
                .leaf("DocID", id())
                .leaf("Title", page.title())
                .leaf("Author", info.author())
                .leaf("CreationDate", day())
                .leaf("ModDate", day())
                .leaf("Creator", info.producer())
                .close()
                .leaf("DocRoot", FOLDER + "Document.xml");
        files.put("OFD.xml", xml.bytes());
    }

    /** The document id: 32 hexadecimal digits, as GB/T 33190 requires, derived from all files. */
    private String id() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.forEach((path, content) -> {
            all.writeBytes(path.getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(content);
        });
        return UUID.nameUUIDFromBytes(all.toByteArray()).toString().replace("-", "");
    }

    private LocalDate day() {
        return info.date().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
