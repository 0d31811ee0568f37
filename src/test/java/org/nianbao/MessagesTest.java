package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
@DisplayName("The program speaks Chinese and English alike")
class MessagesTest {
    private static final Path RESOURCES = Workplace.CHECKOUT.resolve("src/main/resources/org/nianbao");

    /** A statement that makes a diagnostic; its id may depend on a condition. */
    private static final Pattern CONSTRUCTION = Pattern.compile(
            "Diagnostic\\.(?:error\\(|warning\\(|of\\([^,]*,)(?<id>(?:[^,()]|\\([^()]*\\))*)(?<rest>[^;]*)");

    private static final Pattern WORD = Pattern.compile("\"([a-z0-9-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"diagnostic/messages", "command/help"})
    void everySentenceStandsInBothLanguages(String bundle) throws IOException {
        assertEquals(
                new TreeSet<>(properties(bundle + ".properties").keySet()),
                new TreeSet<>(properties(bundle + "_zh.properties").keySet()));
    }

    @Test
    void everySentenceHasTheSameGaps() throws IOException {
        Properties english = properties("diagnostic/messages.properties");
        Properties chinese = properties("diagnostic/messages_zh.properties");
        for (Object key : english.keySet()) {
            assertEquals(gaps((String) english.get(key)), gaps((String) chinese.get(key)), key.toString());
        }
    }

    @Test
    void everySentenceIsSaidSomewhereInTheCode() throws IOException {
        String code = code();
        for (Object key : properties("diagnostic/messages.properties").keySet()) {
            String stem = key.toString().replaceFirst("\\.help$", "");
            String composed = stem.replaceFirst("^(not-a|page|sentence|a)-.*", "$1-");
            assertTrue(
                    code.contains("\"" + stem + "\"")
                            || code.contains("\"" + key + "\"")
                            || code.contains("\"" + composed + "\""),
                    key.toString());
        }
    }

    @Test
    void everyIdGivesAFactAndHelp() throws IOException {
        Properties messages = properties("diagnostic/messages.properties");
        Matcher construction = CONSTRUCTION.matcher(code());
        Set<String> ids = new TreeSet<>();
        while (construction.find()) {
            boolean ownHelp = construction.group("rest").contains(".help(")
                    || construction.group("rest").contains(".instead(");
            WORD.matcher(construction.group("id"))
                    .results()
                    .map(word -> word.group(1))
                    .forEach(id -> {
                        ids.add(id);
                        assertTrue(messages.containsKey(id), id);
                        assertTrue(ownHelp || messages.containsKey(id + ".help"), id + ".help");
                    });
        }
        assertTrue(ids.contains("unknown-key") && ids.contains("blank-quote"), ids.toString());
    }

    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> walk = Files.walk(Workplace.CHECKOUT.resolve("src/main/java"))) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    private static Set<String> gaps(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
