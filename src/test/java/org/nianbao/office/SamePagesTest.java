package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        assumeTrue(isOnPath("soffice"), "LibreOffice is not installed");
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        Workplace.Run run = place.nianbao("render", "inputs", "--format", "pdf,docx");
        assertEquals(0, run.status(), run.err());
        List<String> names = new ArrayList<>();
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--convert-to",
                "pdf",
                "--outdir",
                folder.resolve("shown").toString()));
        try (Stream<Path> files = Files.list(place.at("output"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".docx"))
                    .sorted()
                    .toList()) {
                command.add(file.toString());
                names.add(file.getFileName().toString().replace(".docx", ".pdf"));
            }
        }
        ProcessBuilder office = new ProcessBuilder(command)
                .directory(Workplace.CHECKOUT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        office.environment()
                .put(
                        "FONTCONFIG_FILE",
                        Workplace.CHECKOUT.resolve(".ci/fonts.conf").toString());
        Process process = office.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "LibreOffice takes too long");
        assertEquals(5, names.size());
        for (String name : names) {
            compare(
                    name,
                    place.at("output").resolve(name),
                    folder.resolve("shown").resolve(name));
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

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
