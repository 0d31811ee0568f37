package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An agency keeps its reports when its name changes")
class OtherNamesTest {
    private static final String FORMER = "太和县文化局";
    private static final String PRESENT = "太和县文化和旅游局";

    private Workplace place;

    @BeforeEach
    void twoYearsOfAnAgencyAndOneOfAnother(@TempDir Path folder) {
        place = new Workplace(folder);
        place.write("last/wenhua.yaml", report(FORMER, 2021, 7));
        place.write("last/jiaoyu.yaml", report("太和县教育局", 2021, 1));
        place.write("now/wenhua.yaml", report(PRESENT, 2022, 5));
        place.write("now/jiaoyu.yaml", report("太和县教育局", 2022, 2));
    }

    private static String report(String agency, int year, int received) {
        return SmallReport.of(agency, year)
                .disclosed("行政许可: " + received)
                .granted("{自然人: " + received + "}")
                .toString();
    }

    private void rename() {
        place.edit("now/wenhua.yaml", "机关: " + PRESENT, "机关: " + PRESENT + "\n又名: " + FORMER);
    }

    @Test
    void aFileGivenByNameIsThatOfLastYear() {
        Workplace.Run run = place.nianbao("check", "now/wenhua.yaml", "--last-year", "last/wenhua.yaml");
        assertTrue(run.out().contains("now/wenhua.yaml:3:5: hint last-year-renamed: "), run.out());
        assertTrue(run.out().contains("又名: " + FORMER), run.out());
        assertFalse(run.out().contains("no-last-year"), run.out());
        place.edit("now/wenhua.yaml", "{自然人: 5}", "{自然人: 5}\n  上年结转: {自然人: 3}");
        assertTrue(
                place.nianbao("check", "now/wenhua.yaml", "--last-year", "last/wenhua.yaml")
                        .out()
                        .contains("warning B1"),
                "its figures are compared");
    }

    @Test
    void butNotThatOfSeveralReportsNorOneOfAFolder() {
        for (List<String> files : List.of(List.of("now", "last/wenhua.yaml"), List.of("now/wenhua.yaml", "last"))) {
            Workplace.Run run = place.nianbao("check", files.get(0), "--last-year", files.get(1));
            assertTrue(run.out().contains("now/wenhua.yaml:3:5: warning no-last-year: "), run.out());
            assertTrue(run.out().contains("又名: the former name"), run.out());
        }
    }

    @Test
    void itsFormerNameFindsLastYearsReportInAFolder() {
        rename();
        assertEquals(
                "2 files checked, no problems found\n",
                place.nianbao("check", "now", "--last-year", "last").out());
    }

    @Test
    void itsNextNameDoesToo() {
        place.edit("last/wenhua.yaml", "机关: " + FORMER, "机关: " + FORMER + "\n又名: [太和县文化馆, " + PRESENT + "]");
        assertEquals(
                "2 files checked, no problems found\n",
                place.nianbao("check", "now", "--last-year", "last").out());
    }

    @Test
    void aListOfUnitsMayHaveEitherName() {
        rename();
        place.write("units.yaml", "汇总机关: 太和县人民政府\n单位:\n  部门: [" + FORMER + ", 太和县教育局]\n");
        assertEquals(
                "2 due, 2 delivered, 0 missing → output/overview.html\n",
                place.nianbao("overview", "now", "--units", "units.yaml").out());
        Workplace.Run run = place.nianbao("aggregate", "now", "--units", "units.yaml", "--into", "sum.yaml");
        assertEquals(0, run.status(), run.err() + run.out());
        assertTrue(place.read("sum.yaml").contains("行政许可: 7"), place.read("sum.yaml"));
    }

    @Test
    void twoReportsUnderTwoNamesAreNotAddedUp() {
        rename();
        place.write("now/another.yaml", report(FORMER, 2022, 9));
        Workplace.Run run = place.nianbao("aggregate", "now", "--agency", "太和县人民政府", "--into", "sum.yaml");
        assertTrue(run.err().contains("part-twice"), run.err() + run.out());
    }

    @Test
    void aComparisonOfYearsIsThatOfOneAgency() {
        rename();
        place.write("more/a.yaml", report(FORMER, 2020, 4));
        place.nianbao("compare", "more/a.yaml", "last/wenhua.yaml", "now/wenhua.yaml", "--output", "years.html");
        assertTrue(Jsoup.parse(place.read("years.html")).select("h1").text().startsWith(PRESENT), "one agency");
    }

    @Test
    void aNewReportKeepsAllNames() {
        rename();
        place.nianbao("new", "--from", "now/wenhua.yaml", "--output", "same.yaml");
        assertTrue(place.read("same.yaml").contains("\n又名: " + FORMER + "\n"), place.read("same.yaml"));
        place.nianbao("new", "--from", "now/wenhua.yaml", "--agency", FORMER, "--output", "back.yaml");
        assertTrue(place.read("back.yaml").contains("\n又名: " + PRESENT + "\n"), place.read("back.yaml"));
        place.nianbao("new", "--from", "now/wenhua.yaml", "--agency", "太和县水利局", "--output", "other.yaml");
        assertFalse(place.read("other.yaml").contains("又名"), place.read("other.yaml"));
    }
}
