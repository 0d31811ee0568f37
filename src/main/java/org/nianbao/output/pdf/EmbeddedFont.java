package org.nianbao.output.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.nianbao.font.CharacterMap;
import org.nianbao.font.FontFile;
import org.nianbao.font.Subset;

/**
 * A TrueType font in one document, of which the glyphs that were drawn are embedded: a composite font (ISO 32000-1, 9.7)
 * whose codes and CIDs are the numbers of glyphs in the font's file. {@code PDType0Font} does the same, but works out the
 * widths of all glyphs for each document, and reads again what it has just written.
 */
final class EmbeddedFont extends PDFont {
    /** Characters that stay unseen, whatever the font draws for them. */
    private static final int[] UNSEEN = {0x200B, 0x200C, 0x2060, 0xFEFF};

    /** Of a CIDFont that does not say (ISO 32000-1, Table 117). */
    private static final int DEFAULT_WIDTH = 1000;

    /** The most that one operator of a CMap takes (Adobe Technical Note 5014, 5.3). */
    private static final int MAPPINGS = 100;

    private static final int LETTERS = 26;
    private static final int TAG = 6;

    private final Streams streams;
    private final TrueTypeFont font;
    private final FontFile file;
    private final CharacterMap characters;
    private final PDFontDescriptor descriptor;
    private final float scale;

    /** For each glyph the character that it was first drawn for; 0 if it was not drawn. */
    private final int[] drawn;

    /**
     * Opens a font for a document.
     *
     * @param file shared with other documents
     * @throws IOException if it lacks a table, or those who made it do not let a part of it be embedded
     */
    EmbeddedFont(Streams streams, FontFile file) throws IOException {
        super(composite(file.metrics().getName()));
        this.streams = streams;
        this.font = file.metrics();
        this.file = file;
        this.characters = file.characters();
        this.descriptor = Descriptor.of(font);
        this.scale = (float) DEFAULT_WIDTH / font.getUnitsPerEm();
        this.drawn = new int[font.getNumberOfGlyphs()];
        descendant().setItem(COSName.FONT_DESC, descriptor);
    }

    private static COSDictionary composite(String name) {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, name);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private COSDictionary descendant() {
        return (COSDictionary)
                getCOSObject().getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
    }

    @Override
    public String getName() {
        return getCOSObject().getNameAsString(COSName.BASE_FONT);
    }

    @Override
    public PDFontDescriptor getFontDescriptor() {
        return descriptor;
    }

    private int glyph(int character) {
        int glyph = characters.glyph(character);
        if (glyph == 0) {
            throw new IllegalArgumentException("No glyph for U+%04X in %s".formatted(character, getName()));
        }
        return glyph;
    }

    @Override
    protected byte[] encode(int character) {
        int glyph = glyph(character);
        return new byte[] {(byte) (glyph >> Byte.SIZE), (byte) glyph};
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return in.read() << Byte.SIZE | in.read();
    }

    @Override
    public float getStringWidth(String text) throws IOException {
        float width = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            width += getWidth(glyph(character));
            at += Character.charCount(character);
        }
        return width;
    }

    @Override
    public float getWidth(int code) throws IOException {
        return Math.round(font.getAdvanceWidth(code) * scale);
    }

    @Override
    public float getWidthFromFont(int code) throws IOException {
        return getWidth(code);
    }

    @Override
    protected float getStandard14Width(int code) {
        throw new IllegalStateException(getName());
    }

    @Override
    public boolean hasExplicitWidth(int code) {
        return true;
    }

    @Override
    @SuppressWarnings("deprecation") // to be answered all the same
    public float getHeight(int code) {
        return descriptor.getCapHeight();
    }

    @Override
    public BoundingBox getBoundingBox() throws IOException {
        return font.getFontBBox();
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    public boolean isVertical() {
        return false;
    }

    @Override
    public boolean willBeSubset() {
        return true;
    }

    @Override
    public void addToSubset(int character) {
        int glyph = characters.glyph(character);
        if (drawn[glyph] == 0) {
            drawn[glyph] = character;
        }
    }

    /** Embeds what was drawn; to be done once, when all is drawn. */
    @Override
    public void subset() throws IOException {
        BitSet used = new BitSet();
        for (int glyph = 1; glyph < drawn.length; glyph++) {
            used.set(glyph, drawn[glyph] != 0);
        }
        BitSet unseen = new BitSet();
        IntStream.of(UNSEEN).map(characters::glyph).filter(glyph -> glyph != 0).forEach(unseen::set);
        Subset subset = file.subset(used, unseen);

        COSStream program = stream(subset.file());
        program.setInt(COSName.LENGTH1, subset.file().length);
        descriptor.getCOSObject().setItem(COSName.FONT_FILE2, program);
        int[] glyphs = used.stream().toArray();
        descendant().setItem(COSName.W, widths(glyphs));
        descendant().setItem(COSName.CID_TO_GID_MAP, stream(places(subset, glyphs)));
        getCOSObject().setItem(COSName.TO_UNICODE, stream(characters(glyphs).getBytes(StandardCharsets.US_ASCII)));
        String name = tag(subset) + "+" + getName();
        getCOSObject().setName(COSName.BASE_FONT, name);
        descendant().setName(COSName.BASE_FONT, name);
        descriptor.setFontName(name);
    }

    /** Those that are not as wide as the default, run by run (ISO 32000-1, 9.7.4.3). */
    private COSArray widths(int[] used) throws IOException {
        COSArray widths = new COSArray();
        COSArray run = new COSArray();
        int last = -1;
        for (int glyph : used) {
            int width = (int) getWidth(glyph);
            if (width != DEFAULT_WIDTH) {
                if (glyph != last + 1 || run.size() == 0) {
                    run = new COSArray();
                    widths.add(COSInteger.get(glyph));
                    widths.add(run);
                }
                run.add(COSInteger.get(width));
                last = glyph;
            }
        }
        return widths;
    }

    /** Where the glyphs of the file are in the subset: two bytes for each (ISO 32000-1, Table 117). */
    private static byte[] places(Subset subset, int[] used) {
        int last = used.length == 0 ? 0 : used[used.length - 1];
        ByteBuffer places = ByteBuffer.allocate(Short.BYTES * (last + 1));
        for (int glyph : used) {
            places.putShort(Short.BYTES * glyph, (short) subset.index(glyph));
        }
        return places.array();
    }

    /** What was written with the glyphs, for those who search and copy (ISO 32000-1, 9.10.3). */
    private String characters(int[] used) {
        HexFormat hex = HexFormat.of().withUpperCase();
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < used.length; from += MAPPINGS) {
            int to = Math.min(used.length, from + MAPPINGS);
            map.append(to - from).append(" beginbfchar\n");
            for (int k = from; k < to; k++) {
                map.append('<').append(hex.toHexDigits((short) used[k])).append("> <");
                for (char unit : Character.toChars(drawn[used[k]])) {
                    map.append(hex.toHexDigits((short) unit));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("""
                        endcmap
                        CMapName currentdict /CMap defineresource pop
                        end
                        end
                        """).toString();
    }

    private COSStream stream(byte[] content) throws IOException {
        COSStream stream = streams.createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }

    /** Six letters that tell subsets of a font apart (ISO 32000-1, 9.6.4): the same for the same glyphs. */
    private static String tag(Subset subset) {
        StringBuilder tag = new StringBuilder();
        for (int number = subset.fingerprint(); tag.length() < TAG; number = number / LETTERS) {
            tag.append((char) ('A' + Math.floorMod(number, LETTERS)));
        }
        return tag.toString();
    }
}
