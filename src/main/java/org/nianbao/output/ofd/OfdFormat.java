package org.nianbao.output.ofd;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.nianbao.output.Attachment;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.page.Page;

/**
 * Writes OFD (GB/T 33190-2016), the fixed-layout format of China's official documents: the pages of the PDF, thing for
 * thing, with text as text in embedded fonts. So both show the same, and the page is laid out in one way only.
 */
public final class OfdFormat implements Format {
    private static final String DOCUMENT = "Doc_0/";

    private final Format pdf;

    /**
     * Prepares to write.
     *
     * @param pdf lays the page out
     */
    public OfdFormat(Format pdf) {
        this.pdf = pdf;
    }

    @Override
    public String extension() {
        return "ofd";
    }

    @Override
    public byte[] write(Page page, DocumentInfo stamp) {
        try (PDDocument laidOut = Loader.loadPDF(pdf.write(page, stamp))) {
            Container container = new Container();
            Resources resources = new Resources();
            Map<PDPage, Integer> pages = new LinkedHashMap<>();
            for (PDPage sheet : laidOut.getPages()) {
                pages.put(sheet, resources.next());
            }
            pages(pages, resources, container);
            fonts(resources, container);
            pictures(resources, container);
            attachments(stamp, container);
            document(laidOut, pages, resources, stamp, container);
            container.put("OFD.xml", entry(page, stamp, container));
            return container.zip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pages(Map<PDPage, Integer> pages, Resources resources, Container container) throws IOException {
        int number = 0;
        for (PDPage sheet : pages.keySet()) {
            Markup xml = new Markup("Page");
            area(xml, "Area", sheet);
            xml.open("Content").open("Layer", "ID", resources.next(), "Type", "Body");
            new PageObjects(sheet, resources, xml).write();
            container.put(DOCUMENT + content(number++), xml.bytes());
        }
    }

    private static String content(int page) {
        return "Pages/Page_" + page + "/Content.xml";
    }

    /** The size of a sheet, in whole tenths of a millimetre: the PDF has it in steps of its own. */
    private static void area(Markup xml, String element, PDPage sheet) {
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

    private static void fonts(Resources resources, Container container) {
        Markup xml = new Markup("Res", "BaseLoc", "Res").open("Fonts");
        for (OfdFont font : resources.fonts()) {
            String file = "font_" + font.id() + ".ttf";
            xml.open("Font", "ID", font.id(), "FontName", font.name(), "FamilyName", font.family())
                    .leaf("FontFile", file)
                    .close();
            container.put(DOCUMENT + "Res/" + file, font.file());
        }
        container.put(DOCUMENT + "PublicRes.xml", xml.bytes());
    }

    private static void pictures(Resources resources, Container container) {
        if (resources.pictures().isEmpty()) {
            return;
        }
        Markup xml = new Markup("Res", "BaseLoc", "Res").open("MultiMedias");
        resources.pictures().forEach((id, png) -> {
            String file = "image_" + id + ".png";
            xml.open("MultiMedia", "ID", id, "Type", "Image", "Format", "PNG")
                    .leaf("MediaFile", file)
                    .close();
            container.put(DOCUMENT + "Res/" + file, png);
        });
        container.put(DOCUMENT + "DocumentRes.xml", xml.bytes());
    }

    private static void attachments(DocumentInfo stamp, Container container) {
        if (stamp.attachments().isEmpty()) {
            return;
        }
        Markup xml = new Markup("Attachments");
        int number = 0;
        for (Attachment attachment : stamp.attachments()) {
            String file = "Attachment_" + number + attachment.ending();
            xml.open("Attachment", "ID", "attachment-" + number++, "Name", attachment.name())
                    .with("Format", attachment.mediaType(), "CreationDate", day(stamp) + "T00:00:00")
                    .with("Size", Numbers.lengths(attachment.bytes().length / 1024.0))
                    .leaf("FileLoc", file)
                    .close();
            container.put(DOCUMENT + "Attachs/" + file, attachment.bytes());
        }
        container.put(DOCUMENT + "Attachs/Attachments.xml", xml.bytes());
    }

    private static void document(
            PDDocument laidOut,
            Map<PDPage, Integer> pages,
            Resources resources,
            DocumentInfo stamp,
            Container container)
            throws IOException {
        Markup xml = new Markup("Document").open("CommonData");
        xml.leaf("MaxUnitID", resources.last());
        area(xml, "PageArea", laidOut.getPage(0));
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
        PDOutlineNode outline = laidOut.getDocumentCatalog().getDocumentOutline();
        if (outline != null && outline.hasChildren()) {
            xml.open("Outlines");
            outline(outline, pages, xml);
            xml.close();
        }
        xml.open("VPreferences").leaf("TabDisplay", "DocTitle").close();
        if (!stamp.attachments().isEmpty()) {
            xml.leaf("Attachments", "Attachs/Attachments.xml");
        }
        container.put(DOCUMENT + "Document.xml", xml.bytes());
    }

    private static void outline(PDOutlineNode node, Map<PDPage, Integer> pages, Markup xml) throws IOException {
        for (PDOutlineItem item : node.children()) {
            xml.open("OutlineElem", "Title", item.getTitle());
            if (item.getDestination() instanceof PDPageXYZDestination target) {
                Point2D place = PageObjects.onPage(target.getPage())
                        .transform(new Point2D.Float(target.getLeft(), target.getTop()), null);
                xml.open("Actions").open("Action", "Event", "CLICK").open("Goto");
                xml.empty(
                        "Dest",
                        "Type",
                        "XYZ",
                        "PageID",
                        Objects.requireNonNull(pages.get(target.getPage())),
                        "Left",
                        Numbers.lengths(Math.max(0, place.getX())),
                        "Top",
                        Numbers.lengths(Math.max(0, place.getY())),
                        "Zoom",
                        0);
                xml.close().close().close();
            }
            outline(item, pages, xml);
            xml.close();
        }
    }

    /** The file that says what the others are. */
    private static byte[] entry(Page page, DocumentInfo stamp, Container container) {
        return new Markup("OFD", "Version", "1.0", "DocType", "OFD")
                .open("DocBody")
                .open("DocInfo")
                .leaf("DocID", container.fingerprint())
                .leaf("Title", page.title())
                .leaf("Author", stamp.author())
                .leaf("CreationDate", day(stamp))
                .leaf("ModDate", day(stamp))
                .leaf("Creator", stamp.producer())
                .close()
                .leaf("DocRoot", DOCUMENT + "Document.xml")
                .bytes();
    }

    private static LocalDate day(DocumentInfo stamp) {
        return stamp.date().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
