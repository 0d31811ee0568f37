package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("nianbao import gets back what any input says")
class GeneratedImportTest {
    @TempDir
    private Path folder;

    @Test
    void aFew() throws IOException {
        requireSame(IntStream.range(0, 6));
    }

    /** {@code -Dimported.seeds=40-60} chooses others. */
    @Test
    @Tag("slow")
    void twoHundred() throws IOException {
        String[] seeds = System.getProperty("imported.seeds", "6-206").split("-");
        requireSame(IntStream.range(Integer.parseInt(seeds[0]), Integer.parseInt(seeds[1])));
    }

    private void requireSame(IntStream seeds) throws IOException {
        Workplace place = new Workplace(folder);
        List<String> inputs = seeds.mapToObj(seed -> GeneratedInput.write(place, "inputs", seed))
                .toList();
        List<String> render =
                new ArrayList<>(List.of("render", "--format", "html,docx,pdf,ofd", "--draft", "--output", "output"));
        render.addAll(inputs);
        Workplace.Run rendered = place.nianbao(render.toArray(String[]::new));
        assertEquals(0, rendered.status(), rendered.err());
        List<String> different = new ArrayList<>();
        for (String input : inputs) {
            String base = input.replace("inputs/", "output/").replace(".yaml", "");
            Files.write(place.at(base + ".xlsx"), Workbooks.of(place.read(base + ".html")));
            for (String format : List.of("html", "docx", "pdf", "ofd", "xlsx")) {
                String back = base + "-" + format + ".yaml";
                Workplace.Run run = place.nianbao("import", base + "." + format, "--into", back);
                if (run.status() != 0) {
                    different.add(base + "." + format + ": " + run.err());
                } else {
                    Function<Path, ReportWords> words =
                            format.equals("xlsx") ? ReportWords::figuresOf : ReportWords::of;
                    ReportWords typed = words.apply(place.at(input));
                    ReportWords read = words.apply(place.at(back));
                    typed.differences(read)
                            .forEach(difference -> different.add(base + "." + format + ": " + difference));
                }
            }
        }
        assertEquals("", String.join("\n", different));
    }
}
