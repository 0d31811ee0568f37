package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.published.ReadBack;

@DisplayName("A report shows charts of its figures")
class ChartTest {
    private static final String FORM = "templates/information-disclosure/2021/form.yaml";
    private static final String CHARTS = """
            图表:
              - 申请人
              - {图: 办理结果, 位置: 总体情况}
              - {图: 历年申请, 往年: {2018: 7, 2020: 9}}
            """;
    private static final String SHARES =
            "本年新收申请的申请人构成：自然人2件，占66.7%；商业企业1件，占33.3%；科研机构0件，占0%；社会公益组织0件，占0%；法律服务机构0件，占0%；其他0件，占0%。";
    private static final String BARS = "本年度申请办理结果：予以公开1件；部分公开0件；不予公开0件；无法提供2件；不予处理0件；其他处理0件。";
    private static final String YEARS = "历年新收政府信息公开申请数量：2018年7件；2019年无数据；2020年9件；2021年3件。";

    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
    }

    @Test
    @DisplayName("where the form wants them, or where the input says")
    void standWhereTheyShould() {
        Document page = html(CHARTS);
        assertAll(
                () -> assertEquals(
                        List.of("图1　本年度申请办理结果（单位：件）"),
                        section(page, "一、总体情况").select("figcaption").eachText()),
                () -> assertEquals(
                        List.of("图2　本年新收申请的申请人构成（单位：件）", "图3　历年新收政府信息公开申请数量（单位：件）"),
                        section(page, "三、收到和处理政府信息公开申请情况").select("figcaption").eachText()));
    }

    @Test
    @DisplayName("as drawings that need no font and fetch nothing")
    void areDrawingsOfPathsAlone() {
        for (Element picture : html(CHARTS).select("figure img")) {
            assertEquals(Set.of("svg", "path"), names(svg(picture).select("svg, svg *")));
            assertEquals(589, Integer.parseInt(picture.attr("width")), "as wide as the text");
        }
    }

    @Test
    @DisplayName("whose bars are as long as their figures")
    void areDrawnToScale() {
        List<Double> lengths = lengths(svg(html(CHARTS).select("figure img").get(0)), "#0072b2", 'x');
        assertEquals(2, lengths.size(), "a figure of zero has no bar");
        assertEquals(2, lengths.get(1) / lengths.get(0), 0.001, "2 cannot be provided, 1 is open");
        Document shares = svg(html(CHARTS).select("figure img").get(1));
        List<Double> parts = lengths(shares, "#0072b2", 'x');
        double whole = lengths(shares, "#ebebeb", 'x').get(0);
        assertEquals(2 / 3.0, parts.get(0) / whole, 0.001);
        assertEquals(1 / 3.0, parts.get(1) / whole, 0.001);
        List<Double> years = lengths(svg(html(CHARTS).select("figure img").get(2)), "#0072b2", 'y');
        assertEquals(
                List.of(7L, 9L, 3L),
                years.stream().map(height -> Math.round(height / 16)).toList());
    }

    @Test
    @DisplayName("told once, in a table, to those who cannot see them")
    void areToldInATable() {
        Document page = html(CHARTS);
        assertEquals(List.of("", "", ""), page.select("figure img[alt]").eachAttr("alt"));
        Element shares = page.select("figure table.unseen").get(1);
        assertEquals(List.of("项目", "数量", "占比"), shares.select("thead th").eachText());
        assertEquals("商业企业 1 33.3%", shares.select("tbody tr").get(1).text());
        Element years = page.select("figure table.unseen").get(2);
        assertEquals(
                List.of("2018 7", "2019 无数据", "2020 9", "2021 3"),
                years.select("tbody tr").eachText());
        assertTrue(page.select("style").html().contains("table.unseen { display: table; position: absolute;"));
    }

    @Test
    @DisplayName("in the PDF as lines and surfaces, with the words for screen readers")
    void areDrawnInThePdf() throws IOException {
        render(CHARTS, "pdf");
        try (PDDocument pdf = Loader.loadPDF(place.bytes("output/report.pdf"))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    assertFalse(page.getResources().isImageXObject(name), "no picture of points");
                }
            }
            Set<String> told = new HashSet<>();
            collectAlt(pdf.getDocumentCatalog().getStructureTreeRoot().getCOSObject(), told, new HashSet<>());
            assertEquals(Set.of(SHARES, BARS, YEARS), told);
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertTrue(text.contains("本年度申请办理结果（单位：件）"), text);
            assertFalse(text.contains("占比"), "the table is for listening");
        }
    }

    @Test
    @DisplayName("in the DOCX as pictures with their words, and with no table more than the form’s")
    void areInTheDocx() throws IOException {
        render(CHARTS, "docx");
        String document = ReadBack.part(place.bytes("output/report.docx"), "word/document.xml");
        List<String> told = Pattern.compile("<pic:cNvPr [^>]*descr=\"([^\"]*)\"")
                .matcher(document)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(List.of(BARS, SHARES, YEARS), told);
        assertTrue(document.contains("svgBlip"), "sharp where Word knows SVG");
        assertEquals(3, ReadBack.docx(place.bytes("output/report.docx")).size());
    }

    @Test
    @DisplayName("the same each time")
    void areTheSameEachTime() {
        render(CHARTS, "html");
        byte[] first = place.bytes("output/report.html");
        render(CHARTS, "html");
        assertArrayEquals(first, place.bytes("output/report.html"));
    }

    @Test
    @DisplayName("but not when there is nothing to see")
    void areLeftOutWhenEmpty() {
        Workplace.Run run = render("图表: [申请人]\n", "html", "本年新收: {自然人: 2, 商业企业: 1}", "上年结转: {自然人: 2, 商业企业: 1}");
        assertTrue(run.err().contains("warning chart-empty: the chart “申请人” is left out"), run.err());
        assertEquals(
                0,
                Jsoup.parse(place.read("output/report.html")).select("figure").size());
    }

    @Test
    @DisplayName("several figures a year, each in an ink of its own, of a form’s own making")
    void mayHaveSeveralSeries() {
        place.copyFromCheckout("templates");
        place.edit(
                FORM,
                "    parts: {新收: 收到和处理政府信息公开申请情况.本年新收.总计}",
                "    parts: {收: 收到和处理政府信息公开申请情况.本年新收.总计, 办: 收到和处理政府信息公开申请情况.本年度办理结果.总计.总计}");
        render("图表: [{图: 历年申请, 往年: {2020: {收: 4, 办: ~}}}]\n", "html", "--templates", "templates");
        Document page = Jsoup.parse(place.read("output/report.html"));
        assertEquals("年度 收 办", page.select("table.unseen thead").text());
        assertEquals(
                List.of("2020 4 无数据", "2021 3 3"),
                page.select("table.unseen tbody tr").eachText());
        Document svg = svg(page.select("figure img").get(0));
        assertEquals(3, lengths(svg, "#0072b2", 'y').size(), "two years and the legend");
        assertEquals(2, lengths(svg, "#e69f00", 'y').size(), "one year and the legend");
    }

    @Test
    @DisplayName("and none of figures below zero")
    void areNotDrawnBelowZero() {
        place.copyFromCheckout("templates");
        place.edit(FORM, "部分公开: 收到", "部分公开: 收到和处理政府信息公开申请情况.本年新收.科研机构 - 收到");
        place.edit(FORM, "科研机构 - 收到和处理政府信息公开申请情况.本年度办理结果.部分公开", "科研机构 - 收到和处理政府信息公开申请情况.本年度办理结果.予以公开");
        Workplace.Run run = render("图表: [办理结果]\n", "html", "--templates", "templates");
        assertTrue(run.err().contains("warning chart-negative: the chart “办理结果” is left out"), run.err());
    }

    private Document html(String charts) {
        assertEquals("", render(charts, "html").err());
        return Jsoup.parse(place.read("output/report.html"));
    }

    /** Renders a report of three applications; more words replace one another in it, or are options. */
    private Workplace.Run render(String charts, String format, String... more) {
        SmallReport report = SmallReport.of("某县档案局", 2021)
                .applications(
                        "本年新收: {自然人: 2, 商业企业: 1}",
                        "本年度办理结果:",
                        "  予以公开: {自然人: 1}",
                        "  无法提供: {本机关不掌握相关政府信息: {自然人: 1, 商业企业: 1}}");
        place.write("report.yaml", report + charts);
        List<String> arguments = new ArrayList<>(List.of("render", "report.yaml", "--format", format));
        if (more.length > 0 && more[0].startsWith("--")) {
            arguments.addAll(List.of(more));
        } else if (more.length > 0) {
            place.edit("report.yaml", more[0], more[1]);
        }
        Workplace.Run run = place.nianbao(arguments.toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        return run;
    }

    private static Element section(Document page, String heading) {
        return page.select("section").stream()
                .filter(section -> section.select("h2").text().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private static Document svg(Element picture) {
        String data = picture.attr("src").replaceFirst("^data:image/svg\\+xml;base64,", "");
        return Jsoup.parse(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8), Parser.xmlParser());
    }

    private static Set<String> names(List<Element> elements) {
        Set<String> names = new HashSet<>();
        elements.forEach(element -> names.add(element.tagName()));
        return names;
    }

    /** How wide (x) or high (y) the rectangles of a colour are, in order. */
    private static List<Double> lengths(Document svg, String colour, char along) {
        Pattern rectangle = Pattern.compile("M([0-9.]+) ([0-9.]+)H([0-9.]+)V([0-9.]+)H.*");
        return svg.select("path[fill=" + colour + "]").eachAttr("d").stream()
                .map(rectangle::matcher)
                .filter(matcher -> matcher.matches())
                .map(edge -> along == 'x'
                        ? Double.parseDouble(edge.group(3)) - Double.parseDouble(edge.group(1))
                        : Double.parseDouble(edge.group(4)) - Double.parseDouble(edge.group(2)))
                .toList();
    }

    private static void collectAlt(COSBase node, Set<String> told, Set<COSBase> seen) {
        COSBase object = node instanceof COSObject reference ? reference.getObject() : node;
        if (object instanceof COSArray array) {
            array.forEach(member -> collectAlt(member, told, seen));
        } else if (object instanceof COSDictionary element && seen.add(element)) {
            String alt = element.getString(COSName.ALT);
            if (alt != null) {
                told.add(alt);
            }
            COSBase below = element.getItem(COSName.K);
            if (below != null) {
                collectAlt(below, told, seen);
            }
        }
    }
}
