package org.nianbao.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.nianbao.Workplace;

/** The small inputs of {@code src/test/resources/schema}: files of headings, each with the lines that differ from a base. */
final class Corpus {
    private static final Path RESOURCES = Workplace.CHECKOUT.resolve("src/test/resources");
    private static final Pattern SMALL = Pattern.compile("(?ms)^## (.*?)\n(.*?)(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?m)^[^\\s#].*\n(?:[ \\n].*\n?|\n)*");

    private Corpus() {}

    /** An input. */
    static final class Input {
        private final String says;
        private final byte[] bytes;

        Input(String says, byte[] bytes) {
            this.says = says;
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public String toString() {
            return says;
        }
    }

    /** The inputs of a file. */
    static List<Input> of(String file) {
        List<Input> inputs = new ArrayList<>();
        SMALL.matcher(read("schema/" + file)).results().forEach(small -> {
            String says = small.group(1);
            String lines = small.group(2).strip();
            inputs.add(
                    lines.startsWith("case: ")
                            ? new Input(says, bytes(Workplace.CHECKOUT.resolve(theCase(lines.substring(6)))))
                            : new Input(says, changed(lines).getBytes(StandardCharsets.UTF_8)));
        });
        return inputs;
    }

    /** The names of the cases that a file speaks of. */
    static List<String> casesOf(String file) {
        return Pattern.compile("(?m)^case: (.*)$")
                .matcher(read("schema/" + file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    static Path theCase(String name) {
        return Path.of("src/test/resources/cases", name, "input.yaml");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String changed(String lines) {
        List<String> own = lines.isEmpty() ? List.of() : blocks(lines + "\n");
        List<String> replaced = own.stream().map(Corpus::key).toList();
        StringBuilder text = new StringBuilder();
        blocks(read("schema/base.yaml")).stream()
                .filter(block -> !replaced.contains(key(block)))
                .forEach(text::append);
        own.stream().filter(block -> !block.startsWith("without: ")).forEach(text::append);
        return text.toString();
    }

    private static List<String> blocks(String text) {
        return BLOCK.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String key(String block) {
        return block.startsWith("without: ")
                ? block.substring("without: ".length()).strip()
                : block.replaceFirst("(?s)[：:].*", "").replaceAll("[\"']", "");
    }

    private static String read(String name) {
        return new String(bytes(RESOURCES.resolve(name)), StandardCharsets.UTF_8);
    }
}
