package org.nianbao.picture;

import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.FontFace;
import org.apache.batik.bridge.FontFamilyResolver;
import org.apache.batik.bridge.NoLoadExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadScriptSecurity;
import org.apache.batik.bridge.ScriptSecurity;
import org.apache.batik.bridge.StrokingTextPainter;
import org.apache.batik.bridge.TextNode;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.gvt.font.GVTFontFamily;
import org.apache.batik.util.ParsedURL;
import org.jspecify.annotations.Nullable;

/** Lets Batik lay out a picture without the machine's fonts, files, network or terminal. */
final class SvgContext extends BridgeContext {
    private static final FontFamilyResolver NO_FONTS = new NoFonts();

    SvgContext() {
        super(new SvgAgent());
        setTextPainter(new LeftToRight());
    }

    /** Leaves out the bidirectional algorithm, for which Batik asks AWT, which opens the machine's fonts. */
    private static final class LeftToRight extends StrokingTextPainter {
        @Override
        @SuppressWarnings("rawtypes") // Batik's
        public List computeTextRuns(
                TextNode node, AttributedCharacterIterator text, AttributedCharacterIterator[] chunks) {
            int[][] order = new int[chunks.length][];
            for (int i = 0, start = 0; i < chunks.length; i++) {
                int length = chunks[i].getEndIndex() - chunks[i].getBeginIndex();
                order[i] = IntStream.range(start, start + length).toArray();
                start += length;
            }
            return computeTextRuns(node, text, chunks, order);
        }

        @Override
        protected FontFamilyResolver getFontFamilyResolver() {
            return NO_FONTS;
        }
    }

    private static final class SvgAgent extends UserAgentAdapter {
        @Override
        public FontFamilyResolver getFontFamilyResolver() {
            return NO_FONTS;
        }

        /** In CSS pixels, as browsers have it. */
        @Override
        public float getMediumFontSize() {
            return 16;
        }

        @Override
        public void displayError(String message) {
            throw new IllegalArgumentException(message);
        }

        @Override
        public void displayError(Exception e) {
            throw e instanceof RuntimeException fault ? fault : new IllegalArgumentException(e);
        }

        @Override
        public void displayMessage(String message) {}

        @Override
        public ScriptSecurity getScriptSecurity(String type, ParsedURL script, ParsedURL document) {
            return new NoLoadScriptSecurity(type);
        }

        @Override
        public ExternalResourceSecurity getExternalResourceSecurity(ParsedURL resource, ParsedURL document) {
            return new NoLoadExternalResourceSecurity();
        }
    }

    /** A machine without fonts; the picture has its own. */
    private static final class NoFonts implements FontFamilyResolver {
        @Override
        public @Nullable GVTFontFamily resolve(String family) {
            return null;
        }

        @Override
        public @Nullable GVTFontFamily resolve(String family, FontFace face) {
            return null;
        }

        @Override
        public @Nullable GVTFontFamily loadFont(InputStream in, FontFace face) throws Exception {
            return null;
        }

        @Override
        public GVTFontFamily getDefault() {
            throw new IllegalArgumentException("no font");
        }

        @Override
        public @Nullable GVTFontFamily getFamilyThatCanDisplay(char character) {
            return null;
        }
    }
}
