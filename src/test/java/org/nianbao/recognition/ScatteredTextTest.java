package org.nianbao.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nianbao.Workplace;

@DisplayName("A report that was copied as text is read, wherever its cells stand")
class ScatteredTextTest {
    private static final Pattern FIGURES = Pattern.compile("(?m)^ +\\S+: (?:\\{.*?}|[0-9.]+)(?=\\s|$)");

    @TempDir
    private static Path folder;

    private static Workplace place;

    @BeforeAll
    static void render() {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        place.nianbao("render", "inputs", "inputs/county/2024", "--format", "html", "--draft");
    }

    /** How the cells of a row are written. */
    enum Shape {
        A_CELL_A_LINE,
        TABS,
        BARS,
        A_BAR_BEHIND_EACH,
        BLANKS,
        BROKEN_LABELS;

        String row(List<String> cells) {
            return switch (this) {
                case A_CELL_A_LINE -> "\n\t" + String.join("\n\t", cells) + "\n";
                case TABS -> String.join("\t", cells);
                case BARS -> "| " + String.join(" | ", cells) + " |";
                case A_BAR_BEHIND_EACH -> String.join(" |\n", cells) + " |\n||";
                case BLANKS -> String.join("   ", cells);
                case BROKEN_LABELS -> "\t" + String.join("\n\t", cells).replaceAll("(?<=^|\t)(\\S{8})(?=\\D)", "$1\n");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("every figure is where it belongs, without a doubt")
    void everyShape(Shape shape) throws IOException {
        for (String html : documents()) {
            place.write("a.txt", text(html, shape));
            assertEquals(figures("output/" + html), figures("a.txt"), html);
        }
    }

    /** The lines with figures of the input that is made of a document. */
    private static List<String> figures(String document) {
        String input = imported(document);
        return FIGURES.matcher(input)
                .results()
                .map(line -> line.group().strip())
                .toList();
    }

    private static String imported(String document) {
        Workplace.Run run = place.nianbao("import", document, "--into", "a.yaml");
        assertEquals(0, run.status(), document + run.err());
        String input = place.read("a.yaml");
        place.delete("a.yaml");
        return input;
    }

    @Test
    @DisplayName("a row that lost a figure is in doubt as a whole")
    void lostFigures() throws IOException {
        Random random = new Random(11);
        for (int run = 0; run < 12; run++) {
            String text = text(documents().get(run % documents().size()), Shape.A_CELL_A_LINE);
            List<Integer> figures = Pattern.compile("(?m)^\\t[0-9]+$")
                    .matcher(text)
                    .results()
                    .map(at -> at.start())
                    .toList();
            int lost = figures.get(random.nextInt(figures.size()));
            place.write("a.txt", text.substring(0, lost) + text.substring(text.indexOf('\n', lost) + 1));
            Workplace.Run imported = place.nianbao("import", "a.txt", "--into", "a.yaml");
            assertTrue(imported.err().contains("doubt-"), text.substring(lost, lost + 40));
            place.delete("a.yaml");
        }
    }

    @Test
    @DisplayName("GB 18030 is read as UTF-8 is; line ends of Windows too")
    void encodings() throws IOException {
        String html = documents().get(0);
        String text = text(html, Shape.TABS).replace("\n", "\r\n");
        List<String> inputs = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            Files.write(place.at("a.txt"), text.getBytes(charset));
            inputs.add(imported("a.txt"));
        }
        assertEquals(inputs.get(0), inputs.get(1));
    }

    /** Those without blank cells, which a text does not show. */
    private static List<String> documents() throws IOException {
        try (var files = Files.list(place.at("output"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .filter(name -> Jsoup.parse(place.read("output/" + name))
                            .select("main td:empty")
                            .isEmpty())
                    .sorted()
                    .toList();
        }
    }

    /** The page as text, with its tables in a shape. */
    private static String text(String html, Shape shape) {
        StringBuilder text = new StringBuilder();
        for (Element part : Jsoup.parse(place.read("output/" + html)).select("h1, h2, h3, p, tr")) {
            if (part.normalName().equals("tr")) {
                List<String> cells = part.select("th, td").eachText();
                text.append(shape.row(cells)).append('\n');
            } else if (part.closest("table, figure, .draft") == null) {
                text.append(part.text()).append('\n');
            }
        }
        return text.toString();
    }
}
