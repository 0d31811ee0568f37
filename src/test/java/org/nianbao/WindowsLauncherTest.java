package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wine runs the launcher for Windows; a program that prints its arguments stands for Java. */
@Tag("slow")
@DisplayName("The launcher for Windows")
class WindowsLauncherTest {
    private static final String COMPILER = "x86_64-w64-mingw32-gcc";
    private static final int STATUS = 7;

    @TempDir
    private static Path folder;

    /** What java.exe said, and the status of the launcher. */
    private record Started(int status, List<String> arguments) {
        /** Behind the options of Java. */
        List<String> ofProgram() {
            return arguments.subList(arguments.indexOf("-jar") + 2, arguments.size());
        }
    }

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(isThere("wine") && isThere(COMPILER), "Wine or mingw-w64 is not installed");
        Files.createDirectories(folder.resolve("年 报/bin"));
        Files.copy(Workplace.CHECKOUT.resolve("src/launcher/nianbao.bat"), folder.resolve("年 报/bin/nianbao.bat"));
        compile("run", folder.resolve("run.exe"), "-O1");
        compile("java", folder.resolve("java.exe"), "-O1", "-municode");
        putJava("Java 17/bin");
        assertEquals(0, process(Map.of(), "wineboot", "-i").waitFor());
    }

    private static boolean isThere(String program) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void compile(String source, Path program, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(COMPILER));
        command.addAll(List.of(options));
        command.add(Workplace.CHECKOUT
                .resolve("src/test/resources/windows/" + source + ".c")
                .toString());
        command.addAll(List.of("-o", program.toString()));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    private static void putJava(String place) throws Exception {
        Files.createDirectories(folder.resolve(place));
        Files.copy(folder.resolve("java.exe"), folder.resolve(place).resolve("java.exe"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "check \"年 报.yaml\", check|年 报.yaml",
                "check \"50%%.yaml\", check|50%.yaml", // unlike Windows, Wine takes one of the two
                "check \"a^b.yaml\" \"x&y.yaml\" \"(乙).yaml\" \"a!b\", check|a^b.yaml|x&y.yaml|(乙).yaml|a!b",
                "new --agency \"say \"\"hi\"\"\" --year=2025, new|--agency|say \"hi\"|--year=2025",
                "--version, --version",
            })
    @DisplayName("passes arguments on as they were typed, and the status back")
    void passesArgumentsOn(String typed, String passed) throws Exception {
        Started started = start("Z:" + windows("Java 17"), typed);
        assertAll(
                () -> assertEquals(List.of(passed.split("\\|")), started.ofProgram()),
                () -> assertEquals(STATUS, started.status()));
    }

    @Test
    @DisplayName("tells the program where it is, and reads JAVA_HOME with blanks, in quotes or not")
    void findsJavaAndItself() throws Exception {
        for (String home : List.of("Z:" + windows("Java 17"), "\"Z:" + windows("Java 17") + "\"")) {
            Started started = start(home, "--version");
            String program = "Z:" + windows("年 报/bin") + "\\..";
            assertAll(
                    () -> assertTrue(started.arguments().get(0).endsWith("\\Java 17\\bin\\java")),
                    () -> assertTrue(started.arguments().contains("-Dnianbao.home=" + program)),
                    () -> assertTrue(started.arguments().contains(program + "\\lib\\nianbao.jar")));
        }
    }

    @Test
    @DisplayName("prefers the Java that comes with it")
    void prefersItsOwnJava() throws Exception {
        putJava("年 报/runtime/bin");
        try {
            assertTrue(start("Z:" + windows("Java 17"), "--version")
                    .arguments()
                    .get(0)
                    .endsWith("\\runtime\\bin\\java"));
        } finally {
            Files.delete(folder.resolve("年 报/runtime/bin/java.exe"));
        }
    }

    @Test
    @DisplayName("opens serve on the user's folder after a double click, and waits if that fails")
    void opensServe() throws Exception {
        Started started = start("Z:" + windows("Java 17"), "");
        List<String> program = started.ofProgram();
        assertAll(
                () -> assertEquals("serve", program.get(0)),
                () -> assertTrue(program.get(1).matches("C:\\\\users\\\\[^\\\\]+\\\\nianbao"), program.get(1)),
                () -> assertTrue(program.get(2).startsWith("Press any key"), program.toString()),
                () -> assertEquals(1, started.status()));
    }

    private static String windows(String name) {
        return folder.resolve(name).toString().replace('/', '\\');
    }

    private static Started start(String javaHome, String arguments) throws Exception {
        Path line = folder.resolve("line.txt");
        Files.writeString(line, "cmd /c \"\"Z:" + windows("年 报/bin/nianbao.bat") + "\" " + arguments + "\"");
        Process process = process(
                Map.of("JAVA_HOME", javaHome), "wine", folder.resolve("run.exe").toString(), line.toString());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Started(process.waitFor(), said.lines().toList());
    }

    /** With a Windows of its own. */
    private static Process process(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of("WINEPREFIX", folder.resolve("windows").toString(), "WINEDEBUG", "-all"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
