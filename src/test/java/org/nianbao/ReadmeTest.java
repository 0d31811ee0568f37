package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What README tells people to do works")
class ReadmeTest {
    private static final String LAUNCHER = "target/nianbao/bin/nianbao ";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyCommandRuns(String readme, @TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        place.copyFromCheckout("templates");
        List<String> commands = blocks(readme, "sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(LAUNCHER))
                .toList();
        assertFalse(commands.isEmpty());
        for (String command : commands) {
            Workplace.Run run =
                    place.nianbao(command.substring(LAUNCHER.length()).split(" "));
            assertEquals(0, run.status(), command + "\n" + run.err());
        }
        assertTrue(Files.exists(place.at("output/houma-2021.docx")));
        assertTrue(place.read("output/check.html").contains("inputs/houma-2021.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theExampleIsACompleteInputAndItsMistakeIsToldAsShown(String readme, @TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        String example = blocks(readme, "yaml").get(0);
        place.write("inputs/danganju-2025.yaml", example);
        Workplace.Run run = place.nianbao("render", "inputs/danganju-2025.yaml");
        assertAll(() -> assertEquals(0, run.status(), run.err()), () -> assertEquals("", run.err()));

        place.edit("inputs/danganju-2025.yaml", "行政复议: {结果维持: 1}", "行政复议: {结果维持: 1, 总计: 2}");
        List<String> shown = blocks(readme, "text").stream()
                .filter(block -> block.contains(": error") || block.contains(": 错误"))
                .toList();
        assertEquals(
                shown.get(0),
                place.inChinese().nianbao("render", "inputs/danganju-2025.yaml").err());
        assertEquals(
                shown.get(1),
                place.nianbao("render", "inputs/danganju-2025.yaml").err());

        String accepted = blocks(readme, "yaml").get(1);
        place.write("inputs/danganju-2025.yaml", place.read("inputs/danganju-2025.yaml") + accepted);
        assertEquals(0, place.nianbao("render", "inputs/danganju-2025.yaml").status());
    }

    @Test
    void bothLanguagesShowTheSameCommandsAndExamples() throws IOException {
        for (String language : List.of("sh", "yaml", "bat", "text")) {
            assertEquals(blocks("README.md", language), blocks("README.zh-CN.md", language), language);
        }
    }

    @Test
    void everyOptionOfTheHelpIsExplained(@TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        String help = place.nianbao("render", "--help").out()
                + place.nianbao("check", "--help").out()
                + place.nianbao("new", "--help").out()
                + place.nianbao("compare", "--help").out()
                + place.nianbao("aggregate", "--help").out()
                + place.nianbao("overview", "--help").out()
                + place.nianbao("schema", "--help").out();
        List<String> options = Pattern.compile("--[a-z]+(?:-[a-z]+)*")
                .matcher(help)
                .results()
                .map(match -> match.group())
                .filter(option -> !option.equals("--version"))
                .distinct()
                .toList();
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            String text = Files.readString(Workplace.CHECKOUT.resolve(readme));
            options.forEach(option -> assertTrue(text.contains(option), readme + " " + option));
        }
    }

    private static List<String> blocks(String readme, String language) throws IOException {
        String text = Files.readString(Workplace.CHECKOUT.resolve(readme));
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
