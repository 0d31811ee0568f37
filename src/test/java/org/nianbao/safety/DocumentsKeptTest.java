package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
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
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

@DisplayName("What somebody edited is kept, and what is older than its input is named")
class DocumentsKeptTest {
    private static final String STATE = "output/.nianbao-state";

    private Workplace place;

    @BeforeEach
    void aReport(@TempDir Path folder) {
        place = new Workplace(folder);
        place.write("in/a.yaml", report("全年主动公开信息126条。"));
    }

    private static String report(String prose) {
        return SmallReport.of("某县档案局", 2025).with("总体情况", prose).toString();
    }

    private Workplace.Run render(String... more) {
        return place.nianbao(Stream.concat(Stream.of("render", "in", "--format", "html,docx"), Stream.of(more))
                .toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> list = Files.list(place.at("output"))) {
            return list.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void anEditedDocumentIsKeptUnderAnotherName() throws IOException {
        render();
        place.write("output/a.docx", "edited in Word");
        Workplace.Run run = render();
        assertAll(
                () -> assertEquals(0, run.status(), run.err()),
                () -> assertTrue(run.err().contains("output/a.docx was edited"), run.err()),
                () -> assertEquals("edited in Word", place.read("output/a.docx.bak-1")),
                () -> assertEquals(List.of("a.docx", "a.docx.bak-1", "a.html"), files()));
        place.write("output/a.docx", "edited once more");
        render();
        assertAll(
                () -> assertEquals("edited in Word", place.read("output/a.docx.bak-1")),
                () -> assertEquals("edited once more", place.read("output/a.docx.bak-2")));
    }

    @Test
    void anEditOfTheSameSizeAtTheSameTimeIsSeen() throws IOException {
        render();
        FileTime time = Files.getLastModifiedTime(place.at("output/a.html"));
        place.edit("output/a.html", "126", "621");
        Files.setLastModifiedTime(place.at("output/a.html"), time);
        Workplace.Run run = render();
        assertAll(
                () -> assertFalse(run.out().contains("unchanged"), run.out()),
                () -> assertTrue(place.read("output/a.html").contains("126")),
                () -> assertTrue(place.read("output/a.html.bak-1").contains("621")));
    }

    @Test
    void withNoClobberItStaysAndNothingIsWritten() throws IOException {
        render();
        String html = place.read("output/a.html");
        place.write("output/a.docx", "edited in Word");
        place.write("in/a.yaml", report("全年主动公开信息127条。"));
        Workplace.Run run = render("--no-clobber");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(run.err().contains("error document-edited"), run.err()),
                () -> assertEquals("edited in Word", place.read("output/a.docx")),
                () -> assertEquals(html, place.read("output/a.html")),
                () -> assertEquals(List.of("a.docx", "a.html"), files()));
    }

    @Test
    void whatThisProgramWroteIsReplacedWithoutACopy() throws IOException {
        for (int figure = 1; figure < 13; figure++) {
            place.write("in/a.yaml", report("全年主动公开信息" + figure + "条。"));
            render(figure % 3 == 0 ? "--draft" : "--force");
            place.nianbao("render", "in", "--format", "html");
        }
        assertEquals(List.of("a.docx", "a.html"), files());
        assertTrue(place.read(STATE).lines().count() < 48, "24 runs are enough for the state to be compacted");
    }

    @Test
    void ofARefusedReportTheOlderDocumentsAreNamed() throws IOException {
        render();
        place.edit("in/a.yaml", "年度: 2025", "年度: 二〇二五");
        Workplace.Run run = render();
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(run.err().contains("output/a.html was made from an earlier input"), run.err()),
                () -> assertTrue(run.err().contains("output/a.docx was made from an earlier input"), run.err()),
                () -> assertEquals(List.of("a.docx", "a.html"), files()));
        place.write("output/a.docx", "edited in Word");
        Workplace.Run clean = render("--clean");
        assertAll(
                () -> assertTrue(
                        clean.err().contains("output/a.html was made from an earlier input and has been deleted")),
                () -> assertEquals(List.of("a.docx"), files(), "what somebody edited stays"));
    }

    @Test
    void inOtherFormatsTheOlderDocumentsAreNamed() throws IOException {
        render();
        Workplace.Run same = place.nianbao("render", "in", "--format", "html");
        assertFalse(same.err().contains("document-stale"), same.err());
        place.write("in/a.yaml", report("全年主动公开信息127条。"));
        Workplace.Run run = place.nianbao("render", "in", "--format", "html");
        assertAll(
                () -> assertEquals(0, run.status()),
                () -> assertTrue(run.err().contains("output/a.docx was made from an earlier input"), run.err()),
                () -> assertFalse(run.err().contains("a.html was made"), run.err()));
        place.nianbao("render", "in", "--format", "html", "--clean");
        assertEquals(List.of("a.html"), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a link", "a link to a device", "a pipe", "a folder", "another program's", "900 MB"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links, pipes and devices")
    void whateverStandsWhereTheStateShouldIsNotBelieved(String kind) throws Exception {
        render();
        byte[] html = place.bytes("output/a.html");
        place.write("elsewhere", "of somebody else");
        Path state = place.at(STATE);
        Files.delete(state);
        switch (kind) {
            case "a link" -> Files.createSymbolicLink(state, place.at("elsewhere"));
            case "a link to a device" -> Files.createSymbolicLink(state, Path.of("/dev/zero"));
            case "a pipe" ->
                assertEquals(
                        0,
                        new ProcessBuilder("mkfifo", state.toString()).start().waitFor());
            case "a folder" -> Files.createDirectory(state);
            case "another program's" -> place.write(STATE, "PK\3\4 done\ta\tb");
            default -> {
                try (RandomAccessFile file = new RandomAccessFile(state.toFile(), "rw")) {
                    file.setLength(900_000_000);
                }
            }
        }
        Workplace.Run first = render();
        Workplace.Run second = render();
        boolean isFolder = kind.equals("a folder");
        assertAll(
                () -> assertEquals(0, first.status(), first.err()),
                () -> assertEquals(isFolder, !second.out().contains("unchanged"), second.out()),
                () -> assertEquals(isFolder, !Files.isRegularFile(state, LinkOption.NOFOLLOW_LINKS)),
                () -> assertEquals("of somebody else", place.read("elsewhere")),
                () -> assertTrue(Arrays.equals(html, place.bytes("output/a.html"))),
                () -> assertEquals(List.of("a.docx", "a.html"), files()));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links and pipes")
    void whatOnlyLooksLikeATemporaryFileIsLeftAlone() throws Exception {
        render();
        place.write("elsewhere", "of somebody else");
        Path pipe = place.at("output/.nianbao-7.part");
        Path link = place.at("output/.nianbao-8.part");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Files.createSymbolicLink(link, place.at("elsewhere"));
        assertEquals(0, render("--force").status());
        assertAll(
                () -> assertTrue(Files.exists(pipe)),
                () -> assertTrue(Files.isSymbolicLink(link)),
                () -> assertEquals("of somebody else", place.read("elsewhere")));
    }

    @Test
    void filesThatTheStateNamesElsewhereAreNotTouched() throws Exception {
        render();
        place.write("elsewhere.html", "of somebody else");
        String state = place.read(STATE);
        String device = state.replace("\t\ta.html:", "\t%2Fdev%2Fzero\ta.html:");
        assertNotEquals(state, device);
        place.write(STATE, device);
        assertEquals(0, render().status());
        place.write(STATE, state.replace("a.html:", "..%2Felsewhere.html:"));
        Workplace.Run run = render("--clean");
        assertAll(
                () -> assertEquals(0, run.status(), run.err()),
                () -> assertEquals("of somebody else", place.read("elsewhere.html")),
                () -> assertEquals(List.of("a.docx", "a.html"), files()));
    }
}
