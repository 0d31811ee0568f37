package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

@DisplayName("A document is there whole, or the one before it is")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals, mounts and devices of Unix")
class WholeFilesTest {
    private static final int REPORTS = 10;

    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
        for (String generation : List.of("one", "other")) {
            for (int i = 0; i < REPORTS; i++) {
                place.write(generation + "/report-" + i + ".yaml", input(generation));
            }
        }
    }

    @Test
    void whoeverKillsItFindsWholeFilesAndTheNextRunNoLitter() throws Exception {
        kill(2, "html");
    }

    @Test
    @Tag("slow")
    void fiftyKillsLeaveWholeFilesAndTheNextRunNoLitter() throws Exception {
        kill(50, "html,pdf,docx");
    }

    /** Kills a run as soon as it has written some documents, each time another number of them. */
    private void kill(int kills, String formats) throws Exception {
        Map<String, byte[]> one = documents("one", formats);
        Map<String, byte[]> other = documents("other", formats);
        boolean mixed = false;
        for (int kill = 0; kill < kills || !mixed; kill++) {
            assertTrue(kill < 100, "no run was killed in the middle");
            String generation = kill % 2 == 0 ? "one" : "other";
            String some = kill % 10 == 4 ? formats : "html";
            Program program =
                    Program.start(place.folder(), Map.of(), "render", generation, "--output", "out", "--format", some);
            program.awaitLines((3 + 3 * kill) % REPORTS);
            program.process().destroyForcibly();
            program.end();
            boolean first = false;
            boolean second = false;
            for (Path file : files("out")) {
                String name = file.getFileName().toString();
                byte[] bytes = Files.readAllBytes(file);
                if (!name.endsWith(".part")) {
                    boolean isOne = Arrays.equals(bytes, one.get(name));
                    assertTrue(isOne || Arrays.equals(bytes, other.get(name)), "half of " + name);
                    first |= isOne && name.endsWith(".html");
                    second |= !isOne && name.endsWith(".html");
                }
            }
            mixed |= first && second;
        }
        place.write("out/.nianbao-0.part", "of a killed run");
        assertEquals(0, rendered("one", "--output", "out", "--format", formats).status());
        assertEquals(one.keySet(), names("out"));
        for (Path file : files("out")) {
            assertArrayEquals(one.get(file.getFileName().toString()), Files.readAllBytes(file), file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void ctrlCLeavesNoLitter(String signal) throws Exception {
        Program program = Program.start(place.folder(), Map.of(), "render", "one", "--output", "out");
        program.awaitLines(2);
        new ProcessBuilder(
                        "kill", "-s", signal, String.valueOf(program.process().pid()))
                .start()
                .waitFor();
        program.end();
        assertTrue(
                names("out").stream().noneMatch(name -> name.endsWith(".part")),
                names("out").toString());
        assertTrue(names("out").size() >= 3);
    }

    @Test
    void whatAnotherRunIsWritingIsLeftAlone() throws IOException {
        Path part = place.write("out/.nianbao-0.part", "of a run that goes on");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertTrue(lock.isValid());
            Workplace.Run run = Program.start(
                            place.folder(), Map.of(), "render", "one", "--output", "out", "--format", "html")
                    .end();
            assertEquals(0, run.status(), run.err());
            assertEquals(REPORTS + 1, names("out").size());
            assertTrue(Files.exists(part));
        }
        assertEquals(
                0,
                place.nianbao("render", "one", "--output", "out", "--format", "html")
                        .status());
        assertFalse(Files.exists(part));
    }

    @Test
    void aFullDiskKeepsTheOldFile() throws Exception {
        mount("size=256k");
        try {
            place.write("disk/report-0.pdf", "old");
            place.write("disk/filler", "x".repeat(180 * 1024));
            notWritten("disk", "No space left on device");
            assertEquals("old", place.read("disk/report-0.pdf"));
            assertEquals(Set.of("report-0.pdf", "filler"), names("disk"));
        } finally {
            run("umount", place.at("disk").toString());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsTheOldFile() throws Exception {
        mount("size=256k");
        try {
            place.write("disk/report-0.pdf", "old");
            assumeTrue(
                    run("mount", "-o", "remount,ro", place.at("disk").toString()) == 0, "it cannot be remounted here");
            notWritten("disk", "Read-only file system");
            assertEquals("old", place.read("disk/report-0.pdf"));
        } finally {
            run("umount", place.at("disk").toString());
        }
    }

    @Test
    void aFileWhereTheFolderShouldBeStays() {
        place.write("out", "old");
        notWritten("out", "out cannot be written");
        assertEquals("old", place.read("out"));
    }

    @Test
    void aFolderWhereADocumentShouldBeKeepsAllOfThem() {
        place.write("out/report-0.html", "old");
        place.write("out/report-0.docx/a.txt", "old");
        notWritten("out", "is a folder");
        assertEquals("old", place.read("out/report-0.html"));
        assertEquals(Set.of("report-0.html", "report-0.docx"), names("out"));
    }

    @Test
    void aNameThatIsTooLongIsTold() {
        place.write("x".repeat(251) + ".yml", input("one"));
        Workplace.Run run = place.nianbao("render", "x".repeat(251) + ".yml", "--output", "out");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("error unwritable: "), run.err());
        assertEquals(Set.of(), names("out"));
    }

    @Test
    void aLinkInTheOutputFolderIsReplacedAndNotFollowed() throws IOException {
        place.write("elsewhere.txt", "old");
        Files.createDirectories(place.at("out"));
        Files.createSymbolicLink(place.at("out/report-0.html"), place.at("elsewhere.txt"));
        Files.createSymbolicLink(place.at("out/.nianbao-0.part"), place.at("elsewhere.txt"));
        Workplace.Run run = place.nianbao("render", "one/report-0.yaml", "--output", "out", "--format", "html");
        assertEquals(0, run.status(), run.err());
        assertEquals("old", place.read("elsewhere.txt"));
        assertFalse(Files.isSymbolicLink(place.at("out/report-0.html")));
    }

    @Test
    void aLinkThatAPersonNamesIsFollowed() throws IOException {
        place.write("list.txt", "old");
        Files.createSymbolicLink(place.at("link.txt"), place.at("list.txt"));
        Workplace.Run run = place.nianbao("check", "one", "--output", "link.txt");
        assertEquals(0, run.status(), run.err());
        assertTrue(Files.isSymbolicLink(place.at("link.txt")));
        assertFalse(place.read("list.txt").contains("old"));
    }

    @Test
    void aDeviceIsWrittenToAndNotReplaced() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
        Workplace.Run run = place.nianbao("check", "one", "--format", "json", "--output", "/dev/full");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("error unwritable: /dev/full cannot be written: the disk is full"), run.err());
        Workplace.Run chinese = place.inChinese().nianbao("check", "one", "--output", "/dev/full");
        assertTrue(chinese.err().contains("无法写入 /dev/full：磁盘已满"), chinese.err());
        assertEquals(0, place.nianbao("check", "one", "--output", "/dev/null").status());
        assertFalse(Files.isRegularFile(Path.of("/dev/full")) || Files.isRegularFile(Path.of("/dev/null")));
    }

    private void notWritten(String output, String words) {
        Workplace.Run run = place.nianbao("render", "one/report-0.yaml", "--output", output);
        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().contains("error unwritable: ") && run.err().contains(words), run.err());
        assertTrue(run.err().contains("existing files are unchanged"), run.err());
    }

    private Workplace.Run rendered(String generation, String... options) {
        String[] all = Stream.concat(Stream.of("render", generation), Stream.of(options))
                .toArray(String[]::new);
        return Program.start(place.folder(), Map.of(), all).end();
    }

    private Map<String, byte[]> documents(String generation, String formats) throws IOException {
        Workplace.Run run = rendered(generation, "--output", "whole-" + generation, "--format", formats);
        assertEquals(0, run.status(), run.err());
        Map<String, byte[]> documents = new TreeMap<>();
        for (Path file : files("whole-" + generation)) {
            documents.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        assertEquals(formats.split(",").length * REPORTS, documents.size());
        return documents;
    }

    private List<Path> files(String folder) throws IOException {
        if (!Files.exists(place.at(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place.at(folder))) {
            return files.filter(file -> !file.endsWith(".nianbao-state"))
                    .sorted()
                    .toList();
        }
    }

    private Set<String> names(String folder) {
        try {
            return new TreeSet<>(files(folder).stream()
                    .map(file -> file.getFileName().toString())
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mount(String options) throws Exception {
        Files.createDirectories(place.at("disk"));
        assumeTrue(
                run(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                options,
                                "tmpfs",
                                place.at("disk").toString())
                        == 0,
                "no file system can be mounted here: that needs root");
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private static String input(String agency) {
        return SmallReport.of("某县" + (agency.equals("one") ? "甲" : "乙").repeat(9) + "局", 2021)
                .toString();
    }
}
