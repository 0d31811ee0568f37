package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("nianbao render")
class CommandTest {
    private Workplace place;

    @BeforeEach
    void ownInputs(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
    }

    @Test
    void rendersAFolderWithALineForEachReport() {
        Workplace.Run run = place.nianbao("render", "inputs");
        assertEquals(0, run.status());
        assertEquals("", run.err());
        assertEquals(
                List.of(
                        "inputs/hegang-2021.yaml → output/hegang-2021.{html,pdf,docx} (3 accepted)",
                        "inputs/hengfeng-2021.yaml → output/hengfeng-2021.{html,pdf,docx}",
                        "inputs/houma-2021.yaml → output/houma-2021.{html,pdf,docx} (5 accepted)",
                        "inputs/yanshi-2021.yaml → output/yanshi-2021.{html,pdf,docx} (2 accepted)",
                        "inputs/yima-2023.yaml → output/yima-2023.{html,pdf,docx}",
                        "5 rendered to output"),
                run.out().lines().toList());
        assertEquals(15, files("output").size());
    }

    @Test
    void writesOnlyTheFormatsAndTheFolderThatAreAskedFor() {
        Workplace.Run run =
                place.nianbao("render", "inputs/yima-2023.yaml", "--format", "docx,html", "--output", "站点/年报");
        assertEquals(0, run.status(), run.err());
        assertEquals(List.of("yima-2023.docx", "yima-2023.html"), files("站点/年报"));
    }

    @Test
    void oneBadInputNeverStopsTheGoodOnes() {
        place.edit("inputs/houma-2021.yaml", "自然人: 7", "自然人: 八");
        Workplace.Run run = place.nianbao("render", "inputs", "--format", "html");
        assertEquals(1, run.status());
        assertAll(
                () -> assertEquals(4, files("output").size()),
                () -> assertFalse(Files.exists(place.at("output/houma-2021.html"))),
                () -> assertTrue(run.err().contains("inputs/houma-2021.yaml: not rendered, errors: ")));
    }

    @Test
    void anInputThatWentBadLeavesItsOlderDocumentsAlone() {
        assertEquals(0, place.nianbao("render", "inputs/houma-2021.yaml").status());
        byte[] before = place.bytes("output/houma-2021.pdf");
        place.edit("inputs/houma-2021.yaml", "自然人: 7", "自然人: 八");
        assertEquals(1, place.nianbao("render", "inputs/houma-2021.yaml").status());
        assertArrayEquals(before, place.bytes("output/houma-2021.pdf"));
    }

    @Test
    void aDraftIsRenderedInSpiteOfErrorsAndSaysSo() {
        place.edit("inputs/houma-2021.yaml", "{自然人: 7,", "{自然人: 8,");
        Workplace.Run run = place.nianbao("render", "inputs/houma-2021.yaml", "--draft", "--format", "html");
        assertEquals(0, run.status());
        assertTrue(run.err().contains("error A3"), run.err());
        assertEquals("inputs/houma-2021.yaml → output/houma-2021.html (5 accepted) (draft)\n", run.out());
        assertTrue(place.read("output/houma-2021.html").contains("<p class=\"draft\">草稿</p>"));
    }

    @Test
    void twoInputsOfOneNameAreNotWrittenOverEachOther() {
        place.write("more/yima-2023.yaml", place.read("inputs/houma-2021.yaml"));
        Workplace.Run run = place.nianbao("render", "inputs/yima-2023.yaml", "more", "--format", "html");
        assertEquals(1, run.status());
        assertTrue(run.err()
                .contains(
                        "two inputs would be written to “yima-2023”: " + "inputs/yima-2023.yaml, more/yima-2023.yaml"));
        assertTrue(place.read("output/yima-2023.html").contains("义马市"));
    }

    @Test
    void whatIsNotThereIsToldAndTheRestIsRendered() {
        Workplace.Run run = place.nianbao("render", "nowhere", "inputs/yima-2023.yaml", "--format", "html");
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("error no-input: no such file or folder: nowhere\n"), run.err());
        assertTrue(run.err().contains("it is relative to " + place.folder()), run.err());
        assertTrue(Files.exists(place.at("output/yima-2023.html")));
    }

    @Test
    void anOutputFolderThatIsAFileIsToldWithoutATrace() {
        place.write("output", "not a folder");
        Workplace.Run run = place.nianbao("render", "inputs/yima-2023.yaml", "--format", "html");
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("error unwritable: "), run.err());
        assertFalse(run.err().contains("\tat "));
        assertEquals("not a folder", place.read("output"));
    }

    @Test
    void wrongUseIsToldWithStatusTwo() {
        assertAll(
                () -> assertEquals(2, place.nianbao("render").status()),
                () -> assertEquals(2, place.nianbao("rendr", "inputs").status()),
                () -> assertEquals(
                        "unknown format “odt”; known: html, pdf, docx, ofd\nSee: nianbao render --help\n",
                        place.nianbao("render", "inputs", "--format", "html,odt")
                                .err()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rendr a | unknown command “rendr”: did you mean “render”? | 没有命令“rendr”：是不是“render”？
            render --fromat html a | unknown option --fromat: did you mean “--format”? | 没有选项 --fromat：是不是“--format”？
            render a --output | option --output needs a value: DIR | 选项 --output 后面缺少 文件夹
            render a --output b --output c | option --output is given twice | 选项 --output 写了两次
            render a --draft=maybe | invalid value of option --draft: “maybe” | 选项 --draft 不能写“maybe”
            render | missing argument: FILE | 缺少 文件""")
    void aWrongCommandIsToldInTheLanguageOfThePerson(ArgumentsAccessor row) {
        String[] typed =
                row.getString(0).isEmpty() ? new String[0] : row.getString(0).split(" ");
        assertTrue(
                place.nianbao(typed).err().startsWith(row.getString(1)),
                () -> place.nianbao(typed).err());
        assertTrue(place.inChinese().nianbao(typed).err().startsWith(row.getString(2)), row.getString(2));
    }

    @Test
    void withoutACommandTheLifeOfAReportIsShown() {
        Workplace.Run english = place.nianbao();
        Workplace.Run chinese = place.nianbao("--lang", "zh");
        assertAll(
                () -> assertEquals(0, english.status(), english.err()),
                () -> assertEquals(0, chinese.status(), chinese.err()),
                () -> assertEquals("""
                        Turns YAML files into standardized government reports: HTML, PDF and DOCX.

                        The life of a report:
                          nianbao new --agency 某县档案局 --year 2025     begin a report
                          (fill in inputs/某县档案局-2025.yaml)           in an editor
                          nianbao check inputs/某县档案局-2025.yaml       list what is missing or wrong
                          nianbao render inputs/某县档案局-2025.yaml      write documents to output/
                          nianbao new --from inputs/某县档案局-2025.yaml  begin next year’s report

                        All commands: nianbao --help; the options of one: nianbao check --help
                        """, english.out()),
                () -> assertTrue(chinese.out().contains("\n一份报告从头到尾：\n  nianbao new ")),
                () -> assertTrue(chinese.out().contains(" 生成文档，放进 output/\n")));
    }

    @Test
    void helpAndVersionAreSaid() {
        assertAll(
                () -> assertTrue(place.nianbao("--help").out().startsWith("Usage: nianbao")),
                () -> assertTrue(place.nianbao("render", "--help").out().contains("--format")),
                () -> assertTrue(
                        place.inChinese().nianbao("render", "--help").out().startsWith("用法：nianbao render")),
                () -> assertTrue(place.nianbao("--version").out().startsWith("nianbao ")),
                () -> assertEquals(0, place.nianbao("--help").status()));
    }

    @Test
    void theSameInputGivesTheSameBytesTwice() {
        place.nianbao("render", "inputs/hegang-2021.yaml", "--output", "first");
        place.nianbao("render", "inputs/hegang-2021.yaml", "--output", "second");
        for (String ending : List.of("html", "pdf", "docx")) {
            assertArrayEquals(
                    place.bytes("first/hegang-2021." + ending), place.bytes("second/hegang-2021." + ending), ending);
        }
    }

    private List<String> files(String folder) {
        try (Stream<Path> list = Files.list(place.at(folder))) {
            return list.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void endingsInCapitalLettersAreEndings() {
        for (String name : List.of("a.yaml", "B.YAML", "C.Yml", "UNITS.YAML", "no.txt")) {
            place.write("in/" + name, SmallReport.of("某县档案局", 2021).toString());
        }
        Workplace.Run run = place.nianbao("render", "in", "--format", "html");
        assertEquals(0, run.status(), run.err());
        for (String name : List.of("a", "B", "C")) {
            assertTrue(Files.exists(place.at("output/" + name + ".html")), run.out());
        }
        assertTrue(run.out().contains("3 rendered"), run.out());
    }
}
