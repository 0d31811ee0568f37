package org.nianbao.output.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.jspecify.annotations.Nullable;

/**
 * What an empty document is made of, with streams that remember what was written to them: PDFBox reads each font again
 * that it has just written, and would unpack it for that.
 */
final class Streams extends COSDocument {
    /** Outlines of glyphs hardly shrink further: the usual level takes three times as long and a 20th less room. */
    private static final int LEVEL = 2;

    Streams() {
        COSDictionary pages = new COSDictionary();
        pages.setItem(COSName.TYPE, COSName.PAGES);
        pages.setItem(COSName.KIDS, new COSArray());
        pages.setItem(COSName.COUNT, COSInteger.ZERO);
        COSDictionary catalog = new COSDictionary();
        catalog.setItem(COSName.TYPE, COSName.CATALOG);
        catalog.setName(COSName.VERSION, "1.4");
        catalog.setItem(COSName.PAGES, pages);
        COSDictionary trailer = new COSDictionary();
        trailer.setItem(COSName.ROOT, catalog);
        setTrailer(trailer);
    }

    @Override
    public COSStream createCOSStream() {
        return new Remembering();
    }

    private static final class Remembering extends COSStream {
        private byte @Nullable [] plain;

        @Override
        public OutputStream createOutputStream(COSBase filters) throws IOException {
            if (!COSName.FLATE_DECODE.equals(filters)) {
                plain = null;
                return super.createOutputStream(filters);
            }
            setItem(COSName.FILTER, filters);
            return new ByteArrayOutputStream() {
                @Override
                public void close() throws IOException {
                    plain = toByteArray();
                    pack(plain);
                }
            };
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            if (plain == null) {
                return super.createInputStream(options);
            }
            COSStream unpacked = new COSStream();
            try (OutputStream out = unpacked.createOutputStream()) {
                out.write(plain);
            }
            return unpacked.createInputStream(options);
        }

        private void pack(byte[] bytes) throws IOException {
            Deflater deflater = new Deflater(LEVEL);
            try (OutputStream out = new DeflaterOutputStream(createRawOutputStream(), deflater, 1 << 16)) {
                out.write(bytes);
            } finally {
                deflater.end();
            }
        }
    }
}
