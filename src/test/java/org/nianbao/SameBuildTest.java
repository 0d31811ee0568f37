package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("A second build has the same bytes")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvn is a shell script")
class SameBuildTest {
    /** Java writes addresses and the times of the jars into it. */
    private static final Path OF_THIS_MACHINE = Path.of("lib/nianbao.jsa");

    @Test
    @DisplayName("in a folder, time zone and language of its own, over a library of an earlier build")
    void elsewhere(@TempDir Path folder) throws Exception {
        CopiedProject project = new CopiedProject(folder.resolve("another/deeper one"));
        Files.createFile(
                Files.createDirectories(project.at("target/nianbao/lib")).resolve("old-1.0.jar"));
        project.mvn(Map.of("TZ", "America/New_York", "LC_ALL", "C.UTF-8"), "-o", "package", "-Dmaven.test.skip=true");
        Path home = project.at("target/nianbao");
        List<String> files = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(home)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path name = home.relativize(file);
                files.add(name.toString());
                if (!name.equals(OF_THIS_MACHINE) && !isSame(file, Workplace.HOME.resolve(name))) {
                    others.add(name.toString());
                }
            }
        }
        assertEquals(List.of(), others);
        assertTrue(files.containsAll(List.of("lib/nianbao.jar", "bin/nianbao")), files.toString());
    }

    private static boolean isSame(Path file, Path other) throws IOException {
        return Files.exists(other) && Files.mismatch(file, other) < 0;
    }
}
