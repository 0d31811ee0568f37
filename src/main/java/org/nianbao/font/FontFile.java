package org.nianbao.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.apache.fontbox.ttf.FontHeaders;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;
import org.nianbao.sandbox.Sandbox;

/** A TrueType font file. It is parsed when it is first needed, once, and may be used by several threads at once. */
public final class FontFile {
    private static final byte[] TRUE_TYPE = {0, 1, 0, 0};
    private static final byte[] APPLE_TRUE_TYPE = {'t', 'r', 'u', 'e'};

    /** Of the processor; the largest take a second. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final String family;
    private final Path path;
    private final Optional<String> partOf;
    private final Lookup<FontProgram> look;
    private @Nullable FontProgram program;
    private @Nullable TrueTypeFont whole;
    private @Nullable TrueTypeFont measures;
    private @Nullable Characters characters;
    private @Nullable GlyphCache glyphs;

    /**
     * Names a font file.
     *
     * @param family the name that style sheets call it
     * @param path of the file
     */
    public FontFile(String family, Path path) {
        this(family, path, Optional.empty(), () -> FontProgram.in(path));
    }

    private FontFile(String family, Path path, Optional<String> partOf, Lookup<FontProgram> look) {
        this.family = family;
        this.path = path;
        this.partOf = partOf;
        this.look = look;
    }

    /**
     * The same typeface with the characters alone that most reports get by with: a file that is quickly read.
     *
     * @param prepared a folder that may have it; if it has not, it is made when it is needed, the same to the byte
     */
    FontFile common(Optional<Path> prepared) {
        return new FontFile(family + "-common", path, Optional.of(family), () -> {
            Optional<Path> ahead = CommonSubset.find(path, prepared);
            return ahead.isPresent() ? FontProgram.in(ahead.get()) : FontProgram.of(CommonSubset.of(whole()));
        });
    }

    /** Whether it is worth a smaller file. */
    boolean isLarge() {
        try {
            return CommonSubset.isWorthwhile(path);
        } catch (IOException e) {
            return false; // it is told when it is needed
        }
    }

    /** Puts the file of {@link #common} among others, under the name by which it is found again. */
    void cut(Map<String, byte[]> files) throws IOException {
        files.put(CommonSubset.name(path), CommonSubset.of(whole()));
    }

    /** The name that style sheets call it. */
    public String family() {
        return family;
    }

    /** The family of which this is a part, so that style sheets may ask for this one first. */
    public Optional<String> partOf() {
        return partOf;
    }

    /** Whether the file is a TrueType font with {@code glyf} outlines, told from its first four bytes. */
    public static boolean isTrueType(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(4);
            return Arrays.equals(magic, TRUE_TYPE) || Arrays.equals(magic, APPLE_TRUE_TYPE);
        }
    }

    /**
     * What a TrueType file says it is.
     *
     * @param family for example {@code FangSong}
     * @param regular whether it is the family's upright face of normal weight
     */
    record Name(String family, boolean regular) {}

    /** What a TrueType file says it is; empty if it says nothing or cannot be read. */
    static Optional<Name> nameIn(Path path) {
        try {
            return Sandbox.within(LONGEST, () -> readName(path));
        } catch (RuntimeException notAFont) {
            return Optional.empty();
        }
    }

    private static Optional<Name> readName(Path path) {
        try (RandomAccessReadBufferedFile file = new RandomAccessReadBufferedFile(path)) {
            FontHeaders headers = new TTFParser().parseTableHeaders(file);
            boolean regular = headers.getFontSubFamily() == null
                    || headers.getFontSubFamily().strip().matches("(?i)regular|normal|book|常规");
            return Optional.ofNullable(headers.getFontFamily()).map(family -> new Name(family.strip(), regular));
        } catch (IOException notAFont) {
            return Optional.empty();
        }
    }

    private synchronized FontProgram program() {
        if (program == null) {
            program = read(look);
        }
        return program;
    }

    private TrueTypeFont parse(Lookup<RandomAccessRead> file) {
        TrueTypeFont font = read(() -> new TTFParser().parse(file.get()));
        font.setEnableGsub(false); // the renderer measures without substitutions, so nobody may draw with them
        return font;
    }

    private synchronized TrueTypeFont whole() {
        if (whole == null) {
            whole = parse(program()::open);
        }
        return whole;
    }

    /**
     * The parsed font, shared by all documents; nobody may close it. Its glyphs have no outlines, for those are nearly all
     * of a file, of which the parser makes copies: they are had from {@link #subset} and {@link #glyph}; and it knows no
     * characters, which are had from {@link #characters}.
     *
     * @throws UnusableFont if the file cannot be read, or is no font
     */
    public synchronized TrueTypeFont measures() {
        if (measures == null) {
            FontProgram file = program();
            measures = parse(() -> new RandomAccessReadBuffer(file.withoutOutlines()));
        }
        return measures;
    }

    /** Whether the font has a glyph for a code point. */
    public boolean has(int codePoint) {
        return characters().glyph(codePoint) > 0;
    }

    /**
     * What a character looks like.
     *
     * @param advance to the next character, in ems
     * @param outline in ems from the left end of the base line, y upwards; nobody may change it
     */
    public record Glyph(double advance, Path2D outline) {}

    /**
     * What a character looks like; one that the font lacks looks like a box.
     *
     * @throws UnusableFont if the file cannot be read, or is no font
     */
    public synchronized Glyph glyph(int codePoint) {
        TrueTypeFont font = whole();
        int id = characters().glyph(codePoint);
        return read(() -> {
            double em = 1.0 / font.getUnitsPerEm();
            GlyphData glyph = font.getGlyph().getGlyph(id); // none for a space
            Path2D outline = glyph == null
                    ? new Path2D.Double()
                    : new Path2D.Double(glyph.getPath(), AffineTransform.getScaleInstance(em, em));
            return new Glyph(font.getAdvanceWidth(id) * em, outline);
        });
    }

    /**
     * The characters of the parsed font, shared by all documents.
     *
     * @throws UnusableFont if the file cannot be read, or is no font
     */
    public synchronized Characters characters() {
        if (characters == null) {
            TrueTypeFont font = measures();
            FontProgram file = program();
            characters = read(() -> new Characters(lookup(file, font), font.getNumberOfGlyphs()));
        }
        return characters;
    }

    private static IntUnaryOperator lookup(FontProgram file, TrueTypeFont font) throws IOException {
        if (file.coverage().isPresent()) {
            return file.coverage().get()::glyph;
        }
        return font.getUnicodeCmapLookup()::getGlyphId;
    }

    /**
     * Some glyphs as a font of their own.
     *
     * @param drawn the numbers of the glyphs
     * @param unseen the numbers of glyphs that draw nothing and take no room, whatever the font says
     * @throws UnusableFont if the file cannot be read, lacks a table, or is another one by now
     * @throws IndexOutOfBoundsException if the font is damaged
     */
    public Subset subset(BitSet drawn, BitSet unseen) {
        try {
            return glyphs().subset(drawn, unseen);
        } catch (IOException e) {
            throw new UnusableFont(path, e);
        }
    }

    private synchronized GlyphCache glyphs() {
        if (glyphs == null) {
            TrueTypeFont font = measures();
            FontProgram file = program();
            glyphs = read(() -> new GlyphCache(font, file));
        }
        return glyphs;
    }

    /** Reads something of the file. */
    private interface Lookup<T> {
        T get() throws IOException;
    }

    /** Anybody may have made the file, to any end. */
    private <T> T read(Lookup<T> look) {
        try {
            return Sandbox.within(LONGEST, () -> {
                try {
                    return look.get();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new UnusableFont(path, Objects.requireNonNull(e.getCause()));
        } catch (RuntimeException e) {
            throw new UnusableFont(path, e);
        }
    }
}
