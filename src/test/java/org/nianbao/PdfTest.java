package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.published.PublishedGrid;
import org.nianbao.published.ReadBack;

@DisplayName("The PDF is set as GB/T 9704 asks")
class PdfTest {
    private static final double MM = 72 / 25.4;
    private static final String FORM = "templates/information-disclosure/2021/form.yaml";

    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
    }

    /** The words of a page by the height of their line above its bottom edge, in points. */
    private record Line(float x, String words) {}

    @Test
    void onA4WithMargins37And26And35And28() throws IOException {
        try (PDDocument pdf = render("hegang-2021")) {
            for (PDPage page : pdf.getPages()) {
                assertEquals(210 * MM, page.getMediaBox().getWidth(), 0.5);
                assertEquals(297 * MM, page.getMediaBox().getHeight(), 0.5);
            }
            Map<Integer, Line> second = lines(pdf, 2);
            float left =
                    (float) second.values().stream().mapToDouble(Line::x).min().orElse(0);
            assertEquals(28 * MM, left, 20, "the page number stands one character in");
        }
    }

    @Test
    void aFullPageHas22LinesOf28Characters() throws IOException {
        try (PDDocument pdf = render("hegang-2021")) {
            List<Line> body = new ArrayList<>(lines(pdf, 2).values());
            body.remove(body.size() - 1); // the page number
            assertEquals(22, body.size());
            String full = body.stream()
                    .map(Line::words)
                    .filter(words -> words.matches("[\\u4e00-\\u9fff、，。；：]+"))
                    .max(java.util.Comparator.comparingInt(String::length))
                    .orElse("");
            assertEquals(28, full.length(), full);
        }
    }

    @Test
    void thePageNumberStandsRightOnOddAndLeftOnEvenPages() throws IOException {
        try (PDDocument pdf = render("hegang-2021")) {
            double textBlockBottom = 297 * MM - 35 * MM;
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                Map<Integer, Line> lines = lines(pdf, page);
                Map.Entry<Integer, Line> last = new TreeMap<>(lines).lastEntry();
                assertEquals("—" + page + "—", last.getValue().words());
                boolean right = last.getValue().x() > 105 * MM;
                assertEquals(page % 2 == 1, right, "page " + page);
                assertEquals(textBlockBottom + 7 * MM + 5, last.getKey(), 2, "7 mm below the text block");
            }
        }
    }

    @Test
    void everyFontIsEmbeddedAndCutToWhatIsUsed() throws IOException {
        try (PDDocument pdf = render("hegang-2021")) {
            Map<String, PDFont> fonts = new HashMap<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    fonts.put(font.getName(), font);
                }
            }
            assertEquals(7, fonts.size(), fonts.keySet().toString());
            for (PDFont font : fonts.values()) {
                assertTrue(font.isEmbedded(), font.getName());
                assertTrue(font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
            }
        }
    }

    @Test
    void whatIsNamedForOneReportIsNotKeptForTheNext() {
        COSName before = COSName.getPDFName("ABCDEF+FandolFang-Regular");
        place.nianbao("render", "inputs/houma-2021.yaml", "--format", "pdf");
        assertNotSame(before, COSName.getPDFName("ABCDEF+FandolFang-Regular"));
    }

    @Test
    void allRulesAndBackgroundsOfAPageAreOneKindOfArtifact() throws IOException {
        try (PDDocument pdf = render("hegang-2021")) {
            for (PDPage page : pdf.getPages()) {
                List<String> kinds = new ArrayList<>();
                for (COSName name : page.getResources().getPropertiesNames()) {
                    kinds.add(page.getResources()
                            .getProperties(name)
                            .getCOSObject()
                            .getNameAsString(COSName.TYPE));
                }
                kinds.sort(null);
                assertEquals(List.of("Layout", "Pagination"), kinds);
            }
            int objects = pdf.getDocument().getXrefTable().size();
            assertTrue(objects < 1000, objects + " objects: one for each box of the page?");
        }
    }

    @Test
    void theOutlineFollowsTheHeadings() throws IOException {
        try (PDDocument pdf = render("hegang-2021")) {
            assertEquals(
                    List.of(
                            "一、总体情况",
                            "  （一）细化任务分工，统筹推进政务公开",
                            "  （二）建好公开平台，拓宽信息公开渠道",
                            "  （三）突出重点领域，扩大主动公开",
                            "  （四）依法依规办理，做好依申请公开工作",
                            "二、主动公开政府信息情况",
                            "三、收到和处理政府信息公开申请情况",
                            "四、政府信息公开行政复议、行政诉讼情况",
                            "五、存在的主要问题及改进情况",
                            "  （一）存在的主要问题",
                            "  （二）下步改进措施",
                            "六、其他需要报告的事项"),
                    outline(pdf.getDocumentCatalog().getDocumentOutline(), ""));
        }
    }

    @Test
    void itSaysWhatItIsAndInWhichLanguage() throws IOException {
        try (PDDocument pdf = render("hegang-2021")) {
            assertAll(
                    () -> assertEquals(
                            "鹤岗市人民政府办公室2021年政府信息公开工作年度报告",
                            pdf.getDocumentInformation().getTitle()),
                    () -> assertEquals(
                            "鹤岗市人民政府办公室", pdf.getDocumentInformation().getAuthor()),
                    () -> assertEquals("zh-CN", pdf.getDocumentCatalog().getLanguage()),
                    () -> assertEquals(
                            "2022-01-27T00:00:00Z",
                            pdf.getDocumentInformation()
                                    .getCreationDate()
                                    .toInstant()
                                    .toString()));
        }
    }

    @Test
    void theApplicationsTableStandsOnOnePage() throws IOException {
        for (String name : List.of("houma-2021", "hengfeng-2021", "yanshi-2021", "yima-2023", "hegang-2021")) {
            try (PDDocument pdf = render(name)) {
                List<Integer> pages = new ArrayList<>();
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    String words = text(pdf, page);
                    if (words.matches("(?s).*(?:本年新收政府信息公[开開]申[请請][数數]量|四、[结結][转轉]下年度[继繼][续續][办辦]理).*")) {
                        pages.add(page);
                    }
                }
                assertEquals(1, pages.size(), name + " " + pages);
            }
        }
    }

    @Test
    void aTableLongerThanAPageRepeatsItsHeadWithAllItsRules() throws IOException {
        place.copyFromCheckout("templates");
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            rows.append("                增加")
                    .append(i)
                    .append(": ")
                    .append(i + 8)
                    .append(".增加的情形\n");
        }
        place.edit(FORM, "            无法提供:\n", rows + "            无法提供:\n");
        place.nianbao("render", "inputs/houma-2021.yaml", "--templates", "templates", "--format", "pdf");
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/houma-2021.pdf"))) {
            int pages = 0;
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                if (text(pdf, page).contains("增加的情形")) {
                    pages++;
                    assertTrue(text(pdf, page).contains("法人或其他组织"), "head on page " + page);
                    assertRulesOnBothSides(pdf, page);
                }
            }
            assertTrue(pages >= 2, "the table breaks");
        }
        List<PublishedGrid> grids = ReadBack.pdf(place.bytes("output/houma-2021.pdf"));
        assertEquals(
                88,
                grids.get(1).cells().stream()
                                .mapToInt(PublishedGrid.Cell::row)
                                .max()
                                .orElse(0)
                        + 1);
    }

    @Test
    void theLinesOfACellAreThoseOfThePageHoweverItIsTyped() throws IOException {
        place.copyFromCheckout("templates");
        place.edit(
                "templates/information-disclosure/report.ftlh",
                "</main>",
                "<table><tbody><tr><td>\n  东风\n  西风<br/>\n  南风\n  <b>北<br/>风</b>\n</td></tr></tbody></table>\n</main>");
        place.nianbao("render", "inputs/houma-2021.yaml", "--templates", "templates", "--format", "pdf");
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/houma-2021.pdf"))) {
            List<String> words = lines(pdf, pdf.getNumberOfPages()).values().stream()
                    .map(Line::words)
                    .toList();
            int first = words.indexOf("东风西风");
            assertTrue(first >= 0, words.toString());
            assertEquals(List.of("东风西风", "南风北", "风"), words.subList(first, first + 3));
        }
    }

    @Test
    void aDraftSaysSoOnEveryPage() throws IOException {
        place.nianbao("render", "inputs/hegang-2021.yaml", "--draft", "--format", "pdf");
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/hegang-2021.pdf"))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertTrue(text(pdf, page).contains("草稿"), "page " + page);
            }
        }
        try (PDDocument pdf = render("hegang-2021")) {
            assertFalse(text(pdf, 1).contains("草稿"));
        }
    }

    @Test
    void aCharacterThatTheBodyFontLacksComesFromAnother() throws IOException {
        place.edit("inputs/houma-2021.yaml", "本年度没有其他需要报告的事项。", "镕、喆、堃、縣。");
        place.nianbao("render", "inputs/houma-2021.yaml", "--format", "pdf");
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/houma-2021.pdf"))) {
            String last = text(pdf, pdf.getNumberOfPages());
            assertTrue(last.contains("镕、喆、堃、縣。"), last);
            assertFalse(last.contains("#"));
        }
    }

    private PDDocument render(String name) throws IOException {
        Workplace.Run run = place.nianbao("render", "inputs/" + name + ".yaml", "--format", "pdf");
        assertEquals(0, run.status(), run.err());
        return Loader.loadPDF(place.bytes("output/" + name + ".pdf"));
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).replaceAll("\\s", "");
    }

    /** The lines of a page from top to bottom, by the height of their baseline below the page's top in points. */
    private static Map<Integer, Line> lines(PDDocument pdf, int page) throws IOException {
        Map<Integer, List<TextPosition>> byHeight = new TreeMap<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                int height = Math.round(position.getYDirAdj());
                int key = byHeight.keySet().stream()
                        .filter(other -> Math.abs(other - height) <= 4)
                        .findFirst()
                        .orElse(height);
                byHeight.computeIfAbsent(key, unused -> new ArrayList<>()).add(position);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(pdf);
        Map<Integer, Line> lines = new LinkedHashMap<>();
        byHeight.forEach((height, positions) -> {
            positions.sort(java.util.Comparator.comparing(TextPosition::getXDirAdj));
            StringBuilder words = new StringBuilder();
            positions.forEach(position -> words.append(position.getUnicode()));
            lines.put(
                    height,
                    new Line(positions.get(0).getXDirAdj(), words.toString().replaceAll("\\s", "")));
        });
        return lines;
    }

    /** From the first rule of the page to the last one above the next heading, no edge of the table is open. */
    private static void assertRulesOnBothSides(PDDocument pdf, int page) throws IOException {
        float scale = 3;
        BufferedImage image = new PDFRenderer(pdf).renderImage(page - 1, scale);
        int left = (int) (28 * MM * scale);
        int right = (int) ((210 - 26) * MM * scale);
        int end = lines(pdf, page).entrySet().stream()
                .filter(line -> line.getValue().words().startsWith("四、政府信息公开行政复议"))
                .map(line -> (int) ((line.getKey() - 20) * scale))
                .findFirst()
                .orElse(image.getHeight());
        List<Integer> rules = new ArrayList<>();
        for (int y = 0; y < end; y++) {
            boolean rule = true;
            for (int x = left + (int) (60 * MM * scale); x < right - 12 && rule; x++) {
                rule = dark(image, x, y);
            }
            if (rule) {
                rules.add(y);
            }
        }
        assertTrue(rules.size() > 3, "rules on page " + page);
        for (int y = rules.get(0) + 2; y < rules.get(rules.size() - 1) - 2; y++) {
            assertTrue(darkNear(image, left, y), "left edge open on page " + page + " at " + y / scale);
            assertTrue(darkNear(image, right, y), "right edge open on page " + page + " at " + y / scale);
        }
    }

    private static boolean darkNear(BufferedImage image, int x, int y) {
        for (int near = x - 6; near <= x + 6; near++) {
            for (int up = y - 2; up <= y + 2; up++) {
                if (dark(image, near, up)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xff) < 160;
    }

    private static List<String> outline(PDOutlineNode node, String indent) {
        List<String> titles = new ArrayList<>();
        for (PDOutlineItem item : node.children()) {
            titles.add(indent + item.getTitle());
            titles.addAll(outline(item, indent + "  "));
        }
        return titles;
    }
}
