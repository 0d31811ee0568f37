package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of 2022 is made up: one file says what it has otherwise than that of 2021, and nothing else is told of it. */
@DisplayName("When the State Council changes the form, one file changes")
class NextEditionTest {
    private static final String NEXT = """
            based-on: ../2021/form.yaml
            edition: 2022
            years: {from: 2022}
            sections:
              主动公开政府信息情况:
                table:
                  blocks:
                    第二十条第（一）项:
                      rows: {政府规章草案: {after: 规章}}
                    第二十条第（八）项: ~
              收到和处理政府信息公开申请情况:
                table:
                  rows:
                    上年结转: ~
                    上年转入: {label: 二、上年转入的申请数量, after: 本年新收, was: 上年结转}
                    结转下年度继续办理: ~
                    结转下年度: {label: 四、结转下年度的申请数量, was: 结转下年度继续办理}
                  identities:
                    - {rule: A7, rows: 本年新收 + 上年转入 >= 结转下年度, warning: true}
            rules:
              A7: {zh: 结转的不多于新收和转入的, en: no more are left over than came in}
            """;

    private static final String LAST = "inputs/hengfeng-2021.yaml";

    private Workplace place;

    @BeforeEach
    void aNewEdition(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
        place.copyFromCheckout("inputs");
        place.write("templates/information-disclosure/2022/form.yaml", NEXT);
        place.write("next.yaml", """
                报告: 政府信息公开工作年度报告
                年度: 2022
                机关: 横峰县人民政府办公室
                总体情况: |
                  全年收到政府信息公开申请5件，上年结转1件，均按规定办理，主动公开的信息及时更新。
                主动公开政府信息情况:
                  政府规章草案: {本年制发件数: 1}
                收到和处理政府信息公开申请情况:
                  本年新收: {自然人: 5}
                  上年转入: {自然人: 1}
                  本年度办理结果:
                    予以公开: {自然人: 4}
                  结转下年度: {自然人: 2}
                政府信息公开行政复议、行政诉讼情况: {}
                存在的主要问题及改进情况: |
                  公开的内容更新不够及时。下一步明确责任，按月检查。
                其他需要报告的事项: |
                  本年度没有收取信息处理费。
                """);
    }

    @Test
    void itsReportsHaveItsTables() {
        Workplace.Run run = place.nianbao("render", "next.yaml", "--templates", "templates");
        assertEquals("", run.err());
        Document page = Jsoup.parse(place.read("output/next.html"));
        List<String> labels = page.select("th").eachText();
        assertTrue(labels.containsAll(List.of("政府规章草案", "二、上年转入的申请数量", "四、结转下年度的申请数量")), labels.toString());
        assertFalse(labels.contains("行政事业性收费"), labels.toString());
        assertEquals(List.of("5", "0", "0", "0", "0", "0", "5"), figures(page, "一、本年新收政府信息公开申请数量"));
        assertEquals(List.of("1", "0", "0", "0", "0", "0", "1"), figures(page, "二、上年转入的申请数量"));
    }

    @Test
    void reportsOfEarlierYearsKeepTheirs() {
        place.nianbao("render", LAST, "--templates", "templates", "--script", "hans");
        List<String> labels = Jsoup.parse(place.read("output/hengfeng-2021.html"))
                .select("th")
                .eachText();
        assertTrue(labels.containsAll(List.of("行政事业性收费", "二、上年结转政府信息公开申请数量")), labels.toString());
    }

    @Test
    void itsOwnSumsAreChecked() {
        place.edit("next.yaml", "结转下年度: {自然人: 2}", "结转下年度: {自然人: 7}");
        Workplace.Run run = place.nianbao("check", "next.yaml", "--templates", "templates");
        assertEquals(1, run.status());
        assertTrue(run.out().contains("error A1: 自然人: 本年新收 5 + 上年转入 1 = 6, but 总计 4 + 结转下年度 7 = 11"), run.out());
        assertTrue(run.out().contains("warning A7: 自然人: 本年新收 5 + 上年转入 1 = 6, 结转下年度 7; difference 1"), run.out());
    }

    @Test
    void renamedRowsAreFoundInLastYearsReport() {
        Workplace.Run run = place.nianbao("check", "next.yaml", "--last-year", LAST, "--templates", "templates");
        assertTrue(run.out().contains("warning B1: 自然人: 上年转入 1, but last year’s 结转下年度 0"), run.out());
        assertTrue(run.out().contains("收到和处理政府信息公开申请情况.结转下年度继续办理.自然人 in last year’s report"), run.out());
        assertFalse(run.out().contains("总计: 上年转入"), run.out());
    }

    @Test
    void rulesForProseSpeakOfItsRowsByTheirFormerNames() {
        place.edit("next.yaml", "上年结转1件", "上年结转2件");
        Workplace.Run run = place.nianbao("check", "next.yaml", "--templates", "templates");
        assertTrue(run.out().contains("warning C4: "), run.out());
        assertTrue(run.out().contains("上年转入.总计"), run.out());
    }

    @Test
    void aRowThatIsRenamedWithoutItsFormerNameIsToldWhereToMendIt() {
        place.edit("templates/information-disclosure/2022/form.yaml", ", was: 上年结转", "");
        Workplace.Run run = place.nianbao("check", "next.yaml", "--templates", "templates");
        assertTrue(run.err().contains("there is no row or column “上年结转” here"), run.err());
        assertTrue(
                run.err().contains("2022/form.yaml renames it, write the old key there as “was:” of the new one"),
                run.err());
    }

    @Test
    void editorsKnowItsKeys() {
        Workplace.Run run = place.nianbao("schema", "--templates", "templates");
        assertTrue(run.out().contains("templates/information-disclosure/2022/input.schema.json: written"), run.out());
        String schema = place.read("templates/information-disclosure/2022/input.schema.json");
        assertTrue(schema.contains("\"政府规章草案\""));
        assertFalse(schema.contains("行政事业性收费"));
    }

    @Test
    void aReportOf2022WithTheKeysOf2021IsToldOnce() {
        place.edit("next.yaml", "上年转入:", "上年结转:");
        place.edit("next.yaml", "结转下年度:", "结转下年度继续办理:");
        Workplace.Run run = place.nianbao("check", "next.yaml", "--templates", "templates");
        assertTrue(run.out().contains("2 of its keys (上年结转, 结转下年度继续办理 …) belong to edition 2021"), run.out());
        assertEquals(1, run.out().split(" error ", -1).length - 1, run.out());
    }

    @Test
    void aNewReportIsStartedFromOneOfTheEditionBefore() {
        place.edit(LAST, "结转下年度继续办理: {总计: 0}", "结转下年度继续办理: {自然人: 3}");
        place.edit(LAST, "行政事业性收费: 0", "行政事业性收费: 12.5");
        Workplace.Run run = place.nianbao(
                "new", "--from", LAST, "--year", "2022", "--output", "started.yaml", "--templates", "templates");
        assertEquals(0, run.status(), run.err());
        String started = place.read("started.yaml");
        assertTrue(started.contains("上年转入: {自然人: 3, 商业企业: 0,"), started);
        assertTrue(started.contains("政府规章草案: {本年制发件数: , 本年废止件数: , 现行有效件数: }"), started);
        assertTrue(run.err().contains("行政事业性收费"), run.err());
        assertTrue(run.err().contains("12.5"), run.err());
        Workplace.Run check = place.nianbao("check", "started.yaml", "--last-year", LAST, "--templates", "templates");
        assertEquals(0, check.status(), check.out());
        assertFalse(check.out().contains("B1"), check.out());
    }

    @Test
    void itsReportsAreComparedWithEarlierOnesRowByRow() {
        Workplace.Run run = place.nianbao("compare", LAST, "next.yaml", "--templates", "templates");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("二、上年转入的申请数量"), run.out());
        assertFalse(run.out().contains("二、上年结转政府信息公开申请数量"), run.out());
        assertTrue(run.out().contains("政府规章草案"), run.out());
    }

    private static List<String> figures(Document page, String row) {
        return page.select("tr").stream()
                .filter(tr -> tr.select("th").eachText().contains(row))
                .findFirst()
                .orElseThrow()
                .select("td")
                .eachText();
    }
}
