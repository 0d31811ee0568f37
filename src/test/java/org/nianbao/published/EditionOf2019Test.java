package org.nianbao.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.Workplace;

@DisplayName(
        "Reports about 2019 and 2020 have the tables of the form of 2019, and a province's own row where it asks for one")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditionOf2019Test {
    private static final String REPORTS = "src/test/resources/org/nianbao/published/2019";

    private Workplace place;

    @BeforeAll
    void renderAll(@TempDir Path folder) {
        place = new Workplace(folder);
        Workplace.Run run =
                place.nianbao("render", Workplace.CHECKOUT.resolve(REPORTS).toString());
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-office-2019", "county-2019", "province-2020", "blank-cells-2020", "local-rows-2020"})
    void inHtml(String name) {
        PublishedGrid.compare(tables(name), ReadBack.html(place.bytes("output/" + name + ".html")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-office-2019", "county-2019", "province-2020", "blank-cells-2020", "local-rows-2020"})
    void inPdf(String name) {
        PublishedGrid.compare(tables(name), ReadBack.pdf(place.bytes("output/" + name + ".pdf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-office-2019", "county-2019", "province-2020", "blank-cells-2020", "local-rows-2020"})
    void inDocx(String name) {
        PublishedGrid.compare(tables(name), ReadBack.docx(place.bytes("output/" + name + ".docx")));
    }

    private static List<PublishedGrid> tables(String name) {
        String form = name.startsWith("local-rows") ? "form-2019-hubei.txt" : "form-2019.txt";
        return PublishedGrid.of(form, "2019/" + name);
    }
}
