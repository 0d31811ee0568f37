package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("nianbao check tells everything and writes nothing")
class CheckTest {
    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void inputs() {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
    }

    @Test
    @DisplayName("The five reports have hints and nothing worse; no document is written")
    void theFiveReports() {
        Workplace.Run run = place.nianbao("check", "inputs");
        assertAll(
                () -> assertEquals(0, run.status()),
                () -> assertEquals("", run.err()),
                () -> assertTrue(run.out().endsWith("5 files checked: 0 errors, 0 warnings, 4 hints, 10 accepted\n")),
                () -> assertFalse(Files.exists(place.at("output"))));
    }

    @Test
    @DisplayName("A wrong file fails the run, and the others are checked all the same")
    void oneBadFileStopsNoOther() {
        place.edit("inputs/houma-2021.yaml", "本年新收: {自然人: 7, 总计: 7}", "本年新收: {自然人: 7, 总计: 8}");
        place.edit("inputs/yima-2023.yaml", "2023年，义马市", "2022年，义马市");
        place.write("inputs/a.yaml", "报告: [");
        Workplace.Run run = place.inChinese().nianbao("check", "inputs");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(run.out().contains("inputs/a.yaml:1:5: 错误 unclosed-bracket: ")),
                () -> assertTrue(run.out().contains("inputs/houma-2021.yaml:24:22: 错误 A3: "), run.out()),
                () -> assertTrue(run.out().contains("inputs/yima-2023.yaml:8:3: 提醒 B4: "), run.out()),
                () -> assertTrue(run.out().contains("检查了 6 个文件：错误 ")));
    }

    @Test
    @DisplayName("Warnings fail the run only if that is asked for; render then writes nothing either")
    void strict() {
        place.edit("inputs/yima-2023.yaml", "2023年，义马市", "2022年，义马市");
        assertEquals(0, place.nianbao("check", "inputs/yima-2023.yaml").status());
        assertEquals(
                1, place.nianbao("check", "inputs/yima-2023.yaml", "--strict").status());
        assertEquals(
                0,
                place.nianbao("render", "inputs/yima-2023.yaml", "--format", "html")
                        .status());
        place.delete("output/yima-2023.html");
        Workplace.Run run = place.nianbao("render", "inputs/yima-2023.yaml", "--format", "html", "--strict");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(
                        run.err().endsWith("inputs/yima-2023.yaml: not rendered (--strict), warnings: 1\n"), run.err()),
                () -> assertFalse(Files.exists(place.at("output/yima-2023.html"))));
    }

    @Test
    @DisplayName("Hints are told by check alone")
    void hints() {
        assertTrue(place.nianbao("check", "inputs/houma-2021.yaml").out().contains("hint D1: "));
        assertEquals(
                "",
                place.nianbao("render", "inputs/houma-2021.yaml", "--format", "html")
                        .err());
    }

    @Test
    @DisplayName("Files of the same name in two folders are two files")
    void unitsOfACounty() {
        place.write("towns/a/report.yaml", place.read("inputs/yima-2023.yaml"));
        place.write("towns/b/report.yaml", place.read("inputs/hengfeng-2021.yaml"));
        Workplace.Run run = place.nianbao("check", "towns/a", "towns/b", "nowhere");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(run.out().startsWith("error no-input: "), run.out()),
                () -> assertTrue(run.out().contains("2 files checked: 1 error, ")));
    }

    @Test
    @DisplayName("Two reports of the same body and year are not taken in silence")
    void lastYearTwice() {
        String before = place.read("inputs/yima-2023.yaml").replace("年度: 2023", "年度: 2022");
        place.write("before/a.yaml", before);
        place.write("before/b.yaml", before.replace("结转下年度继续办理: {总计: 0}", "结转下年度继续办理: {自然人: 2}"));
        Workplace.Run run = place.nianbao("check", "inputs/yima-2023.yaml", "--last-year", "before");
        assertTrue(
                run.out()
                        .startsWith("warning last-year-twice: before/b.yaml is about the same agency and year as "
                                + "before/a.yaml\n    help: before/a.yaml is used"),
                run.out());
    }

    @Test
    @DisplayName("Errors in last year's report are told before it is compared with")
    void lastYearWithErrors() {
        String before = place.read("inputs/yima-2023.yaml").replace("年度: 2023", "年度: 2022");
        place.write("before.yaml", before.replace("结转下年度继续办理: {总计: 0}", "结转下年度继续办理: {自然人: 两件}"));
        Workplace.Run run = place.nianbao("check", "inputs/yima-2023.yaml", "--last-year", "before.yaml");
        assertTrue(
                run.out().contains("warning last-year-unreadable: last year’s report before.yaml has errors"),
                run.out());
    }

    @Test
    @DisplayName("Last year's reports are found in a folder by agency and year; what is none is told once")
    void lastYearFromAFolder() {
        String now = place.read("inputs/yima-2023.yaml");
        place.write("now/yima.yaml", now.replace("上年结转: {总计: 0}", "上年结转: {自然人: 0}"));
        String before = now.replace("年度: 2023", "年度: 2022").replace("2023年", "2022年");
        place.write(
                "before/a.yaml",
                before.replace("结转下年度继续办理: {总计: 0}", "结转下年度继续办理: {自然人: 2}")
                        .replace("本年新收: {自然人: 1, 总计: 1}", "本年新收: {自然人: 3, 总计: 3}"));
        place.write("before/b.yaml", "没有报告: 1\n");
        Workplace.Run run = place.nianbao("check", "now", "--last-year", "before");
        assertAll(
                () -> assertEquals(0, run.status(), run.out()),
                () -> assertTrue(run.out().startsWith("warning last-year-unreadable: before/b.yaml "), run.out()),
                () -> assertTrue(
                        run.out().contains("warning B1: 自然人: 上年结转 0, but last year’s 结转下年度继续办理 2; " + "difference 2"),
                        run.out()),
                () -> assertTrue(run.out().contains("    before/a.yaml:"), run.out()),
                () -> assertTrue(run.out().contains("warning B3: “总体情况”: "), run.out()));
    }

    @Test
    @DisplayName("Programs get JSON or SARIF, in a file if they want")
    void forPrograms() {
        JsonNode json = new JsonMapper()
                .readTree(place.nianbao("check", "inputs", "--format", "json").out());
        assertEquals(5, json.path("summary").path("files").asInt());
        Workplace.Run run = place.nianbao("check", "inputs", "--format", "sarif", "--output", "logs/check.sarif");
        assertEquals(
                "5 files checked: 0 errors, 0 warnings, 4 hints, 10 accepted → " + Path.of("logs", "check.sarif")
                        + "\n",
                run.out());
        JsonNode sarif = new JsonMapper().readTree(place.read("logs/check.sarif"));
        assertEquals("2.1.0", sarif.path("version").asString());
        assertEquals(4, sarif.path("runs").path(0).path("results").size());
    }

    @Test
    @DisplayName("The list is the same however many cores look at the files")
    void sameListEachTime() {
        for (String format : List.of("text", "json", "sarif", "html")) {
            String first = place.nianbao("check", "inputs", "--format", format).out();
            assertEquals(
                    first, place.nianbao("check", "inputs", "--format", format).out(), format);
        }
    }

    @Test
    @DisplayName("An unknown format is wrong use")
    void unknownFormat() {
        Workplace.Run run = place.nianbao("check", "inputs", "--format", "xml");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("text, json, sarif, html"), run.err());
    }

    @Test
    @DisplayName("A terminal shows colours, and they do not change a word")
    void colours() {
        String plain = place.nianbao("check", "inputs/houma-2021.yaml").out();
        String coloured =
                place.inColour().nianbao("check", "inputs/houma-2021.yaml").out();
        assertTrue(coloured.contains("\u001b[1m"), coloured);
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
        assertFalse(place.inColour()
                .nianbao("check", "inputs", "--format", "json")
                .out()
                .contains("\u001b"));
        place.inColour().nianbao("check", "inputs", "--output", "list.txt");
        assertFalse(place.read("list.txt").contains("\u001b"));
    }

    @Test
    @DisplayName("--lang speaks another language than the terminal's, wherever it stands")
    void language() {
        assertTrue(place.nianbao("check", "inputs", "--lang", "zh").out().contains("检查了 5 个文件"));
        assertTrue(place.nianbao("--lang=zh", "check", "inputs").out().contains("检查了 5 个文件"));
        assertTrue(place.inChinese()
                .nianbao("check", "inputs", "--lang", "en")
                .out()
                .contains("5 files checked"));
        assertTrue(place.nianbao("check", "--help", "--lang", "zh").out().contains("用法："));
        assertEquals(2, place.nianbao("check", "inputs", "--lang", "fr").status());
    }

    @Test
    @DisplayName("The list never replaces an input, and a folder that is not there is wrong use")
    void wrongPlaces() {
        String before = place.read("inputs/yima-2023.yaml");
        Workplace.Run run = place.nianbao("check", "inputs", "--output", "inputs/../inputs/yima-2023.yaml");
        assertAll(
                () -> assertEquals(2, run.status()),
                () -> assertTrue(
                        run.err().startsWith("inputs/../inputs/yima-2023.yaml exists and is of a kind"), run.err()),
                () -> assertEquals(before, place.read("inputs/yima-2023.yaml")));
        assertTrue(
                place.nianbao("check", "inputs", "--templates", "nosuch").err().startsWith("no such folder: nosuch"));
        assertEquals(
                2, place.nianbao("render", "inputs", "--templates", "nosuch").status());
    }
}
