package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.office.Documents.Word;

@DisplayName("Word's accessibility checker finds what it asks for")
class AccessibilityTest {
    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void theDocumentSaysItsLanguageAndItsTitle(Word document) {
        Element language = document.xml("word/styles.xml").selectFirst("w|docDefaults w|lang");
        boolean traditional = document.html().contains("lang=\"zh-Hant\"");
        assertEquals(traditional ? "zh-TW" : "zh-CN", language.attr("w:eastAsia"));
        assertEquals(document.name().endsWith("-en") ? "en" : "en-US", language.attr("w:val"));
        assertEquals(
                Jsoup.parse(document.html()).title(),
                document.xml("docProps/core.xml").select("dc|title").text());
        assertFalse(Jsoup.parse(document.html()).title().isBlank());
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void everyRowOfAHeadIsAHeaderRowAndNoOther(Word document) {
        List<Element> tables = document.body().select("w|tbl");
        for (int table = 0; table < tables.size(); table++) {
            Set<Integer> heads = new TreeSet<>();
            document.tables().get(table).cells().stream()
                    .filter(cell -> cell.head())
                    .forEach(cell -> heads.add(cell.row()));
            List<Element> rows = tables.get(table).select("> w|tr");
            for (int row = 0; row < rows.size(); row++) {
                assertEquals(
                        heads.contains(row),
                        !rows.get(row).select("> w|trPr > w|tblHeader").isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void everyTableSaysWhatItIsAboutAndWhereItsLabelsAre(Word document) {
        for (Element table : document.body().select("w|tbl > w|tblPr")) {
            assertFalse(table.select("w|tblDescription").attr("w:val").isBlank(), table.outerHtml());
            Element look = table.selectFirst("w|tblLook");
            assertTrue(look.attr("w:firstRow").equals("1")
                    || look.attr("w:firstColumn").equals("1"));
        }
    }

    @Test
    void aTableIsDescribedByTheLabelsOfItsColumnsElseOfItsRows() {
        List<Element> tables = Documents.named("houma-2021").body().select("w|tbl > w|tblPr");
        assertEquals(
                "第二十条第（一）项; 信息内容; 规章; 行政规范性文件; 第二十条第（五）项; 行政许可; 第二十条第（六）项; 行政处罚; 行政强制; " + "第二十条第（八）项; 行政事业性收费",
                tables.get(0).select("w|tblDescription").attr("w:val"));
        assertEquals(
                "行政复议; 行政诉讼; 结果维持; 结果纠正; 其他结果; 尚未审结; 总计; 未经复议直接起诉; 复议后起诉",
                tables.get(2).select("w|tblDescription").attr("w:val"));
        assertEquals(
                "政府信息公开行政复议、行政诉讼情况统计表", tables.get(2).select("w|tblCaption").attr("w:val"));
        assertEquals(
                List.of("06A0", "06A0", "0620"),
                tables.stream()
                        .map(table -> table.select("w|tblLook").attr("w:val"))
                        .toList());
        Element website = Documents.named("website").body().selectFirst("w|tblLook");
        assertEquals("0680", website.attr("w:val"), "labels in the first column alone");
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void noRowOfATableIsBlank(Word document) {
        for (Element row : document.body().select("w|tr")) {
            boolean goesOn = !row.select("w|vMerge[w:val=continue]").isEmpty();
            assertTrue(goesOn || !row.text().isBlank(), row.outerHtml());
        }
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void everyPictureIsToldInWordsAndStandsInItsLine(Word document) {
        List<String> told = document.body().select("wp|docPr").eachAttr("descr");
        assertFalse(told.contains(""));
        // in HTML a chart is told by its hidden table instead
        List<String> inHtml = Jsoup.parse(document.html()).select("img").eachAttr("alt");
        assertEquals(inHtml.size(), told.size());
        for (int i = 0; i < told.size(); i++) {
            assertTrue(inHtml.get(i).isEmpty() || inHtml.get(i).equals(told.get(i)), told.get(i));
        }
        assertEquals(List.of(), document.body().select("wp|anchor, w|pict, w|framePr, w|tblpPr"));
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void theOutlineLeavesNoLevelOut(Word document) {
        int last = 0;
        for (Element style : document.body().select("w|pStyle[w:val^=Heading]")) {
            int level = Integer.parseInt(style.attr("w:val").substring("Heading".length()));
            assertTrue(level <= last + 1, level + " behind " + last);
            last = level;
        }
        assertTrue(last > 0 || document.name().equals("website"), "there are headings");
        assertEquals("Title", document.body().selectFirst("w|pStyle").attr("w:val"));
    }

    @Test
    void aHeadingThatSkipsALevelKeepsItsLook() {
        List<String> headings = new ArrayList<>();
        for (Element paragraph : Documents.named("everything").body().select("w|body > w|p")) {
            String style = paragraph.select("w|pStyle").attr("w:val");
            if (style.startsWith("Heading")) {
                headings.add(style + " " + paragraph.select("w|rStyle").attr("w:val") + " "
                        + paragraph.select("w|t").text());
            }
        }
        assertEquals(
                List.of(
                        "Heading1  一、总体情况",
                        "Heading2  （一）主动公开",
                        "Heading3 Heading4Char （1）逐级负责",
                        "Heading3  1.加强培训",
                        "Heading4  （1）层层落实"),
                headings.subList(0, 5));
    }

    @Test
    void theMarkOfADraftIsNothingToBeTold() {
        Word draft = Documents.named("draft/everything");
        for (String header : List.of("word/header1.xml", "word/header2.xml")) {
            assertEquals(List.of(""), draft.xml(header).select("v|shape").eachAttr("alt"));
        }
        assertEquals(
                "草稿", draft.xml("docProps/core.xml").select("cp|contentStatus").text());
        assertEquals(
                "",
                Documents.named("everything")
                        .xml("docProps/core.xml")
                        .select("cp|contentStatus")
                        .text());
    }
}
