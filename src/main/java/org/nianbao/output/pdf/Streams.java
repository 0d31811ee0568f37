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
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * An empty document whose streams are compressed quickly: zlib's default level takes three times as long and saves five per
 * cent.
 */
final class Streams extends COSDocument {
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
        return new Packed();
    }

    private static final class Packed extends COSStream {
        @Override
        public OutputStream createOutputStream(COSBase filters) throws IOException {
            if (!COSName.FLATE_DECODE.equals(filters)) {
                return super.createOutputStream(filters);
            }
            setItem(COSName.FILTER, filters);
            return new ContentStream(this);
        }
    }

    /** Buffers the content of a stream, which arrives byte by byte. */
    private static final class ContentStream extends ByteArrayOutputStream {
        private final COSStream stream;
        private boolean closed;

        ContentStream(COSStream stream) {
            super(1 << 13);
            this.stream = stream;
        }

        @Override
        public void close() throws IOException {
            if (closed) { // the renderer closes a page's content, then so does the block that opened it
                return;
            }
            closed = true;
            Deflater deflater = new Deflater(LEVEL);
            try (OutputStream out = new DeflaterOutputStream(stream.createRawOutputStream(), deflater, 1 << 16)) {
                writeTo(out);
            } finally {
                deflater.end();
            }
        }
    }
}
