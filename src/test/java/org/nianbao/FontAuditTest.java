package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.font.FontFile;
import org.nianbao.font.Fonts;
import org.nianbao.input.TypographyReader;
import org.nianbao.typography.Typography;

/**
 * Looks for glyphs that are those of another character. {@code same-shapes.txt} lists what may look alike, and what differs
 * much between fonts but was looked at.
 */
@Tag("slow")
@DisplayName("The glyph that is drawn is the character's")
class FontAuditTest {
    private static final Path FOLDER = Workplace.CHECKOUT.resolve("templates/fonts");

    /** Two glyphs of one font are as good as equal. */
    private static final float EQUAL = 0.985f;

    /** Two glyphs of one character can be drawn by hands as different as those of 楷体 and 黑体. */
    private static final float RELATED = 0.45f;

    /** How different two characters must be in another font, to be expected to differ in this one. */
    private static final float DIFFERENT = 0.9f;

    /** By family: the outlines of the characters that documents take from a font. */
    private static final Map<String, Map<Integer, GeneralPath>> OUTLINES = new LinkedHashMap<>();

    /** By family: the same, of ideographs, for comparison. */
    private static final Map<String, Map<Integer, GlyphRaster>> RASTERS = new LinkedHashMap<>();

    /** Characters that vanish, with the family of the font. */
    private static final Set<String> BLANK = new TreeSet<>();

    private static final Set<Character.UnicodeBlock> RARE_FORMS = Set.of(
            Character.UnicodeBlock.CJK_RADICALS_SUPPLEMENT,
            Character.UnicodeBlock.KANGXI_RADICALS,
            Character.UnicodeBlock.CJK_STROKES,
            Character.UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS,
            Character.UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS_SUPPLEMENT,
            Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS);

    private static final Set<String> ALIKE = new HashSet<>();

    @BeforeAll
    static void readFonts() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Typography typography = TypographyReader.read(
                        Workplace.CHECKOUT.resolve("templates/typography.yaml"), diagnostics)
                .orElseThrow();
        Fonts fonts = Fonts.of(typography, FOLDER, List.of(), diagnostics);
        assertEquals(List.of(), diagnostics.list());
        for (String name : typography.fonts().keySet()) {
            for (FontFile file : fonts.chain(name)) {
                if (!OUTLINES.containsKey(file.family())) {
                    OUTLINES.put(file.family(), outlines(file));
                }
            }
        }
        OUTLINES.forEach((family, outlines) -> {
            Map<Integer, GlyphRaster> rasters = new LinkedHashMap<>();
            outlines.forEach((character, outline) -> {
                if (Character.isIdeographic(character) && !isRareForm(character)) {
                    rasters.put(character, GlyphRaster.of(outline));
                }
            });
            RASTERS.put(family, rasters);
        });
        for (String line :
                Files.readAllLines(Workplace.CHECKOUT.resolve("src/test/resources/org/nianbao/same-shapes.txt"))) {
            if (!line.startsWith("#")) {
                ALIKE.add(line);
            }
        }
    }

    private static Map<Integer, GeneralPath> outlines(FontFile file) throws IOException {
        Map<Integer, GeneralPath> outlines = new TreeMap<>();
        try (TrueTypeFont whole = new TTFParser()
                .parse(new RandomAccessReadBufferedFile(
                        FOLDER.resolve(file.family() + ".ttf").toFile()))) {
            for (int character = 0x21; character <= Character.MAX_CODE_POINT; character++) {
                int glyph = file.characters().glyph(character);
                GlyphData data = glyph == 0 ? null : whole.getGlyph().getGlyph(glyph);
                if (data != null && !data.getPath().getBounds2D().isEmpty()) {
                    outlines.put(character, data.getPath());
                } else if (glyph != 0 && isVisible(character)) {
                    BLANK.add(file.family() + " U+%04X".formatted(character));
                }
            }
        }
        return outlines;
    }

    @Test
    void everyShippedFontIsAudited() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    new TreeSet<>(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".ttf"))
                            .map(file -> file.substring(0, file.length() - 4))
                            .toList()),
                    new TreeSet<>(OUTLINES.keySet()));
        }
        OUTLINES.forEach((family, outlines) -> assertTrue(outlines.size() > 250, family + ": " + outlines.size()));
    }

    @Test
    void noCharacterIsBlank() {
        assertEquals(Set.of(), BLANK);
    }

    private static boolean isVisible(int character) {
        return !Character.isSpaceChar(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT
                && Character.getType(character) != Character.PRIVATE_USE;
    }

    @Test
    void noTwoCharactersShareAnOutline() {
        Set<String> shared = new TreeSet<>();
        OUTLINES.forEach((family, outlines) -> {
            Map<String, List<Integer>> byOutline = new LinkedHashMap<>();
            outlines.forEach((character, outline) -> byOutline
                    .computeIfAbsent(points(outline), unused -> new ArrayList<>())
                    .add(character));
            byOutline.values().forEach(characters -> {
                for (int k = 1; k < characters.size(); k++) {
                    for (int i = 0; i < k; i++) {
                        String pair = pair(characters.get(i), characters.get(k));
                        if (!mayShare(characters.get(i), characters.get(k))) {
                            shared.add(pair);
                        }
                    }
                }
            });
        });
        shared.removeAll(ALIKE);
        assertEquals(Set.of(), shared);
    }

    /** Whether they are one character to Unicode, letters of two alphabets, or reported as look-alikes or private. */
    private static boolean mayShare(int one, int other) {
        return folded(one).equals(folded(other))
                || areLettersOfTwoScripts(one, other)
                || isRareForm(one)
                || isRareForm(other);
    }

    private static boolean areLettersOfTwoScripts(int one, int other) {
        return Character.UnicodeScript.of(one) != Character.UnicodeScript.of(other)
                && Character.isLetter(one)
                && Character.isLetter(other)
                && !Character.isIdeographic(one)
                && !Character.isIdeographic(other);
    }

    private static boolean isRareForm(int character) {
        return RARE_FORMS.contains(Character.UnicodeBlock.of(character))
                || Character.getType(character) == Character.PRIVATE_USE;
    }

    private static String folded(int character) {
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
    }

    @Test
    void noIdeographIsDrawnAsAnotherOneUnlessTheyLookAlikeInAnotherFontToo() {
        Set<String> equal = new TreeSet<>();
        RASTERS.forEach((family, rasters) -> {
            List<Integer> characters = List.copyOf(rasters.keySet());
            GlyphRaster[] glyphs = rasters.values().toArray(GlyphRaster[]::new);
            for (int i = 0; i < glyphs.length; i++) {
                for (int k = i + 1; k < glyphs.length; k++) {
                    if (glyphs[i].isLike(glyphs[k], EQUAL)) {
                        int one = characters.get(i);
                        int other = characters.get(k);
                        if (!folded(one).equals(folded(other)) && likenessElsewhere(family, one, other) < DIFFERENT) {
                            equal.add(pair(one, other));
                        }
                    }
                }
            }
        });
        equal.removeAll(ALIKE);
        assertEquals(Set.of(), equal);
    }

    /** How alike two characters are in the other font where they are most alike; 1 if no other font has both. */
    private static float likenessElsewhere(String family, int one, int other) {
        return RASTERS.entrySet().stream()
                .filter(font -> !font.getKey().equals(family))
                .filter(font -> font.getValue().keySet().containsAll(List.of(one, other)))
                .map(font -> Objects.requireNonNull(font.getValue().get(one))
                        .likeness(Objects.requireNonNull(font.getValue().get(other))))
                .max(Float::compare)
                .orElse(1f);
    }

    @Test
    void everyIdeographLooksLikeThatOfAnotherFont() {
        Set<String> outliers = new TreeSet<>();
        RASTERS.forEach((family, rasters) -> rasters.forEach((character, raster) -> {
            float best = RASTERS.entrySet().stream()
                    .filter(font -> !font.getKey().equals(family))
                    .flatMap(font -> Stream.ofNullable(font.getValue().get(character)))
                    .map(raster::likeness)
                    .max(Float::compare)
                    .orElse(1f);
            if (best < RELATED) {
                outliers.add(Character.toString(character));
            }
        }));
        outliers.removeAll(ALIKE);
        assertEquals(Set.of(), outliers);
    }

    @Test
    void currencySignsDifferInEveryFont() {
        OUTLINES.forEach((family, outlines) -> {
            List<String> signs = "$＄¥￥£￡€¢￠"
                    .codePoints()
                    .filter(outlines::containsKey)
                    .mapToObj(sign -> folded(sign) + points(Objects.requireNonNull(outlines.get(sign))))
                    .toList();
            Map<String, String> byOutline = new LinkedHashMap<>();
            signs.forEach(sign -> assertEquals(
                    sign.substring(0, 1),
                    Objects.requireNonNullElse(
                            byOutline.putIfAbsent(sign.substring(1), sign.substring(0, 1)), sign.substring(0, 1)),
                    family));
        });
    }

    private static String pair(int one, int other) {
        return Character.toString(one) + Character.toString(other);
    }

    private static String points(GeneralPath path) {
        StringBuilder points = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
            points.append(segments.currentSegment(at)).append(Arrays.toString(at));
        }
        return points.toString();
    }
}
