package org.nianbao.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.Workplace;

@DisplayName("A form may set a table on landscape pages, and no table is too wide for its page")
class LandscapeTest {
    private static final String DISCLOSURE = "templates/information-disclosure/2021/form.yaml";

    private Workplace place;

    @BeforeEach
    void ownTemplates(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
    }

    @Test
    void theSectionOfATableInTheMiddleIsTurnedAndThoseAroundItAreNot() {
        place.copyFromCheckout("inputs");
        place.edit(DISCLOSURE, "small: true", "small: true\n      landscape: true");
        render("inputs/houma-2021.yaml");
        List<PaperPage> pages = pages("houma-2021");
        String turned = turned(pages);
        assertTrue(turned.matches("p+l+p+"), turned);
        for (PaperPage page : pages) {
            List<List<PaperPage.Glyph>> lines = page.lines();
            assertEquals("—" + page.number() + "—", PaperPage.text(lines.get(lines.size() - 1)));
        }
        PaperPage first = pages.get(turned.indexOf('l'));
        assertTrue(PaperPage.text(first.lines().get(0)).startsWith("三、"), "with its heading");
        assertEquals(List.of("", "landscape", ""), orientations("houma-2021"));
        assertEquals(
                "三、收到和处理政府信息公开申请情况",
                Jsoup.parse(place.read("output/houma-2021.html"))
                        .select("div.landscape h2")
                        .text());
    }

    @Test
    void aReportThatIsOneWideTableHasNoOtherPages() {
        wideForm(30, "landscape: true");
        render("wide.yaml");
        assertEquals("l", turned(pages("wide")));
        assertEquals(List.of("landscape"), orientations("wide"));
    }

    @Test
    void twoWideTablesShareTheirSection() {
        place.copyFromCheckout("inputs");
        place.edit(DISCLOSURE, "small: true", "small: true\n      landscape: true");
        place.edit(DISCLOSURE, "caption: 政府信息公开行政复议、行政诉讼情况统计表", "caption: 政府信息公开行政复议、行政诉讼情况统计表\n      landscape: true");
        render("inputs/houma-2021.yaml");
        String turned = turned(pages("houma-2021"));
        assertTrue(turned.matches("p+l+p+"), turned);
        assertEquals(List.of("", "landscape", ""), orientations("houma-2021"));
    }

    @ParameterizedTest
    @CsvSource({
        "12, '', ''",
        "24, '', ''",
        "25, '', form-needs-landscape",
        "36, '', form-needs-landscape",
        "37, '', form-fits-no-page",
        "60, '', form-fits-no-page",
        "12, 'landscape: true', ''",
        "36, 'landscape: true', ''",
        "37, 'landscape: true', form-too-wide-for-landscape"
    })
    void aTableWhoseFiguresCanBeReadIsDrawnAndAnyOtherIsRefused(int columns, String landscape, String refusal) {
        wideForm(columns, landscape);
        Workplace.Run run =
                place.nianbao("render", "wide.yaml", "--format", "pdf,docx,html", "--templates", "templates");
        if (!refusal.isEmpty()) {
            assertEquals(1, run.status());
            assertTrue(run.err().contains("templates/wide/form.yaml:15:15: error " + refusal), run.err());
            return;
        }
        assertEquals(0, run.status(), run.err());
        assertEquals(List.of(), Places.faults(place.bytes("output/wide.pdf")));
        docx("wide").select("w|r > w|rPr > w|w").forEach(width -> {
            assertTrue(Integer.parseInt(width.attr("w:val")) >= 60, width.toString());
        });
    }

    private void render(String input) {
        Workplace.Run run = place.nianbao("render", input, "--format", "pdf,docx,html", "--templates", "templates");
        assertEquals(0, run.status(), run.err());
        String name = Path.of(input).getFileName().toString().replace(".yaml", ".pdf");
        assertEquals(List.of(), Places.faults(place.bytes("output/" + name)));
    }

    private List<PaperPage> pages(String name) {
        return PaperPage.of(place.bytes("output/" + name + ".pdf"));
    }

    /** A letter for each page: p for portrait, l for landscape. */
    private static String turned(List<PaperPage> pages) {
        return pages.stream().map(page -> page.isLandscape() ? "l" : "p").collect(Collectors.joining());
    }

    private List<String> orientations(String name) {
        return docx(name).select("w|pgSz").eachAttr("w:orient").isEmpty()
                ? List.of("")
                : docx(name).select("w|pgSz").stream()
                        .map(size -> size.attr("w:orient"))
                        .toList();
    }

    private Document docx(String name) {
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(place.bytes("output/" + name + ".docx")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return Jsoup.parse(zip, "UTF-8", "", Parser.xmlParser());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError(name);
    }

    /** A form of one table with figures of five digits, and its report. */
    private void wideForm(int columns, String landscape) {
        List<String> names =
                IntStream.rangeClosed(1, columns).mapToObj(i -> "指标" + i).toList();
        place.write("templates/wide/form.yaml", """
                name: 宽表
                edition: 2020
                years: {from: 2020}
                facts:
                  年度: {type: year, role: year}
                  填报单位: {type: text, role: agency}
                rules:
                  F1: {zh: 合计等于各项之和, en: the total is the sum}
                sections:
                  表:
                    heading: 一、指标
                    table:
                      caption: 指标
                      small: true
                      widths: %s
                      corner: 项目
                      columns: {%s}
                      rows: {全市: , 全县: , 全镇: }
                      %s
                """.formatted(
                        "[3, " + String.join(", ", Collections.nCopies(columns, "1")) + "]",
                        names.stream().map(name -> name + ": ").collect(Collectors.joining(", ")),
                        landscape));
        place.write("templates/wide/report.ftlh", """
                <#import "*/table.ftlh" as t>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">
                <head><title>${填报单位}</title></head>
                <body><main>
                <h1>${填报单位}<br/>年度指标</h1>
                <#list sections as section><@t.grid section.table/></#list>
                <p>填报日期：1月5日</p>
                </main></body>
                </html>
                """);
        place.write("wide.yaml", """
                报告: 宽表
                年度: 2025
                填报单位: 某市统计局
                表:
                  全市: {%s}
                """.formatted(names.stream()
                .map(name -> name + ": " + (98765 - name.hashCode() % 5000))
                .collect(Collectors.joining(", "))));
    }
}
