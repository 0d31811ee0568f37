package org.nianbao.output.docx;

import java.time.temporal.ChronoUnit;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Page;

/** What the file says of itself (ECMA-376 Part 2, 8; Part 1, 22.2). No person is named. */
final class CoreProperties {
    private CoreProperties() {}

    /** The part {@code docProps/core.xml}. */
    static byte[] core(Page page, DocumentInfo stamp) {
        String date = stamp.date().truncatedTo(ChronoUnit.SECONDS).toString();
        XmlWriter out = new XmlWriter(PackageParts.DECLARATION, "");
        out.open(
                "cp:coreProperties",
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms",
                "http://purl.org/dc/terms/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        out.open("dc:title").text(page.title()).close();
        out.open("dc:creator").text(stamp.author()).close();
        page.draftMark()
                .ifPresent(words -> out.open("cp:contentStatus").text(words).close());
        out.open("dc:language").text(page.language()).close();
        out.open("dcterms:created", "xsi:type", "dcterms:W3CDTF").text(date).close();
        out.open("dcterms:modified", "xsi:type", "dcterms:W3CDTF").text(date).close();
        out.close();
        return out.bytes();
    }

    /** The part {@code docProps/app.xml}. */
    static byte[] extended(DocumentInfo stamp) {
        XmlWriter out = new XmlWriter(PackageParts.DECLARATION, "");
        out.open("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
        out.open("Application").text(stamp.producer()).close();
        out.close();
        return out.bytes();
    }
}
