package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
@DisplayName("README and the pages of src/docs hold together")
class PagesTest {
    @ParameterizedTest
    @MethodSource("pages")
    void everyFileThatAPageLeadsToIsThere(Path page) throws IOException {
        String text = Files.readString(page).replaceAll("(?ms)^```.*?^```", "").replaceAll("`[^`\\n]*`", "");
        List<String> missing = matches("\\]\\(((?!https?:)[^)#]+)[^)]*\\)", text)
                .filter(target -> !Files.exists(page.resolveSibling(target)))
                .toList();
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyHeadingThatAPageLeadsToIsThere(Path page) throws IOException {
        List<String> missing = new ArrayList<>();
        for (MatchResult link : Pattern.compile("\\]\\((?!https?:)([^)#]*\\.md)?#([^)]+)\\)")
                .matcher(Files.readString(page))
                .results()
                .toList()) {
            Path target = link.group(1) == null ? page : page.resolveSibling(link.group(1));
            if (!anchors(Files.readString(target)).contains(link.group(2))) {
                missing.add(link.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    /** As GitHub makes them: lower case, without punctuation, with hyphens for spaces. */
    private static List<String> anchors(String text) {
        return matches("(?m)^#+ (.*)$", text)
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** A piece that was pasted twice has its headings twice. */
    @ParameterizedTest
    @MethodSource("pages")
    void noHeadingStandsOnAPageTwice(Path page) throws IOException {
        String text = Files.readString(page).replaceAll("(?ms)^```.*?^```", "");
        Set<String> seen = new HashSet<>();
        assertEquals(
                List.of(),
                matches("(?m)^(#+ .*)$", text)
                        .filter(heading -> !seen.add(heading))
                        .toList());
        assertFalse(seen.isEmpty(), "a page has a heading");
    }

    private static Stream<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Workplace.CHECKOUT.resolve("src/docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "README.zh-CN.md").map(Workplace.CHECKOUT::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }
}
