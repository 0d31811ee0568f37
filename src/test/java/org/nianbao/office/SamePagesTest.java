package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.EdgeProse;
import org.nianbao.Workplace;

@DisplayName("LibreOffice shows the lines and pages of the PDF")
class SamePagesTest {
    /** The share of lines of text that end where those of the PDF do; the rest have digits, whose places differ a little. */
    private static final double SAME_LINES = 0.65;

    /** Lines of text, not of tables. */
    private static final int LONG_LINE = 24;

    @Test
    @Tag("slow")
    void ofEachInput(@TempDir Path folder) throws IOException, InterruptedException {
        LibreOffice office = new LibreOffice(folder);
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        Workplace.Run run = place.nianbao("render", "inputs", "--format", "pdf,docx");
        assertEquals(0, run.status(), run.err());
        List<Path> documents = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(place.at("output"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".docx"))
                    .sorted()
                    .toList()) {
                documents.add(file);
                names.add(file.getFileName().toString().replace(".docx", ".pdf"));
            }
        }
        office.convert(documents, "pdf", folder.resolve("shown"));
        assertEquals(5, names.size());
        for (String name : names) {
            compare(
                    name,
                    place.at("output").resolve(name),
                    folder.resolve("shown").resolve(name));
        }
    }

    /** LibreOffice 7.4 has marks of its own for each language and does not read those of the document. */
    @Test
    @Tag("slow")
    void andBeginsNoLineWithAPoint(@TempDir Path folder) throws IOException, InterruptedException {
        LibreOffice office = new LibreOffice(folder);
        Workplace place = new Workplace(folder);
        List<String> names = EdgeProse.render(place, "docx");
        Path shown = folder.resolve("shown");
        office.convert(
                names.stream().map(name -> place.at("output/" + name + ".docx")).toList(), "pdf", shown);
        for (String name : names) {
            assertEquals(
                    List.of(), EdgeProse.wrongLines(shown.resolve(name + ".pdf"), "·•，。、；：？！）》〉】〕」』", "（《〈【〔「『"), name);
        }
    }

    private static void compare(String name, Path pdf, Path shown) throws IOException {
        try (PDDocument ours = Loader.loadPDF(pdf.toFile());
                PDDocument theirs = Loader.loadPDF(shown.toFile())) {
            int difference = Math.abs(ours.getNumberOfPages() - theirs.getNumberOfPages());
            assertTrue(difference <= 1, name + ": pages differ by " + difference);
            List<String> lines = lines(ours);
            Set<String> others = new HashSet<>(lines(theirs));
            double same = lines.stream().filter(others::contains).count() / (double) lines.size();
            assertTrue(same > SAME_LINES, name + ": same lines " + same);
        }
    }

    private static List<String> lines(PDDocument document) throws IOException {
        return new PDFTextStripper()
                .getText(document)
                .lines()
                .map(line -> line.replaceAll("\\s", ""))
                .filter(line -> line.length() >= LONG_LINE)
                .toList();
    }
}
