package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.Workplace;

@DisplayName("No command writes over a file that it reads, or over any input that is there")
class SourcesKeptTest {
    /** The files to write, as typed; all of them exist. */
    private static final String[] SOURCES = {
        "county/units.yaml",
        "county/danganju-2025.yaml",
        "county/2024/danganju-2024.yaml",
        "county/../county/jiaoyuju-2025.yaml",
        "./county/units.yaml",
        "other/REPORT.YAML",
        "other/two\nlines.yaml",
        "other/seal.png",
        "other/units.txt",
        "county/report.css",
    };

    private static final String[] COMMANDS = {
        "check county/danganju-2025.yaml --last-year county/2024 --output %s",
        "check county --parts county --units other/units.txt --format html --output %s",
        "overview county --units other/units.txt --last-year county/2024 --output %s",
        "compare county/danganju-2025.yaml county/2024/danganju-2024.yaml --format html --output %s",
        "aggregate county --units other/units.txt --into sum.yaml --sums %s",
        "new --agency 安澜县档案局 --year 2025 --output %s",
    };

    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs/county", "county");
        place.write("other/REPORT.YAML", "报告: 草稿");
        place.write("other/two\nlines.yaml", "报告: 草稿");
        place.write("other/seal.png", "a picture of another program");
        place.write("other/units.txt", place.read("county/units.yaml"));
        place.write("county/report.css", "p { }");
    }

    static Stream<String> commands() {
        return Arrays.stream(COMMANDS)
                .flatMap(command -> Arrays.stream(SOURCES)
                        .filter(source -> !source.endsWith(".txt") || command.contains(source))
                        .map(command::formatted));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void byItsName(String command) throws IOException {
        isRefused(command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void byALink(String command) throws IOException {
        String[] words = command.split(" ");
        Path source = place.at(words[words.length - 1]);
        Files.createSymbolicLink(place.at("link.html"), source);
        words[words.length - 1] = "link.html";
        isRefused(String.join(" ", words));
    }

    @ParameterizedTest
    @MethodSource("commands")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void byALinkToItsFolder(String command) throws IOException {
        String[] words = command.split(" ");
        Path source = place.at(words[words.length - 1]);
        Files.createSymbolicLink(
                place.at("folder"), source.toAbsolutePath().normalize().getParent());
        words[words.length - 1] = "folder/" + source.getFileName();
        isRefused(String.join(" ", words));
    }

    private void isRefused(String command) throws IOException {
        Map<String, String> before = files();
        Workplace.Run run = place.nianbao(command.split(" "));
        Map<String, String> after = files();
        String named = command.substring(command.lastIndexOf(' ') + 1).replace('\n', '\uFFFD');
        assertAll(
                () -> assertNotEquals(0, run.status(), run.out()),
                () -> assertEquals(before, after),
                () -> assertTrue(run.err().contains(named), run.err()));
    }

    private Map<String, String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(place.folder())) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = place.folder().relativize(file).toString();
                files.put(name, place.read(name));
            }
            return files;
        }
    }
}
