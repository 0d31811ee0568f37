package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;

@Tag("slow")
@DisplayName("import reads what LibreOffice made of a Word document as the document itself")
class ImportedFromOfficeTest {
    @TempDir
    private Path folder;

    @Test
    void everyFormat() throws IOException, InterruptedException {
        LibreOffice office = new LibreOffice(folder);
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        place.nianbao("render", "inputs", "inputs/county", "inputs/county/2024", "--format", "docx", "--draft");
        List<Path> documents = documents(place.at("output"), ".docx");
        assertEquals(15, documents.size());
        for (String format : List.of("doc", "html", "pdf", "odt")) {
            office.convert(documents, format, place.at(format));
        }
        office.convert(documents(place.at("odt"), ".odt"), "docx", place.at("odt"));
        for (Path document : documents) {
            String name = document.getFileName().toString().replace(".docx", "");
            List<String> expected = imported(place, "output/" + name + ".docx");
            for (String other : List.of("doc/%s.doc", "odt/%s.docx", "html/%s.html", "pdf/%s.pdf")) {
                List<String> lines = imported(place, other.formatted(name));
                assertEquals(different(expected, lines), different(lines, expected), other.formatted(name));
            }
        }
    }

    private static List<String> different(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static List<String> imported(Workplace place, String document) {
        Workplace.Run run = place.nianbao("import", document, "--into", "back.yaml");
        assertEquals(0, run.status(), document + ": " + run.err());
        String text = place.read("back.yaml");
        List<String> lines =
                text.lines().map(ImportedFromOfficeTest::withoutPlace).toList();
        place.delete("back.yaml");
        return lines;
    }

    /** A PDF has pages, and others have none. */
    private static String withoutPlace(String line) {
        return line.replaceFirst("存疑：.*", "存疑");
    }

    private static List<Path> documents(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
