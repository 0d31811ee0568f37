package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("mvn ends with the words of the program")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvn is a shell script")
class MavenTest {
    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void aNewInput() {
        place = new Workplace(folder);
        place.nianbao("new", "--agency", "某县档案局", "--year", "2025", "--output", "in/new.yaml");
    }

    @Test
    void anUnfinishedInputIsNoFailureAndNothingIsBuiltAnew() throws Exception {
        FileTime archived = Files.getLastModifiedTime(Workplace.HOME.resolve("lib/nianbao.jsa"));
        Workplace.Run run = mvn();
        assertAll(
                () -> assertEquals(0, run.status(), run.out()),
                () -> assertTrue(run.out().contains("in/new.yaml: unfinished, not rendered; places to fill in: 38\n")),
                () -> assertEquals(archived, Files.getLastModifiedTime(Workplace.HOME.resolve("lib/nianbao.jsa"))));
    }

    @Test
    void anInputWithAnErrorFailsItWithoutAStackTrace() throws Exception {
        place.edit("in/new.yaml", "年度: 2025", "年度: 202x");
        Workplace.Run run = mvn();
        assertAll(
                () -> assertEquals(1, run.status(), run.out()),
                () -> assertTrue(run.out().strip().endsWith("in/new.yaml: not rendered, errors: 1"), run.out()),
                () -> assertFalse(run.out().contains("Exception"), run.out()));
    }

    /** A render ends Maven: bound to a phase, it would skip the tests of mvn verify. */
    @Test
    void namedPhasesDoNotRender() throws Exception {
        mvn();
        Workplace.Run run = mvn("process-resources");
        assertEquals(0, run.status(), run.out());
        assertFalse(run.out().contains("in/new.yaml"), run.out());
    }

    private Workplace.Run mvn(String... phases) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("mvn", "-B", "-o", "-Dinputs=" + place.at("in"), "-Doutput=" + place.at("out")));
        command.addAll(List.of(phases));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Workplace.CHECKOUT.toFile())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "en_US.UTF-8");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[[0-9;]*m", "");
        return new Workplace.Run(process.waitFor(), said, said);
    }
}
