package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The launcher that the build made")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for a shell")
class LauncherTest {
    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
    }

    @Test
    void runsFromAnyFolder() throws Exception {
        assertEquals("nianbao 0.1.0\n", run(Map.of(), 0, "--version"));
        run(Map.of(), 0, "render", "inputs/yima-2023.yaml", "--output", "out");
        assertTrue(Files.size(place.at("out/yima-2023.pdf")) > 50_000);
    }

    @Test
    void returnsTheStatusOfTheProgram() throws Exception {
        run(Map.of(), 2, "render", "--no-such-option");
        run(Map.of(), 1, "render", "nowhere.yaml");
    }

    @Test
    void readsChineseFileNamesInAnyLocale() throws Exception {
        Files.move(place.at("inputs/yima-2023.yaml"), place.at("inputs/义马市2023.yaml"));
        run(Map.of("LC_ALL", "C"), 0, "render", "inputs/义马市2023.yaml", "--format", "html", "--output", "输出");
        assertTrue(Files.exists(place.at("输出/义马市2023.html")));
    }

    @Test
    void speaksTheLanguageOfTheEnvironment() throws Exception {
        assertTrue(run(Map.of("LC_ALL", "zh_CN.UTF-8"), 1, "render", "没有.yaml").startsWith("错误 no-input"));
        assertTrue(run(Map.of("LC_ALL", "en_US.UTF-8"), 1, "render", "没有.yaml").startsWith("error no-input"));
    }

    @Tag("slow")
    @Test
    void writesTheSameBytesOnAnotherDayInAnotherZoneAndLocale() throws Exception {
        run(
                Map.of("TZ", "UTC", "LC_ALL", "C", "USER", "one"),
                0,
                "render",
                "inputs/hegang-2021.yaml",
                "--output",
                "here");
        run(
                Map.of("TZ", "America/St_Johns", "LC_ALL", "zh_CN.UTF-8", "USER", "another"),
                0,
                "render",
                "inputs/hegang-2021.yaml",
                "--output",
                "there");
        for (String ending : List.of("html", "pdf", "docx")) {
            assertArrayEquals(
                    place.bytes("here/hegang-2021." + ending), place.bytes("there/hegang-2021." + ending), ending);
        }
    }

    @Test
    void isFoundWhateverTheFoldersOfCd() throws Exception {
        Path parent = Workplace.HOME.getParent();
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", parent.relativize(Workplace.HOME) + "/bin/nianbao", "--version")
                .directory(parent.toFile())
                .redirectErrorStream(true);
        builder.environment().put("CDPATH", parent.toString()); // makes cd print where it goes
        Process process = builder.start();
        assertEquals("nianbao 0.1.0\n", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a folder of many inputs gets the options for many, whatever option stands before it")
    void manyInputsGetTheOptionsForMany() throws Exception {
        Path java = Files.createDirectories(place.at("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
        Map<String, String> stub = Map.of("JAVA_HOME", place.at("java").toString());
        for (int i = 0; i < 60; i++) {
            place.write("许多 份/" + i + ".yaml", "");
        }
        String one = "-XX:+UseSerialGC";
        String many = "-XX:+UseParallelGC";
        assertTrue(run(stub, 0, "render", "--force", "许多 份").contains(many));
        assertTrue(run(stub, 0, "render", "许多 份", "--force").contains(many));
        assertTrue(run(stub, 0, "check", "--last-year", "去年", "许多 份").contains(many));
        assertTrue(run(stub, 0, "render", "inputs").contains(one));
        assertTrue(run(stub, 0, "render", "--output", "许多 份", "inputs").contains(one));
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        assertTrue(run(Map.of("JAVA_HOME", "/no such folder"), 127, "--version").contains("install Java 17 or later"));
    }

    @Test
    @Tag("slow")
    void aCopyOfTheProgramRunsAnywhere() throws Exception {
        Path copy = place.at("程序 的副本");
        try (Stream<Path> files = Files.walk(Workplace.HOME)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Workplace.HOME.relativize(file).toString()));
            }
        }
        for (String name : List.of("LICENSE", "NOTICE", "templates/fonts/licences/Fandol-COPYING")) {
            assertTrue(Files.exists(copy.resolve(name)), name);
        }
        Process process = new ProcessBuilder(
                        copy.resolve("bin/nianbao").toString(), "render", "inputs/yima-2023.yaml", "--output", "out")
                .directory(place.folder().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(Files.size(place.at("out/yima-2023.pdf")) > 50_000);
    }

    @Test
    void startsFromTheClassDataArchive() throws Exception {
        String archive = "-XX:SharedArchiveFile=" + Workplace.HOME.resolve("lib/nianbao.jsa");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:on",
                        archive,
                        "-XX:+UseSerialGC",
                        "-Xlog:class+load",
                        "-Dnianbao.home=" + Workplace.HOME,
                        "-jar",
                        Workplace.HOME.resolve("lib/nianbao.jar").toString(),
                        "render",
                        "inputs/yima-2023.yaml",
                        "--format",
                        "html")
                .directory(place.folder().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        long own = said.lines()
                .filter(line -> line.contains(" org.nianbao.") && line.contains("shared objects file"))
                .count();
        assertTrue(own > 500, "classes from the archive: " + own);
        assertTrue(Files.readString(Workplace.HOME.resolve("bin/nianbao"))
                .contains("-XX:SharedArchiveFile=\"$home/lib/nianbao.jsa\""));
    }

    private String run(Map<String, String> environment, int status, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Workplace.HOME.resolve("bin/nianbao").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(place.folder().toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), said);
        return said;
    }
}
