package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;

/** {@link FuzzTest} reads many mutants; this test renders some of them. */
@DisplayName("Whatever passes check is rendered in every format")
class RenderedMutantsTest {
    @Test
    void ofThirtyMutants(@TempDir Path folder) throws IOException {
        render(30, folder);
    }

    @Test
    @Tag("slow")
    void ofFiveHundredMutants(@TempDir Path folder) throws IOException {
        render(500, folder);
    }

    private static void render(int mutants, Path folder) throws IOException {
        List<byte[]> seeds = FuzzTest.seeds();
        Workplace place = new Workplace(folder);
        int rendered = 0;
        for (int seed = 0; seed < mutants; seed++) {
            byte[] input = new Mutant(seed, seeds).bytes();
            Files.write(place.at("a.yaml"), input);
            Workplace.Run check = place.nianbao("check", "a.yaml");
            boolean passes = check.status() == 0 && !check.out().contains(" to-fill-in: ");
            Workplace.Run run = place.nianbao("render", "a.yaml", "--format", "html,pdf,docx,ofd");
            assertEquals(
                    passes,
                    run.status() == 0,
                    "seed " + seed + "\n" + run.err() + "\n" + new String(input, StandardCharsets.UTF_8));
            rendered += passes ? 1 : 0;
        }
        assertTrue(rendered > mutants / 10, "too few pass: " + rendered);
    }
}
