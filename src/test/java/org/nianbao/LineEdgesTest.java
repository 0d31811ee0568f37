package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.page.LineEdges;

@DisplayName("No line begins or ends with a mark that may not stand there")
class LineEdgesTest {
    @Test
    void inEitherScript(@TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        for (String name : EdgeProse.render(place, "pdf,docx,html")) {
            assertEquals("", String.join("\n", EdgeProse.wrongLines(place.at("output/" + name + ".pdf"))));
            String settings = settings(place.at("output/" + name + ".docx"));
            String language = name.equals("simplified") ? "zh-CN" : "zh-TW";
            assertTrue(
                    settings.contains(
                            "<w:noLineBreaksBefore w:lang=\"" + language + "\" w:val=\"" + LineEdges.NEVER_FIRST),
                    settings);
            assertTrue(
                    settings.contains(
                            "<w:noLineBreaksAfter w:lang=\"" + language + "\" w:val=\"" + LineEdges.NEVER_LAST),
                    settings);
            String html = place.read("output/" + name + ".html");
            assertEquals(5, html.split("<span class=\"joined\">·</span>", -1).length - 1);
        }
    }

    private static String settings(Path docx) throws IOException {
        try (FileSystem parts = FileSystems.newFileSystem(docx)) {
            return Files.readString(parts.getPath("word/settings.xml"));
        }
    }
}
