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
            Imported expected = imported(place, "output/" + name + ".docx");
            for (String other : List.of("doc/%s.doc", "odt/%s.docx", "html/%s.html", "pdf/%s.pdf")) {
                Imported found = imported(place, other.formatted(name));
                List<String> told = found.isChartInDoubt() ? expected.withoutChartsOfYears() : expected.lines();
                assertEquals(different(told, found.lines()), different(found.lines(), told), other.formatted(name));
            }
        }
    }

    /** The lines of an input, and what import says of the document. */
    private record Imported(List<String> lines, String said) {
        /** LibreOffice drops the descriptions of pictures, in which a chart has the figures of earlier years. */
        boolean isChartInDoubt() {
            return said.contains("warning doubt-picture: ");
        }

        List<String> withoutChartsOfYears() {
            return lines.stream().filter(line -> !line.contains("往年: {")).toList();
        }
    }

    private static List<String> different(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static Imported imported(Workplace place, String document) {
        Workplace.Run run = place.nianbao("import", document, "--into", "back.yaml");
        assertEquals(0, run.status(), document + ": " + run.err());
        String text = place.read("back.yaml");
        List<String> lines =
                text.lines().map(ImportedFromOfficeTest::withoutPlace).toList();
        place.delete("back.yaml");
        return new Imported(lines, run.err());
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
