package org.nianbao.output.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.nianbao.font.CharacterMap;
import org.nianbao.font.FontFile;
import org.nianbao.font.Subset;
import org.nianbao.page.AutoSpace;

/**
 * A TrueType font in one document, of which only drawn glyphs are embedded: a composite font (ISO 32000-1, 9.7) whose codes and
 * CIDs number the drawn glyphs from 1 in the order in which they are drawn.
 *
 * <p>{@code PDType0Font} does the same, but computes the widths of all glyphs for each document and parses its own subset,
 * a quarter of the time of a PDF. Once PDFBox computes widths lazily and keeps the parsed font, delete this class.
 */
final class EmbeddedFont extends PDFont {
    /** The width of a character that the font lacks. */
    private static final float MISSING = -1;

    /** Characters that are invisible, whatever glyph the font has. */
    private static final int[] INVISIBLE = {0x200B, 0x200C, 0x2060, 0xFEFF};

    /** The glyph width of a CIDFont without DW (ISO 32000-1, Table 117). */
    private static final int DEFAULT_WIDTH = 1000;

    /** The maximum number of mappings in one operator of a CMap (Adobe Technical Note 5014, 5.3). */
    private static final int MAX_MAPPINGS = 100;

    private static final int LETTERS = 26;
    private static final int TAG = 6;

    private final COSDocument document;
    private final TrueTypeFont font;
    private final FontFile file;
    private final CharacterMap characters;
    private final HorizontalMetricsTable advances;
    private final PDFontDescriptor descriptor;
    private final float scale;
    private final WideCharacters wide;

    /** The space behind a wide character, in units of the font. */
    private final int stretch;

    /** The drawn glyphs by code; at 0 the one for missing characters. */
    private final List<DrawnGlyph> drawn = new ArrayList<>(List.of(new DrawnGlyph(0, false, 0)));

    /** The codes of drawn glyphs: two characters with one glyph have two, so that each is copied as it was typed. */
    private final Map<Long, Integer> codes = new HashMap<>();

    /**
     * A drawn glyph.
     *
     * @param index in the font file
     * @param stretched whether space is added behind it
     * @param character that it is drawn for
     */
    private record DrawnGlyph(int index, boolean stretched, int character) {}

    /**
     * Opens a font for a document.
     *
     * @param file shared with other documents
     * @param wide the wide characters of the document
     * @throws IOException if it lacks a table or its licence forbids embedding a subset
     */
    EmbeddedFont(COSDocument document, FontFile file, WideCharacters wide) throws IOException {
        super(composite(file.metrics().getName()));
        this.document = document;
        this.font = file.metrics();
        this.file = file;
        this.characters = file.characters();
        this.advances = font.getHorizontalMetrics();
        this.descriptor = Descriptor.of(font);
        this.wide = wide;
        this.stretch = (int) Math.round(AutoSpace.WIDTH * font.getUnitsPerEm());
        this.scale = (float) DEFAULT_WIDTH / font.getUnitsPerEm();
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

    /** The glyph of a character; 0 if the font lacks it. */
    private int glyph(int character) {
        return characters.glyph(wide.character(character));
    }

    private IllegalArgumentException missing(int character) {
        return new IllegalArgumentException("No glyph for U+%04X in %s".formatted(character, getName()));
    }

    @Override
    protected byte[] encode(int character) {
        int glyph = glyph(character);
        if (glyph == 0) {
            throw missing(character);
        }
        boolean stretched = wide.isWide(character);
        int shown = wide.character(character);
        long key = (long) Subset.form(glyph, stretched) << Integer.SIZE | shown;
        Integer code = codes.get(key);
        if (code == null) {
            code = drawn.size();
            codes.put(key, code);
            drawn.add(new DrawnGlyph(glyph, stretched, shown));
        }
        return new byte[] {(byte) (code >> Byte.SIZE), code.byteValue()};
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return in.read() << Byte.SIZE | in.read();
    }

    /** @throws IllegalArgumentException if the font lacks a character, as in other fonts of PDFBox */
    @Override
    public float getStringWidth(String text) {
        float width = 0;
        for (int k = 0;
                k < text.length();
                k = text.offsetByCodePoints(k, 1)) { // often called; a stream takes twice as long
            float next = width(text.codePointAt(k));
            if (next == MISSING) {
                throw missing(text.codePointAt(k));
            }
            width += next;
        }
        return width;
    }

    boolean has(int character) {
        return glyph(character) != 0;
    }

    /** The width of a character in thousandths of the size, or {@link #MISSING}. */
    float width(int character) {
        int glyph = glyph(character);
        return glyph == 0 ? MISSING : advance(glyph, wide.isWide(character));
    }

    private float advance(int glyph, boolean stretched) {
        return Math.round((advances.getAdvanceWidth(glyph) + (stretched ? stretch : 0)) * scale);
    }

    @Override
    public float getWidth(int code) {
        DrawnGlyph glyph = drawn.get(code);
        return advance(glyph.index(), glyph.stretched());
    }

    @Override
    public float getWidthFromFont(int code) {
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
    @SuppressWarnings("deprecation") // abstract in PDFont
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

    /** Does nothing: a character is encoded before it is drawn. */
    @Override
    public void addToSubset(int character) {}

    /** Embeds the drawn glyphs. PDFBox calls this once, when the document is saved. */
    @Override
    public void subset() throws IOException {
        BitSet used = new BitSet();
        drawn.stream()
                .skip(1)
                .map(glyph -> Subset.form(glyph.index(), glyph.stretched()))
                .forEach(used::set);
        BitSet invisible = new BitSet();
        IntStream.of(INVISIBLE)
                .map(characters::glyph)
                .filter(glyph -> glyph != 0)
                .forEach(invisible::set);
        Subset subset = file.subset(used, stretch, invisible);

        COSStream program = document.createCOSStream();
        try (OutputStream out = program.createRawOutputStream()) {
            out.write(subset.compressed());
        }
        program.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        program.setInt(COSName.LENGTH1, subset.file().length);
        descriptor.getCOSObject().setItem(COSName.FONT_FILE2, program);
        descendant().setItem(COSName.W, widths());
        descendant().setItem(COSName.CID_TO_GID_MAP, stream(indices(subset)));
        getCOSObject().setItem(COSName.TO_UNICODE, stream(characters().getBytes(StandardCharsets.US_ASCII)));
        String name = tag(subset) + "+" + getName();
        getCOSObject().setName(COSName.BASE_FONT, name);
        descendant().setName(COSName.BASE_FONT, name);
        descriptor.setFontName(name);
    }

    /** The widths that differ from the default, in runs (ISO 32000-1, 9.7.4.3). */
    private COSArray widths() {
        COSArray widths = new COSArray();
        COSArray run = new COSArray();
        int last = -1;
        for (int code = 1; code < drawn.size(); code++) {
            int width = (int) getWidth(code);
            if (width != DEFAULT_WIDTH) {
                if (code != last + 1 || run.size() == 0) {
                    run = new COSArray();
                    widths.add(COSInteger.get(code));
                    widths.add(run);
                }
                run.add(COSInteger.get(width));
                last = code;
            }
        }
        return widths;
    }

    /** The CIDToGIDMap: the index of each glyph in the subset, in two bytes (ISO 32000-1, Table 117). */
    private byte[] indices(Subset subset) {
        ByteBuffer indices = ByteBuffer.allocate(Short.BYTES * drawn.size());
        drawn.forEach(glyph -> indices.putShort((short) subset.index(Subset.form(glyph.index(), glyph.stretched()))));
        return indices.array();
    }

    /** The ToUnicode CMap, for searching and copying (ISO 32000-1, 9.10.3). */
    private String characters() {
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
        for (int from = 1; from < drawn.size(); from += MAX_MAPPINGS) {
            int to = Math.min(drawn.size(), from + MAX_MAPPINGS);
            map.append(to - from).append(" beginbfchar\n");
            for (int code = from; code < to; code++) {
                map.append('<').append(hex.toHexDigits((short) code)).append("> <");
                for (char unit : Character.toChars(drawn.get(code).character())) {
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
        COSStream stream = document.createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }

    /** The tag of a subset, six letters (ISO 32000-1, 9.6.4): equal for equal glyphs. */
    private static String tag(Subset subset) {
        StringBuilder tag = new StringBuilder();
        for (int number = subset.fingerprint(); tag.length() < TAG; number = number / LETTERS) {
            tag.append((char) ('A' + Math.floorMod(number, LETTERS)));
        }
        return tag.toString();
    }
}
