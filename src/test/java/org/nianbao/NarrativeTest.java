package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.published.ProseReadBack;
import org.nianbao.published.ReadBack;

@DisplayName("Prose is set the way offices write it")
class NarrativeTest {
    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120">
              <rect width="300" height="120" fill="#9cf"/>%s
            </svg>
            """;

    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "一、工作概况, h2",
        "（一）主动公开, h3",
        "（一）主动公开。, h3",
        "(二)半角括号也行, h3",
        "1.加强培训, h3.level-3",
        "12．加强培训, h3.level-3",
        "（1）逐级负责, h3.level-4",
        "1.加强培训；, p",
        "（1）收到申请三件。, p",
        "3.5个百分点的提升来自平台改版, p",
        "一是加强领导。, p",
        "（全市汇总）数据如下, p"
    })
    void aParagraphTakesTheLevelOfItsNumber(String line, String element) {
        Element first = prose(line).child(1);
        assertTrue(first.is(element), first.outerHtml());
        assertEquals(line, first.text());
    }

    @Test
    void theSentenceBehindANumberIsARunInHeading() {
        Element paragraph =
                prose("（三）政府信息管理。依托网站，建立**统一**的库。全年公布{{主动公开政府信息情况.行政许可}}件。").child(1);
        assertEquals("run-in", paragraph.className());
        assertEquals("（三）政府信息管理。", paragraph.select("b.level-2").text());
        assertEquals("（三）政府信息管理。依托网站，建立统一的库。全年公布5件。", paragraph.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  ", "      ", "　　", "\u00A0\u00A0", "　 \t"})
    void aTableMayBeIndented(String indent) {
        String table = indent + "|甲|乙|\n" + indent + "|---|---|\n" + indent + "|1|2|\n";
        for (String before : List.of("文字。\n", "- 一项\n\n", "1. 一项\n", "")) {
            Element section = prose(before + table + "后文。");
            assertEquals(List.of("甲 乙", "1 2"), section.select("table tr").eachText(), before + table);
            assertFalse(section.text().contains("|"), section.text());
        }
    }

    @Test
    void aLineIsAParagraphAndTheSpacesBeforeItDoNotCount() {
        Element section = prose("　　第一段。\n    第二段。\n\n第三段。");
        assertEquals("第一段。 第二段。 第三段。", String.join(" ", section.select("p").eachText()));
    }

    @Test
    void aListOrATableEndsWhereItsLinesDo() {
        Element section = prose("- 甲\n- 乙\n（一）主动公开\n| 项目 | 数量 |\n|---|---|\n| 公报 | 12 |\n表后一段。\n1. 一\n（2）逐级负责");
        assertEquals("甲 乙 一", String.join(" ", section.select("li").eachText()));
        assertEquals("（一）主动公开", section.select("h3").text());
        assertEquals(2, section.select("tr").size());
        assertEquals("表后一段。", section.select("p").text());
        assertEquals("（2）逐级负责", section.select("h4.level-4").text());
    }

    @Test
    void anEllipsisAndADashOfTwoCharactersAreNotTornApart() {
        Element section = prose("（一）公开——解读……回应。还有更多——更多。");
        assertEquals(
                "—— …… ——", String.join(" ", section.select("span.unbroken").eachText()));
        assertEquals("（一）公开——解读……回应。", section.select("b.level-2").text());
    }

    @Test
    void marksOfProgrammersArePrintedAsTheyAre() {
        Element section = prose("# 不是标题\n> 不是引文\n<b>不是粗体</b>&amp;\n```\n3 * 5 = 15\n***\n用`反引号`的");
        assertEquals(0, section.select("b, blockquote, pre, hr, h1").size());
        assertTrue(section.text().contains("# 不是标题 > 不是引文 <b>不是粗体</b>&"), section.text());
        assertTrue(section.text().contains("3 * 5 = 15"));
        assertTrue(section.text().contains("用`反引号`的"));
    }

    @Test
    void listsTablesAndLinksReachHtmlPdfAndDocx() throws IOException {
        String prose = """
                - 甲**要点**
                - 乙

                3. 从三数起
                4. 四

                | 项目 | 数量 |
                |---|---|
                | 公报 | 12 |

                见[门户网站](https://www.example.gov.cn/a?b=1&c=2)。""";
        Element section = prose(prose);
        assertEquals("3", section.select("ol").attr("start"));
        assertEquals("甲要点 乙", String.join(" ", section.select("ul > li").eachText()));
        assertEquals("https://www.example.gov.cn/a?b=1&c=2", section.select("a").attr("href"));
        assertEquals(4, ReadBack.html(place.bytes("output/a.html")).size());
        assertEquals(
                ReadBack.html(place.bytes("output/a.html")).get(0),
                ReadBack.pdf(place.bytes("output/a.pdf")).get(0));
        assertEquals(
                ReadBack.html(place.bytes("output/a.html")).get(0),
                ReadBack.docx(place.bytes("output/a.docx")).get(0));
        String body = ReadBack.part(place.bytes("output/a.docx"), "word/document.xml");
        assertEquals(4, body.split("<w:numPr>", -1).length - 1);
        assertTrue(ReadBack.part(place.bytes("output/a.docx"), "word/_rels/document.xml.rels")
                .contains("https://www.example.gov.cn/a?b=1&amp;c=2"));
    }

    @Test
    void aFurtherParagraphOfAnItemIsAParagraph() {
        Element section = prose("- 甲\n\n  甲的第二段\n- 乙\n  1. 子\n\n     子的第二段\n\n     子的第三段");
        assertEquals(
                "甲的第二段 子的第二段 子的第三段", String.join(" ", section.select("li > p").eachText()));
        String lines = "甲\n甲的第二段\n乙\n子\n子的第二段\n子的第三段\n";
        assertTrue(ProseReadBack.docx(place.bytes("output/a.docx")).contains(lines));
        List<String> printed = ProseReadBack.pdf(place.bytes("output/a.pdf"))
                .lines()
                .map(line -> line.replaceFirst("^[^\\p{IsHan}]*", "").strip())
                .toList();
        assertTrue(printed.containsAll(lines.lines().toList()), printed.toString());
    }

    @Test
    void theColumnsOfATableStandWhereItsRuleSays() {
        Element section = prose("| 项目 | 数量 | 说明 | 备注 |\n|:---|---:|:---:|---|\n| 公报 | 12 | 无 | 无 |");
        assertEquals("left right center ", String.join(" ", section.select("td").eachAttr("class")) + " ");
        String body = ReadBack.part(place.bytes("output/a.docx"), "word/document.xml");
        String table = body.substring(body.indexOf("<w:tbl>"), body.indexOf("</w:tbl>"));
        assertEquals(2, table.split("<w:jc w:val=\"left\"", -1).length - 1);
        assertEquals(2, table.split("<w:jc w:val=\"right\"", -1).length - 1);
    }

    @Test
    void picturesBesideTheInputReachHtmlPdfAndDocx() throws IOException {
        writePng("图/照片.png");
        place.write("图/示意.svg", SVG.formatted(""));
        Element section = prose("![现场照片](图/照片.png)\n![示意图](图\\示意.svg \"图2 办理流程\")");
        assertEquals(
                "图1　现场照片 图2 办理流程", String.join(" ", section.select("figcaption").eachText()));
        assertEquals("示意图", section.select("img").get(1).attr("alt"));
        assertTrue(section.select("img").get(0).attr("src").startsWith("data:image/png;base64,"));
        assertTrue(section.select("img").get(1).attr("src").startsWith("data:image/svg+xml;base64,"));
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/a.pdf"))) {
            int pictures = 0;
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            assertEquals(1, pictures, "the PNG; the SVG is drawn with lines");
        }
        String body = ReadBack.part(place.bytes("output/a.docx"), "word/document.xml");
        assertEquals(2, body.split("<wp:inline", -1).length - 1);
        assertTrue(body.contains("descr=\"示意图\""));
    }

    @ParameterizedTest
    @CsvSource({
        "<script>alert(1)</script>",
        "<image href=\"http://example.com/a.png\"/>",
        "<image href=\"file:///etc/passwd\"/>",
        "<rect onload=\"x()\"/>",
        "<style>@import 'a.css'</style>",
        "<rect fill=\"url(http://example.com/#a)\"/>",
        "<foreignObject/>"
    })
    void anSvgThatRunsOrFetchesIsRefused(String attack) {
        place.write("图.svg", SVG.formatted(attack));
        refused("![图](图.svg)", "error picture-kind");
    }

    @Test
    void anSvgWithEntitiesIsRefused() {
        place.write(
                "图.svg",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n" + SVG.formatted("<g>&x;</g>"));
        refused("![图](图.svg)", "error picture-kind");
    }

    @Test
    void aPictureThatALinkLeadsOutToIsRefused(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("a.svg"), SVG.formatted(""));
        Files.createSymbolicLink(place.at("图.svg"), elsewhere.resolve("a.svg"));
        refused("![图](图.svg)", "error picture-outside");
    }

    @Test
    void aPictureOfAHundredMegapixelsIsRefusedUnread() throws IOException {
        writePng("大.png");
        byte[] png = place.bytes("大.png");
        java.nio.ByteBuffer.wrap(png).putInt(16, 10_000).putInt(20, 10_000);
        Files.write(place.at("大.png"), png);
        refused("![图](大.png)", "error picture-too-large: the picture “大.png” is too large: 10000 × 10000");
    }

    private void refused(String line, String words) {
        write(line);
        Workplace.Run run = place.nianbao("render", "a.yaml");
        assertEquals(1, run.status(), run.out());
        assertTrue(run.err().contains(words), run.err());
        assertFalse(Files.exists(place.at("output")));
    }

    /** Renders a report with this prose in its first section, and returns the section as HTML. */
    private Element prose(String prose) {
        write(prose);
        Workplace.Run run = place.nianbao("render", "a.yaml");
        assertEquals(0, run.status(), run.err());
        return Jsoup.parse(place.read("output/a.html")).select("section").get(0);
    }

    private void write(String prose) {
        place.write(
                "a.yaml",
                SmallReport.of("某县档案局", 2021)
                        .overall(prose)
                        .with("主动公开政府信息情况", "{行政许可: 5}")
                        .toString());
    }

    private void writePng(String name) {
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(20, 20, 200, 100);
        graphics.dispose();
        try {
            Files.createDirectories(place.at(name).getParent());
            ImageIO.write(image, "png", place.at(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
