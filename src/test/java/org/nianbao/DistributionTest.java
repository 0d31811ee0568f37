package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("What mvn -Pdist package makes is handed over, unpacked and run")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvn is a shell script")
class DistributionTest {
    private static final List<String> FORMATS = List.of("html", "pdf", "docx", "ofd");
    private static final String ANY = "nianbao-0.1.0";
    private static final String NOWHERE = "/nowhere";

    @TempDir
    private static Path folder;

    private static Path unpacked;

    @BeforeAll
    static void handOver() throws Exception {
        CopiedProject project = new CopiedProject(folder.resolve("project"));
        project.mvn(Map.of(), "-Pdist", "package", "-Dmaven.test.skip=true");
        unpacked = Files.createDirectories(folder.resolve("手 册/a'b"));
        run(unpacked, List.of("jar", "xf", project.at("target/" + ANY + ".zip").toString()));
        run(unpacked, List.of("tar", "xzf", own(project.at("target")).toString()));
        run(unpacked, List.of("chmod", "-R", "a-w", "."));
        run(unpacked, List.of("chmod", "u+x", ANY + "/bin/nianbao")); // jar keeps no permissions
    }

    @AfterAll
    static void makeDeletable() throws Exception {
        run(unpacked, List.of("chmod", "-R", "u+w", "."));
    }

    private static Path own(Path target) throws Exception {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @DisplayName(
            "the archive with its own Java needs no other, in a read-only folder with blanks and Chinese in its name")
    void runsWithItsOwnJava() throws Exception {
        Path home = unpacked.resolve(
                own(folder.resolve("project/target")).getFileName().toString().replace(".tar.gz", ""));
        assertAll(
                () -> rendersTheSame(home, NOWHERE),
                () -> assertTrue(Files.exists(home.resolve("lib/nianbao.jsa")), "class-data archive"),
                () -> holdsAll(home));
    }

    @Test
    @DisplayName("the ZIP file runs with any Java from 17 on, and asks for one where there is none")
    void runsWithAnyJava() throws Exception {
        Path home = unpacked.resolve(ANY);
        assertAll(
                () -> rendersTheSame(home, System.getProperty("java.home")),
                () -> {
                    Workplace.Run none = start(home, NOWHERE, "--version");
                    assertEquals(127, none.status());
                    assertTrue(none.out().contains("Java 17"), none.out());
                },
                () -> holdsAll(home));
    }

    @Test
    @DisplayName("the Dockerfile makes a container of it")
    void runsInAContainer() throws Exception {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "docker info >/dev/null 2>&1")
                                .start()
                                .waitFor()
                        == 0,
                "no container engine");
        Path project = folder.resolve("project");
        String dockerfile = project.resolve("src/launcher/Dockerfile").toString();
        run(project, List.of("docker", "build", "-f", dockerfile, "-t", "nianbao-test", "target/distribution/own"));
        run(project, List.of("docker", "run", "--rm", "nianbao-test", "--version"));
    }

    private static void holdsAll(Path home) {
        for (String file : List.of(
                "LICENSE",
                "NOTICE",
                "README.md",
                "README.zh-CN.md",
                "src/docs/guide.zh-CN.md",
                "bin/nianbao.bat",
                "nianbao.desktop",
                "templates/information-disclosure/2021/form.yaml")) {
            assertTrue(Files.exists(home.resolve(file)), file);
        }
    }

    /** The documents have the same bytes as those of the program that the build made. */
    private static void rendersTheSame(Path home, String java) throws Exception {
        Path documents = rendered(home, java);
        Path expected = rendered(Workplace.HOME, System.getProperty("java.home"));
        for (String format : FORMATS) {
            String name = "houma-2021." + format;
            assertEquals(-1, Files.mismatch(expected.resolve(name), documents.resolve(name)), name);
        }
    }

    private static Path rendered(Path home, String java) throws Exception {
        Path output = Files.createTempDirectory(folder, "输 出");
        String input = Workplace.CHECKOUT.resolve("inputs/houma-2021.yaml").toString();
        String formats = String.join(",", FORMATS);
        Workplace.Run run = start(home, java, "render", input, "--output", output.toString(), "--format", formats);
        assertEquals(0, run.status(), run.out());
        return output;
    }

    private static Workplace.Run start(Path home, String java, String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(home.resolve("bin/nianbao").toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Workplace.Run(process.waitFor(), said, "");
    }

    private static void run(Path folder, List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
