package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text that pdftotext finds in a published report (淮安市, 2024), below the keys of the form, and its paragraphs. */
@DisplayName("The text of a published PDF becomes its paragraphs")
class PastedReportTest {
    private static final Path TEXTS = Workplace.CHECKOUT.resolve("src/test/resources/pasted");

    @Test
    void wordForWordWithNothingLeftToJoin(@TempDir Path folder) throws Exception {
        Workplace place = new Workplace(folder);
        place.write("huaian.yaml", Files.readString(TEXTS.resolve("huaian-2024.yaml")));
        Workplace.Run run = place.nianbao("check", "huaian.yaml", "--fix");
        List<String> paragraphs = place.read("huaian.yaml")
                .lines()
                .filter(line -> line.startsWith("  ") && !line.isBlank())
                .map(line -> line.substring(2))
                .toList();
        assertEquals(Files.readAllLines(TEXTS.resolve("huaian-2024.txt")), paragraphs);
        for (String id : List.of("broken-lines", "pasted-blanks", "page-number")) {
            assertFalse(run.out().contains(id), run.out());
        }
    }
}
