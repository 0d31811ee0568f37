package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        LibreOffice office = new LibreOffice(folder);
        List<Path> files = new ArrayList<>();
        for (Word document : Documents.all().toList()) {
            Path file = folder.resolve(document.name().replace('/', '-') + ".docx");
            files.add(Files.write(file, document.docx()));
        }
        office.convert(files, "html", folder);
        for (Word document : Documents.all().toList()) {
            byte[] shown = Files.readAllBytes(folder.resolve(document.name().replace('/', '-') + ".html"));
            assertEquals(document.tables().toString(), joined(ReadBack.html(shown)), document.name());
        }
    }

    private static String joined(List<PublishedGrid> tables) {
        return tables.stream().map(PublishedGrid::joined).toList().toString();
    }
}
