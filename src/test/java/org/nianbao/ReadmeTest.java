package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The blocks of a page are run from top to bottom, in one copy of {@code inputs} and {@code templates}. Each command of
 * an {@code sh} block exits with 0, or with 1 if its comment says so. A {@code text} block right after it is the output
 * of its last command; {@code -Dcases=rewrite} writes that anew.
 */
@DisplayName("The examples of README and of the guides work")
class ReadmeTest {
    private static final String PROGRAM = "nianbao ";
    private static final String COUNTY = "inputs/county/";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w+)\\n(.*?)^ *```");
    private static final Pattern OUTPUT = Pattern.compile("\\n\\n```text\\n(.*?)```", Pattern.DOTALL);
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("cases"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "README.zh-CN.md",
                "src/docs/guide.md",
                "src/docs/guide.zh-CN.md",
                "src/docs/templates.md"
            })
    void everyCommandRuns(String page, @TempDir Path folder) throws IOException {
        Workplace english = new Workplace(folder);
        Workplace place = page.contains("zh-CN") ? english.inChinese() : english;
        place.copyFromCheckout("inputs");
        place.copyFromCheckout("templates");
        String text = read(page);
        StringBuilder written = new StringBuilder();
        Matcher block = BLOCK.matcher(text);
        int at = 0;
        while (block.find()) {
            written.append(text, at, block.end());
            at = block.end();
            Matcher shown = OUTPUT.matcher(text).region(at, text.length());
            if (block.group(1).equals("sh") && shown.lookingAt()) {
                written.append("\n\n```text\n")
                        .append(run(block.group(2), place))
                        .append("```");
                at = shown.end();
                block.region(at, text.length());
            } else if (block.group(1).equals("sh")) {
                run(block.group(2), place);
            }
        }
        written.append(text.substring(at));
        if (REWRITE) {
            Files.writeString(Workplace.CHECKOUT.resolve(page), written);
        }
        assertEquals(read(page), written.toString());
    }

    /** Runs the commands of a block; a line that is only a comment stands for what a person does in an editor. */
    private static String run(String commands, Workplace place) throws IOException {
        String shown = "";
        for (String line : commands.lines().toList()) {
            String command = line.replaceFirst("\\s*#.*", "");
            if (command.isEmpty()) {
                place.write(
                        "inputs/某县档案局-2025.yaml", blocks("README.md", "yaml").get(0));
            } else if (command.startsWith(PROGRAM)) {
                Workplace.Run run =
                        place.nianbao(command.substring(PROGRAM.length()).split(" "));
                int expected = line.matches(".*# (exit status|退出状态) 1.*") ? 1 : 0;
                assertEquals(expected, run.status(), command + "\n" + run.err());
                shown = run.out().isEmpty() ? run.err() : run.out();
            } else if (command.equals("cp -r templates mine")) {
                place.copyFromCheckout("templates", "mine");
            } else {
                assertTrue(line.matches("(git clone|cd|mvn|export) ?.*"), line);
            }
        }
        return shown;
    }

    @Test
    void theInputOfReadmeIsTheOneOfTheCounty() throws IOException {
        String example = blocks("README.md", "yaml").get(0);
        assertTrue(read(COUNTY + "danganju-2025.yaml").endsWith(example));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/docs/guide.md", "src/docs/guide.zh-CN.md"})
    void everyPieceOfAnInputCanBeUsed(String guide, @TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        List<String> pieces = blocks(guide, "yaml");
        assertFalse(pieces.isEmpty());
        for (String piece : pieces) {
            if (piece.startsWith("汇总机关")) {
                assertTrue(read(COUNTY + "units.yaml").endsWith(piece));
                continue;
            }
            boolean ofTheTown = piece.startsWith("核对说明");
            String key = piece.substring(0, piece.indexOf(':') + 1);
            String base = read(COUNTY + (ofTheTown ? "linhezhen" : "danganju") + "-2025.yaml")
                    .replaceFirst("(?m)^" + Pattern.quote(key) + ".*\\n(?: .*\\n)*", "");
            place.write("input.yaml", base + piece);
            Workplace.Run run = place.nianbao("render", "input.yaml", "--format", "html", "--strict");
            assertEquals(0, run.status(), piece + run.err());
        }
    }

    @ParameterizedTest
    @CsvSource({"README.md, README.zh-CN.md", "src/docs/guide.md, src/docs/guide.zh-CN.md"})
    void bothLanguagesShowTheSameCommandsAndExamples(String english, String chinese) throws IOException {
        for (String language : List.of("sh", "yaml", "bat")) {
            assertEquals(lines(english, language), lines(chinese, language), language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void readmeIsADoor(String readme) throws IOException {
        long lines = read(readme).lines().count();
        assertTrue(lines <= 170, lines + " lines");
    }

    /** Sorted, for the Chinese guide begins with what a clerk needs; without comments, and addresses in brackets. */
    private static List<String> lines(String page, String language) throws IOException {
        Stream<String> lines = blocks(page, language).stream().flatMap(String::lines);
        return lines.map(line -> line.replaceFirst("\\s*# .*", "").replaceFirst("<.*>", "<>"))
                .sorted()
                .toList();
    }

    private static List<String> blocks(String page, String language) throws IOException {
        return BLOCK.matcher(read(page))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static String read(String page) throws IOException {
        return Files.readString(Workplace.CHECKOUT.resolve(page));
    }
}
