package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nianbao.Workplace;

/** LibreOffice, which converts documents with the shipped fonts. Tests are skipped where it is not installed. */
final class LibreOffice {
    private final Path folder;

    /** @param folder for its settings and what it says */
    LibreOffice(Path folder) {
        assumeTrue(
                List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice"))),
                "LibreOffice is not installed");
        this.folder = folder;
    }

    /**
     * Converts documents.
     *
     * @param format the ending of the new files
     * @param to the folder for them
     */
    void convert(List<Path> documents, String format, Path to) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--convert-to",
                format,
                "--outdir",
                to.toString()));
        documents.forEach(document -> command.add(document.toString()));
        ProcessBuilder office = new ProcessBuilder(command)
                .directory(Workplace.CHECKOUT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        String fonts = Workplace.CHECKOUT.resolve(".ci/fonts.conf").toString();
        office.environment().put("FONTCONFIG_FILE", fonts);
        Process process = office.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "LibreOffice takes too long");
        assertEquals(0, process.exitValue());
    }
}
