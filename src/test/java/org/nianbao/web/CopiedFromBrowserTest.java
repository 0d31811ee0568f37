package org.nianbao.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.CopiedTables;
import org.nianbao.Workplace;

@Tag("slow")
@DisplayName("Tables that are copied from a page in a browser")
class CopiedFromBrowserTest {
    /** The text of what somebody selects, as the clipboard gets it. */
    private static final String COPIED = """
            [...document.querySelectorAll('table:not(.unseen)')].map(table => {
                const range = document.createRange();
                range.selectNode(table);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return getSelection().toString();
            }).join('\\f')""";

    @Test
    @DisplayName("fill a blank input with one paste each")
    void fillABlankInput(@TempDir Path folder) throws Exception {
        assumeTrue(Browser.program().isPresent(), "Chromium is missing: apt-get install chromium");
        Workplace place = new Workplace(folder);
        try (Browser browser = Browser.start(folder.resolve("profile"))) {
            CopiedTables.fillBlankInputs(place, page -> {
                browser.open(place.at(page), 1280);
                return List.of(browser.evaluate(COPIED).asString().split("\f", -1));
            });
        }
    }
}
