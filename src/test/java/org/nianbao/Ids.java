package org.nianbao;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ids of all findings that an input can have: the rules of the form, and every word in the code that looks at inputs
 * which the messages explain and give help of.
 */
final class Ids {
    private static final Path CODE = Workplace.CHECKOUT.resolve("src/main/java/org/nianbao");
    private static final Path MESSAGES =
            Workplace.CHECKOUT.resolve("src/main/resources/org/nianbao/diagnostic/messages.properties");
    private static final Path FORM = Workplace.CHECKOUT.resolve("templates/information-disclosure");

    /** The packages that look at inputs. */
    private static final List<String> PACKAGES =
            List.of("input", "markdown", "picture", "check", "pipeline", "diagnostic");

    /** Where the program's own data files are read, and documents written: other tests tell of what is wrong there. */
    private static final Set<String> OTHERS = Set.of(
            "FormReader.java",
            "FormWidths.java",
            "TableReader.java",
            "ProseReader.java",
            "TypographyReader.java",
            "UnitsReader.java",
            "Forms.java",
            "Layers.java",
            "DocumentStore.java",
            "Renderer.java");

    /** Sentences about findings whose ids are those of rules. */
    private static final Set<String> SENTENCES = Set.of(
            "claim",
            "wholes",
            "wholes-nearly",
            "growth",
            "blank-sum",
            "shares",
            "phrase",
            "other-agency",
            "repeated",
            "stale-year",
            "stale-plan",
            "points",
            "published-early",
            "kept-year",
            "too-short",
            "not-mentioned",
            "counted-twice",
            "reserved-row",
            "signed-early",
            "signed-late",
            "edition-asked",
            "no-edition",
            "not-a-count",
            "not-a-change",
            "not-a-money",
            "other-edition",
            "not-a-amount",
            "too-many-words",
            "half-width-colon");

    /** Needs a file that cannot be read or written, a fault of the program, or a field that only the program's own data files have: told in other tests. */
    private static final Set<String> ELSEWHERE = Set.of(
            "program-fault",
            "unreadable",
            "unwritable",
            "file-for-folder",
            "folder-for-file",
            "too-many-pictures",
            "unknown-rule",
            "expression-unusable",
            "bad-name",
            "last-year-unreadable",
            "last-year-twice",
            "chart-negative");

    private static final Pattern WORD = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern RULE = Pattern.compile("(?m)^  ([A-Z][0-9]+):");

    private Ids() {}

    static Set<String> ofInputs() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.walk(CODE.resolve(name))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        .filter(path -> !OTHERS.contains(path.getFileName().toString()))
                        .toList()) {
                    collect(WORD, file, ids);
                }
            }
        }
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES)) {
            messages.load(reader);
        }
        ids.removeIf(word -> !messages.containsKey(word) || !messages.containsKey(word + ".help"));
        ids.removeAll(SENTENCES);
        ids.removeAll(ELSEWHERE);
        collect(RULE, FORM.resolve("prose.yaml"), ids);
        collect(RULE, FORM.resolve("2021/form.yaml"), ids);
        return ids;
    }

    private static void collect(Pattern pattern, Path file, Set<String> ids) throws IOException {
        pattern.matcher(Files.readString(file)).results().forEach(match -> ids.add(match.group(1)));
    }
}
