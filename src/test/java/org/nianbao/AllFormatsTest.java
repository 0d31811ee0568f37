package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.published.ProseReadBack;

@DisplayName("What check passes, render writes in every format, with the same words")
class AllFormatsTest {
    private static final List<String> FORMATS = List.of("html", "pdf", "docx", "ofd");

    static List<String> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(Workplace.CHECKOUT.resolve("inputs"))) {
            return files.map(path -> Workplace.CHECKOUT.relativize(path).toString())
                    .filter(path -> path.endsWith(".yaml") && !path.endsWith("units.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void ofAnInput(String name, @TempDir Path folder) {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        agree(place, name);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("org.nianbao.Cases#names")
    void ofACase(String name, @TempDir Path folder) throws IOException {
        agree(Cases.placeOf(name, folder), "input.yaml");
    }

    private static void agree(Workplace place, String input) {
        Workplace.Run check = place.nianbao("check", input);
        Workplace.Run run = place.nianbao("render", input, "--format", String.join(",", FORMATS), "--output", "output");
        boolean passes = check.status() == 0 && !check.out().contains(" to-fill-in: ");
        assertEquals(passes, run.status() == 0, run.err());
        if (passes) {
            String base = "output/" + input.replaceAll(".*/|\\.yaml", "");
            assertAll(FORMATS.stream()
                    .map(format -> () -> assertTrue(Files.exists(place.at(base + "." + format)), format)));
            String html = new String(place.bytes(base + ".html"), StandardCharsets.UTF_8);
            requireParagraphs(html, ProseReadBack.docx(place.bytes(base + ".docx")), "DOCX");
            requireParagraphs(html, ProseReadBack.pdf(place.bytes(base + ".pdf")), "PDF");
        }
    }

    /** The paragraphs outside tables are in a text, one behind the other. */
    private static void requireParagraphs(String html, String text, String format) {
        String all = text.replaceAll("\\s+", "");
        int at = 0;
        for (Element paragraph :
                Jsoup.parse(html).select("h1, h2, h3, h4, h5, p, li:not(:has(p, ul, ol)), figcaption")) {
            if (paragraph.closest("table, nav, header, footer") == null) {
                String words = paragraph.text().replaceAll("\\s+", "");
                int found = all.indexOf(words, at);
                assertTrue(found >= 0, format + ": " + words);
                at = found + words.length();
            }
        }
    }
}
