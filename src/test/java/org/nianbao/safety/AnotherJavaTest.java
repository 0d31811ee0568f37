package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.Workplace;

@Tag("slow")
@DisplayName("Another Java than that of the build says the same, and nothing of its own")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for a shell")
class AnotherJavaTest {
    private static final Path ALL = Path.of("/usr/lib/jvm");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check county/danganju-2025.yaml",
                "check county/danganju-2025.yaml --format html",
                "check county/danganju-2025.yaml --format sarif",
                "render county/danganju-2025.yaml --format html,pdf,docx,ofd",
                "render county --draft",
                "compare county/danganju-2025.yaml county/2024/danganju-2024.yaml",
                "aggregate county/danganju-2025.yaml --agency 某县 --into sum.yaml",
                "overview county --output overview.html",
                "new --agency 某县档案局 --year 2025 --output new.yaml",
                "tidy county/danganju-2025.yaml",
                "render --no-such-option",
                "--help",
                "--version"
            })
    void saysTheSame(String command, @TempDir Path folder) throws IOException {
        List<Path> others = others();
        assumeFalse(others.isEmpty(), "no other Java in " + ALL);
        Workplace.Run expected = run(Path.of(System.getProperty("java.home")), folder.resolve("this"), command);
        for (int i = 0; i < others.size(); i++) {
            assertEquals(
                    expected,
                    run(others.get(i), folder.resolve("other" + i), command),
                    others.get(i).toString());
        }
    }

    private static Workplace.Run run(Path java, Path folder, String command) throws IOException {
        new Workplace(Files.createDirectories(folder)).copyFromCheckout("inputs/county", "county");
        return Program.start(folder, Map.of("JAVA_HOME", java.toString()), command.split(" "))
                .end();
    }

    /** The homes of other Javas, whose links lead elsewhere than to this one. */
    private static List<Path> others() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> homes = Files.exists(ALL) ? Files.list(ALL) : Stream.empty()) {
            return homes.filter(home -> !Files.isSymbolicLink(home) && Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> !home.equals(own))
                    .sorted()
                    .toList();
        }
    }
}
