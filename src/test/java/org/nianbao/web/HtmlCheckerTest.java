package org.nianbao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;

@Tag("slow")
@DisplayName("The Nu HTML checker of the W3C")
class HtmlCheckerTest {
    /** Attributes of HTML 4 that are written on purpose: decision 0033. */
    private static final String OBSOLETE =
            ".*The “(?:align|border|cellspacing)” attribute on the “(?:div|table|thead|tbody|th|td)” element is obsolete.*";

    /**
     * It holds data: against img-src as if it were a host, and does not look whether a script has the hash that is let in.
     * That pictures are shown and the script is run is tested in a browser.
     */
    private static final String MISTAKEN = ".*image .data:image/(?:jpeg|png|svg\\+xml);base64,.* blocked by .img-src.*"
            + "|.*Inline script violates Content Security Policy.* .missing .* or nonce/hash.*";

    @Test
    @DisplayName("has no error and no warning for any HTML that the program writes")
    void findsNothing(@TempDir Path folder) throws IOException, InterruptedException {
        assertEquals("", check(Pages.in(folder)));
    }

    @Test
    @DisplayName("would find something")
    void findsWhatIsWrong(@TempDir Path folder) throws IOException, InterruptedException {
        Path page = new Workplace(folder)
                .write("wrong.html", "<!DOCTYPE html><html lang=\"zh-CN\"><title>x</title><h1>x</h1><h4>y</h4></html>");
        assertEquals(
                true, check(List.of(page)).contains("follows the heading"), "a heading that is no step below another");
    }

    private static String check(List<Path> pages) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Workplace.HOME.resolveSibling("validators/nu") + "/*",
                "nu.validator.client.SimpleCommandLineValidator",
                "--format",
                "gnu",
                "--filterpattern",
                MISTAKEN + "|" + OBSOLETE));
        pages.forEach(page -> command.add(page.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said.isEmpty() ? 0 : 1, process.waitFor(), said);
        return said;
    }
}
