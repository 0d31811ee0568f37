package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.office.Documents.Word;
import org.nianbao.published.PublishedGrid;
import org.nianbao.published.ReadBack;

@DisplayName("Other programs open Word documents and find the tables of the page, cell by cell")
class ReopenedTest {
    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void byApachePoi(Word document) {
        assertEquals(document.tables().toString(), joined(ReadBack.docx(document.docx())));
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void byDocx4jAndAfterItSavedThem(Word document) throws Docx4JException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        WordprocessingMLPackage.load(new ByteArrayInputStream(document.docx())).save(saved);
        assertEquals(document.tables().toString(), joined(ReadBack.docx(saved.toByteArray())));
    }

    @Tag("slow")
    @Test
    void byLibreOffice(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(onPath("soffice"), "LibreOffice is not installed");
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--convert-to",
                "html",
                "--outdir",
                folder.toString()));
        for (Word document : Documents.all().toList()) {
            Path file = folder.resolve(document.name().replace('/', '-') + ".docx");
            command.add(Files.write(file, document.docx()).toString());
        }
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertTrue(office.waitFor(5, TimeUnit.MINUTES), "LibreOffice takes too long");
        assertEquals(0, office.exitValue());
        for (Word document : Documents.all().toList()) {
            byte[] shown = Files.readAllBytes(folder.resolve(document.name().replace('/', '-') + ".html"));
            assertEquals(document.tables().toString(), joined(ReadBack.html(shown)), document.name());
        }
    }

    private static String joined(List<PublishedGrid> tables) {
        return tables.stream().map(PublishedGrid::joined).toList().toString();
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
