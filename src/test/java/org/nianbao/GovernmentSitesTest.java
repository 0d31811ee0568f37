package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page of a government site is read, whatever its program and its editor made of it")
class GovernmentSitesTest {
    private static final int PAGES = Integer.getInteger("site.pages", 30);

    @TempDir
    private static Path folder;

    private static Workplace place;
    private static Document report;

    /** Another figure in each cell. */
    @BeforeAll
    static void aReport() {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        place.nianbao(
                "render", "inputs/county/danganju-2025.yaml", "--format", "html", "--draft", "--output", "output");
        report = Jsoup.parse(place.read("output/danganju-2025.html"));
        int next = 1001;
        for (Element cell : report.select("td")) {
            if (cell.text().matches("[0-9]+")) {
                cell.text(String.valueOf(next++));
            }
        }
        place.write("whole.html", report.outerHtml());
        assertEquals(0, place.nianbao("import", "whole.html").status());
    }

    @Test
    @DisplayName("Every figure, fact and paragraph of thirty pages")
    void pages() throws IOException {
        List<String> different = new ArrayList<>();
        for (int seed = 0; seed < PAGES; seed++) {
            String base = "page" + seed;
            Files.write(place.at(base + ".html"), GovernmentSite.page(report, seed));
            Workplace.Run run = place.nianbao("import", base + ".html");
            if (run.status() != 0) {
                different.add(base + ": " + run.err());
            } else {
                for (String said :
                        ReportWords.of(place.at("whole.yaml")).differences(ReportWords.of(place.at(base + ".yaml")))) {
                    different.add(base + ": " + said);
                }
            }
        }
        assertEquals("", String.join("\n", different));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sup>1</sup>",
                "<sup><a href=\"#n1\">[1]</a></sup>",
                "<a href=\"#n1\">1</a>",
                "①",
                "<p>7</p>",
                "<br>7",
                "<span> 7</span>",
            })
    @DisplayName("What stands beside a figure is never a digit of it without a doubt")
    void besideFigures(String html) {
        Document page = report.clone();
        page.select("td").stream()
                .filter(cell -> cell.text().matches("1[0-9]{3}"))
                .forEach(cell -> cell.append(html));
        String base = "beside" + html.replaceAll("\\W", "");
        place.write(base + ".html", page.outerHtml());
        place.nianbao("import", base + ".html");
        List<String> wrong = place.read(base + ".yaml")
                .lines()
                .filter(line -> line.matches(".*[:,] ?1[0-9]{4}.*") && !line.contains("存疑"))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    @DisplayName("Deleted and hidden figures are not read")
    void deleted() {
        Document page = report.clone();
        page.select("td").prepend("<del>8</del><span style=\"display: none\">9</span><span hidden>7</span>");
        place.write("deleted.html", page.outerHtml());
        place.nianbao("import", "deleted.html");
        assertEquals(
                List.of(),
                ReportWords.of(place.at("whole.yaml")).differences(ReportWords.of(place.at("deleted.yaml"))));
    }

    @Test
    @DisplayName("A character set that a page claims wrongly changes nothing; characters beyond GB 2312 are read")
    void characters() throws IOException {
        String html = report.outerHtml()
                .replace("utf-8", "gb2312")
                .replace("UTF-8", "gb2312")
                .replace("档案", "朱镕基㙍档");
        Files.write(place.at("gbk.html"), html.getBytes(Charset.forName("GB18030")));
        Files.write(place.at("utf.html"), html.getBytes(StandardCharsets.UTF_8));
        place.nianbao("import", "gbk.html", "--agency", "朱镕基局");
        place.nianbao("import", "utf.html", "--agency", "朱镕基局");
        assertEquals(place.read("gbk.yaml").replace("gbk", "utf"), place.read("utf.yaml"));
        assertFalse(place.read("gbk.yaml").contains("\uFFFD"));
    }
}
