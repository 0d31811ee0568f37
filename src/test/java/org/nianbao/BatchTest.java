package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("nianbao render FOLDER")
class BatchTest {
    private static final String STATE = "output/.nianbao-state";

    private Workplace place;

    @BeforeEach
    void threeReports(@TempDir Path folder) {
        place = new Workplace(folder);
        for (String name : List.of("a", "b", "c")) {
            place.write("in/" + name + ".yaml", report("某县" + name + "局", "本年度未收取信息处理费。"));
        }
    }

    private static String report(String agency, String other) {
        return SmallReport.of(agency, 2025)
                .with("总体情况", "全年主动公开信息126条。")
                .prose("其他需要报告的事项", other)
                .toString();
    }

    @Test
    void severalReportsGetALineEachAndASum() {
        Workplace.Run run = render();
        assertEquals("""
                in/a.yaml → output/a.html
                in/b.yaml → output/b.html
                in/c.yaml → output/c.html
                3 rendered to output
                """, run.out());
        assertEquals("已生成 0 份，在 output，没有变化 3 份", last(place.inChinese(), "in", "--format", "html"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"D.YAML", "d.Yml", " d.yaml", "-d.yaml", "d e.yaml", "d\te.yaml", "d\ne.yaml", "d\u2028e.yaml"})
    @DisplayName("takes every input of the folder, however it is named")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "names of files have no control characters")
    void whateverItsName(String name) {
        place.write("in/" + name, report("某县丁局", "本年度未收取信息处理费。"));
        assertEquals("4 rendered to output", last(place, "in", "--format", "html"));
    }

    @Test
    void oneReportGetsNoSum() {
        assertEquals(
                "in/a.yaml → output/a.html\n",
                place.nianbao("render", "in/a.yaml", "--format", "html").out());
    }

    @Test
    void whatIsUnchangedIsLeft() throws Exception {
        render();
        List<Object> before = times();
        assertEquals("""
                in/a.yaml: unchanged, still output/a.html
                in/b.yaml: unchanged, still output/b.html
                in/c.yaml: unchanged, still output/c.html
                0 rendered to output, 3 unchanged
                """, render().out());
        assertEquals(before, times());
    }

    @Test
    void whatChangedIsRendered() {
        render();
        place.edit("in/b.yaml", "126", "127");
        assertEquals("1 rendered to output, 2 unchanged", sum());
        assertTrue(place.read("output/b.html").contains("127"));
    }

    @Test
    void whatChangedAndChangedBackIsRenderedTwice() {
        render();
        String before = place.read("in/b.yaml");
        place.write("in/b.yaml", before.replace("126", "127"));
        assertEquals("1 rendered to output, 2 unchanged", sum());
        place.write("in/b.yaml", before);
        assertEquals("1 rendered to output, 2 unchanged", sum());
        assertTrue(place.read("output/b.html").contains("126"));
    }

    @Test
    void aPictureIsPartOfItsReport() {
        place.write("in/p.svg", svg("10"));
        place.write("in/b.yaml", report("某县b局", "本年度未收取信息处理费。\n![访问量](p.svg)"));
        render();
        place.write("in/p.svg", svg("20"));
        assertEquals("1 rendered to output, 2 unchanged", sum());
        place.delete("in/p.svg");
        Workplace.Run run = render();
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(run.err().contains("picture-missing"), run.err()));
    }

    @Test
    void localRowsArePartOfTheirReports() {
        String rows = SmallForm.disclosed("{其他文件: {after: 行政规范性文件}}");
        place.write("in/省.form.yaml", rows);
        place.edit("in/b.yaml", "年度: 2025", "年度: 2025\n扩展: 省.form.yaml");
        assertEquals(0, render().status());
        place.write("in/省.form.yaml", rows.replace("其他文件", "其它文件"));
        assertEquals("1 rendered to output, 2 unchanged", sum());
    }

    @Test
    void withOtherOptionsAllIsRendered() {
        render();
        assertEquals("3 rendered to output", last(place, "in", "--format", "html", "--script", "hant"));
        assertEquals("3 rendered to output", last(place, "in", "--format", "html", "--draft"));
        assertEquals("3 rendered to output", sum());
    }

    @Test
    void withOtherTemplatesAllIsRendered() {
        place.copyFromCheckout("templates");
        String[] own = {"in", "--format", "html", "--templates", "templates"};
        assertEquals("3 rendered to output", last(place, own));
        assertEquals("0 rendered to output, 3 unchanged", last(place, own));
        place.edit("templates/screen.css", "{", " {");
        assertEquals("3 rendered to output", last(place, own));
    }

    @Test
    void aDocumentThatIsGoneOrWasChangedIsMadeAgain() {
        render();
        String whole = place.read("output/a.html");
        place.delete("output/a.html");
        place.write("output/b.html", "edited by hand");
        assertEquals("2 rendered to output, 1 unchanged", sum());
        assertEquals(whole, place.read("output/a.html"));
    }

    @Test
    void theStateMayBeDeletedOrDamagedAtAnyTime() {
        render();
        place.delete(STATE);
        assertEquals("3 rendered to output", sum());
        String state = place.read(STATE);
        place.write(STATE, "\0\t%%\n" + state.substring(0, state.indexOf("done\tc") + 90));
        assertEquals("1 rendered to output, 2 unchanged", sum());
    }

    @Test
    void theStateStaysSmall() throws Exception {
        for (int run = 0; run < 40; run++) {
            render();
        }
        assertTrue(Files.size(place.at(STATE)) < 20_000, place.read(STATE));
        assertEquals("0 rendered to output, 3 unchanged", sum());
    }

    @Test
    void aRunThatRefusesAllMakesNoFolder() {
        for (int file = 0; file < 50; file++) {
            place.write("broken/" + file + ".yaml", "报告: 没有\n");
        }
        assertEquals(1, place.nianbao("render", "broken").status());
        assertFalse(Files.exists(place.at("output")));
    }

    @Test
    void forceRendersAllAnew() {
        render();
        assertEquals("3 rendered to output", last(place, "in", "--format", "html", "--force"));
    }

    @Test
    void whatIsRefusedIsNamedAndTheOthersAreThere() {
        place.edit("in/b.yaml", "年度: 2025", "年度: 二〇二五");
        Workplace.Run run = render();
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertEquals("""
                        in/a.yaml → output/a.html
                        in/c.yaml → output/c.html
                        2 rendered to output, 1 not rendered: in/b.yaml
                        """, run.out()),
                () -> assertTrue(run.err().contains("in/b.yaml: not rendered, errors: 1"), run.err()),
                () -> assertFalse(Files.exists(place.at("output/b.html"))));
        assertEquals("0 rendered to output, 2 unchanged, 1 not rendered: in/b.yaml", sum());
    }

    @Test
    void whatWasRefusedIsNotTakenForUnchangedLater() {
        render();
        String good = place.read("in/b.yaml");
        place.edit("in/b.yaml", "年度: 2025", "年度: 二〇二五");
        render();
        place.write("in/b.yaml", good);
        assertEquals("1 rendered to output, 2 unchanged", sum());
    }

    @Test
    void failFastStopsAtTheFirst() {
        place.edit("in/b.yaml", "年度: 2025", "年度: 二〇二五");
        Workplace.Run run = place.nianbao("render", "in", "--format", "html", "--fail-fast");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertEquals("""
                        in/a.yaml → output/a.html
                        1 rendered to output, 1 not processed, 1 not rendered: in/b.yaml
                        """, run.out()),
                () -> assertFalse(Files.exists(place.at("output/c.html"))));
    }

    @Test
    void anInterruptedRunIsTakenUp() {
        place.edit("in/b.yaml", "年度: 2025", "年度: 二〇二五");
        place.nianbao("render", "in", "--format", "html", "--force");
        interruptedAfterTwo();
        Workplace.Run run = place.nianbao("render", "in", "--format", "html", "--continue");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertEquals("""
                        in/a.yaml: unchanged, still output/a.html
                        in/c.yaml → output/c.html
                        1 rendered to output, 1 unchanged, 1 not rendered: in/b.yaml
                        """, run.out()),
                () -> assertEquals(
                        "in/b.yaml: not rendered, as in the interrupted run; run without --continue to check it again\n",
                        run.err()));
    }

    @Test
    void whatChangedSinceTheInterruptedRunIsRendered() {
        place.edit("in/b.yaml", "年度: 2025", "年度: 二〇二五");
        place.nianbao("render", "in", "--format", "html", "--force");
        interruptedAfterTwo();
        place.edit("in/a.yaml", "126", "127");
        place.edit("in/b.yaml", "年度: 二〇二五", "年度: 2025");
        assertEquals("3 rendered to output", last(place, "in", "--format", "html", "--continue"));
        assertTrue(place.read("output/a.html").contains("127"));
    }

    @Test
    void aRunThatCameToItsEndIsNotTakenUp() {
        place.edit("in/b.yaml", "年度: 2025", "年度: 二〇二五");
        render();
        Workplace.Run run = place.nianbao("render", "in", "--format", "html", "--continue");
        assertTrue(run.err().contains("errors: 1"), run.err());
    }

    @Test
    void aRunThatMadeSomethingElseIsNotTakenUp() {
        render();
        interruptedAfterTwo();
        assertEquals("3 rendered to output", last(place, "in", "--format", "html", "--draft", "--continue"));
    }

    /** As if the process had been killed while it rendered the third of three. */
    private void interruptedAfterTwo() {
        List<String> lines = new ArrayList<>(place.read(STATE).lines().toList());
        place.write(STATE, String.join("\n", lines.subList(0, 5)) + "\n");
    }

    @Test
    void howManyThreadsThereAreMakesNoDifference() {
        String[] all = {"in", "--format", "html,pdf,docx"};
        place.nianbao(with(all, "--jobs", "1", "--output", "one"));
        place.nianbao(with(all, "--jobs", "7", "--output", "seven"));
        for (String file : List.of("a.html", "b.pdf", "c.docx")) {
            assertArrayEquals(place.bytes("one/" + file), place.bytes("seven/" + file), file);
        }
    }

    @Test
    void noThreadIsTooFew() {
        Workplace.Run run = place.nianbao("render", "in", "--jobs", "0");
        assertAll(
                () -> assertEquals(2, run.status()),
                () -> assertTrue(run.err().startsWith("--jobs 0: must be at least 1"), run.err()));
    }

    @Test
    void aTerminalShowsABarInsteadOfALineForEach() {
        place.edit("in/b.yaml", "年度: 2025", "年度: 二〇二五");
        Workplace.Run run = place.inColour().nianbao("render", "in", "--format", "html");
        assertAll(
                () -> assertEquals("2 rendered to output, 1 not rendered: in/b.yaml\n", run.out()),
                () -> assertTrue(run.err().contains("3/3"), run.err()),
                () -> assertTrue(run.err().contains("in/b.yaml: not rendered, errors: 1"), run.err()),
                () -> assertTrue(run.err().endsWith("\r\u001b[K"), run.err()));
    }

    /** Its width is not known, so the terminal must cut the bar: a bar of two lines would be erased by half. */
    @Test
    void inANarrowTerminalTheBarStaysInItsLine() {
        place.edit("in/b.yaml", "年度: 2025", "年度: 二〇二五");
        String said =
                place.inColour().nianbao("render", "in", "--format", "html").err();
        String uncut = said.replaceAll("\u001b\\[\\?7l[^\n]*?\u001b\\[\\?7h", "");
        assertAll(
                () -> assertTrue(said.contains("3/3"), said),
                () -> assertFalse(uncut.contains("/3"), uncut),
                () -> assertFalse(uncut.contains("\u001b[?7"), uncut));
    }

    private static String svg(String width) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='" + width
                + "' height='10'/></svg>";
    }

    private Workplace.Run render() {
        return place.nianbao("render", "in", "--format", "html");
    }

    private String sum() {
        return last(place, "in", "--format", "html");
    }

    private static String last(Workplace place, String... arguments) {
        return place.nianbao(with(arguments))
                .out()
                .lines()
                .reduce((one, other) -> other)
                .orElse("");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(Stream.of("render"), Stream.of(some), Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    private List<Object> times() throws Exception {
        List<Object> times = new ArrayList<>();
        for (String file : List.of("a", "b", "c")) {
            times.add(Files.getLastModifiedTime(place.at("output/" + file + ".html")));
        }
        return times;
    }
}
