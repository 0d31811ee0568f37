package org.nianbao.output.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The prose of the page is prose in Word")
class BodyTest {
    @Test
    void everyBlockHasTheStyleOfItsRole() {
        Document document = document("<h1>题<br/>目</h1><h2>一、</h2><h3>（一）</h3><h4>1.</h4><h5>（1）</h5><p>文</p>"
                + "<ul><li>项</li></ul><figure><img src=\"dot.png\" alt=\"\"/><figcaption>图</figcaption></figure>"
                + "<div class=\"signed\"><p class=\"signature\">机关</p><p class=\"date\">日期</p></div>");
        assertEquals(
                List.of(
                        "Title",
                        "Heading1",
                        "Heading2",
                        "Heading3",
                        "Heading4",
                        "BodyText",
                        "ListParagraph",
                        "Normal",
                        "Caption",
                        "Signature",
                        "Date"),
                document.select("w|body > w|p > w|pPr > w|pStyle").eachAttr("w:val"));
        assertEquals(1, document.select("w|br").size());
    }

    @Test
    void everyStyleThatIsUsedIsThere() {
        PackageParts parts = Samples.written(
                "<p class=\"draft\">草稿</p><h1>题</h1><h5>级</h5><p class=\"run-in\"><b class=\"level-4\">"
                        + "（1）</b><em>着重</em></p><ol><li>项</li></ol><p><a href=\"https://example.org/\">址</a></p>"
                        + Samples.wideTable() + "<table><tbody><tr><td>格</td></tr></tbody></table>"
                        + "<figure><figcaption>图</figcaption></figure><div class=\"signed\"><p class=\"signature\">机关</p><p class=\"date\">日期</p></div>");
        Set<String> used = new TreeSet<>();
        for (String part : List.of("document", "header1", "header2", "footer1", "footer2", "styles")) {
            used.addAll(xml(parts, "word/" + part + ".xml")
                    .select("w|pStyle, w|rStyle, w|tblStyle, w|basedOn, w|next, w|link")
                    .eachAttr("w:val"));
        }
        Set<String> there =
                new TreeSet<>(xml(parts, "word/styles.xml").select("w|style").eachAttr("w:styleId"));
        used.removeAll(there);
        assertEquals(Set.of(), used);
    }

    @Test
    void headingsAreInTheOutline() {
        Document styles = xml(Samples.written("<p/>"), "word/styles.xml");
        for (int level = 1; level <= 4; level++) {
            Element heading = style(styles, "Heading" + level);
            assertEquals("heading " + level, heading.select("> w|name").attr("w:val"));
            assertEquals(
                    Integer.toString(level - 1), heading.select("w|outlineLvl").attr("w:val"));
            assertFalse(heading.select("w|keepNext").isEmpty());
        }
    }

    @Test
    void theSignatureIsNeverAloneOnAPage() {
        Document document = document("<p>文</p><section><h2>六、</h2><p>文</p><p>无。</p></section>"
                + "<div class=\"signed\"><p class=\"signature\">机关</p><p class=\"date\">日期</p></div>");
        assertEquals(
                List.of("无。"),
                document.select("w|p:has(> w|pPr > w|keepNext)").stream()
                        .map(Element::text)
                        .toList());
    }

    @Test
    void whereTheNumberingLeavesALevelOutTheOutlineDoesNot() {
        Document document = document("<h2>一、</h2><h4>1.</h4><h4>2.</h4><h3>（一）</h3><h5>（1）</h5><h2>二、</h2>");
        assertEquals(
                List.of("Heading1", "Heading2", "Heading2", "Heading2", "Heading3", "Heading1"),
                document.select("w|pStyle").eachAttr("w:val"));
        assertEquals(
                List.of("Heading3Char", "Heading3Char", "Heading4Char"),
                document.select("w|rStyle").eachAttr("w:val"));
    }

    @Test
    void aLineHolds28CharactersAndAPage22Lines() {
        PackageParts parts = Samples.written("<p>文</p>");
        Element normal = style(xml(parts, "word/styles.xml"), "Normal");
        assertEquals("32", normal.select("w|sz").attr("w:val"));
        assertEquals("-5", normal.select("w|rPr > w|spacing").attr("w:val"));
        assertEquals("579", normal.select("w|pPr > w|spacing").attr("w:line"));
        assertEquals("exact", normal.select("w|pPr > w|spacing").attr("w:lineRule"));
        assertEquals("仿宋_GB2312", normal.select("w|rFonts").attr("w:eastAsia"));
        Element indent =
                style(xml(parts, "word/styles.xml"), "BodyText").select("w|ind").first();
        assertEquals("200", Objects.requireNonNull(indent).attr("w:firstLineChars"));
        assertEquals("630", indent.attr("w:firstLine"));
        Document document = xml(parts, "word/document.xml");
        int width = number(document, "w|pgSz", "w:w")
                - number(document, "w|pgMar", "w:left")
                - number(document, "w|pgMar", "w:right");
        int height = number(document, "w|pgSz", "w:h")
                - number(document, "w|pgMar", "w:top")
                - number(document, "w|pgMar", "w:bottom");
        assertEquals(28, width / (320 - 5));
        assertEquals(22, height / 579);
    }

    @Test
    void aRunInHeadingIsWrittenInItsHeadingsFont() {
        Document document = document("<p class=\"run-in\"><b class=\"level-2\">（一）公开。</b>其余<b>重</b></p>");
        assertEquals(
                List.of("Heading2Char"),
                document.select("w|r > w|rPr > w|rStyle").eachAttr("w:val"));
        assertEquals(List.of("（一）公开。", "其余", "重"), document.select("w|t").eachText());
        assertEquals(1, document.select("w|b").size());
    }

    @Test
    void whiteSpaceIsTakenAsHtmlTakesIt() {
        Document document = document("<p>\n  一\n  <strong>二 </strong> 三　四 <br/> 五\n</p>");
        assertEquals(
                List.of("一 ", "二 ", "三　四", "五"),
                document.select("w|t").stream().map(Element::wholeText).toList());
    }

    @Test
    void linksLeadOutsideAndThoseToOnePlaceAreOne() {
        PackageParts parts = Samples.written("<p><a href=\"https://example.org/?a=1&amp;b=2\">一</a>、"
                + "<a href=\"https://example.org/?a=1&amp;b=2\">三</a></p>");
        List<String> ids = xml(parts, "word/document.xml").select("w|hyperlink").eachAttr("r:id");
        assertEquals(List.of("rId1", "rId1"), ids);
        Element relationship = xml(parts, "word/_rels/document.xml.rels")
                .select("Relationship[Id=rId1]")
                .first();
        assertEquals(
                "https://example.org/?a=1&b=2",
                Objects.requireNonNull(relationship).attr("Target"));
        assertEquals("External", relationship.attr("TargetMode"));
        assertEquals(
                1,
                xml(parts, "word/_rels/document.xml.rels")
                        .select("[TargetMode]")
                        .size());
    }

    @Test
    void everyNumberedListBeginsAnew() {
        PackageParts parts = Samples.written(
                "<ol><li>一<ol><li>甲</li></ol></li><li><p>二</p><p>续</p></li></ol><ol start=\"5\"><li>五</li></ol>"
                        + "<ul><li>点<ul><li>点</li></ul></li></ul>");
        Document document = xml(parts, "word/document.xml");
        assertEquals(
                List.of("2", "3", "2", "4", "1", "1"),
                document.select("w|numId").eachAttr("w:val"));
        assertEquals(
                List.of("0", "1", "0", "0", "0", "1"), document.select("w|ilvl").eachAttr("w:val"));
        Document lists = xml(parts, "word/numbering.xml");
        assertEquals(List.of("1", "2", "3", "4"), lists.select("w|num").eachAttr("w:numId"));
        assertEquals(List.of("1", "1", "5"), lists.select("w|startOverride").eachAttr("w:val"));
        assertEquals(1, document.select("w|p > w|pPr > w|ind").size(), "the second paragraph of an item");
    }

    @Test
    void aPictureIsNoWiderThanTheTextAndKeepsItsProportions() {
        PackageParts parts =
                Samples.written("<figure><img src=\"dot.png\" alt=\"一条线\"/><figcaption>图</figcaption></figure>");
        Document document = xml(parts, "word/document.xml");
        Element extent = Objects.requireNonNull(document.select("wp|extent").first());
        assertEquals(Long.toString(8845L * 635), extent.attr("cx"));
        assertEquals(4.0, Double.parseDouble(extent.attr("cx")) / Double.parseDouble(extent.attr("cy")), 0.001);
        assertEquals("一条线", document.select("wp|docPr").attr("descr"));
        assertEquals(1, document.select("w|keepNext").size());
        assertTrue(parts.all().containsKey("word/media/image1.png"));
    }

    @Test
    void aPictureWithoutWordsIsMarkedAsDecoration() {
        Document document = document("<p><img src=\"dot.png\" alt=\"\"/><img src=\"dot.png\" alt=\"线\"/></p>");
        assertEquals(List.of("", "线"), document.select("wp|docPr").eachAttr("descr"));
        assertEquals("1", document.select("wp|docPr[descr=''] adec|decorative").attr("val"));
        assertEquals(1, document.select("adec|decorative").size());
    }

    @Test
    void aDrawingGoesInAsItIsAndAsABitmap() throws IOException {
        PackageParts parts = Samples.written("<p><img src=\"box.svg\" alt=\"框\"/><img src=\"box.svg\" alt=\"框\"/></p>");
        Document document = xml(parts, "word/document.xml");
        assertEquals(2, new TreeSet<>(document.select("wp|docPr").eachAttr("id")).size());
        String bitmap = document.select("a|blip").attr("r:embed");
        String drawing = document.select("asvg|svgBlip").attr("r:embed");
        assertNotEquals(bitmap, drawing);
        Document relationships = xml(parts, "word/_rels/document.xml.rels");
        byte[] png = parts.all()
                .get("word/" + relationships.select("[Id=" + bitmap + "]").attr("Target"));
        assertEquals(120, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        assertTrue(relationships.select("[Id=" + drawing + "]").attr("Target").endsWith(".svg"));
        assertEquals(
                2,
                parts.all().keySet().stream()
                        .filter(name -> name.startsWith("word/media/"))
                        .count());
    }

    @Test
    void nothingOutsideADrawingIsReadAndNoScriptRuns() throws IOException {
        PackageParts parts = Samples.written("<p><img src=\"outside.svg\" alt=\"\"/></p>");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(parts.all().get("word/media/image1.png")));
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                assertEquals(0, image.getRGB(x, y) >>> 24, "nothing is drawn");
            }
        }
    }

    @Test
    void aDraftBearsItsMarkOnEveryPageAndNotInTheText() {
        PackageParts parts = Samples.written("<p class=\"draft\">草稿 “甲” &lt;乙&gt;</p><p>文</p>");
        for (String header : List.of("word/header1.xml", "word/header2.xml")) {
            assertEquals(
                    "草稿 “甲” <乙>",
                    xml(parts, header).select("v|textpath[string]").attr("string"));
        }
        Document document = xml(parts, "word/document.xml");
        assertEquals(
                List.of("default", "even"), document.select("w|headerReference").eachAttr("w:type"));
        assertFalse(document.text().contains("草稿"));
        PackageParts clean = Samples.written("<p>文</p>");
        assertFalse(clean.all().containsKey("word/header1.xml"));
    }

    @Test
    void pageNumbersStandOutsideOnBothSides() {
        PackageParts parts = Samples.written("<p>文</p>");
        Document document = xml(parts, "word/document.xml");
        assertEquals(
                List.of("default", "even"), document.select("w|footerReference").eachAttr("w:type"));
        assertFalse(
                xml(parts, "word/settings.xml").select("w|evenAndOddHeaders").isEmpty());
        Document odd = xml(parts, "word/footer1.xml");
        assertEquals("right", odd.select("w|jc").attr("w:val"));
        assertEquals("100", odd.select("w|ind").attr("w:rightChars"));
        assertEquals(
                "— 1 —",
                String.join(
                        "", odd.select("w|t").stream().map(Element::wholeText).toList()));
        assertEquals("left", xml(parts, "word/footer2.xml").select("w|jc").attr("w:val"));
    }

    private static int number(Document document, String element, String attribute) {
        return Integer.parseInt(document.select(element).attr(attribute));
    }

    private static Element style(Document styles, String id) {
        return Objects.requireNonNull(
                styles.select("w|style[w:styleId=" + id + "]").first());
    }

    private static Document document(String body) {
        return xml(Samples.written(body), "word/document.xml");
    }

    private static Document xml(PackageParts parts, String name) {
        return Jsoup.parse(parts.text(name), "", Parser.xmlParser());
    }
}
