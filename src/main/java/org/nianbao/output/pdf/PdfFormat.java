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
import com.openhtmltopdf.util.XRLogger;
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
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.jspecify.annotations.Nullable;
import org.nianbao.font.FontFile;
import org.nianbao.font.Fonts;
import org.nianbao.font.TextWidth;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.output.UndrawableContent;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.typography.Typography;
import org.w3c.dom.Document;

/**
 * Writes PDF with openhtmltopdf. A file conforms to PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), has an outline made
 * from the headings, and embeds subsets of its fonts.
 *
 * <p>openhtmltopdf loses the borders of header cells that span rows when it repeats them on the next page. If a table with
 * such a head breaks over pages, its head is redrawn without row spans (see {@link PaperDom}) and the page is laid out again,
 * as it is if a table is broken in a row or below its head: then it begins on a new page.
 *
 * @param fonts the files to embed; a character missing from all of them is printed as {@code #}, so check first
 */
public record PdfFormat(Typography typography, Fonts fonts) implements Format {
    private static final int REGULAR = 400;

    /** A page with many tables is laid out at most so often. */
    private static final int LAYOUTS = 8;

    private static final String SRGB = "sRGB IEC61966-2.1";

    static {
        XRLog.setLoggerImpl(new SilentLogger());
        // xmpbox asks for them in each document, and Java searches all jars for those that are not named; the
        // transformer is Xalan's, because Java's own sets up all character sets that there are
        name(DocumentBuilderFactory.class, DocumentBuilderFactory.newDefaultInstance());
        name(TransformerFactory.class, TransformerFactory.newInstance());
    }

    private static void name(Class<?> service, Object provider) {
        System.setProperty(service.getName(), provider.getClass().getName());
    }

    @Override
    public byte[] write(Page page, DocumentInfo info) {
        Set<FontFile> files = FontsInUse.on(page, typography, fonts);
        PaperDom dom = new PaperDom(page, info, typography, new TextWidth(typography, fonts));
        byte[] whole = new byte[0];
        for (int layout = 1; whole.length == 0; layout++) {
            whole = render(page, info, dom, files, layout < LAYOUTS);
        }
        return whole;
    }

    /** Draws the picture as the only thing of a document. */
    @Override
    public void tryOut(Picture svg) {
        Set<String> errors = new LinkedHashSet<>();
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = drawing(new PdfRendererBuilder(), PaperDom.of(svg), List.of(svg), errors)
                        .usePDDocument(document)
                        .buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        requireNone(errors);
    }

    private static void requireNone(Set<String> errors) {
        if (!errors.isEmpty()) {
            throw new UndrawableContent(String.join("; ", errors));
        }
    }

    /** Returns the PDF, or an empty array if a table was altered (only if {@code mayAlter}) and the page needs a new layout. */
    private static byte[] render(Page page, DocumentInfo info, PaperDom dom, Set<FontFile> files, boolean mayAlter) {
        Set<String> errors = new LinkedHashSet<>();
        try (DatedDocument document = new DatedDocument(info.date())) {
            document.setDocumentId(fingerprint(page));
            PdfRendererBuilder builder = builder(page, info, dom, errors).usePDDocument(document);
            List<SharedFont> fonts = files.stream()
                    .map(file -> new SharedFont(document.getDocument(), file, dom.wide()))
                    .toList();
            for (SharedFont font : fonts) {
                builder.useFont(font, font.file.family(), REGULAR, FontStyle.NORMAL, true);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.getSharedContext().setTextRenderer(new PaperText(renderer.getSharedContext()));
                layOut(renderer);
                if (mayAlter && isAltered(dom, renderer)) {
                    return new byte[0];
                }
                new AutoSpaces(dom.wide()).trim(renderer);
                renderer.createPDFWithoutClosing();
                StructureTree.complete(document, dom.tags());
                Interpolation.turnOff(document);
                document.getDocumentCatalog().addOutputIntent(sRgb(document));
                save(document, files, out);
            }
            requireNone(errors);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays the page out. The renderer refuses a page whose margins leave no room. */
    private static void layOut(PdfBoxRenderer renderer) {
        try {
            renderer.layout();
        } catch (IllegalArgumentException e) {
            throw new UndrawableContent(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isAltered(PaperDom dom, PdfBoxRenderer renderer) {
        return dom.splitTallHeaders(BrokenTables.in(renderer))
                || BrokenTables.wrong(renderer).anyMatch(PaperDom::beginPage);
    }

    /** Saves the document. This subsets the fonts, which fails in many ways if one is damaged. */
    private static void save(PDDocument document, Set<FontFile> files, ByteArrayOutputStream out) throws IOException {
        try {
            document.save(out);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
            String names = files.stream().map(FontFile::family).collect(Collectors.joining(", "));
            throw new UndrawableContent(names + ": " + e);
        }
    }

    private static PdfRendererBuilder builder(Page page, DocumentInfo info, PaperDom dom, Set<String> errors) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withProducer(info.producer())
                .useUnicodeLineBreaker(dom.breaks())
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true);
        return drawing(builder, dom.document(), List.copyOf(page.pictures().values()), errors);
    }

    /** A renderer of a document and its pictures, which opens nothing else. */
    private static PdfRendererBuilder drawing(
            PdfRendererBuilder builder, Document document, List<Picture> pictures, Set<String> errors) {
        builder.withW3cDocument(document, PaperDom.PICTURES + ":/")
                .withDiagnosticConsumer(diagnostic -> report(diagnostic, errors))
                .useProtocolsStreamImplementation(url -> stream(pictures, url), PaperDom.PICTURES);
        for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith(PaperDom.PICTURES + ":"), priority);
        }
        boolean svg = pictures.stream().anyMatch(picture -> picture.kind() == Picture.PictureType.SVG);
        return svg ? builder.useSVGDrawer(new BatikSVGDrawer()) : builder;
    }

    /** Collects warnings and errors. The renderer continues after them, but a report must be complete. */
    private static void report(Diagnostic diagnostic, Set<String> errors) {
        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
            errors.add(diagnostic.getFormattedMessage());
        }
    }

    private static FSStream stream(List<Picture> pictures, String url) {
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

    /**
     * The output intent required by PDF/A (ISO 19005-2, 6.2.3). The profile comes with the program, because the JDK's
     * differs by version, and is not parsed, because that would start AWT's colour management.
     */
    private static PDOutputIntent sRgb(PDDocument document) throws IOException {
        COSDictionary intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.GTS_PDFA1);
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, SRGB);
        intent.setString(COSName.INFO, SRGB);
        try (InputStream profile = Objects.requireNonNull(PdfFormat.class.getResourceAsStream("sRGB.icc"))) {
            PDStream stream = new PDStream(document, profile, COSName.FLATE_DECODE);
            stream.getCOSObject().setInt(COSName.N, 3);
            intent.setItem(COSName.DEST_OUTPUT_PROFILE, stream);
        }
        return new PDOutputIntent(intent);
    }

    private static long fingerprint(Page page) {
        CRC32 crc = new CRC32();
        crc.update(page.styles().paper().getBytes(StandardCharsets.UTF_8));
        crc.update(page.root().getTextContent().getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    /** Keeps the renderer from writing to the terminal; it still reports its {@link Diagnostic}s. */
    private static final class SilentLogger implements XRLogger {
        @Override
        public void log(String where, Level level, String message) {}

        @Override
        public void log(String where, Level level, String message, Throwable fault) {}

        @Override
        public void setLevel(String logger, Level level) {}

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return false;
        }
    }

    /** Embeds a font file, which was parsed once for all documents. */
    private static final class SharedFont extends PDFontSupplier {
        private final COSDocument document;
        private final FontFile file;
        private final WideCharacters wide;
        private @Nullable EmbeddedFont font;

        @SuppressWarnings("NullAway") // the renderer only calls supply()
        SharedFont(COSDocument document, FontFile file, WideCharacters wide) {
            super(null);
            this.document = document;
            this.file = file;
            this.wide = wide;
        }

        @Override
        public EmbeddedFont supply() {
            if (font == null) {
                font = open();
            }
            return font;
        }

        private EmbeddedFont open() {
            try {
                return new EmbeddedFont(document, file, wide);
            } catch (IOException | IllegalArgumentException | NullPointerException e) {
                throw new UndrawableContent(file.family() + ": " + e); // the font lacks a required table
            }
        }
    }
}
