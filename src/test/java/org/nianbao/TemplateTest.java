package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.published.PublishedGrid;
import org.nianbao.published.ReadBack;

@DisplayName("Templates change all three documents, and nothing else")
class TemplateTest {
    private static final String FORM = "templates/information-disclosure/2021/form.yaml";
    private static final String REPORT = "templates/information-disclosure/report.ftlh";

    private Workplace place;

    @BeforeEach
    void ownTemplates(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
        place.copyFromCheckout("inputs");
    }

    @Test
    void everyPageTakesTheTemplatesOfTheOption() {
        Map<String, List<String>> pages = Map.of(
                "check", List.of("check", "inputs/yima-2023.yaml", "--format", "html"),
                "overview", List.of("overview", "inputs"),
                "compare", List.of("compare", "inputs/yima-2023.yaml", "inputs/houma-2021.yaml"));
        pages.forEach((page, command) -> {
            place.edit("templates/" + page + ".ftlh", "<h1>", "<h1>试用");
            List<String> words = new ArrayList<>(command);
            words.addAll(List.of("--templates", "templates", "--output", page + ".html"));
            Workplace.Run run = place.nianbao(words.toArray(String[]::new));
            assertTrue(place.read(page + ".html").contains("试用"), page + run.err());
        });
    }

    @Test
    void aProvincesOwnRowAndAParagraphReachHtmlPdfAndDocx() throws IOException {
        place.edit(FORM, "行政规范性文件: {was: 规范性文件}}", "行政规范性文件: {was: 规范性文件}, 其他主动公开文件: }");
        place.edit(REPORT, "<#list sections as section>", "<p>本报告由省级模板生成。</p>\n<#list sections as section>");
        place.edit("inputs/houma-2021.yaml", "  行政许可: 0", "  其他主动公开文件: {本年制发件数: 5, 现行有效件数: 41}\n  行政许可: 0");
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--templates", "templates");
        assertEquals(0, run.status(), run.err());

        byte[] html = place.bytes("output/houma-2021.html");
        byte[] pdf = place.bytes("output/houma-2021.pdf");
        byte[] docx = place.bytes("output/houma-2021.docx");
        for (PublishedGrid first : new PublishedGrid[] {
            ReadBack.html(html).get(0),
            ReadBack.pdf(pdf).get(0),
            ReadBack.docx(docx).get(0)
        }) {
            assertEquals(
                    "其他主动公开文件 5 0 41",
                    String.join(
                            " ",
                            first.cells().stream()
                                    .filter(cell -> cell.row() == 4)
                                    .map(PublishedGrid.Cell::words)
                                    .toList()));
        }
        assertTrue(new String(html, java.nio.charset.StandardCharsets.UTF_8).contains("<p>本报告由省级模板生成。</p>"));
        assertTrue(text(pdf).contains("本报告由省级模板生成。"));
        assertTrue(ReadBack.part(docx, "word/document.xml").contains("本报告由省级模板生成。"));
    }

    @Test
    void aChangedNumberAndSentenceReachHtmlPdfAndDocx() throws IOException {
        place.edit("inputs/houma-2021.yaml", "现行有效件数: 19", "现行有效件数: 20");
        place.edit("inputs/houma-2021.yaml", "本年度没有其他需要报告的事项。", "本年度收取信息处理费三十元。");
        assertEquals(0, place.nianbao("render", "inputs/houma-2021.yaml").status());
        String html = place.read("output/houma-2021.html");
        String pdf = text(place.bytes("output/houma-2021.pdf"));
        String docx = ReadBack.part(place.bytes("output/houma-2021.docx"), "word/document.xml")
                .replaceAll("<[^>]*>", "");
        for (String document : new String[] {html, pdf, docx}) {
            assertTrue(document.contains("年末现行有效20件"), document);
            assertTrue(document.contains("本年度收取信息处理费三十元。"));
        }
    }

    @Test
    void aWordThatNoFormatKnowsIsRefusedAtItsLine() {
        place.edit(REPORT, "<main>", "<main>\n<marquee>快讯</marquee>");
        refused(
                "information-disclosure/report.ftlh:12:1: error page-unknown-element: the page cannot contain the element “marquee”");
    }

    @Test
    void aStyleInAnElementIsRefusedAtItsLine() {
        place.edit(REPORT, "<main>", "<main style=\"color: red\">");
        refused("information-disclosure/report.ftlh:11:7: error page-unknown-attribute", "“main style”");
    }

    @Test
    void aTableWithAHoleIsRefused() {
        place.edit(
                REPORT,
                "<main>",
                "<main><table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>");
        refused("page-unsound-table: a table is not a full grid: table 1: row 2, column 2: no cell");
    }

    @Test
    void aFaultIsNeverSoughtInASheetThatWritesNoReport() {
        place.edit("templates/table.ftlh", "<tbody", "<tbody data-x=\"1\"");
        place.edit("templates/check.ftlh", "<nav", "<nav data-x=\"1\"");
        refused("table.ftlh:", "error page-unknown-attribute");
    }

    @Test
    void anElementThatIsNotClosedIsRefused() {
        place.edit(REPORT, "</main>", "");
        refused("error page-not-xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${sections?api.class}",
                "<#include \"/../../inputs/houma-2021.yaml\">",
                "${missing}",
                "<#if>"
            })
    void aTemplateCannotRunCodeOrReadOtherFiles(String attack) {
        place.edit(REPORT, "<main>", attack + "<main>");
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--templates", "templates");
        assertEquals(1, run.status(), run.out());
        assertTrue(run.err().matches("(?s).*report\\.ftlh:\\d+:\\d+: error template-syntax.*"), run.err());
    }

    private void refused(String... words) {
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--templates", "templates");
        assertEquals(1, run.status(), run.err());
        for (String word : words) {
            assertTrue(run.err().contains(word), run.err());
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
