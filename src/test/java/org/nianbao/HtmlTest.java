package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The HTML is one file that works everywhere")
class HtmlTest {
    private String html;
    private Document page;

    @BeforeEach
    void render(@TempDir Path folder) {
        Workplace place = new Workplace(folder);
        Workplace.Run run = place.nianbao(
                "render", Workplace.CHECKOUT.resolve("inputs/yanshi-2021.yaml").toString(), "--format", "html");
        assertEquals(0, run.status(), run.err());
        html = place.read("output/yanshi-2021.html");
        page = Jsoup.parse(html);
    }

    @Test
    void itIsWellFormedHtml5InChinese() {
        Parser parser = Parser.htmlParser().setTrackErrors(50);
        parser.parseInput(html, "");
        assertAll(
                () -> assertEquals("[]", parser.getErrors().toString()),
                () -> assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")),
                () -> assertEquals("偃师区人民政府2021年政府信息公开工作年度报告", page.title()));
    }

    @Test
    void itSaysWhatItIsToMachines() {
        JsonNode data = new JsonMapper()
                .readTree(page.select("script[type=application/ld+json]").html());
        assertAll(
                () -> assertEquals("Report", data.path("@type").asString()),
                () -> assertEquals(page.title(), data.path("name").asString()),
                () -> assertEquals(
                        "{\"@type\":\"GovernmentOrganization\",\"name\":\"偃师区人民政府\"}",
                        data.path("publisher").toString()),
                () -> assertEquals("zh-CN", data.path("inLanguage").asString()),
                () -> assertEquals(
                        "2021-01-01/2021-12-31", data.path("temporalCoverage").asString()),
                () -> assertEquals(
                        "https://creativecommons.org/publicdomain/mark/1.0/",
                        data.path("license").asString()),
                () -> assertEquals(
                        page.select("table.form caption").eachText(),
                        data.path("hasPart")
                                .valueStream()
                                .map(part -> part.path("name").asString())
                                .toList()),
                () -> assertTrue(data.at("/hasPart/0/distribution").isMissingNode(), "no figures were asked for"),
                () -> assertEquals(page.title(), meta("ArticleTitle")),
                () -> assertEquals("偃师区人民政府", meta("ContentSource")),
                () -> assertEquals("2021-01-01/2021-12-31", meta("dcterms.temporal")));
    }

    private String meta(String name) {
        return page.select("meta[name=" + name + "]").attr("content");
    }

    @Test
    void itFetchesNothingAndRunsNothing() {
        assertAll(
                () -> assertEquals(
                        0,
                        page.select("script:not([type=application/ld+json]), link, iframe, object, [onload], [onclick]")
                                .size()),
                () -> assertEquals(0, page.select("[src]:not([src^=data:])").size()),
                () -> assertFalse(page.select("style").html().matches("(?s).*(@import|url\\(|http).*")),
                () -> assertTrue(page.select("meta[http-equiv=Content-Security-Policy]")
                        .attr("content")
                        .startsWith("default-src 'none'")),
                () -> assertEquals(
                        "width=device-width, initial-scale=1",
                        page.select("meta[name=viewport]").attr("content")));
    }

    @Test
    void itsHeadingsGoDownStepByStep() {
        int before = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5")) {
            int level = heading.tagName().charAt(1) - '0';
            assertTrue(level <= before + 1, heading.text());
            before = level;
        }
        assertEquals(1, page.select("h1").size());
        assertEquals(6, page.select("h2").size());
    }

    @Test
    void everyFigureKnowsItsHeaders() {
        for (Element cell : page.select("table.form td")) {
            assertFalse(cell.attr("headers").isEmpty());
            for (String id : cell.attr("headers").split(" ")) {
                Element header = page.getElementById(id);
                assertNotNull(header, id);
                assertEquals("th", header.tagName());
                assertTrue(List.of("row", "rowgroup", "col", "colgroup").contains(header.attr("scope")));
            }
        }
        Element figure = page.select("td").stream()
                .filter(cell -> cell.text().equals("29"))
                .findFirst()
                .orElseThrow();
        String headers = List.of(figure.attr("headers").split(" ")).stream()
                .map(id -> page.getElementById(id).text().replace(" ", ""))
                .collect(Collectors.joining(" / "));
        assertEquals("申请人情况 / 自然人 / 三、本年度办理结果 / （四）无法提供 / 1.本机关不掌握相关政府信息", headers);
    }

    @Test
    void everyTableHasACaptionAndARuleInEachCell() {
        for (Element table : page.select("table")) {
            assertEquals(1, table.select("caption").size());
            assertTrue(table.attr("style").contains("border-collapse:collapse"));
            for (Element cell : table.select("th, td")) {
                assertTrue(cell.attr("style").contains("border:1px solid"), cell.text());
            }
        }
    }

    @Test
    void idsAreUnique() {
        List<String> ids = page.select("[id]").stream().map(Element::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
    }
}
