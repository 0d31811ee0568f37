package org.nianbao.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("In a browser, every HTML that the program writes")
class BrowserTest {
    private List<Path> pages = List.of();
    private Browser browser;
    private String axe;

    @BeforeAll
    void openBrowser(@TempDir Path folder) throws IOException {
        assumeTrue(Browser.program().isPresent(), "Chromium is missing: apt-get install chromium");
        pages = Pages.in(folder);
        browser = Browser.start(folder.resolve("profile"));
        try (InputStream script = Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {360, 768, 1280})
    @DisplayName("is accessible, fits the window, asks for nothing and complains of nothing")
    void isSound(int width) {
        assertAll(pages.stream().map(page -> () -> {
            browser.open(page, width);
            String name = page.getFileName() + " at " + width;
            browser.evaluate(axe);
            assertEquals("[]", browser.evaluate("""
                    axe.run().then(found => JSON.stringify(found.violations.map(violation =>
                        [violation.id, ...violation.nodes.map(node => node.html.slice(0, 300) + node.failureSummary)])))
                    """).asString(), name);
            assertEquals(
                    width,
                    browser.evaluate("document.documentElement.scrollWidth").asInt(),
                    name);
            assertEquals(List.of(), browser.requests(page), name);
            assertEquals(List.of(), browser.complaints(), name);
        }));
    }
}
