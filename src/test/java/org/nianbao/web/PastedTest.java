package org.nianbao.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
@DisplayName("Pasted into an editor that keeps no style sheet, a document")
class PastedTest {
    /** Pages of the program's own, which nobody pastes. */
    private static final Set<String> LISTS = Set.of("check.html", "check-en.html", "overview.html", "sums.html");

    private List<Path> documents = List.of();

    static Stream<Set<String>> dropped() {
        return Stream.of(Set.of("class"), Set.of("style"), Set.of("class", "style"));
    }

    @BeforeAll
    void renderDocuments(@TempDir Path folder) throws IOException {
        documents = Pages.in(folder).stream()
                .filter(page -> !LISTS.contains(page.getFileName().toString()))
                .toList();
    }

    @ParameterizedTest(name = "without {0}")
    @MethodSource("dropped")
    @DisplayName("keeps its rules, and hides what a reader of the file does not see")
    void keepsItsLook(Set<String> dropped) throws IOException {
        assertTrue(documents.size() > 8, documents.toString());
        for (Path document : documents) {
            Element body = Jsoup.parse(Files.readString(document)).body();
            Element pasted = body.clone();
            pasted.getAllElements().forEach(element -> dropped.forEach(element::removeAttr));
            pasted.select("[hidden]").remove();
            body.select("caption, table.unseen").remove();
            assertAll(
                    document.getFileName().toString(),
                    () -> assertEquals(body.text(), pasted.text(), "no more words, and no fewer"),
                    () -> assertEquals(
                            List.of(), pasted.select("table:not([border=1][cellspacing=0])"), "tables without rules"));
        }
    }
}
