package org.nianbao.foreign.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.UnreadableDocument.Cause;
import org.nianbao.foreign.layout.PageReader;

/** Reads a PDF. */
public final class PdfDocument {
    private PdfDocument() {}

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is no PDF, has a password, is larger than any report, or has no text
     */
    public static ForeignDocument read(byte[] bytes) throws UnreadableDocument {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            if (pdf.getNumberOfPages() > Limits.PAGES) {
                throw UnreadableDocument.tooLarge(pdf.getNumberOfPages(), UnreadableDocument.SizeUnit.PAGES);
            }
            TaggedBlocks blocks = TaggedBlocks.of(pdf);
            List<PageContent> pages = new ArrayList<>();
            for (int i = 0; i < pdf.getNumberOfPages(); i++) {
                pages.add(PageContent.of(pdf.getPage(i), blocks));
            }
            if (pages.stream().noneMatch(PageContent::hasText) && pages.stream().anyMatch(PageContent::hasImages)) {
                throw new UnreadableDocument(Cause.SCANNED, pages.size() + " pages");
            }
            return PageReader.read(pages.stream().map(PageContent::drawn).toList());
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument(Cause.ENCRYPTED, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(Cause.DAMAGED, String.valueOf(e.getMessage()));
        }
    }
}
