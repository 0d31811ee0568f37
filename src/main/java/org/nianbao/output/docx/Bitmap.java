package org.nianbao.output.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.bridge.UserAgent;
import org.apache.batik.transcoder.DefaultErrorHandler;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.nianbao.output.UndrawableContent;
import org.nianbao.page.Picture;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Renders SVG as PNG. External resources are not loaded and scripts do not run. */
final class Bitmap {
    /** Pixels for each CSS pixel: 288 dpi, which prints sharply. */
    private static final int SCALE = 3;

    private static final int MAX_PIXELS = 4096;

    private Bitmap() {}

    /**
     * Renders a picture.
     *
     * @param width in CSS pixels
     * @param height in CSS pixels
     * @throws UndrawableContent if Batik cannot render it
     */
    static byte[] of(Picture svg, int width, int height) {
        PNGTranscoder transcoder = new Silent();
        transcoder.setErrorHandler(new Quiet());
        transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, pixels(width));
        transcoder.addTranscodingHint(PNGTranscoder.KEY_HEIGHT, pixels(height));
        transcoder.addTranscodingHint(PNGTranscoder.KEY_EXECUTE_ONLOAD, false);
        transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
        transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            transcoder.transcode(new TranscoderInput(parse(svg.bytes())), new TranscoderOutput(png));
        } catch (TranscoderException | SAXException e) {
            throw new UndrawableContent(svg.name() + ": " + e.getMessage());
        }
        return png.toByteArray();
    }

    private static float pixels(int cssPixels) {
        return Math.min(MAX_PIXELS, Math.max(1, cssPixels * SCALE));
    }

    private static Document parse(byte[] svg) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // Many drawing programs write a document type, so it is allowed, but the files it names are not read.
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(new DefaultHandler()); // throws fatal errors, prints nothing
            return builder.parse(new ByteArrayInputStream(svg));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws errors that Batik would print to standard error. */
    private static final class Quiet extends DefaultErrorHandler {
        @Override
        public void error(TranscoderException e) throws TranscoderException {
            throw e;
        }

        @Override
        public void warning(TranscoderException e) {}
    }

    /** Throws style errors; Batik would print the stack trace and continue. */
    private static final class Silent extends PNGTranscoder {
        @Override
        protected UserAgent createUserAgent() {
            return new SVGAbstractTranscoderUserAgent() {
                @Override
                public void displayError(Exception e) {
                    throw new UndrawableContent(String.valueOf(e.getMessage()));
                }
            };
        }
    }
}
