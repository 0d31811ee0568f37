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
 *
 * @param pdf lays the page out
 */
public record OfdFormat(Format pdf) implements Format {
    @Override
    public byte[] write(Page page, DocumentInfo info) {
        try (PDDocument laidOut = Loader.loadPDF(pdf.write(page, info))) {
            return new OfdDocument(laidOut, page, info).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
