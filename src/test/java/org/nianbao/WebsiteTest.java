package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.published.PublishedGrid;
import org.nianbao.published.ReadBack;

@DisplayName("Another kind of report, 政府网站工作年度报表, is another folder of data")
class WebsiteTest {
    private Workplace place;

    @BeforeEach
    void aReport(@TempDir Path folder) throws IOException {
        place = new Workplace(folder);
        Path input = Workplace.CHECKOUT.resolve("src/test/resources/cases/website/input.yaml");
        place.write("website.yaml", Files.readString(input));
        Workplace.Run run = place.nianbao("render", "website.yaml");
        assertEquals("", run.err());
    }

    @Test
    void wordsStandWhereTheyWereWritten() {
        assertEquals("甲县人民政府门户网站", value("网站名称"));
        assertEquals("1410000001", value("政府网站标识码"));
        assertEquals("2.5", value("平均办理时间（天）"));
    }

    @Test
    void whatWasChosenIsMarkedAmongAllThereIsToChoose() {
        assertEquals("■政府门户网站 □部门网站 □专项网站", value("网站类型"));
        assertEquals("□是 ■否", value("是否提供智能问答"));
        assertEquals("■搜索即服务 □多语言版本 ■无障碍浏览 □千人千网 □其他", value("创新发展"));
    }

    @Test
    void totalsThatWereLeftOutAreReckoned() {
        List<String> totals = rows().stream()
                .filter(row -> row.select("th").eachText().contains("总数"))
                .map(row -> row.select("td").text())
                .toList();
        assertEquals(List.of("3290", "59", "3865"), totals);
    }

    @Test
    void allThreeFormatsHaveTheSameTable() {
        List<PublishedGrid> html = ReadBack.html(place.bytes("output/website.html"));
        assertEquals(1, html.size());
        assertEquals(
                html.toString(), ReadBack.pdf(place.bytes("output/website.pdf")).toString());
        assertEquals(
                html.toString(),
                ReadBack.docx(place.bytes("output/website.docx")).toString());
    }

    @Test
    void whoFilledItInStandsBelow() {
        String text = Jsoup.parse(place.read("output/website.html"))
                .select("main > p")
                .text();
        assertTrue(text.contains("填报人：王五") && text.contains("填报日期：2022年1月20日"), text);
    }

    private String value(String label) {
        return rows().stream()
                .filter(row -> row.select("th").eachText().contains(label))
                .findFirst()
                .orElseThrow()
                .select("td")
                .text();
    }

    private List<Element> rows() {
        return Jsoup.parse(place.read("output/website.html")).select("tr");
    }
}
