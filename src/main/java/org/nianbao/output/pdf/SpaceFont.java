package org.nianbao.output.pdf;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.nianbao.page.AutoSpace;

/**
 * A font that has width but draws nothing: its only character is {@link AutoSpaces#MARK}. The renderer places the text after
 * a change of font by itself, so the space is in the positions and not in the text of the PDF. It writes no font of its own.
 */
final class SpaceFont extends PaperFont {
    /** The family in style sheets. */
    static final String FAMILY = "autospace";

    private static final float WIDTH = (float) (1000 * AutoSpace.WIDTH);

    private final EmbeddedFont other;

    /** @param other the font that is named in the PDF where the renderer selects this one */
    SpaceFont(EmbeddedFont other) {
        super(other.getCOSObject());
        this.other = other;
    }

    @Override
    float width(int character) {
        return character == AutoSpaces.MARK ? WIDTH : MISSING;
    }

    @Override
    protected byte[] encode(int character) {
        return new byte[0];
    }

    @Override
    public float getWidth(int code) {
        return WIDTH;
    }

    @Override
    public boolean willBeSubset() {
        return false;
    }

    @Override
    public void subset() {}

    @Override
    public String getName() {
        return getCOSObject().getNameAsString(COSName.BASE_FONT); // the constructor of PDFont asks for it
    }

    @Override
    public PDFontDescriptor getFontDescriptor() {
        return other.getFontDescriptor();
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return other.readCode(in);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in PDFont
    public float getHeight(int code) {
        return other.getHeight(code);
    }

    @Override
    public BoundingBox getBoundingBox() throws IOException {
        return other.getBoundingBox();
    }
}
