package org.nianbao.output.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.nianbao.font.FontFile;
import org.nianbao.font.Fonts;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.output.UndrawableContent;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.typography.Typography;

/**
 * Lays the page out on paper with openhtmltopdf, for archives and for all readers: PDF/A-2a (ISO 19005-2) and PDF/UA-1
 * (ISO 14289-1) in one file, with an outline from the headings, its fonts embedded and subset.
 *
 * <p>Where a table breaks over pages it is laid out twice: openhtmltopdf drops the rules of header cells that span rows
 * when it repeats them, so such a head is then drawn from cells that do not span (see {@link PaperDom}).
 */
public final class PdfFormat implements Format {
    private static final int REGULAR = 400;

    static {
        XRLog.setLoggerImpl(new SilentLogger());
    }

    private final Typography typography;
    private final Fonts fonts;

    /**
     * Prepares to write.
     *
     * @param fonts the files to embed; a character that none of them has would be printed as {@code #}, so look for
     *     such characters first
     */
    public PdfFormat(Typography typography, Fonts fonts) {
        this.typography = typography;
        this.fonts = fonts;
    }

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public byte[] write(Page page, DocumentInfo stamp) {
        Set<FontFile> files = FontsInUse.on(page, typography, fonts);
        PaperDom dom = new PaperDom(page, stamp, files);
        byte[] whole = render(page, stamp, dom, files, true);
        return whole.length > 0 ? whole : render(page, stamp, dom, files, false);
    }

    /** The PDF; nothing if {@code mayAlter} and a head had to be altered, so that the page must be laid out again. */
    private static byte[] render(Page page, DocumentInfo stamp, PaperDom dom, Set<FontFile> files, boolean mayAlter) {
        Set<String> complaints = new LinkedHashSet<>();
        try (DatedDocument document = new DatedDocument(stamp.date())) {
            document.setDocumentId(fingerprint(page));
            PdfRendererBuilder builder = builder(page, stamp, dom, complaints).usePDDocument(document);
            for (FontFile file : files) {
                builder.useFont(
                        new SharedFont(document.streams(), file), file.family(), REGULAR, FontStyle.NORMAL, true);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                if (mayAlter && dom.plainHeads(BrokenTables.in(renderer))) {
                    return new byte[0];
                }
                renderer.createPDFWithoutClosing();
                StructureTree.complete(document, dom.marks());
                document.getDocumentCatalog().addOutputIntent(DeviceColors.sRgb(document));
                save(document, files, out);
            }
            if (!complaints.isEmpty()) {
                throw new UndrawableContent(String.join("; ", complaints));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To save is to take from each font what is used; the tables of a damaged one lead anywhere. */
    private static void save(PDDocument document, Set<FontFile> files, ByteArrayOutputStream out) throws IOException {
        try {
            document.save(out);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
            String names = files.stream().map(FontFile::family).collect(Collectors.joining(", "));
            throw new UndrawableContent(names + ": " + e);
        }
    }

    private static PdfRendererBuilder builder(Page page, DocumentInfo stamp, PaperDom dom, Set<String> complaints) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(dom.document(), PaperDom.PICTURES + ":/")
                .withProducer(stamp.producer())
                .withDiagnosticConsumer(diagnostic -> complain(diagnostic, complaints))
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useProtocolsStreamImplementation(url -> stream(page, url), PaperDom.PICTURES);
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith(PaperDom.PICTURES + ":"), moment);
        }
        boolean svg = page.pictures().values().stream().anyMatch(picture -> picture.kind() == Picture.PictureType.SVG);
        return svg ? builder.useSVGDrawer(new BatikSVGDrawer()) : builder;
    }

    /** The renderer tells of what it cannot draw and goes on; a report with a hole in it is no report. */
    private static void complain(Diagnostic diagnostic, Set<String> complaints) {
        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
            complaints.add(diagnostic.getFormattedMessage());
        }
    }

    private static FSStream stream(Page page, String url) {
        List<Picture> pictures = List.copyOf(page.pictures().values());
        Picture picture = pictures.get(PaperDom.pictureNumber(url));
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(picture.bytes());
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    private static long fingerprint(Page page) {
        CRC32 crc = new CRC32();
        crc.update(page.styles().paper().getBytes(StandardCharsets.UTF_8));
        crc.update(page.root().getTextContent().getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    /** Puts a font file that was parsed once into each document. */
    private static final class SharedFont extends PDFontSupplier {
        private final Streams streams;
        private final FontFile file;

        @SuppressWarnings("NullAway") // the renderer asks supply() only, which this class answers
        SharedFont(Streams streams, FontFile file) {
            super(null);
            this.streams = streams;
            this.file = file;
        }

        @Override
        public PDFont supply() {
            try {
                return new EmbeddedFont(streams, file);
            } catch (IOException | IllegalArgumentException | NullPointerException e) {
                throw new UndrawableContent(file.family() + ": " + e); // a font without a table that is needed
            }
        }
    }
}
