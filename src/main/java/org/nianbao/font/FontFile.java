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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.apache.fontbox.ttf.FontHeaders;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;
import org.nianbao.sandbox.Sandbox;

/**
 * A TrueType font file, parsed once on first use. Outlines are read from the file when they are needed. Methods that read it
 * throw {@link UnusableFont} if it cannot be read or is not a font. Thread-safe.
 */
public final class FontFile {
    private static final byte[] TRUE_TYPE = {0, 1, 0, 0};
    private static final byte[] APPLE_TRUE_TYPE = {'t', 'r', 'u', 'e'};

    /** Processor time for parsing; the largest fonts take a second. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(8);

    private final String family;
    private final Path path;
    private final IntPredicate usable;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();
    private @Nullable ParsedFont parsed;

    private record ParsedFont(TrueTypeFont metrics, CharacterMap characters, GlyphCache cache) {}

    /**
     * Refers to a font file without reading it.
     *
     * @param family the name in style sheets
     */
    public FontFile(String family, Path path) {
        this(family, path, codePoint -> true);
    }

    /** Refers to a font file of which some characters are used; it seems to lack all others. */
    FontFile(String family, Path path, IntPredicate usable) {
        this.family = family;
        this.path = path;
        this.usable = usable;
    }

    /** The name in style sheets. */
    public String family() {
        return family;
    }

    /** Whether the first four bytes of a file are those of a TrueType font with {@code glyf} outlines. */
    public static boolean isTrueType(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(4);
            return Arrays.equals(magic, TRUE_TYPE) || Arrays.equals(magic, APPLE_TRUE_TYPE);
        }
    }

    /**
     * The name in a TrueType file.
     *
     * @param family for example {@code FangSong}
     * @param regular whether it is the family's upright face of normal weight
     */
    record Name(String family, boolean regular) {}

    /** The name in a TrueType file; empty if it has none or cannot be read. */
    static Optional<Name> nameIn(Path path) {
        try {
            return Sandbox.within(TIME_LIMIT, () -> readName(path));
        } catch (RuntimeException notAFont) {
            return Optional.empty();
        }
    }

    private static Optional<Name> readName(Path path) throws IOException {
        try (RandomAccessReadBufferedFile file = new RandomAccessReadBufferedFile(path)) {
            FontHeaders headers = new TTFParser().parseTableHeaders(file);
            boolean regular = headers.getFontSubFamily() == null
                    || headers.getFontSubFamily().strip().matches("(?i)regular|normal|book|常规");
            return Optional.ofNullable(headers.getFontFamily()).map(family -> new Name(family.strip(), regular));
        }
    }

    private synchronized ParsedFont parsed() {
        if (parsed == null) {
            parsed = read(() -> {
                FontProgram program = new FontProgram(path);
                TrueTypeFont metrics = new TTFParser().parse(new RandomAccessReadBuffer(program.withoutOutlines()));
                metrics.setEnableGsub(false); // the renderer measures text without substitutions
                if (metrics.getUnitsPerEm() == 0) {
                    throw new IOException("unitsPerEm: 0"); // OpenType 1.9, head: 16 to 16384
                }
                return new ParsedFont(
                        metrics,
                        new CharacterMap(usable(lookup(program, metrics)), metrics.getNumberOfGlyphs()),
                        new GlyphCache(metrics, program));
            });
        }
        return parsed;
    }

    private IntUnaryOperator usable(IntUnaryOperator lookup) {
        return codePoint -> usable.test(codePoint) ? lookup.applyAsInt(codePoint) : 0;
    }

    private static IntUnaryOperator lookup(FontProgram program, TrueTypeFont metrics) throws IOException {
        return program.coverage().isPresent()
                ? program.coverage().get()::glyph
                : metrics.getUnicodeCmapLookup()::getGlyphId;
    }

    /**
     * The font's metrics, shared by all documents; do not close it. It has no outlines and no characters: see
     * {@link #subset}, {@link #glyph} and {@link #characters}.
     */
    public TrueTypeFont metrics() {
        return parsed().metrics();
    }

    /** The font's characters. */
    public CharacterMap characters() {
        return parsed().characters();
    }

    /** Whether the font has a glyph for a code point. */
    public boolean has(int codePoint) {
        return characters().glyph(codePoint) > 0;
    }

    /** The width of a character in ems. */
    public double advance(int codePoint) {
        try {
            TrueTypeFont metrics = metrics();
            return (double) metrics.getAdvanceWidth(characters().glyph(codePoint)) / metrics.getUnitsPerEm();
        } catch (IOException e) {
            throw new UnusableFont(path, e);
        }
    }

    /**
     * A character's shape.
     *
     * @param advance width in ems
     * @param outline in ems, from the left end of the baseline, y upwards; do not modify it
     */
    public record Glyph(double advance, Path2D outline) {}

    /** The shape of a character; a box if the font lacks it. */
    public Glyph glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, this::readGlyph);
    }

    private Glyph readGlyph(int codePoint) {
        ParsedFont font = parsed();
        int index = font.characters().glyph(codePoint);
        BitSet drawn = new BitSet();
        drawn.set(Subset.form(index, false));
        return read(() -> {
            Subset subset = font.cache().subset(drawn, 0, new BitSet());
            double em = 1.0 / font.metrics().getUnitsPerEm();
            try (TrueTypeFont alone = new TTFParser(true).parse(new RandomAccessReadBuffer(subset.file()))) {
                GlyphData glyph =
                        alone.getGlyph().getGlyph(subset.index(Subset.form(index, false))); // null for a space
                Path2D outline = glyph == null
                        ? new Path2D.Double()
                        : new Path2D.Double(glyph.getPath(), AffineTransform.getScaleInstance(em, em));
                return new Glyph(font.metrics().getAdvanceWidth(index) * em, outline);
            }
        });
    }

    /**
     * Builds a font program of some glyphs.
     *
     * @param drawn the {@linkplain Subset#form forms} of glyphs
     * @param stretch the space behind a stretched glyph, in units of the font
     * @param invisible glyphs that are drawn empty and without width, whatever the font contains
     * @throws UnusableFont if the file cannot be read, lacks a table or was replaced
     * @throws IndexOutOfBoundsException if the font is damaged
     */
    public Subset subset(BitSet drawn, int stretch, BitSet invisible) {
        try {
            return parsed().cache().subset(drawn, stretch, invisible);
        } catch (IOException e) {
            throw new UnusableFont(path, e);
        }
    }

    /** Runs a reader of the file, which is untrusted, within limits. */
    private <T> T read(Callable<T> reader) {
        try {
            return Sandbox.within(TIME_LIMIT, reader);
        } catch (RuntimeException e) {
            throw new UnusableFont(
                    path, e instanceof UncheckedIOException io ? Objects.requireNonNull(io.getCause()) : e);
        }
    }
}
