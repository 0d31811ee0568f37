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
import org.apache.batik.transcoder.ErrorHandler;
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

/** Makes PNG out of SVG. Nothing outside the SVG is read, and its scripts do not run. */
final class Bitmap {
    /** How many pixels of the bitmap lie on one CSS pixel, so that it prints sharply: 288 a inch. */
    private static final int SHARPNESS = 3;

    private static final int MAX_PIXELS = 4096;

    private Bitmap() {}

    /**
     * The drawing as it looks in this size.
     *
     * @param width in CSS pixels
     * @param height in CSS pixels
     * @throws UndrawableContent if it is no SVG that can be drawn
     */
    static byte[] of(Picture drawing, int width, int height) {
        PNGTranscoder transcoder = new Silent();
        transcoder.setErrorHandler(new Quiet());
        transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, pixels(width));
        transcoder.addTranscodingHint(PNGTranscoder.KEY_HEIGHT, pixels(height));
        transcoder.addTranscodingHint(PNGTranscoder.KEY_EXECUTE_ONLOAD, false);
        transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
        transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            transcoder.transcode(new TranscoderInput(parse(drawing.bytes())), new TranscoderOutput(png));
        } catch (TranscoderException | SAXException e) {
            throw new UndrawableContent(drawing.name() + ": " + e.getMessage());
        }
        return png.toByteArray();
    }

    private static float pixels(int cssPixels) {
        return Math.min(MAX_PIXELS, Math.max(1, cssPixels * SHARPNESS));
    }

    private static Document parse(byte[] svg) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // Many drawing programs write SVG's document type, so it is let pass, but nothing that it names is read.
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setExpandEntityReferences(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(new DefaultHandler()); // throws what is fatal, prints nothing
            return builder.parse(new ByteArrayInputStream(svg));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps Batik from writing to standard error; what it cannot draw it throws. */
    private static final class Quiet implements ErrorHandler {
        @Override
        public void error(TranscoderException e) throws TranscoderException {
            throw e;
        }

        @Override
        public void fatalError(TranscoderException e) throws TranscoderException {
            throw e;
        }

        @Override
        public void warning(TranscoderException e) {}
    }

    /** Throws what is wrong with a style; Batik would print it with its trace and go on. */
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
