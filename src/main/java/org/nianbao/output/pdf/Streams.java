package org.nianbao.output.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An empty document whose streams are compressed quickly: zlib's default level takes three times as long and saves five per
 * cent. All streams share a deflater, since a report has forty and most are small.
 */
final class Streams extends COSDocument {
    private static final int LEVEL = 2;

    private final Deflater deflater = new Deflater(LEVEL);

    Streams() throws IOException {
        try (PDDocument empty = new PDDocument()) {
            setTrailer(empty.getDocument().getTrailer());
        }
    }

    @Override
    public COSStream createCOSStream() {
        return new Packed();
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        super.close();
    }

    private final class Packed extends COSStream {
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
    private final class ContentStream extends ByteArrayOutputStream {
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
            deflater.reset();
            try (OutputStream out = new DeflaterOutputStream(stream.createRawOutputStream(), deflater, 1 << 13)) {
                writeTo(out);
            }
        }
    }
}
