package org.nianbao.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.Workplace;

@DisplayName("The five reports, rendered, have the tables of the official form with the figures that were published")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiveReportsTest {
    private Workplace place;

    @BeforeAll
    void renderAll(@TempDir Path folder) {
        place = new Workplace(folder);
        Workplace.Run run =
                place.nianbao("render", Workplace.CHECKOUT.resolve("inputs").toString());
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"houma-2021", "hengfeng-2021", "yanshi-2021", "yima-2023", "hegang-2021"})
    void inHtml(String name) {
        PublishedGrid.compare(PublishedGrid.ofReport(name), ReadBack.html(place.bytes("output/" + name + ".html")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"houma-2021", "hengfeng-2021", "yanshi-2021", "yima-2023", "hegang-2021"})
    void inPdf(String name) {
        PublishedGrid.compare(PublishedGrid.ofReport(name), ReadBack.pdf(place.bytes("output/" + name + ".pdf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"houma-2021", "hengfeng-2021", "yanshi-2021", "yima-2023", "hegang-2021"})
    void inDocx(String name) {
        PublishedGrid.compare(PublishedGrid.ofReport(name), ReadBack.docx(place.bytes("output/" + name + ".docx")));
    }
}
