package org.nianbao.ofd;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;
import org.nianbao.output.Attachment;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.output.ofd.OfdFormat;
import org.nianbao.page.Page;
import org.ofdrw.core.basicStructure.ofd.docInfo.CT_DocInfo;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

@DisplayName("The OFD has the pages of the PDF, with text that can be selected, searched and copied")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfdTest {
    private static final double MM = 25.4 / 72;
    private static final String STEP = "(?:g [0-9]+ )?-?[0-9]+(?:\\.[0-9]+)?";
    private static final Pattern STEPS = Pattern.compile(STEP + "(?: " + STEP + ")*");
    /** Before the letter of an operation of a path. */
    private static final Pattern OPERATION = Pattern.compile(" (?=[A-Z])");

    private static final Pattern OPERATION_DATA =
            Pattern.compile("[ML](?: -?[0-9.]+){2}|Q(?: -?[0-9.]+){4}|B(?: -?[0-9.]+){6}|C");
    private static final int DPI = 100;
    /** What ofdrw and PDFBox draw differently, in parts of a thousand of a page. */
    private static final double MOST_DIFFERENCE = 0.5;
    /** The same for pages with many bold words, whose outlines ofdrw draws thinner than they are. */
    private static final double MOST_DIFFERENCE_OF_BOLD = 5;

    private static final String FORM = "templates/information-disclosure/2021/form.yaml";
    private static final String HOSTILE = "AT&T <b>x</b> ]]> \"q\" 'a' & b 𠮷 office 镕、喆、堃、縣";

    private Workplace place;
    private List<String> names;

    @BeforeAll
    void renderAll(@TempDir Path folder) throws IOException {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        place.copyFromCheckout("templates");
        copy("src/test/resources/org/nianbao/published/2019");
        website();
        everything();
        render("inputs", "--format", "pdf,ofd");
        render("inputs/everything.yaml", "--format", "pdf,ofd", "--draft", "--output", "output/draft");
        longTable();
        for (String format : List.of("pdf", "ofd")) {
            Workplace.Run run = place.inChinese()
                    .nianbao(
                            "compare",
                            "inputs/houma-2021.yaml",
                            "inputs/hegang-2021.yaml",
                            "--output",
                            "output/compared." + format);
            assertEquals(0, run.status(), run.err());
        }
        try (Stream<Path> files = Files.walk(place.at("output"))) {
            names = files.map(file -> place.folder().relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".ofd"))
                    .map(file -> file.substring(0, file.length() - 4))
                    .sorted()
                    .toList();
        }
        assertEquals(15, names.size(), names.toString());
    }

    private void copy(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Workplace.CHECKOUT.resolve(folder))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, place.at("inputs/" + file.getFileName()));
            }
        }
    }

    private void website() throws IOException {
        String input = Files.readString(Workplace.CHECKOUT.resolve("src/test/resources/cases/website/input.yaml"));
        place.write(
                "inputs/website.yaml", input.replaceAll("\n#~.*", "").replaceFirst("年度: 2021", "年度: 2021\n图表: [办件构成]"));
    }

    /** Pictures of all kinds, charts, lists, links, a small table, bold words, and what XML finds hard. */
    private void everything() throws IOException {
        BufferedImage bitmap = new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 60; x++) {
            for (int y = 0; y < 30; y++) {
                bitmap.setRGB(x, y, new Color(4 * x, 8 * y, 128).getRGB());
            }
        }
        Files.createDirectories(place.at("inputs/pictures"));
        ImageIO.write(bitmap, "png", place.at("inputs/pictures/bitmap.png").toFile());
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='120' viewBox='0 0 300 120'>%s</svg>";
        place.write(
                "inputs/pictures/drawing.svg",
                svg.formatted("<rect x='5' y='5' width='100' height='100' fill='#c33' stroke='#000' stroke-width='4'/>"
                        + "<circle cx='200' cy='60' r='50' fill='none' stroke='#06c' stroke-width='8'/>"));
        place.write(
                "inputs/pictures/gradient.svg",
                svg.formatted("<defs><linearGradient id='g'><stop offset='0' stop-color='red'/>"
                        + "<stop offset='1' stop-color='blue'/></linearGradient></defs>"
                        + "<rect x='5' y='5' width='290' height='110' fill='url(#g)'/>"));
        Files.copy(place.at("inputs/houma-2021.yaml"), place.at("inputs/everything.yaml"));
        place.edit(
                "inputs/everything.yaml", "年度: 2021", "年度: 2021\n图表: [申请人, 办理结果, {图: 历年申请, 往年: {2019: 3, 2020: 5}}]");
        place.edit(
                "inputs/everything.yaml",
                "其他需要报告的事项: |\n",
                "其他需要报告的事项: |\n"
                        + "  见[国务院网站](https://www.gov.cn/zhengce/?a=1&b=2)，**加粗**和*强调*。" + HOSTILE + "。\n"
                        + "  - 第一项\n  - 第二项\n\n  | 甲 | 乙 |\n  |---|---|\n  | 1 | [信箱](mailto:a@example.cn) |\n\n"
                        + "  ![位图](pictures/bitmap.png \"图1 位图\")\n\n"
                        + "  ![图形](pictures/drawing.svg \"图2 图形\")\n\n"
                        + "  ![渐变](pictures/gradient.svg \"图3 渐变\")\n");
    }

    private void longTable() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            rows.append("                增加")
                    .append(i)
                    .append(": ")
                    .append(i + 8)
                    .append(".增加的情形\n");
        }
        place.edit(FORM, "            无法提供:\n", rows + "            无法提供:\n");
        render(
                "inputs/houma-2021.yaml",
                "--format",
                "pdf,ofd",
                "--templates",
                "templates",
                "--output",
                "output/long-table");
    }

    private void render(String... arguments) {
        List<String> all = new ArrayList<>(List.of("render"));
        all.addAll(Arrays.asList(arguments));
        Workplace.Run run = place.nianbao(all.toArray(new String[0]));
        assertEquals(0, run.status(), run.err());
    }

    @Test
    void everyPageHasTheCharactersOfThatOfThePdf() throws IOException {
        for (String name : names) {
            try (PDDocument pdf = pdf(name);
                    OFDReader reader = new OFDReader(place.at(name + ".ofd"))) {
                assertEquals(pdf.getNumberOfPages(), reader.getNumberOfPages(), name);
                ContentExtractor extractor = new ContentExtractor(reader);
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    assertEquals(
                            sorted(stripper.getText(pdf)),
                            sorted(String.join("", extractor.getPageContent(page))),
                            name + " page " + page);
                }
            }
        }
    }

    private static String sorted(String text) {
        return text.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void wordsFollowEachOtherAsTheyAreRead() throws IOException {
        assertTrue(text("output/everything").contains("见国务院网站，加粗和强调。AT&T"));
        assertTrue(text("output/hegang-2021").contains("三、收到和处理政府信息公开申请情况（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）申请人情况自然人"));
        assertTrue(text("output/hegang-2021").contains("1.属于国家秘密0"));
    }

    /** All words of a file, from the first page to the last, without blanks. */
    private String text(String name) throws IOException {
        try (OFDReader reader = new OFDReader(place.at(name + ".ofd"))) {
            return String.join("", new ContentExtractor(reader).extractAll()).replaceAll("\\s", "");
        }
    }

    @Tag("slow")
    @Test
    void everyPageLooksLikeThatOfThePdf() throws IOException, InterruptedException {
        Drawn.pages(names.stream().map(name -> place.at(name + ".ofd")).toList(), DPI);
        Map<String, Double> differences = new TreeMap<>();
        for (String name : names) {
            try (PDDocument pdf = pdf(name)) {
                for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                    BufferedImage wanted = new PDFRenderer(pdf).renderImageWithDPI(page, DPI);
                    BufferedImage drawn = ImageIO.read(
                            place.at(name + ".ofd-" + page + ".png").toFile());
                    String which = name + " page " + (page + 1);
                    double most = name.contains("compared") ? MOST_DIFFERENCE_OF_BOLD : MOST_DIFFERENCE;
                    double difference = Alike.perMille(wanted, drawn);
                    if (difference > most) {
                        differences.put(which, difference);
                    }
                    assertTrue(Alike.inked(drawn) > 0.1, which + " is empty");
                }
            }
        }
        assertEquals(Map.of(), differences);
    }

    @Test
    void everySheetIsA4() throws IOException {
        for (String name : names) {
            try (OFDReader reader = new OFDReader(place.at(name + ".ofd"))) {
                for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                    ST_Box size = reader.getPageInfo(page).getSize();
                    assertEquals("0 0 210 297", size.toString(), name + " page " + page);
                }
            }
        }
    }

    @Test
    void theOutlineLeadsWhereThatOfThePdfLeads() throws IOException {
        for (String name : names) {
            List<String> wanted = new ArrayList<>();
            try (PDDocument pdf = pdf(name)) {
                PDOutlineNode outline = pdf.getDocumentCatalog().getDocumentOutline();
                if (outline != null) {
                    outline(pdf, outline, "", wanted);
                }
            }
            List<String> found = new ArrayList<>();
            OfdFile ofd = new OfdFile(place.bytes(name + ".ofd"));
            for (Element item : ofd.document().select("ofd|OutlineElem")) {
                Element target = item.selectFirst("> ofd|Actions > ofd|Action > ofd|Goto > ofd|Dest");
                int page = ofd.document()
                        .select("ofd|Pages > ofd|Page")
                        .eachAttr("ID")
                        .indexOf(target.attr("PageID"));
                String indent = "  ".repeat((int) item.parents().stream()
                        .filter(parent -> parent.tagName().equals("ofd:OutlineElem"))
                        .count());
                found.add(indent + item.attr("Title") + " " + page + " "
                        + Math.round(Double.parseDouble(target.attr("Top"))));
            }
            assertEquals(wanted, found, name);
            assertEquals(name.contains("website"), found.isEmpty(), name);
        }
    }

    private static void outline(PDDocument pdf, PDOutlineNode node, String indent, List<String> lines)
            throws IOException {
        for (PDOutlineItem item : node.children()) {
            PDPageXYZDestination target = (PDPageXYZDestination) item.getDestination();
            PDPage page = target.getPage();
            double top = (page.getMediaBox().getHeight() - target.getTop()) * MM;
            lines.add(indent + item.getTitle() + " " + pdf.getPages().indexOf(page) + " " + Math.round(top));
            outline(pdf, item, indent + "  ", lines);
        }
    }

    @Test
    void itSaysWhatItIs() throws IOException {
        try (OFDReader reader = new OFDReader(place.at("output/hegang-2021.ofd"))) {
            CT_DocInfo info = reader.getOFDDir().getOfd().getDocBody().getDocInfo();
            assertAll(
                    () -> assertEquals("鹤岗市人民政府办公室2021年政府信息公开工作年度报告", info.getTile()),
                    () -> assertEquals("鹤岗市人民政府办公室", info.getAuthor()),
                    () -> assertEquals("2022-01-27", info.getCreationDate().toString()),
                    () -> assertEquals("2022-01-27", info.getModDate().toString()),
                    () -> assertTrue(info.getCreator().startsWith("nianbao")),
                    () -> assertTrue(info.getDocID().matches("[0-9a-f]{32}"), info.getDocID()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachFontIsEmbeddedAndCutToWhatIsUsed() throws Exception {
        for (String name : names) {
            OfdFile ofd = new OfdFile(place.bytes(name + ".ofd"));
            for (OfdFile.Font font : ofd.fonts()) {
                String what = name + " " + font.name();
                assertFalse(font.text().contains("\uFFFD"), what);
                byte[] file = ofd.parts().get(font.path());
                try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                    CmapLookup cmap = parsed.getUnicodeCmapLookup();
                    font.text()
                            .codePoints()
                            .distinct()
                            .forEach(character -> assertTrue(
                                    cmap.getGlyphId(character) > 0 || character == ' ',
                                    what + " lacks " + Character.toString(character)));
                    long used = font.text().codePoints().distinct().count();
                    assertTrue(parsed.getNumberOfGlyphs() < 4 * used + 40, what + " " + parsed.getNumberOfGlyphs());
                }
            }
        }
    }

    @Test
    void anotherProgramTakesEachFontForOne() throws Exception {
        for (String name : names) {
            OfdFile ofd = new OfdFile(place.bytes(name + ".ofd"));
            for (OfdFile.Font font : ofd.fonts()) {
                Font opened = opened(ofd.parts().get(font.path()));
                assertEquals(-1, opened.canDisplayUpTo(font.text().replace(" ", "")), name + " " + font.name());
            }
        }
    }

    private static Font opened(byte[] file) throws Exception {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
        } catch (LinkageError | InternalError e) {
            return Assumptions.abort("this JDK opens no fonts: fontconfig is missing");
        }
    }

    @Test
    void noLetterIsDrawnAsAnOutline() throws IOException {
        for (String name : names) {
            boolean pictures = name.matches(".*(everything|website|compared)");
            for (Document page : new OfdFile(place.bytes(name + ".ofd")).pages()) {
                assertTrue(page.select("ofd|TextObject").size() > 0, name);
                if (!pictures) {
                    page.select("ofd|AbbreviatedData")
                            .eachText()
                            .forEach(data -> assertFalse(data.matches(".*[BQA].*"), name + " " + data));
                }
            }
        }
    }

    @Test
    void theRulesOfATableAreFewObjects() throws IOException {
        for (Document page : new OfdFile(place.bytes("output/houma-2021.ofd")).pages()) {
            assertTrue(page.select("ofd|PathObject").size() <= 3);
        }
    }

    @Test
    void itIsNoLargerThanThePdf() {
        for (String name : names) {
            int pdf = place.bytes(name + ".pdf").length;
            int ofd = place.bytes(name + ".ofd").length;
            assertTrue(ofd < 1.1 * pdf, name + " " + ofd + " " + pdf);
        }
    }

    @Test
    void everyPartIsAsTheStandardSays() throws Exception {
        Schema schema = SchemaFactory.newDefaultInstance().newSchema(getClass().getResource("ofd.xsd"));
        for (String name : names) {
            validate(name, new OfdFile(place.bytes(name + ".ofd")), schema);
        }
    }

    private static void validate(String name, OfdFile ofd, Schema schema) throws IOException {
        for (Map.Entry<String, byte[]> part : ofd.parts().entrySet()) {
            if (part.getKey().endsWith(".xml")) {
                try {
                    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(part.getValue())));
                } catch (org.xml.sax.SAXException e) {
                    throw new AssertionError(name + " " + part.getKey(), e);
                }
                Document xml = ofd.xml(part.getKey());
                xml.select("[DeltaX]")
                        .eachAttr("DeltaX")
                        .forEach(steps -> assertTrue(STEPS.matcher(steps).matches(), steps));
                xml.select("ofd|AbbreviatedData").stream()
                        .map(Element::wholeText)
                        .forEach(data -> {
                            assertTrue(data.startsWith("M "), data);
                            assertTrue(OPERATION.splitAsStream(data).allMatch(OPERATION_DATA.asMatchPredicate()), data);
                        });
            }
        }
    }

    @Test
    void noNumberIsGivenTwice() throws IOException {
        for (String name : names) {
            OfdFile ofd = new OfdFile(place.bytes(name + ".ofd"));
            List<Integer> ids = new ArrayList<>();
            for (String part : ofd.parts().keySet()) {
                if (part.matches(".*(Content|Res|Document)\\.xml")) {
                    ofd.xml(part).select("[ID]").eachAttr("ID").forEach(id -> ids.add(Integer.valueOf(id)));
                }
            }
            assertEquals(ids.size(), ids.stream().distinct().count(), name);
            int most = ids.stream().mapToInt(Integer::intValue).max().orElse(0);
            assertEquals(ofd.document().select("ofd|MaxUnitID").text(), String.valueOf(most), name);
        }
    }

    @Test
    void linksLeadWhereTheyShould() throws IOException {
        OfdFile ofd = new OfdFile(place.bytes("output/everything.ofd"));
        List<String> links = new ArrayList<>();
        for (Document page : ofd.pages()) {
            for (Element uri : page.select("ofd|TextObject ofd|URI")) {
                links.add(OfdFile.text(uri.closest("ofd|TextObject")) + " → " + uri.attr("URI"));
            }
        }
        // a comma stays with the word before it, and so is in the link: see InlineEdges
        assertEquals(List.of("国务院网站， → https://www.gov.cn/zhengce/?a=1&b=2", "信箱 → mailto:a@example.cn"), links);
    }

    @Test
    void picturesStayPicturesAndDrawingsPaths() throws IOException {
        OfdFile ofd = new OfdFile(place.bytes("output/everything.ofd"));
        int pictures = 0;
        int curves = 0;
        for (Document page : ofd.pages()) {
            pictures += page.select("ofd|ImageObject").size();
            curves += (int) page.select("ofd|AbbreviatedData").eachText().stream()
                    .filter(data -> data.contains("B") || data.contains("Q"))
                    .count();
        }
        assertEquals(2, pictures, "the bitmap, and the gradient that few viewers would draw");
        assertTrue(curves > 3, "the circle and the letters of the charts");
    }

    @Test
    void hostileWordsComeOutAsTheyWentIn() throws IOException {
        String text = text("output/everything");
        assertTrue(text.contains(HOSTILE.replaceAll("\\s", "")), text);
    }

    @Test
    void aDraftSaysSoOnEveryPage() throws IOException {
        for (Document page : new OfdFile(place.bytes("output/draft/everything.ofd")).pages()) {
            Element mark = page.select("ofd|TextObject").stream()
                    .filter(object -> OfdFile.text(object).equals("草稿"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("0.707 -0.707 0.707 0.707 0 0", mark.attr("CTM").replaceAll("(\\.\\d{3})\\d*", "$1"));
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        render("inputs/everything.yaml", "--format", "ofd", "--output", "output/again/for-itself");
        assertArrayEquals(place.bytes("output/everything.ofd"), place.bytes("output/again/for-itself/everything.ofd"));
    }

    @Test
    void anyFileCanBeAttached() throws Exception {
        byte[] figures = "表,行,列,值\r\n\"a & b\",1,2,3\r\n".getBytes(StandardCharsets.UTF_8);
        Format laidOut = (page, info) -> place.bytes("output/houma-2021.pdf");
        Page empty = Page.read(
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head><title>年报</title></head><body/></html>",
                Page.Styles.of("", ""),
                Map.of());
        DocumentInfo stamp = new DocumentInfo(
                "某局",
                Instant.parse("2022-01-20T00:00:00Z"),
                "nianbao",
                List.of(new Attachment("数据 <1>.csv", "text/csv", figures)));
        byte[] bytes = new OfdFormat(laidOut).write(empty, stamp);
        validate(
                "attached",
                new OfdFile(bytes),
                SchemaFactory.newDefaultInstance().newSchema(getClass().getResource("ofd.xsd")));
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(bytes))) {
            assertEquals("数据 <1>.csv", reader.getAttachmentList().get(0).getAttachmentName());
            assertArrayEquals(
                    figures,
                    Files.readAllBytes(
                            reader.getAttachmentFile(reader.getAttachmentList().get(0))));
        }
    }

    private PDDocument pdf(String name) {
        try {
            return Loader.loadPDF(place.bytes(name + ".pdf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
