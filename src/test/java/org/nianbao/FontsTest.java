package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.console.DiagnosticText;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.font.CharacterMap;
import org.nianbao.font.FontFile;
import org.nianbao.font.UnusableFont;
import org.nianbao.input.TypographyReader;

@DisplayName("The shipped fonts are used, unless a folder has the real ones")
class FontsTest {
    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
    }

    @Test
    void byDefaultAllFontsAreTheShippedOnes() throws IOException {
        place.nianbao("render", "inputs/houma-2021.yaml", "--format", "pdf");
        assertEquals(
                Set.of(
                        "FandolFang-Regular",
                        "LiberationSerif",
                        "LiberationSerif-Bold",
                        "NotoSansSC-Regular",
                        "NotoSerifSC-Bold",
                        "NotoSerifSC-Regular"),
                fonts());
    }

    @Test
    void digitsAndLatinAreInOneFaceAndPunctuationIsChinese() throws IOException {
        place.edit("inputs/houma-2021.yaml", "公文在拟制环节", "“A4”——5×8·10%（WPS）……在拟制环节");
        place.nianbao("render", "inputs/houma-2021.yaml");
        Set<String> latin = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/houma-2021.pdf"))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    (text.getFont().getName().contains("+LiberationSerif") ? latin : others).add(text.getUnicode());
                }
            }.getText(pdf);
        }
        assertTrue(latin.stream().allMatch(letter -> letter.charAt(0) < 0x7F), latin.toString());
        assertTrue(others.stream().allMatch(letter -> letter.charAt(0) > 0x7E), others.toString());
        assertTrue(latin.containsAll(List.of("0", "9", "A", "%")), latin.toString());
        assertTrue(others.containsAll(List.of("“", "”", "—", "…", "×", "·")), others.toString());
        String html = Files.readString(place.at("output/houma-2021.html"));
        assertTrue(html.contains("src: local(\"Times New Roman\"), "), html);
        assertFalse(html.contains("font-family: \"Times New Roman\""), html);
    }

    @Test
    void theTitleIsOfOneWeightInAllFormats() throws IOException {
        place.edit("inputs/houma-2021.yaml", "机关: 侯马市人民政府办公室", "机关: 侯马市ABC办公室第9处");
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--draft", "--format", "html,pdf,docx");
        assertEquals(0, run.status(), run.err());
        Set<String> inTitle = new TreeSet<>();
        StringBuilder bold = new StringBuilder();
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/houma-2021.pdf"))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (text.getFontSizeInPt() == 22) {
                        inTitle.add(text.getFont().getName().substring(7));
                    }
                    bold.append(text.getFont().getName().endsWith("LiberationSerif-Bold") ? text.getUnicode() : "");
                }
            }.getText(pdf);
        }
        assertEquals(Set.of("LiberationSerif-Bold", "NotoSerifSC-Bold"), inTitle);
        assertEquals("ABC92021", bold.toString());
        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(place.bytes("output/houma-2021.docx")))) {
            XWPFParagraph title = docx.getParagraphs().get(0);
            assertEquals("侯马市ABC办公室第9处\n2021年政府信息公开工作年度报告", title.getText());
            title.getRuns().forEach(one -> assertEquals(one.text().matches("[A-Z0-9]+"), one.isBold(), one.text()));
        }
        String html = place.read("output/houma-2021.html");
        assertTrue(html.contains("h1 { font-family: \"LiberationSerif-Bold\", "), "the title");
        assertTrue(html.contains("h2 { font-family: \"LiberationSerif-Regular\", "), "no other");
    }

    @Test
    void aCharacterThatAFontDrawsAsAnotherOneComesFromAFallback() throws IOException {
        String characters = "￥幹捨準滷癥臟衹醜餘鬆鬱鹼☑☐✔□■√⁻";
        place.edit("inputs/houma-2021.yaml", "公文在拟制环节", characters + "在拟制环节");
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--force", "--format", "pdf,ofd");
        assertEquals(0, run.status(), run.err());
        Set<String> drawn = new TreeSet<>();
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/houma-2021.pdf"))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (characters.indexOf("□") > characters.indexOf(text.getUnicode())
                            && text.getFont().getName().contains("Fandol")) {
                        assertFalse(characters.contains(text.getUnicode()), text.getUnicode());
                    }
                    drawn.add(text.getUnicode());
                }
            }.getText(pdf);
        }
        characters
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> assertTrue(drawn.contains(character), character));
    }

    @Test
    void aFontFolderWithTheRealTypefaceIsPreferred() throws IOException {
        ownFangSong();
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--format", "pdf", "--fonts", "我的字体");
        assertEquals(0, run.status(), run.err());
        assertTrue(fonts().contains("LXGWWenKai-Regular"), fonts().toString());
        assertFalse(fonts().contains("FandolFang-Regular"), fonts().toString());
    }

    @Test
    void everyCharacterLooksAsInTheFontItWasTakenFrom() throws IOException {
        byte[] font = ownFangSong();
        place.edit("inputs/houma-2021.yaml", "公文在拟制环节", "公文（\u2212\u00B4）在拟制环节"); // drawn by other glyphs
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--format", "pdf", "--fonts", "我的字体");
        assertEquals(0, run.status(), run.err());
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/houma-2021.pdf"));
                TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            PDType0Font embedded = fontOf(pdf, "LXGWWenKai-Regular");
            String compared = "";
            for (int code = 1; code < whole.getNumberOfGlyphs(); code++) {
                String character = embedded.toUnicode(code);
                if (character != null) {
                    int glyph = whole.getUnicodeCmapLookup().getGlyphId(character.codePointAt(0));
                    GlyphData outline = whole.getGlyph().getGlyph(glyph);
                    assertEquals(
                            outline == null ? "" : points(outline.getPath()),
                            points(embedded.getPath(code)),
                            character);
                    double space = embedded.getWidthFromFont(code) - whole.getAdvanceWidth(glyph);
                    assertTrue(Math.min(Math.abs(space), Math.abs(space - 250)) < 0.5, character + " + " + space);
                    compared += character;
                }
            }
            assertTrue(compared.length() > 300, compared);
            assertTrue(compared.contains("\u2212") && compared.contains("\u00B4"), compared);
        }
    }

    @Test
    void aCharacterHasTheGlyphThatAnybodyElseFinds() throws IOException {
        byte[] font = ownFangSong();
        Path file = place.at("我的字体/simfang.ttf");
        assertCharactersAreFound(file, font);
        int table = ByteBuffer.wrap(font).getInt(entry(font, "cmap") + 8);
        byte[] unordered = font.clone();
        int segment = table + ByteBuffer.wrap(font).getInt(table + 8 + 8 * 3) + 16;
        System.arraycopy(font, segment, unordered, segment + 12, 12);
        System.arraycopy(font, segment + 12, unordered, segment, 12);
        assertCharactersAreFound(file, unordered);
        byte[] ofTheFirstPlane = font.clone();
        ByteBuffer.wrap(ofTheFirstPlane).putInt(table + 4 + 8, 0).putInt(table + 4 + 8 * 3, 0);
        assertCharactersAreFound(file, ofTheFirstPlane);
    }

    private static void assertCharactersAreFound(Path file, byte[] font) throws IOException {
        Files.write(file, font);
        CharacterMap characters = new FontFile("仿宋", file).characters();
        int found = 0;
        try (TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            CmapLookup lookup = whole.getUnicodeCmapLookup();
            for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
                assertEquals(lookup.getGlyphId(character), characters.glyph(character), Integer.toHexString(character));
                found += characters.glyph(character) > 0 ? 1 : 0;
            }
        }
        assertTrue(found > 20_000, found + " characters");
    }

    @Test
    void aTypefaceThatMayNotBeEmbeddedIsToldAndNothingIsWritten() throws IOException {
        byte[] font = ownFangSong();
        for (int permission : new int[] {0x0002, 0x0100, 0x0200}) { // OpenType 1.9, OS/2, fsType
            permit(font, permission);
            Files.write(place.at("我的字体/simfang.ttf"), font);
            Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--format", "pdf", "--fonts", "我的字体");
            assertEquals(1, run.status(), run.err());
            assertTrue(run.err().startsWith("error undrawable: "), run.err());
            assertTrue(run.err().contains("fsType " + permission), run.err());
            assertFalse(Files.exists(place.at("output/houma-2021.pdf")));
        }
    }

    @Test
    void aTruncatedFontIsReportedAndNothingIsWritten() throws IOException {
        byte[] font = ownFangSong();
        ByteBuffer.wrap(font).putInt(entry(font, "glyf") + 12, Integer.MAX_VALUE);
        Files.write(place.at("我的字体/simfang.ttf"), font);
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--format", "pdf", "--fonts", "我的字体");
        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().contains("error font-unusable: "), run.err());
        assertTrue(run.err().contains("simfang.ttf"), run.err());
        assertFalse(Files.exists(place.at("output/houma-2021.pdf")));
    }

    @Test
    void aFontReplacedDuringARunIsReported() throws IOException {
        ownFangSong();
        Path file = place.at("我的字体/simfang.ttf");
        FontFile font = new FontFile("仿宋", file);
        BitSet drawn = new BitSet();
        drawn.set(font.characters().glyph('年'));
        Files.copy(
                Workplace.CHECKOUT.resolve("templates/fonts/FandolFang-Regular.ttf"),
                file,
                StandardCopyOption.REPLACE_EXISTING);
        Diagnostic diagnostic = assertThrows(UnusableFont.class, () -> font.subset(drawn, 0, new BitSet()))
                .diagnostic();
        String told = DiagnosticText.of(diagnostic, Locale.ENGLISH, TextStyle.PLAIN);
        assertTrue(told.contains("simfang.ttf"), told);
        assertTrue(told.startsWith("error font-replaced: "), told);
    }

    @Test
    void typefacesAreTriedInTheOrderOfTheirFile() throws IOException {
        Path file = Workplace.CHECKOUT.resolve("templates/typography.yaml");
        List<String> names = Pattern.compile("(?m)^  (\\S+):(?: #.*)?$")
                .matcher(Files.readString(file))
                .results()
                .map(name -> name.group(1))
                .toList();
        assertEquals(
                names,
                List.copyOf(TypographyReader.read(file, new Diagnostics())
                        .orElseThrow()
                        .fonts()
                        .keySet()));
        assertTrue(names.size() > 5, names.toString());
    }

    @Test
    void aFontFolderThatIsNotThereIsTold() {
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--fonts", "没有");
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("error unreadable: "), run.err());
    }

    @Test
    void aShippedFontThatIsNoTrueTypeIsTold() throws IOException {
        place.copyFromCheckout("templates");
        Files.delete(place.at("templates/fonts/FandolFang-Regular.ttf"));
        place.write("templates/fonts/FandolFang-Regular.ttf", "OTTO");
        Files.delete(place.at("templates/fonts/NotoSansSC-Regular.ttf"));
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--templates", "templates");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("error font-unusable: "), run.err());
        assertTrue(run.err().contains("error font-missing: "), run.err());
    }

    /** A stand-in for the user's own 仿宋, put into a folder: LXGW WenKai under the family name FangSong. */
    private byte[] ownFangSong() throws IOException {
        Files.createDirectories(place.at("我的字体"));
        byte[] font = Files.readAllBytes(Workplace.CHECKOUT.resolve("templates/fonts/LXGWWenKai-Regular.ttf"));
        rename(font, "LXGW WenKai", "FangSong   ");
        Files.write(place.at("我的字体/simfang.ttf"), font);
        return font;
    }

    /** Replaces a family name of the same length in the name table, in both encodings that fonts use. */
    private static void rename(byte[] font, String from, String to) {
        replace(font, from.getBytes(StandardCharsets.UTF_16BE), to.getBytes(StandardCharsets.UTF_16BE));
        replace(font, from.getBytes(StandardCharsets.US_ASCII), to.getBytes(StandardCharsets.US_ASCII));
    }

    /** Says in a font who may embed it. */
    private static void permit(byte[] font, int permission) {
        ByteBuffer file = ByteBuffer.wrap(font);
        file.putShort(file.getInt(entry(font, "OS/2") + 8) + 8, (short) permission);
    }

    /** Where in the directory of a font a table is named. */
    private static int entry(byte[] font, String tag) {
        for (int entry = 12; ; entry += 16) {
            if (new String(font, entry, 4, StandardCharsets.US_ASCII).equals(tag)) {
                return entry;
            }
        }
    }

    private static void replace(byte[] bytes, byte[] from, byte[] to) {
        for (int i = 0; i + from.length <= bytes.length; i++) {
            if (bytes[i] == from[0] && Arrays.equals(bytes, i, i + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, bytes, i, to.length);
            }
        }
    }

    private static String points(GeneralPath path) {
        StringBuilder points = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
            points.append(segments.currentSegment(at)).append(Arrays.toString(at));
        }
        return points.toString();
    }

    private static PDType0Font fontOf(PDDocument pdf, String name) throws IOException {
        for (PDPage page : pdf.getPages()) {
            for (COSName key : page.getResources().getFontNames()) {
                if (page.getResources().getFont(key) instanceof PDType0Font font
                        && font.getName().endsWith(name)) {
                    return font;
                }
            }
        }
        throw new AssertionError(name);
    }

    private Set<String> fonts() throws IOException {
        Set<String> names = new TreeSet<>();
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/houma-2021.pdf"))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    names.add(page.getResources().getFont(name).getName().substring(7));
                }
            }
        }
        return names;
    }
}
