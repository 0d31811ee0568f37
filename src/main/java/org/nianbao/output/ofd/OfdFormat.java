package org.nianbao.output.ofd;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.page.Page;

/**
 * Writes OFD (GB/T 33190-2016), the fixed-layout format of China's official documents. The page is laid out as PDF, and
 * every object of the PDF becomes one of the OFD, so both look the same. Text stays text, set in the PDF's fonts.
 */
public final class OfdFormat implements Format {
    private final Format pdf;

    /**
     * Creates the format.
     *
     * @param pdf lays the page out
     */
    public OfdFormat(Format pdf) {
        this.pdf = pdf;
    }

    @Override
    public byte[] write(Page page, DocumentInfo info) {
        try (PDDocument laidOut = Loader.loadPDF(pdf.write(page, info))) {
            return new OfdDocument(laidOut, page, info).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
